/**
 * Reading doubles: the texts that Python's `float()` takes, without the whitespace and underscores that the
 * caller has removed.
 */
import { type bool, type f64, f64FromBits, type i32, type i64, parseF64 } from "@rts";

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

/** The value of a text for which {@link isFloatText} holds, correctly rounded; beyond the doubles, infinite. */
export function floatOfText(text: string): f64 {
  const at = skipSign(text, 0);
  const unit = text.charCodeAt(at);
  if (isDigit(unit) || unit === DOT) return parseF64(text);
  const negative = text.charCodeAt(0) === MINUS;
  if ((unit | 32) === 110) return negative ? f64FromBits(NEGATIVE_NAN) : NaN;
  return negative ? -Infinity : Infinity;
}
