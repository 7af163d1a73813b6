/**
 * Decompression (RFC 1951). Input comes in pieces: a step that lacks bits is taken back, and tried again when there are
 * more. Output stands in one sink from the beginning, so that distances reach all of it.
 */
import { arrayCopy, Exception, type i32 } from "@rts";
import { ByteSink } from "./bytes.ts";
import { HuffmanTable, MAX_BITS } from "./huffman.ts";

/** Data that cannot be decompressed. */
export class InflateError extends Exception {}
/** A step needs more input than there is. */
class NeedInput extends Exception {}
const needInput: NeedInput = new NeedInput("input");

const LENGTH_BASE: Int32Array = new Int32Array(29);
const LENGTH_EXTRA: Int32Array = new Int32Array(29);
const DISTANCE_BASE: Int32Array = new Int32Array(30);
const DISTANCE_EXTRA: Int32Array = new Int32Array(30);
for (let i = 0, base = 3; i < 28; i++) {
  LENGTH_EXTRA[i] = i < 8 ? 0 : (i >> 2) - 1;
  LENGTH_BASE[i] = base;
  base += 1 << LENGTH_EXTRA[i]!;
}
LENGTH_BASE[28] = 258;
for (let i = 0, base = 1; i < 30; i++) {
  DISTANCE_EXTRA[i] = i < 4 ? 0 : (i >> 1) - 1;
  DISTANCE_BASE[i] = base;
  base += 1 << DISTANCE_EXTRA[i]!;
}
export { DISTANCE_BASE, DISTANCE_EXTRA, LENGTH_BASE, LENGTH_EXTRA };

/** Order in which the lengths of the code of lengths come. */
export const LENGTH_ORDER: Int32Array = new Int32Array([
  16,
  17,
  18,
  0,
  8,
  7,
  9,
  6,
  10,
  5,
  11,
  4,
  12,
  3,
  13,
  2,
  14,
  1,
  15,
]);

const fixedLengths = new Uint8Array(288);
fixedLengths.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288);
const FIXED_LITERALS: HuffmanTable = new HuffmanTable(fixedLengths, 0, 288);
const FIXED_DISTANCES: HuffmanTable = new HuffmanTable(new Uint8Array(30).fill(5), 0, 30);

const enum Phase {
  Header,
  Stored,
  Codes,
  Done,
}

export class Inflater {
  readonly out: ByteSink = new ByteSink();
  /** Input not used yet: from `at` up to `end`. */
  input: Uint8Array = new Uint8Array(0);
  at: i32 = 0;
  end: i32 = 0;
  private bits: i32 = 0;
  private bitCount: i32 = 0;
  private phase: i32 = Phase.Header;
  private isLast: boolean = false;
  /** Bytes left of a stored block. */
  private stored: i32 = 0;
  private literals: HuffmanTable = FIXED_LITERALS;
  private distances: HuffmanTable = FIXED_DISTANCES;

  /** Adds input behind what is left. */
  feed(data: Uint8Array, from: i32, count: i32): void {
    const left = this.end - this.at;
    const joined = new Uint8Array(left + count);
    arrayCopy(this.input, this.at, joined, 0, left);
    arrayCopy(data, from, joined, left, count);
    this.input = joined;
    this.at = 0;
    this.end = left + count;
  }

  copy(): Inflater {
    const copy = new Inflater();
    copy.out.append(this.out.data, 0, this.out.length);
    copy.feed(this.input, this.at, this.end - this.at);
    copy.bits = this.bits;
    copy.bitCount = this.bitCount;
    copy.phase = this.phase;
    copy.isLast = this.isLast;
    copy.stored = this.stored;
    copy.literals = this.literals;
    copy.distances = this.distances;
    return copy;
  }

  isDone(): boolean {
    return this.phase === Phase.Done;
  }

  /** Decompresses until the input is used up, the data ends, or the output has `limit` bytes. Throws InflateError. */
  run(limit: i32): void {
    while (this.phase !== Phase.Done && this.out.length < limit) {
      const at = this.at;
      const bits = this.bits;
      const bitCount = this.bitCount;
      try {
        this.step(limit);
      } catch (e) {
        if (!(e instanceof NeedInput)) throw e;
        // A header is read anew from its beginning; the other steps have taken back what they must.
        if (this.phase === Phase.Header) {
          this.at = at;
          this.bits = bits;
          this.bitCount = bitCount;
        }
        return;
      }
    }
  }

  /** A header, part of a stored block, or a literal or copy. */
  private step(limit: i32): void {
    if (this.phase === Phase.Header) this.header();
    else if (this.phase === Phase.Stored) this.copyStored(limit);
    else this.symbol(limit);
  }

  private take(count: i32): i32 {
    while (this.bitCount < count) {
      if (this.at === this.end) throw needInput;
      this.bits |= this.input[this.at++] << this.bitCount;
      this.bitCount += 8;
    }
    const value = this.bits & ((1 << count) - 1);
    this.bits = (this.bits >>> count) | 0;
    this.bitCount -= count;
    return value;
  }

  private header(): void {
    const isLast = this.take(1) === 1;
    const kind = this.take(2);
    if (kind === 0) this.storedHeader();
    else if (kind === 1) {
      this.literals = FIXED_LITERALS;
      this.distances = FIXED_DISTANCES;
      this.phase = Phase.Codes;
    } else if (kind === 2) {
      this.readCodes();
      this.phase = Phase.Codes;
    } else throw new InflateError("invalid block type");
    this.isLast = isLast;
  }

  private storedHeader(): void {
    this.take(this.bitCount & 7);
    const length = this.take(16);
    const inverse = this.take(16);
    if (length !== (~inverse & 0xffff)) throw new InflateError("invalid stored block lengths");
    this.stored = length;
    this.phase = Phase.Stored;
  }

  private copyStored(limit: i32): void {
    if (this.stored === 0) {
      this.endBlock();
      return;
    }
    if (this.bitCount > 0) {
      this.out.push(this.take(8));
      this.stored--;
      return;
    }
    const count = Math.min(Math.min(this.stored, this.end - this.at), limit - this.out.length);
    if (count === 0) throw needInput;
    this.out.append(this.input, this.at, count);
    this.at += count;
    this.stored -= count;
  }

  private endBlock(): void {
    this.phase = this.isLast ? Phase.Done : Phase.Header;
    if (!this.isLast) return;
    // Whole bytes that were taken into the bits go back.
    this.at -= this.bitCount >> 3;
    this.bits = 0;
    this.bitCount = 0;
  }

  private readCodes(): void {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    const count = this.take(4) + 4;
    if (literals > 286 || distances > 30) throw new InflateError("too many length or distance symbols");
    const lengths = new Uint8Array(320);
    for (let i: i32 = 0; i < count; i++) lengths[LENGTH_ORDER[i]] = this.take(3);
    const table = new HuffmanTable(lengths, 0, 19);
    if (table.left !== 0) throw new InflateError("invalid code lengths set");
    lengths.fill(0, 0, 19);
    this.readLengths(table, lengths, literals + distances);
    if (lengths[256] === 0) throw new InflateError("invalid code -- missing end-of-block");
    const literalTable = new HuffmanTable(lengths, 0, literals);
    if (isBad(literalTable, literals)) throw new InflateError("invalid literal/lengths set");
    const distanceTable = new HuffmanTable(lengths, literals, distances);
    if (isBad(distanceTable, distances)) throw new InflateError("invalid distances set");
    this.literals = literalTable;
    this.distances = distanceTable;
  }

  private readLengths(table: HuffmanTable, lengths: Uint8Array, count: i32): void {
    let at: i32 = 0;
    while (at < count) {
      const symbol = this.decode(table);
      if (symbol < 16) {
        lengths[at++] = symbol;
        continue;
      }
      let value: i32 = 0;
      let times: i32;
      if (symbol === 16) {
        if (at === 0) throw new InflateError("invalid bit length repeat");
        value = lengths[at - 1];
        times = 3 + this.take(2);
      } else times = symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
      if (at + times > count) throw new InflateError("invalid bit length repeat");
      for (; times > 0; times--) lengths[at++] = value;
    }
  }

  private decode(table: HuffmanTable): i32 {
    let code: i32 = 0, first: i32 = 0, index: i32 = 0;
    for (let length: i32 = 1; length <= MAX_BITS; length++) {
      code |= this.take(1);
      const count = table.counts[length];
      if (code - count < first) return table.symbols[index + (code - first)];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }

  private symbol(limit: i32): void {
    // Literals in a row, without a step for each.
    for (;;) {
      const at = this.at, bits = this.bits, bitCount = this.bitCount;
      try {
        const symbol = this.decode(this.literals);
        if (symbol > 256) this.copyBack(symbol - 257);
        else if (symbol === 256) this.endBlock();
        else if (symbol < 0) throw new InflateError("invalid literal/length code");
        else this.out.push(symbol);
        if (symbol === 256 || this.out.length >= limit) return;
      } catch (e) {
        // What lacks input is tried again from its beginning.
        this.at = at;
        this.bits = bits;
        this.bitCount = bitCount;
        throw e;
      }
    }
  }

  private copyBack(code: i32): void {
    if (code >= 29) throw new InflateError("invalid literal/length code");
    const length = LENGTH_BASE[code] + this.take(LENGTH_EXTRA[code]);
    const symbol = this.decode(this.distances);
    if (symbol < 0 || symbol >= 30) throw new InflateError("invalid distance code");
    const distance = DISTANCE_BASE[symbol] + this.take(DISTANCE_EXTRA[symbol]);
    if (distance > this.out.length) throw new InflateError("invalid distance too far back");
    this.out.repeat(distance, length);
  }
}

/** Codes may be incomplete only where there is a single one. */
function isBad(table: HuffmanTable, count: i32): boolean {
  return table.left !== 0 && (table.left < 0 || count !== table.counts[0] + table.counts[1]);
}
