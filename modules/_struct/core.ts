/**
 * Formats of `struct` and the values that they lay out in bytes, as CPython 3.10 on 64-bit Linux; free of Python
 * objects. A format is a list of runs: one code, how many, where. What goes wrong is a {@link Status}; `MESSAGES`
 * and {@link rangeMessage} word it.
 *
 * All functions trust that the item is inside the array: the caller compares with {@link Layout.size} first.
 */
import { type bool, type f64, f64Bits, f64FromBits, type i32, type i64, i64ToI32 } from "@rts";

/** What a function found. */
export enum Status {
  Ok,
  BadChar,
  CountWithoutCode,
  TooLong,
  EmbeddedNull,
  /** An integer that no C type holds; also a negative one where an unsigned is needed. */
  OutOfRange,
  /** An integer beyond the code's type: {@link rangeMessage}. */
  CodeRange,
  /** For `P`, and for floats when the value was an int: struct.error. */
  IntTooLarge,
  /** Of the code `e`: OverflowError, or IntTooLarge when the value was an int. */
  HalfOverflow,
  /** Of the code `f`: likewise. */
  FloatOverflow,
}

/** The texts of {@link Status} as Python words them; those of {@link Status.CodeRange} are {@link rangeMessage}'s. */
export const MESSAGES: readonly string[] = [
  "",
  "bad char in struct format",
  "repeat count given without format specifier",
  "total struct size too long",
  "embedded null character",
  "argument out of range",
  "",
  "int too large to convert",
  "float too large to pack with e format",
  "float too large to pack with f format",
];
/** `struct.error` for a value of the wrong type. */
export const NOT_AN_INTEGER = "required argument is not an integer";
/** Likewise, for `e`, `f` and `d`. */
export const NOT_A_FLOAT = "required argument is not a float";
/** Likewise, for `c`. */
export const NOT_A_CHAR = "char format requires a bytes object of length 1";
/** Likewise, for `s`. */
export const NOT_BYTES_S = "argument for 's' must be a bytes object";
/** Likewise, for `p`. */
export const NOT_BYTES_P = "argument for 'p' must be a bytes object";

/** SystemError: unpacking `0p`. */
export const ZERO_PASCAL = "Negative size passed to PyBytes_FromStringAndSize";

/** What values a code takes. */
export enum Kind {
  Pad,
  Char,
  Signed,
  Unsigned,
  Bool,
  Float,
  /** `s` */
  Bytes,
  /** `p` */
  Pascal,
}

/** A row of the tables: letter, kind, size, alignment. */
type Row = readonly [string, Kind, number, number];

const SHARED_ROWS: readonly Row[] = [
  ["x", Kind.Pad, 1, 1],
  ["b", Kind.Signed, 1, 1],
  ["B", Kind.Unsigned, 1, 1],
  ["c", Kind.Char, 1, 1],
  ["s", Kind.Bytes, 1, 1],
  ["p", Kind.Pascal, 1, 1],
  ["?", Kind.Bool, 1, 1],
  ["h", Kind.Signed, 2, 2],
  ["H", Kind.Unsigned, 2, 2],
  ["i", Kind.Signed, 4, 4],
  ["I", Kind.Unsigned, 4, 4],
  ["q", Kind.Signed, 8, 8],
  ["Q", Kind.Unsigned, 8, 8],
  ["e", Kind.Float, 2, 2],
  ["f", Kind.Float, 4, 4],
  ["d", Kind.Float, 8, 8],
];
const STANDARD_ROWS: readonly Row[] = [["l", Kind.Signed, 4, 1], ["L", Kind.Unsigned, 4, 1]];
const NATIVE_ROWS: readonly Row[] = [
  ["l", Kind.Signed, 8, 8],
  ["L", Kind.Unsigned, 8, 8],
  ["n", Kind.Signed, 8, 8],
  ["N", Kind.Unsigned, 8, 8],
  ["P", Kind.Unsigned, 8, 8],
];

/** Kind, size and alignment by letter; size 0 where there is no such code. */
class Table {
  readonly kinds: Uint8Array = new Uint8Array(128);
  readonly sizes: Uint8Array = new Uint8Array(128);
  readonly alignments: Uint8Array = new Uint8Array(128);

  fill(rows: readonly (readonly [string, number, number, number])[], isNative: boolean): Table {
    for (const [letter, kind, size, alignment] of rows) {
      const at = letter.charCodeAt(0);
      this.kinds[at] = kind;
      this.sizes[at] = size;
      this.alignments[at] = isNative ? alignment : 1;
    }
    return this;
  }
}

const NATIVE: Table = new Table().fill(SHARED_ROWS, true).fill(NATIVE_ROWS, true);
const STANDARD: Table = new Table().fill(SHARED_ROWS, false).fill(STANDARD_ROWS, false);

/** Items of one code that stand one after another. */
export class Run {
  constructor(
    /** The letter. */
    readonly code: i32,
    readonly kind: Kind,
    /** Where the first item stands. */
    readonly offset: i32,
    /** Bytes of an item; of `s` and `p`, of the whole. */
    readonly size: i32,
    /** How many items; 1 for `s` and `p`. */
    readonly count: i32,
    readonly isBig: bool,
    readonly isNative: bool,
  ) {}
}

/** A format that was read. Without padding, which takes no values, there is a run for each code. */
export class Layout {
  status: Status = Status.Ok;
  /** Bytes. Above 2**31 - 1 the runs are worthless: nothing of that size can be packed. */
  size: i64 = 0n;
  /** How many values. */
  itemCount: i64 = 0n;
  readonly runs: Run[] = [];
}

const MAX_SIZE: i64 = 9223372036854775807n;
const MAX_INDEX: i64 = 2147483647n;

function isDigit(ch: i32): bool {
  return ch >= 48 && ch <= 57;
}

/** The letter P. */
const CODE_P = 80;

/** Reads a format through its characters. */
class Parser {
  readonly layout: Layout = new Layout();
  private at: i32 = 0;
  private isBig: bool = false;
  private isNative: bool = true;

  constructor(private readonly format: Uint8Array, private readonly length: i32) {}

  parse(): Status {
    this.prefix();
    while (this.at < this.length) {
      const ch = this.format[this.at++];
      if (ch === 32 || (ch >= 9 && ch <= 13)) continue;
      const status = this.item(ch);
      if (status !== Status.Ok) return status;
    }
    return Status.Ok;
  }

  private prefix(): void {
    if (this.length === 0) return;
    const ch = this.format[0];
    if (ch === 60 || ch === 61 || ch === 62 || ch === 33) this.isNative = false; // < = > !
    else if (ch !== 64) return; // @
    this.isBig = ch === 62 || ch === 33;
    this.at = 1;
  }

  /** A code that begins with `ch`, perhaps with a count before it. */
  private item(ch: i32): Status {
    let count: i64 = 1n;
    if (isDigit(ch)) {
      count = BigInt(ch - 48);
      for (;;) {
        if (this.at >= this.length) return Status.CountWithoutCode;
        ch = this.format[this.at++];
        if (!isDigit(ch)) break;
        const digit = BigInt(ch - 48);
        if (count > (MAX_SIZE - digit) / 10n) return Status.TooLong;
        count = count * 10n + digit;
      }
    }
    const table: Table = this.isNative ? NATIVE : STANDARD;
    if (ch >= 128 || table.sizes[ch] === 0) return Status.BadChar;
    return this.add(ch, count, table);
  }

  private add(ch: i32, count: i64, table: Table): Status {
    const layout = this.layout;
    const size = BigInt(table.sizes[ch]), alignment = BigInt(table.alignments[ch]), kind = table.kinds[ch];
    if (layout.size > MAX_SIZE - (alignment - 1n)) return Status.TooLong;
    const offset = (layout.size + (alignment - 1n)) / alignment * alignment;
    if (count > (MAX_SIZE - offset) / size) return Status.TooLong;
    layout.size = offset + count * size;
    if (kind === Kind.Pad) return Status.Ok;
    const isText = kind === Kind.Bytes || kind === Kind.Pascal;
    layout.itemCount += isText ? 1n : count;
    if (layout.size <= MAX_INDEX && (isText || count > 0n)) {
      const total = i64ToI32(count), width: i32 = isText ? total : table.sizes[ch];
      const items: i32 = isText ? 1 : total;
      layout.runs.push(new Run(ch, kind, i64ToI32(offset), width, items, this.isBig, this.isNative));
    }
    return Status.Ok;
  }
}

/** Reads the format in the first `length` bytes of `format`; look at the layout's `status` first. */
export function parseFormat(format: Uint8Array, length: i32): Layout {
  const parser = new Parser(format, length);
  parser.layout.status = parser.parse();
  for (let i = 0; i < length; i++) if (format[i] === 0) parser.layout.status = Status.EmbeddedNull;
  return parser.layout;
}

/** Puts the low `size` bytes of `value` at `at`. */
function putWord(value: i64, size: i32, isBig: bool, out: Uint8Array, at: i32): void {
  if (size === 8) {
    const low = i64ToI32(value), high = i64ToI32(value >> 32n);
    putBytes(isBig ? high : low, 4, isBig, out, at);
    putBytes(isBig ? low : high, 4, isBig, out, at + 4);
  } else {
    putBytes(i64ToI32(value), size, isBig, out, at);
  }
}

/** Puts the low `size` bytes of `value`, 4 at most, at `at`. */
function putBytes(value: i32, size: i32, isBig: bool, out: Uint8Array, at: i32): void {
  for (let i = 0; i < size; i++) {
    out[isBig ? at + size - 1 - i : at + i] = value & 255;
    value >>= 8;
  }
}

/** The `size` bytes at `at`, 4 at most. */
function getBytes(data: Uint8Array, at: i32, size: i32, isBig: bool): i32 {
  let value: i32 = 0;
  for (let i = 0; i < size; i++) value = (value << 8) | data[isBig ? at + i : at + size - 1 - i];
  return value;
}

function getWord(data: Uint8Array, at: i32, isBig: bool): i64 {
  const first = BigInt(getBytes(data, at, 4, isBig)), second = BigInt(getBytes(data, at + 4, 4, isBig));
  const high = isBig ? first : second, low = isBig ? second : first;
  return (high * 4294967296n) | (low & 4294967295n);
}

/**
 * Packs an integer of a run of kind Signed or Unsigned. `value` holds it; with `isAbove` it is 2**64 more, from
 * 2**63 to 2**64 - 1. For an integer beyond 64 bits the status is {@link beyondStatus}.
 */
export function packInt(run: Run, value: i64, isAbove: bool, out: Uint8Array, at: i32): Status {
  const size = run.size;
  if (run.kind === Kind.Signed) {
    if (isAbove) return beyondStatus(run);
    if (size < 8) {
      const half: i64 = 1n << BigInt(8 * size - 1);
      if (value < -half || value >= half) return Status.CodeRange;
    }
  } else if (size === 1 || (size === 2 && !run.isBig)) { // through a signed C long
    if (isAbove) return Status.OutOfRange;
    if (value < 0n || value >= 1n << BigInt(8 * size)) return Status.CodeRange;
  } else {
    // A pointer may be negative.
    if (value < 0n && !isAbove && run.code !== CODE_P) return beyondStatus(run);
    if (size < 8 && (isAbove || value >= 1n << BigInt(8 * size))) return Status.CodeRange;
  }
  putWord(value, size, run.isBig, out, at);
  return Status.Ok;
}

/** The status of an integer that no C integer holds, as of any of more than 64 bits. */
export function beyondStatus(run: Run): Status {
  return run.code === CODE_P || (run.size === 8 && run.isBig) ? Status.IntTooLarge : Status.OutOfRange;
}

/** Signed and unsigned, of 2 and of 4 bytes. */
const RANGES: readonly string[] = [
  "-32768 <= number <= 32767",
  "0 <= number <= 65535",
  "-2147483648 <= number <= 2147483647",
  "0 <= number <= 4294967295",
];

/** What is wrong with a number beyond the type of the code ({@link Status.CodeRange}). */
export function rangeMessage(run: Run): string {
  const isSigned = run.kind === Kind.Signed;
  if (run.size === 1) {
    return isSigned
      ? "byte format requires -128 <= number <= 127"
      : "ubyte format requires 0 <= number <= 255";
  }
  if (run.size === 2 && !run.isBig) {
    return isSigned
      ? "short format requires (-0x7fff - 1) <= number <= 0x7fff"
      : "ushort format requires 0 <= number <= (0x7fff * 2 + 1)";
  }
  const range = RANGES[(run.size === 2 ? 0 : 2) + (isSigned ? 0 : 1)];
  return `'${String.fromCharCode(run.code)}' format requires ${range}`;
}

/** The integer at `at`. One of 8 bytes of kind Unsigned is to be read as a `u64`. */
export function unpackInt(run: Run, data: Uint8Array, at: i32): i64 {
  const size = run.size;
  if (size === 8) return getWord(data, at, run.isBig);
  const value = getBytes(data, at, size, run.isBig);
  if (run.kind === Kind.Unsigned) return BigInt(value) & 4294967295n;
  const shift = 32 - 8 * size;
  return BigInt((value << shift) >> shift);
}

/** Packs a truth value. */
export function packBool(value: bool, out: Uint8Array, at: i32): void {
  out[at] = value ? 1 : 0;
}

/** The truth value at `at`. */
export function unpackBool(data: Uint8Array, at: i32): bool {
  return data[at] !== 0;
}

/** Packs a number of a run of kind Float. */
export function packFloat(run: Run, value: f64, out: Uint8Array, at: i32): Status {
  if (run.size === 8) {
    putWord(f64Bits(value), 8, run.isBig, out, at);
    return Status.Ok;
  }
  const isFinite = value - value === 0.0;
  if (run.size === 4) {
    const single = Math.fround(value);
    // The native code lets C convert, which gives an infinity.
    if (!run.isNative && isFinite && single - single !== 0.0) return Status.FloatOverflow;
    putBytes(singleBits(single), 4, run.isBig, out, at);
    return Status.Ok;
  }
  if (isFinite && Math.abs(value) >= 65520.0) return Status.HalfOverflow;
  putBytes(halfBits(value), 2, run.isBig, out, at);
  return Status.Ok;
}

/** The number at `at`. */
export function unpackFloat(run: Run, data: Uint8Array, at: i32): f64 {
  if (run.size === 8) return f64FromBits(getWord(data, at, run.isBig));
  const bits = getBytes(data, at, run.size, run.isBig);
  return run.size === 4 ? singleFromBits(bits) : halfFromBits(bits);
}

/** 2 to the power of `exponent`, from -1022 to 1023. */
function power(exponent: i32): f64 {
  return f64FromBits(BigInt(exponent + 1023) << 52n);
}

/** The bits of `value`, which is a 32-bit float. */
function singleBits(value: f64): i32 {
  const bits = f64Bits(value);
  const sign: i32 = bits < 0n ? 1 << 31 : 0;
  const exponent = i64ToI32(bits >> 52n) & 2047;
  const mantissa = i64ToI32(bits >> 29n) & 0x7fffff;
  if (exponent === 2047) return sign | 0x7f800000 | mantissa | (value === value ? 0 : 0x400000);
  if (exponent >= 897) return sign | ((exponent - 896) << 23) | mantissa;
  return sign | (Math.abs(value) * power(149) | 0);
}

function singleFromBits(bits: i32): f64 {
  const exponent = (bits >> 23) & 255, mantissa = bits & 0x7fffff;
  let magnitude: f64 = 0;
  if (exponent === 0) magnitude = mantissa * power(-149);
  else {
    const wide: i32 = exponent === 255 ? 2047 : exponent + 896;
    const quiet: i32 = exponent === 255 && mantissa !== 0 ? 0x400000 : 0;
    magnitude = f64FromBits((BigInt(wide) << 52n) | (BigInt(mantissa | quiet) << 29n));
  }
  return bits < 0 ? -magnitude : magnitude;
}

/** `value` to the nearest integer, to the even one of two. */
function roundEven(value: f64): i32 {
  const low = Math.floor(value) | 0, rest = value - low;
  return rest > 0.5 || (rest === 0.5 && (low & 1) !== 0) ? low + 1 : low;
}

/** The bits of the half float next to `value`, which is below 65520 or not finite. */
function halfBits(value: f64): i32 {
  const wide = f64Bits(value);
  const sign: i32 = wide < 0n ? 0x8000 : 0, magnitude = Math.abs(value);
  if (value !== value) return sign | 0x7e00;
  if (magnitude - magnitude !== 0.0) return sign | 0x7c00;
  if (magnitude < power(-14)) return sign | roundEven(magnitude * power(24));
  const exponent = (i64ToI32(wide >> 52n) & 2047) - 1023;
  // Rounding up may carry into the exponent, as it should.
  return sign | (((exponent + 14) << 10) + roundEven(magnitude * power(10 - exponent)));
}

function halfFromBits(bits: i32): f64 {
  const exponent = (bits >> 10) & 31, mantissa = bits & 1023;
  let magnitude: f64 = 0;
  if (exponent === 31) magnitude = mantissa === 0 ? Infinity : NaN;
  else if (exponent === 0) magnitude = mantissa * power(-24);
  else magnitude = (1024 + mantissa) * power(exponent - 25);
  return (bits & 0x8000) !== 0 ? -magnitude : magnitude;
}

/** Packs `length` bytes of `from` as `s` does: cut or filled with zeros. */
export function packBytes(run: Run, from: Uint8Array, length: i32, out: Uint8Array, at: i32): void {
  for (let i = 0; i < run.size; i++) out[at + i] = i < length ? from[i] : 0;
}

/** Packs `length` bytes of `from` as `p` does: their number, 255 at most, and as many as there is room for. */
export function packPascal(run: Run, from: Uint8Array, length: i32, out: Uint8Array, at: i32): void {
  if (run.size === 0) return;
  const count = Math.min(length, run.size - 1);
  out[at] = Math.min(count, 255);
  for (let i = 1; i < run.size; i++) out[at + i] = i <= count ? from[i - 1] : 0;
}

/** How many bytes a `p` at `at` holds; they begin at `at + 1`. -1 of a `0p`: SystemError({@link ZERO_PASCAL}). */
export function pascalLength(run: Run, data: Uint8Array, at: i32): i32 {
  return run.size === 0 ? -1 : Math.min(data[at], run.size - 1);
}
