/**
 * Minor pauses at low survival: allocates `n` MiB of small objects, of which one in 64 lives for a while, and
 * prints median, 99th percentile and maximum of the pauses that the collector reports.
 *
 * The nursery is the collector's default or what `PYPY_GC_NURSERY` says; the harness sets 4 MiB.
 */
import {
  clock,
  Exception,
  type f64,
  gcSetHook,
  GcStat,
  gcStat,
  type i32,
  newFixedArray,
  parseI32,
  print,
} from "@rts";
import { Pauses } from "./lib/pauses.ts";

/** 24 bytes with its header. */
class Cell {
  constructor(readonly next: Cell | null, readonly a: i32, readonly b: i32) {}
}

const MINOR: i32 = 0;
const CELLS_PER_MIB: i32 = 43690;
const SURVIVOR_EVERY: i32 = 64;
const WINDOW: i32 = 4096;

const pauses = new Pauses("minor pause", 1 << 14);

function onCollection(kind: i32, milliseconds: f64): void {
  if (kind === MINOR) pauses.add(milliseconds);
}

/** Allocates `n` MiB; a sum over the cells that lived in the window. */
export function run(n: i32): f64 {
  const window = newFixedArray<Cell | null>(WINDOW, null);
  let sum: f64 = 0;
  let slot = 0;
  for (let mib = 0; mib < n; mib++) {
    for (let i = 0; i < CELLS_PER_MIB; i++) {
      const cell = new Cell(null, i, mib);
      if (i % SURVIVOR_EVERY !== 0) continue;
      const old = window[slot];
      if (old !== null) sum += old.a + old.b;
      window[slot] = cell;
      slot = (slot + 1) % WINDOW;
    }
  }
  return sum;
}

export function defaultSize(): i32 {
  return 2048;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  pauses.clear();
  gcSetHook(onCollection);
  const start = clock();
  const sum = run(size);
  const total = clock() - start;
  gcSetHook(null);
  if (sum < 0) throw new Exception("gc_pauses: the sum of positive numbers is negative");
  print(`checksum: ${sum}`);
  print(`allocated: ${size} MiB`);
  print(`wall time: ${total.toFixed(1)} ms`);
  pauses.report();
  print(`time in collections: ${gcStat(GcStat.TimeMs).toFixed(1)} ms`);
  return 0;
}
