/**
 * Texts of `RBigInt` in bases 2 to 36, both ways, in time below the square: long numbers are split at powers
 * `chunk^(2^k)`, where `chunk` is the largest power of the base that is a digit. Bases that are powers of two
 * only move bits.
 */
import { arrayCopy, type f64, f64ToI32, type i32, i32ToI64, type i64, i64ToI32, StringBuilder } from "@rts";
import { natMulDigit, natSize, SHIFT } from "./natural.ts";
import { RBigInt } from "./rbigint.ts";
import { add, divmodTruncated, mul, square } from "./arith.ts";
import { bitLength } from "./bits.ts";

/** Up to this count of digits a text is made by repeated division by a chunk (measured). */
const SHORT_TEXT: i32 = 24;
/** Up to this count of characters a number is read chunk by chunk (measured). */
const SHORT_NUMBER: i32 = 600;
/** A decimal power of at most this index stays in {@link DECIMAL_POWERS}. */
const KEPT_POWERS: i32 = 12;

/** For each base: characters of a chunk. */
const CHUNK_WIDTH: Int32Array = new Int32Array(37);
/** For each base: the chunk, below 2^30. */
const CHUNK: Int32Array = new Int32Array(37);
/** For each base: the logarithm of 2 to it, rounded up. */
const CHARACTERS_PER_BIT: Float64Array = new Float64Array(37);
for (let base = 2; base <= 36; base++) {
  let chunk = base;
  let width = 1;
  while (chunk * base < 0x40000000) {
    chunk *= base;
    width++;
  }
  CHUNK[base] = chunk;
  CHUNK_WIDTH[base] = width;
  CHARACTERS_PER_BIT[base] = Math.log(2) / Math.log(base) * (1 + 1e-15);
}
/** `10^(9 * 2^k)` for k = 0, 1, …, as far as they have been needed. */
const DECIMAL_POWERS: RBigInt[] = [];

function digitUnit(digit: i32): i32 {
  return digit < 10 ? 48 + digit : 87 + digit;
}

/** The value of an ASCII digit or letter; 36 when it is neither. */
export function digitValue(unit: i32): i32 {
  if (unit >= 48 && unit <= 57) return unit - 48;
  if (unit >= 97 && unit <= 122) return unit - 87;
  if (unit >= 65 && unit <= 90) return unit - 55;
  return 36;
}

/** The powers to split at numbers of up to `size` digits: the last one is at least half as long. */
function powersFor(base: i32, size: i32): RBigInt[] {
  const powers: RBigInt[] = base === 10 ? DECIMAL_POWERS.slice() : [];
  if (powers.length === 0) powers.push(RBigInt.fromI32(CHUNK[base]));
  while (powers[powers.length - 1].size * 2 < size) {
    powers.push(square(powers[powers.length - 1]));
  }
  if (base === 10) {
    for (let i = DECIMAL_POWERS.length; i < powers.length && i <= KEPT_POWERS; i++) {
      DECIMAL_POWERS.push(powers[i]);
    }
  }
  return powers;
}

/** At least as many characters as the magnitude has in `base`, at most two more. */
export function estimateWidth(a: RBigInt, base: i32): i32 {
  const bits: f64 = bitLength(a);
  return f64ToI32(bits * CHARACTERS_PER_BIT[base]) + 1;
}

/** The text as ASCII: an optional minus, and the digits without leading zeros. */
export function toAscii(a: RBigInt, base: i32): Uint8Array {
  if (a.sign === 0) {
    const zero = new Uint8Array(1);
    zero[0] = 48;
    return zero;
  }
  const width = estimateWidth(a, base);
  const text = new Uint8Array(width);
  const bits = bitsOfBase(base);
  if (bits !== 0) writeBits(a, bits, text, width);
  else writeText(a, powersFor(base, a.size), base, text, 0, width);
  return trimmed(text, a.sign < 0);
}

/** Bits of a character when the base is a power of two, otherwise 0. */
function bitsOfBase(base: i32): i32 {
  return (base & (base - 1)) === 0 ? 31 - Math.clz32(base) : 0;
}

/** `text` without leading zeros, behind a minus. */
function trimmed(text: Uint8Array, negative: boolean): Uint8Array {
  let skip = 0;
  while (text[skip] === 48) skip++;
  const lead = negative ? 1 : 0;
  if (skip === lead) {
    if (negative) text[0] = 45;
    return text;
  }
  const result = new Uint8Array(text.length - skip + lead);
  arrayCopy(text, skip, result, lead, text.length - skip);
  if (negative) result[0] = 45;
  return result;
}

/** Writes the magnitude at the end of `text[0..width)`, `bits` bits a character. */
function writeBits(a: RBigInt, bits: i32, text: Uint8Array, width: i32): void {
  const mask: i64 = (1n << i32ToI64(bits)) - 1n;
  let pending: i64 = 0n;
  let count = 0;
  let at = width;
  for (let i = 0; i < a.size; i++) {
    pending = pending | (i32ToI64(a.digits[i]) << i32ToI64(count));
    count += SHIFT;
    while (count >= bits && at > 0) {
      at--;
      text[at] = digitUnit(i64ToI32(pending & mask));
      pending = pending >> i32ToI64(bits);
      count -= bits;
    }
  }
  while (at > 0) {
    at--;
    text[at] = digitUnit(i64ToI32(pending & mask));
    pending = pending >> i32ToI64(bits);
  }
}

/** Writes the magnitude as exactly `width` characters at `at`, by halves where it is long. */
function writeText(a: RBigInt, powers: RBigInt[], base: i32, text: Uint8Array, at: i32, width: i32): void {
  if (a.size <= SHORT_TEXT) {
    writeShort(a, base, text, at, width);
    return;
  }
  let level = powers.length - 1;
  while (level > 0 && powers[level].size * 2 > a.size + 1) level--;
  const low = CHUNK_WIDTH[base] << level;
  const pair = divmodTruncated(a, powers[level]);
  writeText(pair.quotient, powers, base, text, at, width - low);
  writeText(pair.remainder, powers, base, text, at + width - low, low);
}

/** {@link writeText} for short numbers: from the end, a chunk at a time. */
function writeShort(a: RBigInt, base: i32, text: Uint8Array, at: i32, width: i32): void {
  const rest = new Int32Array(a.size);
  arrayCopy(a.digits, 0, rest, 0, a.size);
  let size = a.size;
  let end = at + width;
  while (size > 0) {
    const value = base === 10 ? divideBillion(rest, size) : divideChunk(rest, size, CHUNK[base]);
    if (rest[size - 1] === 0) size--;
    const count = end - at < CHUNK_WIDTH[base] ? end - at : CHUNK_WIDTH[base];
    if (base === 10) writeDecimalChunk(value, text, end - count, count);
    else writeChunk(value, base, text, end - count, count);
    end -= count;
  }
  text.fill(48, at, end);
}

/** Divides in place; the remainder. */
function divideChunk(a: Int32Array, n: i32, divisor: i32): i32 {
  const d = i32ToI64(divisor);
  let rest: i64 = 0n;
  for (let i = n - 1; i >= 0; i--) {
    const value = (rest << 30n) | i32ToI64(a[i]);
    const quotient = value / d;
    a[i] = i64ToI32(quotient);
    rest = value - quotient * d;
  }
  return i64ToI32(rest);
}

/** {@link divideChunk} by 10^9, a constant: the engine multiplies instead. */
function divideBillion(a: Int32Array, n: i32): i32 {
  let rest: i64 = 0n;
  for (let i = n - 1; i >= 0; i--) {
    const value = (rest << 30n) | i32ToI64(a[i]);
    const quotient = value / 1000000000n;
    a[i] = i64ToI32(quotient);
    rest = value - quotient * 1000000000n;
  }
  return i64ToI32(rest);
}

/** {@link writeChunk} in base 10. */
function writeDecimalChunk(value: i32, text: Uint8Array, at: i32, count: i32): void {
  let rest = value;
  let i = at + count - 1;
  for (; i > at; i -= 2) {
    const next = (rest / 100) | 0;
    const two = rest - next * 100;
    const ten = (two / 10) | 0;
    text[i] = 48 + two - ten * 10;
    text[i - 1] = 48 + ten;
    rest = next;
  }
  if (i === at) text[i] = 48 + rest % 10;
}

/** Writes `value` as `count` characters at `at`. */
function writeChunk(value: i32, base: i32, text: Uint8Array, at: i32, count: i32): void {
  let rest = value;
  for (let i = at + count - 1; i >= at; i--) {
    const next = (rest / base) | 0;
    text[i] = digitUnit(rest - next * base);
    rest = next;
  }
}

/** The text in `base`, as {@link toAscii}. */
export function toString(a: RBigInt, base: i32): string {
  const text = toAscii(a, base);
  const builder = new StringBuilder();
  for (let i = 0; i < text.length; i++) builder.appendCode(text[i]);
  return builder.toString();
}

// --- reading ---

/** The number spelled by an optional sign and digits of `base`; null when it is none. */
export function parseText(text: string, base: i32): RBigInt | null {
  const length = text.length;
  const lead = length > 0 ? text.charCodeAt(0) : 0;
  const start = lead === 45 || lead === 43 ? 1 : 0;
  if (start === length) return null;
  const values = new Uint8Array(length - start);
  for (let i = start; i < length; i++) {
    const value = digitValue(text.charCodeAt(i));
    if (value >= base) return null;
    values[i - start] = value;
  }
  const magnitude = fromDigitValues(values, 0, length - start, base);
  return lead === 45 ? magnitude.neg() : magnitude;
}

/** The number whose digits in `base` are `values[start..start+count)`, the most significant first. */
export function fromDigitValues(values: Uint8Array, start: i32, count: i32, base: i32): RBigInt {
  const bits = bitsOfBase(base);
  if (bits !== 0) return readBits(values, start, count, bits);
  if (count <= SHORT_NUMBER) return readShort(values, start, count, base);
  const bitsOfAll: f64 = count / CHARACTERS_PER_BIT[base];
  const size = f64ToI32(bitsOfAll / 30.0) + 2;
  return readHalves(values, start, count, base, powersFor(base, size));
}

function readHalves(values: Uint8Array, start: i32, count: i32, base: i32, powers: RBigInt[]): RBigInt {
  if (count <= SHORT_NUMBER) return readShort(values, start, count, base);
  let level = powers.length - 1;
  while (level > 0 && CHUNK_WIDTH[base] << level >= count) level--;
  const low = CHUNK_WIDTH[base] << level;
  const upper = readHalves(values, start, count - low, base, powers);
  const lower = readHalves(values, start + count - low, low, base, powers);
  return add(mul(upper, powers[level]), lower);
}

/** Chunk by chunk. */
function readShort(values: Uint8Array, start: i32, count: i32, base: i32): RBigInt {
  const width = CHUNK_WIDTH[base];
  const digits = new Int32Array(((count / width) | 0) + 1);
  let size = 0;
  let at = start;
  const end = start + count;
  let piece = count % width;
  if (piece === 0) piece = width;
  while (at < end) {
    let value = 0;
    for (let i = 0; i < piece; i++) value = value * base + values[at + i];
    const top = natMulDigit(digits, digits, size, CHUNK[base], value);
    if (top !== 0) {
      digits[size] = top;
      size++;
    }
    at += piece;
    piece = width;
  }
  return RBigInt.normalized(1, digits, size);
}

/** `bits` bits a character. */
function readBits(values: Uint8Array, start: i32, count: i32, bits: i32): RBigInt {
  const characters: f64 = count;
  const n = f64ToI32(characters * bits / 30.0) + 1;
  const digits = new Int32Array(n);
  let pending: i64 = 0n;
  let held = 0;
  let size = 0;
  for (let i = start + count - 1; i >= start; i--) {
    pending = pending | (i32ToI64(values[i]) << i32ToI64(held));
    held += bits;
    if (held >= SHIFT) {
      digits[size] = i64ToI32(pending & 0x3fffffffn);
      size++;
      pending = pending >> 30n;
      held -= SHIFT;
    }
  }
  if (pending !== 0n) {
    digits[size] = i64ToI32(pending);
    size++;
  }
  return RBigInt.normalized(1, digits, natSize(digits, size));
}
