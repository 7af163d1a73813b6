/**
 * Reading doubles: the texts that Python's `float()` takes, without the whitespace and underscores that the
 * caller has removed.
 */
import { type bool, type f64, f64FromBits, type i32, i32ToI64, type i64, i64ToF64, parseF64 } from "@rts";

const PLUS: i32 = 43;
const MINUS: i32 = 45;
const DOT: i32 = 46;
const NEGATIVE_NAN: i64 = -0x8000000000000n;

function isDigit(unit: i32): bool {
  return unit >= 48 && unit <= 57;
}

/** The index behind the digits that start at `at`. */
function skipDigits(text: string, at: i32): i32 {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

function skipSign(text: string, at: i32): i32 {
  if (at >= text.length) return at;
  const unit = text.charCodeAt(at);
  return unit === PLUS || unit === MINUS ? at + 1 : at;
}

/**
 * The end of the decimal number that starts at `start`: sign, digits with or without a point, exponent. -1 when
 * there is none.
 */
export function decimalNumberEnd(text: string, start: i32): i32 {
  const first = skipSign(text, start);
  let at = skipDigits(text, first);
  let digits = at - first;
  if (at < text.length && text.charCodeAt(at) === DOT) {
    const fraction = at + 1;
    at = skipDigits(text, fraction);
    digits += at - fraction;
  }
  if (digits === 0) return -1;
  if (at < text.length && (text.charCodeAt(at) | 32) === 101) {
    const exponent = skipSign(text, at + 1);
    const end = skipDigits(text, exponent);
    if (end > exponent) at = end;
  }
  return at;
}

/** The end of `inf`, `infinity` or `nan` in any case, with a sign, at `start`; -1 when there is none. */
export function specialNumberEnd(text: string, start: i32): i32 {
  const at = skipSign(text, start);
  const word = text.substring(at, at + 8 < text.length ? at + 8 : text.length).toLowerCase();
  if (word === "infinity") return at + 8;
  if (word.startsWith("inf") || word.startsWith("nan")) return at + 3;
  return -1;
}

/** The end of the longest float text at `start`, or -1. */
export function floatEnd(text: string, start: i32): i32 {
  const end = decimalNumberEnd(text, start);
  return end >= 0 ? end : specialNumberEnd(text, start);
}

/** Whether the whole text is one that `float()` takes. */
export function isFloatText(text: string): bool {
  return text.length > 0 && floatEnd(text, 0) === text.length;
}

/** Integers of so many digits, and powers of ten up to this one, are doubles exactly. */
const EXACT_DIGITS: i32 = 15;
const EXACT_POWER: i32 = 22;
const POWERS_OF_TEN: Float64Array = new Float64Array(EXACT_POWER + 1);
for (let i = 0; i <= EXACT_POWER; i++) POWERS_OF_TEN[i] = 10 ** i;

/**
 * The value of a decimal number with few digits, unsigned from `start` on: one multiplication or division of exact
 * numbers rounds once. NaN where that does not do.
 */
function shortDecimal(text: string, start: i32): f64 {
  let mantissa: i64 = 0n;
  let digits: i32 = 0;
  let scale: i32 = 0;
  let behindDot = false;
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      if (mantissa !== 0n || unit !== 48) digits++;
      if (digits > EXACT_DIGITS) return NaN;
      mantissa = mantissa * 10n + i32ToI64(unit - 48);
      if (behindDot) scale--;
    } else if (unit === DOT) {
      behindDot = true;
    } else {
      break;
    }
  }
  if (at < text.length) {
    if (text.length - at > 5) return NaN;
    scale += smallExponent(text, at + 1);
  }
  if (scale > EXACT_POWER || scale < -EXACT_POWER) return NaN;
  const whole = i64ToF64(mantissa);
  const size = scale < 0 ? whole / POWERS_OF_TEN[-scale] : whole * POWERS_OF_TEN[scale];
  return start > 0 && text.charCodeAt(0) === MINUS ? -size : size;
}

/** An exponent of at most four characters. */
function smallExponent(text: string, start: i32): i32 {
  const first = skipSign(text, start);
  let value: i32 = 0;
  for (let at = first; at < text.length; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return text.charCodeAt(start) === MINUS ? -value : value;
}

/** The value of a text for which {@link isFloatText} holds, correctly rounded; beyond the doubles, infinite. */
export function floatOfText(text: string): f64 {
  const at = skipSign(text, 0);
  const unit = text.charCodeAt(at);
  if (isDigit(unit) || unit === DOT) {
    const quick = shortDecimal(text, at);
    return quick === quick ? quick : parseF64(text);
  }
  const negative = text.charCodeAt(0) === MINUS;
  if ((unit | 32) === 110) return negative ? f64FromBits(NEGATIVE_NAN) : NaN;
  return negative ? -Infinity : Infinity;
}
