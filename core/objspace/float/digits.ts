/**
 * Decimal digits of doubles: the shortest ones that read back, and correctly rounded ones (half to even on the
 * exact binary value) of any count. The ground of all texts of Python's `float`.
 */
import { type bool, type f64, f64Bits, type i32, i64ToI32, parseI32 } from "@rts";
import { ONE, RBigInt } from "../bigint/mod.ts";

/** A value `0.d1d2d3… * 10^point`: digits without leading zeros; of a zero `"0"` and 1. */
export class Decimal {
  constructor(readonly digits: string, readonly point: i32) {}
}

const ZERO_DECIMAL: Decimal = new Decimal("0", 1);
/** Below this, doubles have fewer than 15 sure decimal digits. */
const SMALLEST_NORMAL: f64 = 2.2250738585072014e-308;
/** No double has more digits behind the point, or before it. */
const MOST_PLACES: i32 = 1075;

/** Powers of ten that are exact in a double. */
export const POWERS_OF_TEN: Float64Array = new Float64Array(16);
for (let i = 0; i < 16; i++) POWERS_OF_TEN[i] = 10 ** i;

/**
 * `|x| * 10^places` rounded to an integer, where plain arithmetic is sure to find it; -1 elsewhere. Far from a
 * half, the error of the product, at most 2^-9, does not matter.
 */
export function sureScaled(x: f64, places: i32): f64 {
  if (places < 0 || places > 15) return -1.0;
  const scaled = Math.abs(x) * POWERS_OF_TEN[places];
  if (!(scaled < 17592186044416.0)) return -1.0;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  if (rest < 0.49) return below;
  return rest > 0.51 ? below + 1.0 : -1.0;
}

/** The bits of the significand that are used, as an integer with `x = significand * 2^exponentOf(x)`. */
export function significandOf(x: f64): RBigInt {
  const bits = f64Bits(x);
  const fraction = bits & 0xfffffffffffffn;
  return RBigInt.fromI64((bits & 0x7ff0000000000000n) === 0n ? fraction : fraction | 0x10000000000000n);
}

/** See {@link significandOf}; of a finite double. */
export function exponentOf(x: f64): i32 {
  const biased = i64ToI32(f64Bits(x) >> 52n) & 0x7ff;
  return biased === 0 ? -1074 : biased - 1075;
}

/** Whether the sign bit is set. */
export function isNegative(x: f64): bool {
  return f64Bits(x) < 0n;
}

/** Whether `x` is neither infinite nor NaN. */
export function isFinite64(x: f64): bool {
  return x - x === 0.0;
}

/** The shortest digits that read back as the finite `|x|`, the nearest to it of those. */
export function shortestDigits(x: f64): Decimal {
  return x === 0.0 ? ZERO_DECIMAL : decimalOf(`${Math.abs(x)}`);
}

/** The digits and the exponent of JavaScript's text of a positive number. */
function decimalOf(text: string): Decimal {
  const e = text.indexOf("e", 0);
  const mantissa = e < 0 ? text : text.substring(0, e);
  const exponent = e < 0 ? 0 : parseExponent(text.substring(e + 1, text.length));
  const dot = mantissa.indexOf(".", 0);
  const whole = dot < 0 ? mantissa : mantissa.substring(0, dot);
  const all = dot < 0 ? whole : whole + mantissa.substring(dot + 1, mantissa.length);
  let start = 0;
  while (all.charCodeAt(start) === 48) start++;
  return new Decimal(withoutZeros(all.substring(start, all.length)), whole.length + exponent - start);
}

/** JavaScript writes `e+21`. */
function parseExponent(text: string): i32 {
  return text.charCodeAt(0) === 43 ? parseI32(text.substring(1, text.length)) : parseI32(text);
}

/** `digits` without zeros at the end, one digit at least. */
export function withoutZeros(digits: string): string {
  let end = digits.length;
  while (end > 1 && digits.charCodeAt(end - 1) === 48) end--;
  return end === digits.length ? digits : digits.substring(0, end);
}

/**
 * `|x|`, finite, rounded to `count` significant digits (at least 1). The digits have no zeros at the end, so they
 * may be fewer.
 */
export function significantDigits(x: f64, count: i32): Decimal {
  if (x === 0.0) return ZERO_DECIMAL;
  const shortest = shortestDigits(x);
  if (count <= 15 && Math.abs(x) >= SMALLEST_NORMAL) {
    const rounded = roundShortest(shortest, count);
    if (rounded !== null) return rounded;
  }
  return exactSignificant(x, count > MOST_PLACES ? MOST_PLACES : count, shortest);
}

/**
 * `|x|`, finite, rounded to `places` digits behind the point (before it when negative). What rounds to 0 has the
 * digits `"0"` and point 1.
 */
export function fixedDigits(x: f64, places: i32): Decimal {
  if (x === 0.0) return ZERO_DECIMAL;
  const shortest = shortestDigits(x);
  const count = shortest.point + places;
  if (count < 0) return ZERO_DECIMAL;
  if (count > 0 && count <= 15 && Math.abs(x) >= SMALLEST_NORMAL) {
    const rounded = roundShortest(shortest, count);
    if (rounded !== null) return rounded;
  }
  return exactPlaces(x, places > MOST_PLACES ? MOST_PLACES : places);
}

/**
 * Rounds shortest digits to at most 15. No rounding border lies between a normal double and its shortest digits:
 * a border has just one digit more than the result, so it would have been the shortest, or a nearer one as
 * short. When the digits are a border themselves, the double may lie on either side: null.
 */
function roundShortest(shortest: Decimal, count: i32): Decimal | null {
  const digits = shortest.digits;
  if (digits.length <= count) return shortest;
  const next = digits.charCodeAt(count);
  if (next === 53 && digits.length === count + 1) return null;
  const head = digits.substring(0, count);
  return next < 53 ? new Decimal(withoutZeros(head), shortest.point) : raiseLast(head, shortest.point);
}

/** `digits` plus one in the last place. */
function raiseLast(digits: string, point: i32): Decimal {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 57) end--;
  if (end === 0) return new Decimal("1", point + 1);
  const raised = String.fromCharCode(digits.charCodeAt(end - 1) + 1);
  return new Decimal(digits.substring(0, end - 1) + raised, point);
}

/** `round(|x| * 10^places)` half to even, exactly. */
function scaledInteger(x: f64, places: i32): RBigInt {
  const exponent = exponentOf(x);
  let numerator = significandOf(x);
  let denominator = ONE;
  if (places > 0) numerator = numerator.mul(powerOfTen(places));
  else if (places < 0) denominator = powerOfTen(-places);
  if (exponent > 0) numerator = numerator.lshift(exponent);
  else denominator = denominator.lshift(-exponent);
  return numerator.divRounded(denominator);
}

/** 10 to a power of at least 0. */
export function powerOfTen(exponent: i32): RBigInt {
  return RBigInt.fromI32(10).pow(RBigInt.fromI32(exponent));
}

function exactPlaces(x: f64, places: i32): Decimal {
  const scaled = scaledInteger(x, places);
  if (scaled.isZero()) return ZERO_DECIMAL;
  const digits = scaled.toString();
  return new Decimal(withoutZeros(digits), digits.length - places);
}

/**
 * `shortest` has the right point, unless it is a power of ten that stands for a double just below: then the digits
 * begin one place lower.
 */
function exactSignificant(x: f64, count: i32, shortest: Decimal): Decimal {
  let point = shortest.point;
  let digits = "";
  if (shortest.digits === "1") digits = scaledInteger(x, count - point + 1).toString();
  if (digits.length === count) point--;
  else digits = scaledInteger(x, count - point).toString();
  return new Decimal(withoutZeros(digits), digits.length - count + point);
}
