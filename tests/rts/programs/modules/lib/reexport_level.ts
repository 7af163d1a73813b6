/** What is re-exported. */
import type { i32 } from "@rts";

export class Level {
  constructor(readonly name: string, readonly rank: i32) {}
}

export function create(name: string, rank: i32): Level {
  return new Level(name, rank);
}

export const LEVELS: Level[] = ["low", "mid", "high"].map((name, rank) => create(name, rank));

export function parse(name: string): Level {
  for (const l of LEVELS) if (l.name === name) return l;
  return LEVELS[0];
}
