/**
 * Exponential, logarithms and powers of doubles with an error of about 0.505 units in the last place: nearly
 * always the correctly rounded result, as the C library of CPython gives it; JavaScript's `Math` is off by one
 * unit more often. The logarithm is worked out as a sum of two doubles.
 */
import { type bool, type f64, f64Bits, f64FromBits, f64ToI32, i64ToI32 } from "@rts";
import { powerOfTwo } from "../bigint/mod.ts";
import {
  HALVED_FROM,
  INV_LN10_HIGH,
  INV_LN10_LOW,
  INV_LN2_HIGH,
  INV_LN2_LOW,
  INVERSE,
  LN2_HIGH,
  LN2_LOW,
  LOG_HIGH,
  LOG_LOW,
  POWER_HIGH,
  POWER_LOW,
  STEP_HIGH,
  STEP_LOW,
} from "./tables.ts";

/** 128 / ln 2. */
const STEPS_PER_ONE: f64 = 184.6649652337873;
/** The exponential of more is infinite, and of less is 0. */
const MOST: f64 = 709.79;
const LEAST: f64 = -745.14;
/** Multiplying by it splits a double into halves of 26 bits. */
const SPLITTER: f64 = 134217729.0;

/** The second double of the last {@link logHigh}: what that left of the logarithm. */
let logLow: f64 = 0.0;

/** What the last {@link logHigh} left. */
export function lastLogLow(): f64 {
  return logLow;
}

/** The upper half of the bits of `x`. */
function upperHalf(x: f64): f64 {
  const t = SPLITTER * x;
  return t - (t - x);
}

/** What `product`, the rounded `a * b`, left of the exact product. */
export function productError(a: f64, b: f64, product: f64): f64 {
  const ah = upperHalf(a);
  const bh = upperHalf(b);
  const al = a - ah;
  const bl = b - bh;
  return ((ah * bh - product) + ah * bl + al * bh) + al * bl;
}

/** What `sum`, the rounded `a + b`, left of the exact sum. */
export function sumError(a: f64, b: f64, sum: f64): f64 {
  const bb = sum - a;
  return (a - (sum - bb)) + (b - bb);
}

/**
 * The natural logarithm of a positive finite `x`; the rest of it is {@link lastLogLow}. With x = 2^k z and c near z
 * from the table, it is k ln 2 + ln c + ln(1 + r), r = z/c - 1.
 */
export function logHigh(x: f64): f64 {
  let bits = f64Bits(x);
  let k = -1023;
  if (bits < 0x10000000000000n) {
    bits = f64Bits(x * 18014398509481984.0);
    k -= 54;
  }
  k += i64ToI32(bits >> 52n);
  const step = i64ToI32(bits >> 45n) & 127;
  let z = f64FromBits((bits & 0xfffffffffffffn) | 0x3ff0000000000000n);
  if (step >= HALVED_FROM) {
    z *= 0.5;
    k++;
  }
  const inverse = INVERSE[step];
  // The inverse has 9 bits: both products are exact.
  const zh = upperHalf(z);
  const r1 = zh * inverse - 1.0;
  const r2 = (z - zh) * inverse;
  const rh = r1 + r2;
  const rl = (r1 - rh) + r2;
  const n: f64 = k;
  const base = n * LN2_HIGH + LOG_HIGH[step];
  const half = 0.5 * rh;
  const q = -half * rh;
  const s1 = base + rh;
  const s2 = s1 + q;
  const low = sumError(base, rh, s1) + sumError(s1, q, s2) + productError(-half, rh, q) + (rl - rh * rl) +
    logSeries(rh) + (n * LN2_LOW + LOG_LOW[step]);
  const high = s2 + low;
  logLow = (s2 - high) + low;
  return high;
}

/** `ln(1 + r) - r + r*r/2`, for `|r|` below 1/64. */
function logSeries(r: f64): f64 {
  const r3 = r * r * r;
  return r3 * (1.0 / 3.0 + r * (-0.25 + r * (0.2 + r * (-1.0 / 6.0 + r * (1.0 / 7.0 + r * (-0.125 +
                        r * (1.0 / 9.0 - r * 0.1)))))));
}

/** The exponential of `x + low`, where `low` is below a unit in the last place of `x`. */
export function expSum(x: f64, low: f64): f64 {
  if (x > MOST) return Infinity;
  if (x < LEAST) return 0.0;
  const steps = Math.floor(x * STEPS_PER_ONE + 0.5);
  const n = f64ToI32(steps);
  const r = (x - steps * STEP_HIGH) + (low - steps * STEP_LOW);
  const p = r + r * r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0)))));
  const power = POWER_HIGH[n & 127];
  const result = power + (POWER_LOW[n & 127] + power * p);
  const k = n >> 7;
  if (k > -1022 && k < 1024) return result * powerOfTwo(k);
  return k < 0 ? result * powerOfTwo(k + 64) * powerOfTwo(-64) : result * powerOfTwo(1023) * 2.0;
}

/** e to the power of `x`. */
export function exp64(x: f64): f64 {
  if (x !== x) return x;
  return expSum(x, 0.0);
}

/** The natural logarithm of `x` ≥ 0; NaN below. */
export function log64(x: f64): f64 {
  if (!(x > 0.0) || x === Infinity) return logOfSpecial(x);
  return logHigh(x);
}

function logOfSpecial(x: f64): f64 {
  return x === 0.0 ? -Infinity : x > 0.0 ? x : NaN;
}

/** The last logarithm times a constant in two doubles. */
function scaledLog(high: f64, factor: f64, factorLow: f64): f64 {
  const product = high * factor;
  return product + (productError(high, factor, product) + (high * factorLow + logLow * factor));
}

/** The logarithm to base 2; exact for powers of two. */
export function log2of(x: f64): f64 {
  if (!(x > 0.0) || x === Infinity) return logOfSpecial(x);
  return scaledLog(logHigh(x), INV_LN2_HIGH, INV_LN2_LOW);
}

/** The logarithm to base 10; exact for powers of ten. */
export function log10of(x: f64): f64 {
  if (!(x > 0.0) || x === Infinity) return logOfSpecial(x);
  return scaledLog(logHigh(x), INV_LN10_HIGH, INV_LN10_LOW);
}

/** `x` to the power `y`, for finite `x` > 0 and finite `y`. */
export function pow64f(x: f64, y: f64): f64 {
  if (y === 1.0 || x === 1.0) return x;
  if (y === 2.0) return x * x;
  if (y > 2.0 && y <= 34.0 && isShortPower(x, y)) return multiplied(x, y);
  const high = logHigh(x);
  const low = logLow;
  const e = high * y;
  if (e > MOST) return Infinity;
  if (e < LEAST) return 0.0;
  return expSum(e, productError(high, y, e) + low * y);
}

/**
 * Whether all powers of `x` below the `y`th are exact: then the `y`th may lie in the middle between two doubles,
 * where an approximation cannot tell how to round.
 */
function isShortPower(x: f64, y: f64): bool {
  const bits = f64Bits(x);
  if ((bits & 0x3ffffffn) !== 0n || x < 1e-9 || x > 1e9 || Math.floor(y) !== y) return false;
  let rest = (bits & 0xfffffffffffffn) | 0x10000000000000n;
  let length = 53;
  while ((rest & 1n) === 0n) {
    rest = rest >> 1n;
    length--;
  }
  return length * (f64ToI32(y) - 1) <= 53;
}

function multiplied(x: f64, y: f64): f64 {
  let result = x;
  for (let i = f64ToI32(y); i > 1; i--) result *= x;
  return result;
}
