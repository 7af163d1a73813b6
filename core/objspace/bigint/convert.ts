/** `RBigInt` from and to machine integers, doubles, hashes and bytes. */
import {
  type bool,
  clz64,
  type f64,
  f64Bits,
  f64FromBits,
  type i32,
  i32ToI64,
  type i64,
  i64ToF64,
  i64ToI32,
  shrU64,
} from "@rts";
import { MASK, SHIFT } from "./natural.ts";
import { ONE, RBigInt, ZERO } from "./rbigint.ts";
import { divmodTruncated } from "./arith.ts";
import { bitLength, lshift } from "./bits.ts";

const MIN_I64: i64 = -9223372036854775808n;
/** The modulus of Python's hashes of numbers, 2^61 - 1. */
const HASH_MODULUS: i64 = 0x1fffffffffffffffn;

// --- i64 ---

export function fromI32(value: i32): RBigInt {
  return fromI64(i32ToI64(value));
}

export function fromI64(value: i64): RBigInt {
  if (value === 0n) return ZERO;
  if (value === 1n) return ONE;
  const sign = value < 0n ? -1 : 1;
  if (value === MIN_I64) return new RBigInt(-1, 3, fromDigits(0, 0, 8));
  const magnitude = value < 0n ? -value : value;
  if (magnitude <= 0x3fffffffn) {
    const digits = new Int32Array(1);
    digits[0] = i64ToI32(magnitude);
    return new RBigInt(sign, 1, digits);
  }
  const high = i64ToI32(magnitude >> 60n);
  const middle = i64ToI32(magnitude >> 30n) & MASK;
  return new RBigInt(sign, high !== 0 ? 3 : 2, fromDigits(i64ToI32(magnitude) & MASK, middle, high));
}

function fromDigits(low: i32, middle: i32, high: i32): Int32Array {
  const digits = new Int32Array(3);
  digits[0] = low;
  digits[1] = middle;
  digits[2] = high;
  return digits;
}

/** The 64 bits as an unsigned number. */
export function fromU64Bits(value: i64): RBigInt {
  if (value >= 0n) return fromI64(value);
  const middle = i64ToI32(value >> 30n) & MASK;
  return new RBigInt(1, 3, fromDigits(i64ToI32(value) & MASK, middle, 8 | (i64ToI32(value >> 60n) & 7)));
}

/** Whether the value is an `i64`. */
export function fitsI64(a: RBigInt): bool {
  if (a.size < 3) return true;
  if (a.size > 3) return false;
  const top = a.digits[2];
  return top < 8 || (top === 8 && a.sign < 0 && a.digits[1] === 0 && a.digits[0] === 0);
}

/** The value, which fits; otherwise unspecified. */
export function toI64(a: RBigInt): i64 {
  if (a.size === 0) return 0n;
  let magnitude = i32ToI64(a.digits[0]);
  if (a.size > 1) magnitude = magnitude | (i32ToI64(a.digits[1]) << 30n);
  if (a.size > 2) {
    if (a.digits[2] > 7) return MIN_I64;
    magnitude = magnitude | (i32ToI64(a.digits[2]) << 60n);
  }
  return a.sign < 0 ? -magnitude : magnitude;
}

/** The low 64 bits of the two's complement: what wrapping conversions (ctypes, struct, `&` masks) want. */
export function toI64Wrapped(a: RBigInt): i64 {
  let magnitude: i64 = 0n;
  if (a.size > 0) magnitude = i32ToI64(a.digits[0]);
  if (a.size > 1) magnitude = magnitude | (i32ToI64(a.digits[1]) << 30n);
  if (a.size > 2) {
    const top = i32ToI64(a.digits[2] & 7) << 60n;
    magnitude = magnitude | top;
    if ((a.digits[2] & 8) !== 0) magnitude = magnitude | MIN_I64;
  }
  // The two's complement of the complement: no overflow at the smallest value.
  if (a.sign >= 0 || magnitude === MIN_I64) return magnitude;
  return -magnitude;
}

/** Whether the value is in [0, 2^64). */
export function fitsU64(a: RBigInt): bool {
  return a.sign >= 0 && (a.size < 3 || (a.size === 3 && a.digits[2] < 16));
}

// --- doubles ---

/** The exact value of a whole double; of a fraction, what is left of the point. Null for infinities and NaN. */
export function fromF64(value: f64): RBigInt | null {
  const bits = f64Bits(value);
  const exponent = i64ToI32(bits >> 52n) & 0x7ff;
  if (exponent === 0x7ff) return null;
  if (exponent < 1023) return ZERO;
  const mantissa = (bits & 0xfffffffffffffn) | 0x10000000000000n;
  const shift = exponent - 1075;
  const magnitude = fromI64(shift < 0 ? mantissa >> i32ToI64(-shift) : mantissa);
  const whole = shift > 0 ? magnitude.lshift(shift) : magnitude;
  return bits < 0n ? whole.neg() : whole;
}

/**
 * The top 62 bits of the magnitude; the lowest of them is set too when anything below is not 0, so that
 * rounding the result to fewer bits rounds the whole. The value is about the result times 2^(bitLength - 62).
 */
export function topBits(a: RBigInt): i64 {
  const n = a.size;
  const digits = a.digits;
  let bits: i64 = i32ToI64(digits[n - 1]);
  let room = 62 - (32 - Math.clz32(digits[n - 1]));
  let i = n - 2;
  while (i >= 0 && room >= SHIFT) {
    bits = (bits << 30n) | i32ToI64(digits[i]);
    room -= SHIFT;
    i--;
  }
  let lost = 0;
  if (i >= 0 && room > 0) {
    bits = (bits << i32ToI64(room)) | i32ToI64(digits[i] >> (SHIFT - room));
    lost = digits[i] & ((1 << (SHIFT - room)) - 1);
    i--;
    room = 0;
  }
  bits = bits << i32ToI64(room);
  for (; i >= 0 && lost === 0; i--) lost = digits[i];
  return lost !== 0 ? bits | 1n : bits;
}

/**
 * `mantissa * 2^exponent` rounded once, half to even; the mantissa is positive. Infinite beyond the doubles.
 */
export function scaleRounded(mantissa: i64, exponent: i32): f64 {
  const length = 64 - clz64(mantissa);
  const top = exponent + length - 1;
  if (top > 1023) return Infinity;
  // Bits that the result can hold: 53, fewer when it is subnormal.
  const room = top >= -1022 ? 53 : top + 1075;
  if (room < 0) return 0.0;
  const drop = length - room;
  if (drop <= 0) return scaleExact(mantissa, exponent);
  let kept = drop > 63 ? 0n : shrU64(mantissa, drop);
  const half = 1n << i32ToI64(drop - 1);
  const rest = mantissa & (half | (half - 1n));
  if (rest > half || (rest === half && (kept & 1n) !== 0n)) kept = kept + 1n;
  return scaleExact(kept, exponent + drop);
}

/** `mantissa * 2^exponent`, of which it is known that it is a double or rounds up to infinity. */
function scaleExact(mantissa: i64, exponent: i32): f64 {
  let result = i64ToF64(mantissa);
  let rest = exponent;
  while (rest > 1000) {
    result = result * powerOfTwo(1000);
    rest -= 1000;
  }
  while (rest < -1000) {
    result = result * powerOfTwo(-1000);
    rest += 1000;
  }
  return result * powerOfTwo(rest);
}

/** 2^exponent, from -1022 to 1023. */
export function powerOfTwo(exponent: i32): f64 {
  return f64FromBits(i32ToI64(exponent + 1023) << 52n);
}

/** The nearest double, half to even; infinite when there is none. */
export function toF64(a: RBigInt): f64 {
  if (a.sign === 0) return 0.0;
  const magnitude = scaleRounded(topBits(a), a.bitLength() - 62);
  return a.sign < 0 ? -magnitude : magnitude;
}

/**
 * `a / b` rounded once; infinite on overflow. `b` is not 0. The quotient of the shifted magnitudes has at least
 * 60 bits, and its lowest one tells whether anything is left.
 */
export function truediv(a: RBigInt, b: RBigInt): f64 {
  if (a.sign === 0) return b.sign < 0 ? -0.0 : 0.0;
  const shift = 60 - (bitLength(a) - bitLength(b));
  const dividend = shift > 0 ? lshift(a, shift) : a;
  const divisor = shift < 0 ? lshift(b, -shift) : b;
  const pair = divmodTruncated(dividend, divisor);
  const quotient = pair.quotient.abs().toI64();
  const sticky = pair.remainder.sign === 0 ? quotient : quotient | 1n;
  const magnitude = scaleRounded(sticky, -shift);
  return a.sign * b.sign < 0 ? -magnitude : magnitude;
}

// --- hash ---

/** Python's hash: the value modulo 2^61 - 1 with its sign, never -1. */
export function hash(a: RBigInt): i64 {
  let x: i64 = 0n;
  for (let i = a.size - 1; i >= 0; i--) {
    // Times 2^30 is a rotation of 61 bits.
    x = ((x & 0x7fffffffn) << 30n) | (x >> 31n);
    x = x + i32ToI64(a.digits[i]);
    if (x >= HASH_MODULUS) x = x - HASH_MODULUS;
  }
  if (a.sign < 0) x = -x;
  return x === -1n ? -2n : x;
}
