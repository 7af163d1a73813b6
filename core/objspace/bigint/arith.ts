/** Sums, products and quotients of `RBigInt`, and the shortcuts for an operand that fits 64 bits. */
import { arrayCopy, type bool, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import {
  MASK,
  natAdd,
  natAddTo,
  natCompare,
  natDecrement,
  natDivDigit,
  natIncrement,
  natModDigit,
  natMulDigit,
  natShiftLeft,
  natShiftRight,
  natSize,
  natSub,
  natSubProduct,
  SHIFT,
} from "./natural.ts";
import { natMul, natSquare } from "./multiply.ts";
import { natDivide } from "./divide.ts";
import { ONE, RBigInt, ZERO } from "./rbigint.ts";
import { bitLength } from "./bits.ts";
import { fromI64 } from "./convert.ts";

/** Quotient and remainder. */
export class BigPair {
  constructor(readonly quotient: RBigInt, readonly remainder: RBigInt) {}
}

/** -1, 0 or 1. */
export function compare(a: RBigInt, b: RBigInt): i32 {
  if (a.sign !== b.sign) return a.sign < b.sign ? -1 : 1;
  return a.sign * compareMagnitudes(a, b);
}

/** Compares the absolute values: -1, 0 or 1. */
export function compareMagnitudes(a: RBigInt, b: RBigInt): i32 {
  if (a.size !== b.size) return a.size < b.size ? -1 : 1;
  return natCompare(a.digits, 0, b.digits, 0, a.size);
}

/** Whether `value` is below 2^30 in magnitude: one digit. */
function isDigit(value: i64): bool {
  return value > -0x40000000n && value < 0x40000000n;
}

export function negate(a: RBigInt): RBigInt {
  return a.sign === 0 ? a : new RBigInt(-a.sign, a.size, a.digits);
}

export function absolute(a: RBigInt): RBigInt {
  return a.sign < 0 ? new RBigInt(1, a.size, a.digits) : a;
}

// --- sums ---

/** The sum of the magnitudes, with `sign`. */
function addMagnitudes(sign: i32, a: RBigInt, b: RBigInt): RBigInt {
  const long = a.size >= b.size ? a : b;
  const short = a.size >= b.size ? b : a;
  const n = long.size;
  const digits = new Int32Array(n + 1);
  const carry = natAdd(digits, 0, long.digits, 0, n, short.digits, 0, short.size);
  digits[n] = carry;
  return new RBigInt(sign, n + carry, digits);
}

/** The difference of the magnitudes, with `sign` when that of `a` is the larger one. */
function subMagnitudes(sign: i32, a: RBigInt, b: RBigInt): RBigInt {
  const order = compareMagnitudes(a, b);
  if (order === 0) return ZERO;
  const long = order > 0 ? a : b;
  const short = order > 0 ? b : a;
  const digits = new Int32Array(long.size);
  natSub(digits, 0, long.digits, 0, long.size, short.digits, 0, short.size);
  return new RBigInt(order > 0 ? sign : -sign, natSize(digits, long.size), digits);
}

export function add(a: RBigInt, b: RBigInt): RBigInt {
  if (b.sign === 0) return a;
  if (a.sign === 0) return b;
  return a.sign === b.sign ? addMagnitudes(a.sign, a, b) : subMagnitudes(a.sign, a, b);
}

export function sub(a: RBigInt, b: RBigInt): RBigInt {
  if (b.sign === 0) return a;
  if (a.sign === 0) return negate(b);
  return a.sign === b.sign ? subMagnitudes(a.sign, a, b) : addMagnitudes(a.sign, a, b);
}

/** The magnitude of `a` raised by `digit`, with the sign of `a`, which is not 0. */
function raise(a: RBigInt, digit: i32): RBigInt {
  const n = a.size;
  const digits = new Int32Array(n + 1);
  arrayCopy(a.digits, 0, digits, 0, n);
  const carry = natIncrement(digits, 0, n, digit);
  digits[n] = carry;
  return new RBigInt(a.sign, n + carry, digits);
}

/** The magnitude of `a` lowered by `digit`, with the sign of `a`, which is not 0. */
function lower(a: RBigInt, digit: i32): RBigInt {
  const n = a.size;
  if (n === 1) {
    const rest = a.digits[0] - digit;
    return fromI64(i32ToI64(a.sign * rest));
  }
  const digits = new Int32Array(n);
  arrayCopy(a.digits, 0, digits, 0, n);
  natDecrement(digits, 0, n, digit);
  return new RBigInt(a.sign, natSize(digits, n), digits);
}

export function addI64(a: RBigInt, b: i64): RBigInt {
  if (b === 0n) return a;
  if (a.sign === 0 || !isDigit(b)) return add(a, fromI64(b));
  const digit = i64ToI32(b);
  if (digit < 0) return a.sign < 0 ? raise(a, -digit) : lower(a, -digit);
  return a.sign > 0 ? raise(a, digit) : lower(a, digit);
}

export function subI64(a: RBigInt, b: i64): RBigInt {
  return isDigit(b) ? addI64(a, -b) : sub(a, fromI64(b));
}

// --- products ---

export function mul(a: RBigInt, b: RBigInt): RBigInt {
  if (a.sign === 0 || b.sign === 0) return ZERO;
  if (a === b) return square(a);
  if (b.size === 1) return mulDigit(a, b.digits[0], b.sign);
  if (a.size === 1) return mulDigit(b, a.digits[0], a.sign);
  const n = a.size + b.size;
  const digits = new Int32Array(n);
  natMul(digits, 0, a.digits, 0, a.size, b.digits, 0, b.size);
  return new RBigInt(a.sign * b.sign, digits[n - 1] === 0 ? n - 1 : n, digits);
}

export function square(a: RBigInt): RBigInt {
  const n = 2 * a.size;
  const digits = new Int32Array(n);
  natSquare(digits, 0, a.digits, 0, a.size);
  return RBigInt.normalized(1, digits, n);
}

/** `a`, not 0, times a digit that is not 0 and a sign. */
function mulDigit(a: RBigInt, factor: i32, sign: i32): RBigInt {
  const n = a.size;
  const digits = new Int32Array(n + 1);
  const top = natMulDigit(digits, a.digits, n, factor, 0);
  digits[n] = top;
  return new RBigInt(a.sign * sign, top === 0 ? n : n + 1, digits);
}

export function mulI64(a: RBigInt, b: i64): RBigInt {
  if (a.sign === 0 || b === 0n) return ZERO;
  if (b === 1n) return a;
  if (!isDigit(b)) return mul(a, fromI64(b));
  const factor = i64ToI32(b);
  return factor < 0 ? mulDigit(a, -factor, -1) : mulDigit(a, factor, 1);
}

// --- quotients: the divisor is not 0 ---

/** The work of a division: magnitudes of quotient and remainder, the latter shifted by `shift` bits. */
class Division {
  constructor(
    readonly quotient: Int32Array,
    readonly count: i32,
    readonly rest: Int32Array,
    readonly restCount: i32,
    readonly shift: i32,
  ) {}
}

/** The magnitude shifted right by `drop` bits, which leave at most 62. */
function bitsFrom(a: RBigInt, drop: i32): i64 {
  let at = (drop / SHIFT) | 0;
  const bits = drop - at * SHIFT;
  if (at >= a.size) return 0n;
  let result = i32ToI64(a.digits[at] >> bits);
  let up = SHIFT - bits;
  for (at++; at < a.size; at++) {
    result = result | (i32ToI64(a.digits[at]) << i32ToI64(up));
    up += SHIFT;
  }
  return result;
}

/**
 * {@link divideMagnitudes} where the quotient is below 2^29 and `a` is `drop + 61` bits long: 61 bits of `a` over
 * the bits of `b` of the same weight, of which there are 32 or more, are the quotient or one more.
 */
function divideByAlike(a: RBigInt, b: RBigInt, drop: i32): Division {
  const n = b.size;
  let guess = i64ToI32(bitsFrom(a, drop) / bitsFrom(b, drop));
  const rest = new Int32Array(n + 1);
  arrayCopy(a.digits, 0, rest, 0, a.size);
  if (natSubProduct(rest, 0, b.digits, 0, n, guess)) {
    guess--;
    natAddTo(rest, 0, n + 1, b.digits, 0, n);
  }
  const quotient = new Int32Array(1);
  quotient[0] = guess;
  return new Division(quotient, 1, rest, n, 0);
}

/** Divides magnitudes, of `b` at least two digits, of `a` at least as many. */
function divideMagnitudes(a: RBigInt, b: RBigInt): Division {
  const n = b.size;
  if (a.size - n < 2 && a.size > 2) {
    const length = bitLength(a);
    if (length - bitLength(b) <= 28) return divideByAlike(a, b, length - 61);
  }
  const shift = Math.clz32(b.digits[n - 1]) - 2;
  let divisor = b.digits;
  if (shift !== 0) {
    divisor = new Int32Array(n);
    natShiftLeft(divisor, 0, b.digits, 0, n, shift);
  }
  const rest = new Int32Array(a.size + 1);
  rest[a.size] = natShiftLeft(rest, 0, a.digits, 0, a.size, shift);
  let m = a.size + 1 - n;
  // The topmost quotient digit is known to be 0 where the top of the dividend is the smaller one.
  if (rest[a.size] === 0 && natCompare(rest, m - 1, divisor, 0, n) < 0) m--;
  const quotient = new Int32Array(m < 1 ? 1 : m);
  if (m > 0) natDivide(quotient, 0, rest, 0, m, divisor, 0, n);
  return new Division(quotient, m, rest, n, shift);
}

/** The remainder, with `sign`. */
function restOf(division: Division, sign: i32): RBigInt {
  const rest = division.rest;
  natShiftRight(rest, 0, rest, 0, division.restCount, division.shift);
  return RBigInt.normalized(sign, rest, division.restCount);
}

/** Whether the remainder is 0. */
function isExact(division: Division): bool {
  return natSize(division.rest, division.restCount) === 0;
}

/** Quotient towards zero, remainder with the sign of `a`. */
export function divmodTruncated(a: RBigInt, b: RBigInt): BigPair {
  if (compareMagnitudes(a, b) < 0) return new BigPair(ZERO, a);
  if (b.size === 1) return divmodDigitTruncated(a, b.digits[0], b.sign);
  const division = divideMagnitudes(a, b);
  const quotient = RBigInt.normalized(a.sign * b.sign, division.quotient, division.count);
  return new BigPair(quotient, restOf(division, a.sign));
}

function divmodDigitTruncated(a: RBigInt, divisor: i32, sign: i32): BigPair {
  const digits = new Int32Array(a.size);
  const rest = natDivDigit(digits, 0, a.digits, 0, a.size, divisor);
  const quotient = RBigInt.normalized(a.sign * sign, digits, a.size);
  return new BigPair(quotient, fromI64(i32ToI64(a.sign * rest)));
}

/** Quotient towards minus infinity, remainder with the sign of `b`. */
export function divmod(a: RBigInt, b: RBigInt): BigPair {
  const pair = divmodTruncated(a, b);
  if (pair.remainder.sign === 0 || pair.remainder.sign === b.sign) return pair;
  return new BigPair(addI64(pair.quotient, -1n), add(pair.remainder, b));
}

/** Quotient towards minus infinity. */
export function floordiv(a: RBigInt, b: RBigInt): RBigInt {
  const sign = a.sign * b.sign;
  if (sign === 0) return ZERO;
  if (compareMagnitudes(a, b) < 0) return sign < 0 ? negate(ONE) : ZERO;
  if (b.size === 1) return floordivDigit(a, b.digits[0], sign);
  const division = divideMagnitudes(a, b);
  const quotient = RBigInt.normalized(sign, division.quotient, division.count);
  return sign < 0 && !isExact(division) ? addI64(quotient, -1n) : quotient;
}

/** Quotient of magnitudes with `sign`, towards minus infinity. */
function floordivDigit(a: RBigInt, divisor: i32, sign: i32): RBigInt {
  const digits = new Int32Array(a.size);
  const rest = natDivDigit(digits, 0, a.digits, 0, a.size, divisor);
  const quotient = RBigInt.normalized(sign, digits, a.size);
  return sign < 0 && rest !== 0 ? addI64(quotient, -1n) : quotient;
}

/** Remainder with the sign of `b`. */
export function mod(a: RBigInt, b: RBigInt): RBigInt {
  const rest = remainder(a, b);
  return rest.sign === 0 || rest.sign === b.sign ? rest : add(rest, b);
}

/** Remainder with the sign of `a`. */
export function remainder(a: RBigInt, b: RBigInt): RBigInt {
  if (compareMagnitudes(a, b) < 0) return a;
  if (b.size === 1) return fromI64(i32ToI64(a.sign * natModDigit(a.digits, a.size, b.digits[0])));
  return restOf(divideMagnitudes(a, b), a.sign);
}

/** The quotient rounded to the nearest integer, half to even. */
export function divRounded(a: RBigInt, b: RBigInt): RBigInt {
  const pair = divmod(a, b);
  const twice = add(pair.remainder, pair.remainder);
  const order = compareMagnitudes(twice, b);
  const up = order > 0 || (order === 0 && pair.quotient.isOdd());
  return up ? addI64(pair.quotient, 1n) : pair.quotient;
}

/** {@link divmod} by an `i64` that is not 0. */
export function divmodI64(a: RBigInt, b: i64): BigPair {
  return divmod(a, fromI64(b));
}

/** {@link floordiv} by an `i64` that is not 0. */
export function floordivI64(a: RBigInt, b: i64): RBigInt {
  if (!isDigit(b) || a.sign === 0) return floordiv(a, fromI64(b));
  const divisor = i64ToI32(b);
  return divisor < 0 ? floordivDigit(a, -divisor, -a.sign) : floordivDigit(a, divisor, a.sign);
}

/** {@link mod} by an `i64` that is not 0; fits an `i64` as `b` does. */
export function modI64(a: RBigInt, b: i64): i64 {
  if (!isDigit(b)) return mod(a, fromI64(b)).toI64();
  const divisor = i64ToI32(b < 0n ? -b : b);
  const rest = i32ToI64(a.sign * natModDigit(a.digits, a.size, divisor));
  return rest !== 0n && (rest < 0n) !== (b < 0n) ? rest + b : rest;
}

/** `a` modulo 2^30, of the two's complement: the low digit, at least 0. */
export function lowDigit(a: RBigInt): i32 {
  return a.sign < 0 ? (-a.digits[0]) & MASK : a.digits[0];
}
