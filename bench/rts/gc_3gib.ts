/**
 * A heap of 3 GiB: fills it with live pages of 64 KiB, each with a list of small objects, replaces every fourth
 * page, and reads everything back. Addresses above 2 GiB and the growth of the memory are what this is about.
 */
import { clock, Exception, type f64, GcStat, gcStat, type i32, parseI32, print } from "@rts";

class Item {
  constructor(readonly next: Item | null, readonly value: i32) {}
}

const WORDS: i32 = 14336;
const ITEMS: i32 = 341;
/** 56 KiB of words and 8 KiB of items. */
const PAGES_PER_MIB: i32 = 16;

/** 64 KiB with everything that hangs on it. */
class Page {
  private readonly words: Int32Array = new Int32Array(WORDS);
  private items: Item | null = null;

  constructor(private readonly number: i32) {
    for (let i = 0; i < ITEMS; i++) this.items = new Item(this.items, number + i);
    for (let i = 0; i < WORDS; i += 512) this.words[i] = number ^ i;
  }

  /** Sum of the items. Throws when a word is not what it was set to. */
  check(): f64 {
    for (let i = 0; i < WORDS; i += 512) {
      if (this.words[i] !== (this.number ^ i)) throw new Exception(`gc_3gib: page ${this.number} is damaged`);
    }
    let sum: f64 = 0;
    let item = this.items;
    while (item !== null) {
      sum += item.value;
      item = item.next;
    }
    return sum;
  }
}

function fill(mib: i32): Page[] {
  const pages: Page[] = [];
  for (let i = 0; i < mib * PAGES_PER_MIB; i++) pages.push(new Page(i));
  return pages;
}

function checkAll(pages: Page[]): f64 {
  let sum: f64 = 0;
  for (const page of pages) sum += page.check();
  const count: f64 = pages.length;
  const expected = ITEMS * (count * (count - 1)) / 2 + count * ((ITEMS * (ITEMS - 1)) >> 1);
  if (sum !== expected) throw new Exception(`gc_3gib: sum ${sum}, not ${expected}`);
  return sum;
}

/** Replaces every fourth page by one like it. */
function replace(pages: Page[]): void {
  for (let i = 0; i < pages.length; i += 4) pages[i] = new Page(i);
}

/** Fills, changes and checks `n` MiB; the sum over all items. */
export function run(n: i32): f64 {
  const pages = fill(n);
  replace(pages);
  return checkAll(pages);
}

export function defaultSize(): i32 {
  return 3072;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  const start = clock();
  const pages = fill(size);
  const filled = clock();
  replace(pages);
  const replaced = clock();
  const sum = checkAll(pages);
  const end = clock();
  print(`checksum: ${sum}`);
  print(`live heap: ${size} MiB`);
  print(`time to fill: ${(filled - start).toFixed(1)} ms`);
  print(`time to replace a quarter: ${(replaced - filled).toFixed(1)} ms`);
  print(`time to read back: ${(end - replaced).toFixed(1)} ms`);
  print(`heap: ${(gcStat(GcStat.HeapBytes) / 1048576).toFixed(1)} MiB`);
  print(`major collections: ${gcStat(GcStat.MajorCollections)}`);
  print(`minor pause maximum: ${gcStat(GcStat.MaxMinorMs).toFixed(3)} ms`);
  print(`step maximum: ${gcStat(GcStat.MaxStepMs).toFixed(3)} ms`);
  return 0;
}
