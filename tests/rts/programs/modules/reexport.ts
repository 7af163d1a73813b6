/** Names that arrive through re-exports. */
import { type i32, print } from "@rts";
import { type Level, LEVELS, makeLevel, parse } from "./lib/reexport.ts";

export function main(_args: string[]): i32 {
  for (const l of LEVELS) print(`${l.name} ${l.rank}`);
  const l: Level = makeLevel("custom", 99);
  print(`${l.name} ${parse("high").rank} ${parse("nothing") === LEVELS[0]}`);
  return 0;
}
