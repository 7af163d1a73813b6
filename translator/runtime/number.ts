/**
 * Texts of numbers, parsing, conversions and the parts of `Math` that are no Wasm instruction. Every result is
 * JavaScript's to the bit: what Wasm cannot do alike (texts of fractions, transcendental functions) the host's
 * JavaScript does, behind fast paths for the common integral cases.
 */
import {
  type bool,
  type f64,
  f64Bits,
  f64ToI32,
  f64ToI64,
  type FixedArray,
  type i32,
  type i64,
  i64ToF64,
  i64ToI32,
  i64ToU64,
  newFixedArray,
  type u32,
  type u64,
  u64ToI64,
  udiv,
  urem,
  wrap64,
  wrapU64,
} from "@rts";
import { newString, setUnit, unitsOf } from "@rts/intrinsics";
import {
  host_f64_fixed,
  host_f64_parse,
  host_f64_rem,
  host_f64_text,
  host_math1,
  host_math2,
} from "@rts/host";
import { takePending } from "./pending.ts";

const MIN_I32: i32 = -0x80000000;
const MAX_I32: i32 = 0x7fffffff;
const MINUS: i32 = 45;
const ZERO: i32 = 48;
/** The unit `a` less ten: the first digit above 9. */
const LETTERS: i32 = 87;
/** Integers up to here are exact in a double and in an `i64`: 2^53. */
const EXACT: f64 = 9007199254740992;
/** Decimal texts of 0…255, made once. */
const SMALL: FixedArray<string> = smallTexts(256);

/** Translation time only. */
function smallTexts(count: number): FixedArray<string> {
  const texts = newFixedArray<string>(count, "");
  for (let i = 0; i < count; i++) texts[i] = `${i}`;
  return texts;
}

// --- texts of integers ---

/** The absolute value, as unsigned for the sake of -2^31. */
function magnitudeOf(x: i32): u32 {
  return x < 0 ? (0 - x) >>> 0 : x >>> 0;
}

/** Number of decimal digits of `x`. */
function decimalDigits(x: u32): i32 {
  if (x < 100000) {
    if (x < 100) return x < 10 ? 1 : 2;
    if (x < 10000) return x < 1000 ? 3 : 4;
    return 5;
  }
  if (x < 10000000) return x < 1000000 ? 6 : 7;
  if (x < 100000000) return 8;
  return x < 1000000000 ? 9 : 10;
}

/** Writes the decimal digits of `x` so that they end before `end`. */
function writeDecimal(text: string, end: i32, x: u32): void {
  let rest = x;
  let at = end;
  do {
    at--;
    setUnit(text, at, ZERO + (urem(rest, 10) | 0));
    rest = udiv(rest, 10);
  } while (rest !== 0);
}

/** Number of units of the decimal text of `x`. */
export function i32_textLength(x: i32): i32 {
  return decimalDigits(magnitudeOf(x)) + (x < 0 ? 1 : 0);
}

/** Writes the decimal text of `x`, `length` units by {@link i32_textLength}, at `at` of a fresh string. */
export function i32_writeText(text: string, at: i32, length: i32, x: i32): void {
  if (x < 0) setUnit(text, at, MINUS);
  writeDecimal(text, at + length, magnitudeOf(x));
}

/** The text of `x` in base `radix`, 2 to 36. */
export function i32_toString(x: i32, radix: i32 = 10): string {
  if (radix !== 10) return radixText(magnitudeOf(x), radix >>> 0, x < 0);
  if (x >= 0 && x < SMALL.length) return SMALL[x];
  const length = i32_textLength(x);
  const text = newString(length);
  i32_writeText(text, 0, length, x);
  return text;
}

/** The text of `x` in base `radix`, 2 to 36. */
export function u32_toString(x: u32, radix: i32 = 10): string {
  if (radix !== 10) return radixText(x, radix >>> 0, false);
  if (x < 256) return SMALL[x | 0];
  const length = decimalDigits(x);
  const text = newString(length);
  writeDecimal(text, length, x);
  return text;
}

/** Digits of `x` in base `radix` behind an optional minus. */
function radixText(x: u32, radix: u32, negative: bool): string {
  let length = negative ? 2 : 1;
  for (let rest = x; rest >= radix; rest = udiv(rest, radix)) length++;
  const text = newString(length);
  if (negative) setUnit(text, 0, MINUS);
  let at = length;
  let rest = x;
  do {
    at--;
    const digit = urem(rest, radix) | 0;
    setUnit(text, at, digit < 10 ? ZERO + digit : LETTERS + digit);
    rest = udiv(rest, radix);
  } while (rest !== 0);
  return text;
}

/** The decimal text of `x`. */
export function i64_toString(x: i64): string {
  if (x < 0n) return decimalText64(wrapU64(0n - i64ToU64(x)), true);
  return decimalText64(i64ToU64(x), false);
}

/** The decimal text of `x`. */
export function u64_toString(x: u64): string {
  return decimalText64(x, false);
}

/** Decimal digits of `x` behind an optional minus. */
function decimalText64(x: u64, negative: bool): string {
  let length = negative ? 2 : 1;
  for (let rest = x; rest >= 10n; rest = rest / 10n) length++;
  const text = newString(length);
  if (negative) setUnit(text, 0, MINUS);
  let at = length;
  let rest = x;
  do {
    at--;
    setUnit(text, at, ZERO + i64ToI32(u64ToI64(rest % 10n)));
    rest = rest / 10n;
  } while (rest !== 0n);
  return text;
}

/** `"true"` or `"false"`. */
export function bool_toString(x: bool): string {
  return x ? "true" : "false";
}

// --- texts of doubles ---

/** JavaScript's shortest text that reads back as `x`; both zeros give `"0"`. */
export function f64_toString(x: f64): string {
  const truncated = f64ToI32(x);
  const widened: f64 = truncated;
  if (widened === x) return i32_toString(truncated);
  return takePending(host_f64_text(x));
}

/** JavaScript's `toFixed`: `digits` places after the point, 0 to 100. */
export function f64_toFixed(x: f64, digits: i32 = 0): string {
  return takePending(host_f64_fixed(x, digits));
}

// --- parsing ---

/** JavaScript's `Number(text)`; NaN when it spells none. */
export function parse_f64(text: string): f64 {
  const length = text.length;
  if (length > 0 && length < 10) {
    let value = 0;
    let at = 0;
    while (at < length) {
      const digit = text.charCodeAt(at) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      at++;
    }
    if (at === length) return value;
  }
  return host_f64_parse(unitsOf(text), length);
}

/** The integer that `text` spells: an optional minus and decimal digits. Wraps beyond `i32`. */
export function parse_i32(text: string): i32 {
  const length = text.length;
  const negative = length > 0 && text.charCodeAt(0) === MINUS;
  let value = 0;
  for (let at = negative ? 1 : 0; at < length; at++) {
    value = (Math.imul(value, 10) + (text.charCodeAt(at) - ZERO)) | 0;
  }
  return negative ? (0 - value) | 0 : value;
}

// --- conversions and remainders ---

/**
 * JavaScript's ToInt32, `x | 0` on a double: truncated, modulo 2^32; NaN and infinities give 0.
 * @inline
 */
export function f64_toInt32(x: f64): i32 {
  const truncated = f64ToI32(x); // saturates
  return truncated !== MIN_I32 && truncated !== MAX_I32 ? truncated : toInt32Far(x);
}

/**
 * {@link f64_toInt32} at the ends of `i32` and beyond. From 2^63 on, a double is its 53-bit significand
 * shifted left by at least 11, of which the low word remains.
 * @noinline
 */
function toInt32Far(x: f64): i32 {
  if (Math.abs(x) < 9223372036854775808.0) return i64ToI32(f64ToI64(x));
  const bits = f64Bits(x);
  const shift = (i64ToI32(bits >> 52n) & 0x7ff) - 1075;
  if (shift > 31) return 0; // infinities too
  const low = i64ToI32(bits) << shift;
  return x < 0.0 ? (0 - low) | 0 : low;
}

/** JavaScript's `x % y` on doubles: the sign of `x`, exact. */
export function f64_rem(x: f64, y: f64): f64 {
  if (Math.abs(x) < EXACT && Math.abs(y) < EXACT) {
    const a = f64ToI64(x);
    const b = f64ToI64(y);
    if (b !== 0n && i64ToF64(a) === x && i64ToF64(b) === y) {
      const remainder = a % b;
      // A zero takes the sign of x: only a positive x is sure to give +0.
      if (remainder !== 0n || a > 0n) return i64ToF64(remainder);
    }
  }
  return host_f64_rem(x, y);
}

/** Quotient rounded towards minus infinity. `b` must not be 0, nor the quotient overflow. */
export function i32_floorDiv(a: i32, b: i32): i32 {
  const quotient = (a / b) | 0;
  return (a ^ b) < 0 && Math.imul(quotient, b) !== a ? quotient - 1 : quotient;
}

/** Remainder with the sign of `b`, which must not be 0. */
export function i32_floorMod(a: i32, b: i32): i32 {
  const remainder = a % b;
  return remainder !== 0 && (remainder ^ b) < 0 ? remainder + b : remainder;
}

// --- Math ---

/**
 * `Math.abs` of an `i32`; of -2^31 it is out of range.
 * @inline
 */
export function i32_abs(x: i32): i32 {
  return x < 0 ? -x : x;
}

/**
 * The smaller one.
 * @inline
 */
export function i32_min(x: i32, y: i32): i32 {
  return x < y ? x : y;
}

/**
 * The larger one.
 * @inline
 */
export function i32_max(x: i32, y: i32): i32 {
  return x > y ? x : y;
}

/** `Math.round`: halves go up; keeps the sign of zero. */
export function math_round(x: f64): f64 {
  const below = Math.floor(x);
  return x - below >= 0.5 ? Math.ceil(x) : below;
}

/** `Math.sign`: -1, 1, or `x` itself (zeros and NaN). */
export function math_sign(x: f64): f64 {
  return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : x;
}

/** The function `which` of `MATH_FUNCTIONS` (`core/host/table.ts`), of one argument. */
export function math_call1(which: i32, x: f64): f64 {
  return host_math1(which, x);
}

/** The function `which` of `MATH_FUNCTIONS`, of two arguments. */
export function math_call2(which: i32, x: f64, y: f64): f64 {
  return host_math2(which, x, y);
}

const SMALLEST_I64: i64 = -9223372036854775808n;

/** Whether `a * b` is an i64: the wrapped product divides back. Debug builds ask before they multiply. */
export function i64_productFits(a: i64, b: i64): bool {
  if (a === 0n) return true;
  if (a === -1n) return b !== SMALLEST_I64; // dividing back would overflow itself
  return wrap64(a * b) / a === b;
}

/** Whether `a * b` is a u64. */
export function u64_productFits(a: u64, b: u64): bool {
  return a === 0n || wrapU64(a * b) / a === b;
}
