/**
 * Memory goes back to the system: `n` MiB of small objects and arrays live and die, a full collection follows, and
 * the program stays a while for the resident set to be read.
 */
import { clock, Exception, type f64, gcCollect, GcStat, gcStat, type i32, parseI32, print } from "@rts";

class Item {
  readonly bytes: Uint8Array = new Uint8Array(1000);
  constructor(readonly next: Item | null, readonly number: i32) {}
}

const ITEMS_PER_MIB: i32 = 1008;
const STAY_MS: f64 = 200;

/** Items of `n` MiB live at a time; their number. */
export function run(n: i32): f64 {
  let list: Item | null = null;
  for (let i = 0; i < n * ITEMS_PER_MIB; i++) list = new Item(list, i);
  let count: f64 = 0;
  for (let item = list; item !== null; item = item.next) count += item.bytes.length === 1000 ? 1 : 0;
  if (count !== n * (ITEMS_PER_MIB + 0.0)) throw new Exception(`gc_release: ${count} items`);
  return count;
}

export function defaultSize(): i32 {
  return 512;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  const sum = run(size);
  const start = clock();
  gcCollect(1);
  const collected = clock();
  while (clock() - collected < STAY_MS) continue;
  print(`checksum: ${sum}`);
  print(`lived: ${size} MiB`);
  print(`full collection: ${(collected - start).toFixed(1)} ms`);
  print(`heap peak: ${(gcStat(GcStat.PeakBytes) / 1048576).toFixed(1)} MiB`);
  print(`heap: ${(gcStat(GcStat.HeapBytes) / 1048576).toFixed(1)} MiB`);
  return 0;
}
