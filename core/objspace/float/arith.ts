/**
 * Python's arithmetic on doubles where it differs from the machine's: floor division, remainder, powers,
 * rounding, hashes, exact ratios and comparisons. Errors are statuses: the caller raises.
 */
import {
  type bool,
  type f64,
  f64Bits,
  f64FromBits,
  f64ToI64,
  type i32,
  i32ToI64,
  type i64,
  i64ToF64,
  i64ToI32,
  parseF64,
} from "@rts";
import { BigPair, hash64, ONE, powerOfTwo, RBigInt } from "../bigint/mod.ts";
import {
  exponentOf,
  fixedDigits,
  isFinite64,
  isNegative,
  POWERS_OF_TEN,
  significandOf,
  sureScaled,
} from "./digits.ts";
import { pow64f } from "./pow.ts";

/** The hash of positive infinity. */
const HASH_INFINITY: i64 = 314159n;

/** `|x|` with the sign of `sign`. */
export function copysign(x: f64, sign: f64): f64 {
  const size = Math.abs(x);
  return isNegative(sign) ? -size : size;
}

export function isInteger(x: f64): bool {
  return isFinite64(x) && Math.floor(x) === x;
}

function isOddInteger(x: f64): bool {
  return Math.abs(x % 2.0) === 1.0;
}

// --- division: the divisor is not 0 ---

/** Python's `x % y`: the sign of `y`. */
export function floatMod(x: f64, y: f64): f64 {
  const rest = x % y;
  if (rest === 0.0) return copysign(0.0, y);
  return (y < 0.0) !== (rest < 0.0) ? rest + y : rest;
}

/** Python's `x // y`. */
export function floatFloordiv(x: f64, y: f64): f64 {
  const rest = x % y;
  let quotient = (x - rest) / y;
  if (rest !== 0.0 && (y < 0.0) !== (rest < 0.0)) quotient -= 1.0;
  if (quotient === 0.0) return copysign(0.0, x / y);
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1.0 : floor;
}

// --- powers ---

/** What {@link powStatus} finds. */
export enum PowStatus {
  Ok,
  /** "0.0 cannot be raised to a negative power" */
  ZeroDivision,
  /** The result is a complex number. */
  Complex,
}

/** Whether `x ** y` is a float. If so, {@link floatPow} has it. */
export function powStatus(x: f64, y: f64): PowStatus {
  if (x > 0.0 || y === 0.0 || x !== x || y !== y || !isFinite64(y)) return PowStatus.Ok;
  if (x === 0.0) return y < 0.0 ? PowStatus.ZeroDivision : PowStatus.Ok;
  return isFinite64(x) && Math.floor(y) !== y ? PowStatus.Complex : PowStatus.Ok;
}

/** `x ** y`. An infinite result of finite operands is Python's OverflowError. */
export function floatPow(x: f64, y: f64): f64 {
  if (y === 0.0 || x === 1.0) return 1.0;
  if (x !== x || y !== y) return NaN;
  if (!isFinite64(y)) {
    const size = Math.abs(x);
    if (size === 1.0) return 1.0;
    return (y > 0.0) === (size > 1.0) ? Infinity : 0.0;
  }
  if (!isFinite64(x) || x === 0.0) {
    const size = (x === 0.0) === (y > 0.0) ? 0.0 : Infinity;
    return isOddInteger(y) ? copysign(size, x) : size;
  }
  if (x > 0.0) return pow64f(x, y);
  const size = pow64f(-x, y);
  return isOddInteger(y) ? -size : size;
}

// --- rounding ---

/** To the nearest integer, half to even. */
export function roundHalfEven(x: f64): f64 {
  if (!(Math.abs(x) < 4503599627370496.0)) return x;
  const below = Math.floor(x);
  const rest = x - below;
  if (rest < 0.5) return copysign(below, x);
  if (rest > 0.5) return copysign(below + 1.0, x);
  return copysign(below % 2.0 === 0.0 ? below : below + 1.0, x);
}

/**
 * `round(x, places)`: the double nearest to the exact value rounded half to even. An infinite result of a finite
 * `x` is Python's OverflowError.
 */
export function roundToPlaces(x: f64, places: i32): f64 {
  if (!isFinite64(x) || places > 323) return x;
  if (places < -308) return 0.0 * x;
  const scaled = sureScaled(x, places);
  if (scaled >= 0.0) return copysign(scaled / POWERS_OF_TEN[places], x);
  const decimal = fixedDigits(x, places);
  return copysign(parseF64(`${decimal.digits}e${decimal.point - decimal.digits.length}`), x);
}

// --- exact values ---

/** The exact value as a fraction in lowest terms, the denominator positive; null for infinities and NaN. */
export function asIntegerRatio(x: f64): BigPair | null {
  if (!isFinite64(x)) return null;
  const significand = significandOf(x);
  if (significand.isZero()) return new BigPair(significand, ONE);
  const signed = x < 0.0 ? significand.neg() : significand;
  const exponent = exponentOf(x);
  if (exponent >= 0) return new BigPair(signed.lshift(exponent), ONE);
  const zeros = significand.trailingZeros();
  const common = zeros < -exponent ? zeros : -exponent;
  return new BigPair(signed.rshift(common), ONE.lshift(-exponent - common));
}

/** Python's hash of what is not NaN (whose hash is that of the object's identity). */
export function floatHash(x: f64): i64 {
  if (Math.abs(x) < 9007199254740992.0) {
    const whole = f64ToI64(x);
    if (i64ToF64(whole) === x) return hash64(whole);
  } else if (!isFinite64(x)) {
    return x > 0.0 ? HASH_INFINITY : -HASH_INFINITY;
  }
  // Times 2^exponent is a rotation in 61 bits.
  const bits = f64Bits(x);
  const fraction = bits & 0xfffffffffffffn;
  const value = (bits & 0x7ff0000000000000n) === 0n ? fraction : fraction | 0x10000000000000n;
  const turn = i32ToI64((exponentOf(x) + 61 * 20) % 61);
  const rest = 61n - turn;
  const rotated = ((value & ((1n << rest) - 1n)) << turn) | (value >> rest);
  const signed = x < 0.0 ? -rotated : rotated;
  return signed === -1n ? -2n : signed;
}

/** `x` compared with an integer, exactly: -1, 0 or 1. `x` is not NaN. */
export function compareI64(x: f64, b: i64): i32 {
  if (x >= 9223372036854775808.0) return 1;
  if (x < -9223372036854775808.0) return -1;
  const whole = Math.floor(x);
  const a = f64ToI64(whole);
  if (a !== b) return a < b ? -1 : 1;
  return x > whole ? 1 : 0;
}

/** The same with an integer of any size. */
export function compareBig(x: f64, b: RBigInt): i32 {
  if (b.fitsI64()) return compareI64(x, b.toI64());
  // Now |b| is at least 2^63, so a fraction of x cannot matter.
  const whole = RBigInt.fromF64(x);
  if (whole === null) return x > 0.0 ? 1 : -1;
  return whole.compare(b);
}

// --- parts ---

/** The `m` of `x = m * 2^e` with `|m|` in [0.5, 1); zeros, infinities and NaN are themselves. */
export function frexpMantissa(x: f64): f64 {
  if (x === 0.0 || !isFinite64(x)) return x;
  const normal = Math.abs(x) < 2.2250738585072014e-308 ? x * 18014398509481984.0 : x;
  return f64FromBits((f64Bits(normal) & -0x7ff0000000000001n) | 0x3fe0000000000000n);
}

/** The `e` of {@link frexpMantissa}; 0 where that is `x`. */
export function frexpExponent(x: f64): i32 {
  if (x === 0.0 || !isFinite64(x)) return 0;
  if (Math.abs(x) < 2.2250738585072014e-308) return biasedExponent(x * 18014398509481984.0) - 1076;
  return biasedExponent(x) - 1022;
}

function biasedExponent(x: f64): i32 {
  return i64ToI32(f64Bits(x) >> 52n) & 0x7ff;
}

/** `x * 2^exponent` rounded once; infinite on overflow. */
export function ldexp(x: f64, exponent: i32): f64 {
  let result = x;
  let rest = exponent > 2200 ? 2200 : exponent < -2200 ? -2200 : exponent;
  while (rest > 1023) {
    result *= powerOfTwo(1023);
    rest -= 1023;
  }
  // Steps end 53 bits above the subnormals, so that only the last product rounds.
  while (rest < -1022) {
    result *= powerOfTwo(-969);
    rest += 969;
  }
  return result * powerOfTwo(rest);
}

/** The fraction of `x` with its sign; the whole part is {@link truncate}. */
export function fraction(x: f64): f64 {
  if (!isFinite64(x)) return x !== x ? x : copysign(0.0, x);
  return copysign(x - Math.trunc(x), x);
}

/** The next double from `x` towards `y`. */
export function nextafter(x: f64, y: f64): f64 {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (x === 0.0) return copysign(5e-324, y);
  const bits = f64Bits(x);
  // Away from zero the bits grow.
  return f64FromBits((y > x) === (x > 0.0) ? bits + 1n : bits - 1n);
}

/** The value of the least significant bit of `x`. */
export function ulp(x: f64): f64 {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size === Infinity) return Infinity;
  const next = nextafter(size, Infinity);
  return next === Infinity ? size - nextafter(size, 0.0) : next - size;
}
