/**
 * Texts of doubles as Python writes them: `repr`, and the codes e, f, g, r of any precision, which `%`,
 * `format` and `str` are built on (what CPython calls `PyOS_double_to_string`).
 */
import { type bool, type f64, f64ToI64, type i32 } from "@rts";
import {
  type Decimal,
  fixedDigits,
  isFinite64,
  isNegative,
  shortestDigits,
  significantDigits,
  sureScaled,
} from "./digits.ts";

/** Flags of {@link formatFloat}: a plus before what is not negative. */
export const FLOAT_SIGN: i32 = 1;
/** At least one digit behind the point, unless there is an exponent. */
export const FLOAT_ADD_DOT_0: i32 = 2;
/** The point stays even when nothing follows it, and `g` keeps its zeros. */
export const FLOAT_ALT: i32 = 4;

const UPPER_Z: i32 = 90;
const LOWER_E: i32 = 101;
const LOWER_F: i32 = 102;
const LOWER_G: i32 = 103;
const LOWER_R: i32 = 114;

/** Python's `repr`. */
export function floatRepr(x: f64): string {
  const size = Math.abs(x);
  if (size >= 1e-4 && size < 1e16) {
    // JavaScript writes these as Python does, but for the point.
    const text = `${x}`;
    return x === Math.floor(x) ? text + ".0" : text;
  }
  return formatFloat(x, LOWER_R, 0, FLOAT_ADD_DOT_0);
}

/**
 * The text of `x` by `code`, a letter of "efgrEFGR" (upper case letters give an upper case result). `precision`
 * counts digits behind the point for e and f, significant ones for g, where 0 is 1; r, the shortest text, has none.
 */
export function formatFloat(x: f64, code: i32, precision: i32, flags: i32): string {
  const upper = code <= UPPER_Z;
  const kind = upper ? code + 32 : code;
  const sign = isNegative(x) && x === x ? "-" : (flags & FLOAT_SIGN) !== 0 ? "+" : "";
  if (!isFinite64(x)) {
    const name = x !== x ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
    return sign + name;
  }
  if (kind === LOWER_F) {
    const scaled = sureScaled(x, precision);
    if (scaled >= 0.0) return sign + placeFixed(`${f64ToI64(scaled)}`, precision, (flags & FLOAT_ALT) !== 0);
  }
  const wanted = kind === LOWER_G && precision === 0 ? 1 : precision;
  const decimal = digitsFor(x, kind, wanted);
  const exponential = usesExponent(kind, decimal.point, wanted, flags);
  const point = exponential ? 1 : decimal.point;
  const end = digitsShown(kind, point, wanted, decimal.digits.length, flags, exponential);
  const body = sign + placePoint(decimal.digits, point, end, (flags & FLOAT_ALT) !== 0);
  return exponential ? body + exponentText(decimal.point - 1, upper) : body;
}

/** The digits of a value times 10^places, with the point in its place. */
function placeFixed(digits: string, places: i32, keepPoint: bool): string {
  if (places === 0) return keepPoint ? digits + "." : digits;
  const whole = digits.length - places;
  if (whole <= 0) return "0." + "0".repeat(-whole) + digits;
  return digits.substring(0, whole) + "." + digits.substring(whole, digits.length);
}

function digitsFor(x: f64, kind: i32, precision: i32): Decimal {
  if (kind === LOWER_R) return shortestDigits(x);
  if (kind === LOWER_F) return fixedDigits(x, precision);
  return significantDigits(x, kind === LOWER_E ? precision + 1 : precision);
}

function usesExponent(kind: i32, point: i32, precision: i32, flags: i32): bool {
  if (kind === LOWER_E) return true;
  if (kind === LOWER_F) return false;
  if (point <= -4) return true;
  if (kind === LOWER_R) return point > 16;
  return point > ((flags & FLOAT_ADD_DOT_0) !== 0 ? precision - 1 : precision);
}

/** How many digits, from the first significant one, are written. */
function digitsShown(
  kind: i32,
  point: i32,
  precision: i32,
  count: i32,
  flags: i32,
  exponential: bool,
): i32 {
  let end = count;
  if (kind === LOWER_E) end = precision + 1;
  else if (kind === LOWER_F) end = point + precision;
  else if (kind === LOWER_G && (flags & FLOAT_ALT) !== 0) end = precision;
  const least = !exponential && (flags & FLOAT_ADD_DOT_0) !== 0 ? point + 1 : point;
  return end > least ? end : least;
}

/** `digits[0..end)`, zeros where there are none, with the point behind `point` of them. */
function placePoint(digits: string, point: i32, end: i32, keepPoint: bool): string {
  if (point <= 0) {
    const fraction = "0".repeat(-point) + padded(digits, end);
    return fraction.length > 0 || keepPoint ? "0." + fraction : "0";
  }
  const whole = padded(digits, point);
  if (end > point) {
    const rest = digits.length > point ? digits.substring(point, digits.length) : "";
    return whole + "." + padded(rest, end - point);
  }
  return keepPoint ? whole + "." : whole;
}

/** The first `count` digits, zeros behind the last one. */
function padded(digits: string, count: i32): string {
  if (digits.length === count) return digits;
  if (count <= 0) return "";
  if (digits.length > count) return digits.substring(0, count);
  return digits + "0".repeat(count - digits.length);
}

/** `e+05`: two digits at least. */
function exponentText(exponent: i32, upper: bool): string {
  const letter = upper ? "E" : "e";
  const sign = exponent < 0 ? "-" : "+";
  const size = exponent < 0 ? -exponent : exponent;
  return letter + sign + (size < 10 ? `0${size}` : `${size}`);
}
