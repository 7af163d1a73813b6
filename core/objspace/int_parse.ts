/** Reading integers: the texts that `int(text, base)` takes. */
import { arrayCopy, type i32, i32ToI64, type i64 } from "@rts";
import { digitValue, RBigInt } from "./bigint/mod.ts";
import { newBytes } from "./bytes.ts";
import { type OperationError, valueError } from "./errors.ts";
import { exceedsLimit, readingError } from "./int_digits_limit.ts";
import { newInt, newLong, type W_Integer } from "./int.ts";
import { toAsciiDigits } from "./str/digits.ts";
import type { W_Str } from "./str/wstr.ts";
import { repr } from "./text.ts";

const PLUS: i32 = 43;
const MINUS: i32 = 45;
const DIGIT_0: i32 = 48;
const UNDERSCORE: i32 = 95;
/** So many characters of a `repr` are shown. */
const SHOWN: i32 = 200;

/** White space of ASCII. */
export function isAsciiSpace(unit: i32): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

/** The base that `0x`, `0o`, `0b` announce by their second letter; 0 for others. */
function prefixBase(unit: i32): i32 {
  const letter = unit | 32;
  return letter === 120 ? 16 : letter === 111 ? 8 : letter === 98 ? 2 : 0;
}

function isPowerOfTwo(base: i32): boolean {
  return (base & (base - 1)) === 0;
}

/**
 * The integer spelled by `units[from..to)` in `base` (2 to 36, or 0: as in a program), white space around it allowed;
 * null when there is none. Throws ValueError beyond the limit on digits.
 */
export function parseIntUnits(units: Uint8Array, from: i32, to: i32, base: i32): W_Integer | null {
  let at = from;
  let end = to;
  while (at < end && isAsciiSpace(units[at])) at++;
  while (end > at && isAsciiSpace(units[end - 1])) end--;
  if (at === end) return null;
  const negative = units[at] === MINUS;
  if (negative || units[at] === PLUS) at++;
  const announced = at + 1 < end && units[at] === DIGIT_0 ? prefixBase(units[at + 1]) : 0;
  if (announced !== 0 && (base === 0 || base === announced)) {
    at += 2;
    if (at < end && units[at] === UNDERSCORE) at++;
    return parseDigits(units, at, end, announced, negative);
  }
  if (base !== 0) return parseDigits(units, at, end, base, negative);
  // A number that starts with 0 was octal once: only zero may.
  const w_int = parseDigits(units, at, end, 10, negative);
  if (w_int === null || units[at] !== DIGIT_0) return w_int;
  return w_int.fitsI64() && w_int.asI64() === 0n ? w_int : null;
}

/** Digits with single underscores between them. */
function parseDigits(units: Uint8Array, from: i32, end: i32, base: i32, negative: boolean): W_Integer | null {
  let count: i32 = 0;
  let before: i32 = UNDERSCORE;
  let at = from;
  for (; at < end; at++) {
    const unit = units[at];
    if (unit === UNDERSCORE) {
      if (before === UNDERSCORE) return null;
    } else {
      if (digitValue(unit) >= base) break;
      count++;
    }
    before = unit;
  }
  if (before === UNDERSCORE) return null;
  if (!isPowerOfTwo(base) && exceedsLimit(count)) throw readingError(count);
  if (at < end) return null;
  // 18 decimal digits, or 12 in base 36, are below 2^63.
  if (count <= (base <= 10 ? 18 : 12)) return newInt(shortValue(units, from, end, base, negative));
  const values = new Uint8Array(count);
  let next: i32 = 0;
  for (let i = from; i < end; i++) {
    if (units[i] !== UNDERSCORE) values[next++] = digitValue(units[i]);
  }
  const magnitude = RBigInt.fromDigitValues(values, 0, count, base);
  return newLong(negative ? magnitude.neg() : magnitude);
}

function shortValue(units: Uint8Array, from: i32, end: i32, base: i32, negative: boolean): i64 {
  let value: i64 = 0n;
  const b = i32ToI64(base);
  for (let i = from; i < end; i++) {
    if (units[i] !== UNDERSCORE) value = value * b + i32ToI64(digitValue(units[i]));
  }
  return negative ? -value : value;
}

function invalid(w_shown: W_Str, base: i32): OperationError {
  const shown = w_shown.length > SHOWN ? w_shown.substring(0, SHOWN) : w_shown;
  return valueError(`invalid literal for int() with base ${base}: ${shown.toRts()}`);
}

/** `int(w_text, base)`. Throws ValueError. */
export function intOfText(w_text: W_Str, base: i32): W_Integer {
  const w_ascii = toAsciiDigits(w_text);
  if (w_ascii.asciiOnly) {
    const w_int = parseIntUnits(w_ascii.data as Uint8Array, 0, w_ascii.length, base);
    if (w_int !== null) return w_int;
  }
  throw invalid(repr(w_text.plain()), base);
}

/** `int(bytes, base)` of `data[offset..offset+length)`. Throws ValueError. */
export function intOfBytes(data: Uint8Array, offset: i32, length: i32, base: i32): W_Integer {
  const w_int = parseIntUnits(data, offset, offset + length, base);
  if (w_int !== null) return w_int;
  const shown = new Uint8Array(length < SHOWN ? length : SHOWN);
  arrayCopy(data, offset, shown, 0, shown.length);
  throw invalid(repr(newBytes(shown)), base);
}
