/**
 * Bit sets of a fixed universe, packed into the rows of one typed array: what the data-flow passes compute with.
 * Row `r` of a table is the set of block (or instruction) number `r`; all rows are as long.
 */

/** A table of bit sets, all over the same universe of `size` elements. */
export class BitTable {
  /** Words in a row. */
  readonly words: number;
  readonly data: Int32Array;

  constructor(readonly rows: number, readonly size: number) {
    this.words = (size + 31) >>> 5;
    this.data = new Int32Array(rows * this.words);
  }

  has(row: number, bit: number): boolean {
    return (this.data[row * this.words + (bit >>> 5)] >>> (bit & 31) & 1) !== 0;
  }
  add(row: number, bit: number): void {
    this.data[row * this.words + (bit >>> 5)] |= 1 << (bit & 31);
  }
  delete(row: number, bit: number): void {
    this.data[row * this.words + (bit >>> 5)] &= ~(1 << (bit & 31));
  }
  /** Makes every row the full set; bits past the universe are set too, and mean nothing. */
  fill(): void {
    this.data.fill(-1);
  }
  /** A view of one row; writing to it writes the table. */
  row(row: number): Bits {
    return this.data.subarray(row * this.words, (row + 1) * this.words);
  }
}

/** One set: a row of a table, or a set of its own. */
export type Bits = Int32Array;

/** An empty set over `size` elements. */
export function emptyBits(size: number): Bits {
  return new Int32Array((size + 31) >>> 5);
}
export function hasBit(set: Bits, bit: number): boolean {
  return (set[bit >>> 5] >>> (bit & 31) & 1) !== 0;
}
export function addBit(set: Bits, bit: number): void {
  set[bit >>> 5] |= 1 << (bit & 31);
}
export function deleteBit(set: Bits, bit: number): void {
  set[bit >>> 5] &= ~(1 << (bit & 31));
}
/** `to |= from`. */
export function unite(to: Bits, from: Bits): void {
  for (let i = 0; i < to.length; i++) to[i] |= from[i];
}
/** `to &= from`. */
export function intersect(to: Bits, from: Bits): void {
  for (let i = 0; i < to.length; i++) to[i] &= from[i];
}
/** `to &= ~from`. */
export function subtract(to: Bits, from: Bits): void {
  for (let i = 0; i < to.length; i++) to[i] &= ~from[i];
}
export function sameBits(a: Bits, b: Bits): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
/** Calls `visit` on each element, in ascending order. `set` may change meanwhile, words already begun do not count. */
export function forEachBit(set: Bits, visit: (bit: number) => void): void {
  for (let i = 0; i < set.length; i++) {
    for (let word = set[i]; word !== 0; word &= word - 1) visit(i * 32 + 31 - Math.clz32(word & -word));
  }
}
/** The elements in ascending order. */
export function elementsOf(set: Bits): number[] {
  const elements: number[] = [];
  forEachBit(set, (bit) => elements.push(bit));
  return elements;
}
/** The smallest number that is not in `set`; it may lie past its universe. */
export function firstMissing(set: Bits): number {
  for (let i = 0; i < set.length; i++) {
    const missing = ~set[i];
    if (missing !== 0) return i * 32 + 31 - Math.clz32(missing & -missing);
  }
  return set.length * 32;
}
