/** Canonical Huffman codes (RFC 1951, 3.2.2): from lengths to codes, and decoding bit by bit. */
import type { i32 } from "@rts";

/** Longest code. */
export const MAX_BITS: i32 = 15;

/** Codes of given lengths: how many there are of each length, and the symbols in the order of their codes. */
export class HuffmanTable {
  readonly counts: Int32Array = new Int32Array(MAX_BITS + 1);
  readonly symbols: Int32Array;
  /** Codes that no symbol has (0 for a complete code); negative when there are too many codes. */
  left: i32 = 1;

  constructor(lengths: Uint8Array, from: i32, count: i32) {
    this.symbols = new Int32Array(count);
    for (let i: i32 = 0; i < count; i++) this.counts[lengths[from + i]] = this.counts[lengths[from + i]] + 1;
    for (let length: i32 = 1; length <= MAX_BITS && this.left >= 0; length++) {
      this.left = 2 * this.left - this.counts[length];
    }
    const offsets = new Int32Array(MAX_BITS + 2);
    for (let length: i32 = 1; length <= MAX_BITS; length++) {
      offsets[length + 1] = offsets[length] + this.counts[length];
    }
    for (let i: i32 = 0; i < count; i++) {
      const length: i32 = lengths[from + i];
      if (length === 0) continue;
      this.symbols[offsets[length]] = i;
      offsets[length] = offsets[length] + 1;
    }
  }
}
