/** Powers of `RBigInt`, also modular ones, and integer square roots. */
import { f64ToI64, type i32, i32ToI64, type i64, i64ToF64, i64ToI32, newFixedArray } from "@rts";
import { powmodOdd, windowAt } from "./montgomery.ts";
import { ONE, RBigInt, ZERO } from "./rbigint.ts";
import { add, addI64, compare, divmodTruncated, mod, mul, remainder, square, sub } from "./arith.ts";
import { bitLength, lshift, rshiftTruncated, testBit, trailingZeros } from "./bits.ts";

/** Exponents of this many bits on are read five bits at a time. */
const WINDOW_FROM: i32 = 60;
const WINDOW: i32 = 5;

/**
 * `base ** exponent`; the exponent is not negative. Throws {@link MemoryError} (as `lshift` of such a size does)
 * when the result has no room.
 */
export function pow(base: RBigInt, exponent: RBigInt): RBigInt {
  if (exponent.sign === 0) return ONE;
  if (base.sign === 0) return ZERO;
  if (base.size === 1 && base.digits[0] === 1) {
    return base.sign < 0 && exponent.isOdd() ? base : ONE;
  }
  return powI64(base, exponent.fitsI64() ? exponent.toI64() : 0x7fffffffffffffffn);
}

/** {@link pow} with an exponent of at least 0. */
export function powI64(base: RBigInt, exponent: i64): RBigInt {
  if (exponent === 0n) return ONE;
  if (base.sign === 0) return base;
  // Powers of two move bits: only the odd part is multiplied.
  const zeros = trailingZeros(base);
  const odd = zeros === 0 ? base : rshiftTruncated(base, zeros);
  const power = odd.size === 1 && odd.digits[0] === 1
    ? (odd.sign < 0 && (exponent & 1n) === 0n ? ONE : odd)
    : powOdd(odd, exponent);
  return zeros === 0 ? power : lshift(power, shiftCount(zeros, exponent));
}

/** `zeros * exponent`, saturated where no memory would hold the result. */
function shiftCount(zeros: i32, exponent: i64): i32 {
  const limit: i64 = 0x7ffffff0n;
  if (exponent > limit / i32ToI64(zeros)) return i64ToI32(limit);
  return i64ToI32(i32ToI64(zeros) * exponent);
}

function powOdd(base: RBigInt, exponent: i64): RBigInt {
  let bit = 62;
  while (((exponent >> i32ToI64(bit)) & 1n) === 0n) bit--;
  let result = base;
  for (bit--; bit >= 0; bit--) {
    result = square(result);
    if (((exponent >> i32ToI64(bit)) & 1n) !== 0n) result = mul(result, base);
  }
  return result;
}

/**
 * `base ** exponent % modulus` with the sign of the modulus, which is not 0; the exponent is not negative.
 */
export function powmod(base: RBigInt, exponent: RBigInt, modulus: RBigInt): RBigInt {
  const m = modulus.abs();
  if (m.size === 1 && m.digits[0] === 1) return ZERO;
  const reduced = mod(base, m);
  const result = m.size === 1 ? powmodDigit(reduced, exponent, m.digits[0]) : powmodBig(reduced, exponent, m);
  return modulus.sign < 0 && result.sign !== 0 ? add(result, modulus) : result;
}

function powmodDigit(base: RBigInt, exponent: RBigInt, modulus: i32): RBigInt {
  const m = i32ToI64(modulus);
  const factor = base.toI64();
  let result: i64 = 1n;
  for (let bit = bitLength(exponent) - 1; bit >= 0; bit--) {
    result = result * result % m;
    if (testBit(exponent, bit)) result = result * factor % m;
  }
  return RBigInt.fromI64(result);
}

function powmodBig(base: RBigInt, exponent: RBigInt, m: RBigInt): RBigInt {
  const bits = bitLength(exponent);
  if (bits > WINDOW_FROM) {
    return m.isOdd() ? powmodOdd(base, exponent, m) : powmodWindow(base, exponent, m, bits);
  }
  let result = ONE;
  for (let bit = bits - 1; bit >= 0; bit--) {
    result = remainder(square(result), m);
    if (testBit(exponent, bit)) result = remainder(mul(result, base), m);
  }
  return result;
}

function powmodWindow(base: RBigInt, exponent: RBigInt, m: RBigInt, bits: i32): RBigInt {
  const powers = newFixedArray<RBigInt>(1 << WINDOW, ONE);
  for (let i = 1; i < powers.length; i++) powers[i] = remainder(mul(powers[i - 1], base), m);
  let result = ONE;
  for (let at = bits - bits % WINDOW; at >= 0; at -= WINDOW) {
    for (let i = 0; i < WINDOW; i++) result = remainder(square(result), m);
    const value = windowAt(exponent, at, WINDOW);
    if (value !== 0) result = remainder(mul(result, powers[value]), m);
  }
  return result;
}

/** The `x` in [0, |m|) with `a * x ≡ 1` modulo `m`, which is not 0; null when there is none. */
export function invert(a: RBigInt, modulus: RBigInt): RBigInt | null {
  const m = modulus.abs();
  let r0 = m;
  let r1 = mod(a, m);
  let x0 = ZERO;
  let x1 = ONE;
  while (r1.sign !== 0) {
    const pair = divmodTruncated(r0, r1);
    r0 = r1;
    r1 = pair.remainder;
    const next = sub(x0, mul(pair.quotient, x1));
    x0 = x1;
    x1 = next;
  }
  return r0.size === 1 && r0.digits[0] === 1 ? mod(x0, m) : null;
}

// --- square roots ---

/** The integer square root of an `i64` of at least 0. */
export function isqrt64(value: i64): i64 {
  let root = f64ToI64(Math.sqrt(i64ToF64(value)));
  while (root > 3037000499n || root * root > value) root = root - 1n;
  while (root < 3037000499n && (root + 1n) * (root + 1n) <= value) root = root + 1n;
  return root;
}

/**
 * The integer square root of a value of at least 0. Newton's step doubles the correct bits: the root of the top
 * bits is refined with twice as many of them each time, so that the last step alone has the full size.
 */
export function isqrt(value: RBigInt): RBigInt {
  if (value.fitsI64()) return RBigInt.fromI64(isqrt64(value.toI64()));
  const half = (bitLength(value) - 1) >> 1;
  let root = ONE;
  let done = 0;
  for (let step = 31 - Math.clz32(half); step >= 0; step--) {
    const before = done;
    done = half >> step;
    const quotient = divmodTruncated(rshiftTruncated(value, 2 * half - before - done + 1), root).quotient;
    root = add(lshift(root, done - before - 1), quotient);
  }
  return compare(square(root), value) > 0 ? addI64(root, -1n) : root;
}
