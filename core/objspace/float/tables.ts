/**
 * Constants of the logarithm and the exponential as sums of two doubles, worked out with BigInt while the module
 * is loaded (that is, at translation).
 */
import type { f64, i32 } from "@rts";

/** Bits behind the point of the fixed-point numbers here. */
const POINT = 200;
const UNIT = 1n << BigInt(POINT);

/** The natural logarithm of a fixed-point number near 1, by the series of atanh. */
function fixedLog(x: bigint): bigint {
  const t = (x - UNIT) * UNIT / (x + UNIT);
  const square = t * t / UNIT;
  let power = t;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = power * square / UNIT;
  }
  return 2n * sum;
}

function fixedExp(x: bigint): bigint {
  let term = UNIT;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = term * x / UNIT / n;
  }
  return sum;
}

/** The nearest double with at most `places` bits behind the point. */
function toDouble(x: bigint, places: number): number {
  const shift = BigInt(POINT - places);
  return Number((x + (1n << (shift - 1n))) >> shift) * 2 ** -places;
}

function fromDouble(x: number): bigint {
  return BigInt(x * 2 ** 100) * UNIT >> 100n;
}

/** What a double `high` leaves of a fixed-point number. */
function remainder(x: bigint, high: number): number {
  return toDouble(x - fromDouble(high), 160);
}

/** ln 2. */
const LN2 = fixedLog(2n * UNIT);

/** ln 2 with 42 bits behind the point: multiples by exponents are exact. */
export const LN2_HIGH: f64 = toDouble(LN2, 42);
export const LN2_LOW: f64 = remainder(LN2, LN2_HIGH);

/** Entries of the tables for a binade. */
export const STEPS = 128;

/** ln 2 / 128 with 34 bits of precision: multiples by up to 2^19 are exact. */
export const STEP_HIGH: f64 = toDouble(LN2 / 128n, 41);
export const STEP_LOW: f64 = remainder(LN2 / 128n, STEP_HIGH);

/** 1 / ln 10 and 1 / ln 2 as two doubles. */
export const INV_LN10_HIGH: f64 = toDouble(UNIT * UNIT / (LN2 * 3n + fixedLog(UNIT * 5n / 4n)), 53);
export const INV_LN10_LOW: f64 = remainder(
  UNIT * UNIT / (LN2 * 3n + fixedLog(UNIT * 5n / 4n)),
  INV_LN10_HIGH,
);
export const INV_LN2_HIGH: f64 = toDouble(UNIT * UNIT / LN2, 52);
export const INV_LN2_LOW: f64 = remainder(UNIT * UNIT / LN2, INV_LN2_HIGH);

/** For each step of [1, 2): a short inverse of its middle, halved above the square root of 2. */
export const INVERSE: Float64Array = new Float64Array(STEPS);
/** -ln(INVERSE) as two doubles, the high one with 42 bits behind the point. */
export const LOG_HIGH: Float64Array = new Float64Array(STEPS);
export const LOG_LOW: Float64Array = new Float64Array(STEPS);
/** 2^(i/128) as two doubles. */
export const POWER_HIGH: Float64Array = new Float64Array(STEPS);
export const POWER_LOW: Float64Array = new Float64Array(STEPS);

for (let i = 0; i < STEPS; i++) {
  const middle = 1 + (i + 0.5) / STEPS;
  const c = middle > Math.SQRT2 ? middle / 2 : middle;
  INVERSE[i] = i === 0 || i === STEPS - 1 ? 1 : Math.round(512 / c) / 512;
  const log = -fixedLog(fromDouble(INVERSE[i]));
  LOG_HIGH[i] = toDouble(log, 42);
  LOG_LOW[i] = remainder(log, LOG_HIGH[i]);
  const power = fixedExp(LN2 * BigInt(i) / BigInt(STEPS));
  POWER_HIGH[i] = toDouble(power, 52);
  POWER_LOW[i] = remainder(power, POWER_HIGH[i]);
}

/** The first step whose values are halved. */
export const HALVED_FROM: i32 = Math.ceil((Math.SQRT2 - 1) * STEPS - 0.5);
