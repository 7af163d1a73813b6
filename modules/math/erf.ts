/**
 * The error function. For x from 0.375 on, erfc(x) = exp(-x²) g(x), and g is a Taylor polynomial around the nearest
 * multiple of 1/4; below, erf is its power series. The tables are worked out with BigInt while the module is loaded.
 */
import type { f64 } from "@rts";
import { f64ToI32 } from "@rts";
import { expSum, productError } from "../../core/objspace/float/mod.ts";

/** Coefficients of a polynomial. */
const TERMS = 16;
/** The first centre, times 4, and how many there are: erfc(27.3) is the last one above 0. */
const FIRST = 2;
const CENTRES = 109;
const G: Float64Array = new Float64Array(CENTRES * TERMS);
/** erf(x) = x + x P(x²). */
const P: Float64Array = new Float64Array(15);

const POINT = 400n;
const UNIT = 1n << POINT;
const multiply = (a: bigint, b: bigint) => a * b >> POINT;
const toDouble = (x: bigint) => Number(x >> 200n) / 2 ** 200;

function squareRoot(x: bigint): bigint {
  let root = x;
  for (let next = (x + 1n) >> 1n; next < root; next = (root + x / root) >> 1n) root = next;
  return root;
}

/** arctan(1/n). */
function inverseTangent(n: bigint): bigint {
  let sum = 0n;
  let term = UNIT / n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += k % 4n === 1n ? term / k : -term / k;
    term /= n * n;
  }
  return sum;
}

/** 2 / √π. */
const SCALE = 2n * UNIT * UNIT / squareRoot((4n * inverseTangent(5n) - inverseTangent(239n)) * 4n * UNIT);

/** g(x) for a large x by its continued fraction, 1/√π / (x + ½/(x + 1/(x + 1½/(x + …)))). */
function scaledErfc(x: bigint): bigint {
  let denominator = x;
  for (let k = 400n; k > 0n; k--) denominator = x + k * UNIT * UNIT / (2n * denominator);
  return SCALE * UNIT / (2n * denominator);
}

/** Taylor coefficients of g around `c` by g' = 2x g - 2/√π, from its value there. */
function coefficients(c: bigint, value: bigint, count: number): bigint[] {
  const a = [value, 2n * multiply(c, value) - SCALE];
  for (let n = 1; n < count; n++) a.push((2n * multiply(c, a[n]) + 2n * a[n - 1]) / BigInt(n + 1));
  return a;
}

/** Downwards, for that way errors fade. */
let value = scaledErfc(BigInt(CENTRES - 1 + FIRST) * UNIT / 4n);
for (let i = CENTRES - 1; i >= 0; i--) {
  const a = coefficients(BigInt(i + FIRST) * UNIT / 4n, value, 90);
  for (let n = 0; n < TERMS; n++) G[i * TERMS + n] = toDouble(a[n]);
  value = a.reduceRight((sum, term) => term - sum / 4n, 0n);
}
for (let n = 0n, factorial = 1n; n < 15n; factorial *= ++n) {
  const term = SCALE / (factorial * (2n * n + 1n));
  P[Number(n)] = toDouble(n === 0n ? term - UNIT : n % 2n === 0n ? term : -term);
}

/** For |x| below 0.5. */
function erfSeries(x: f64): f64 {
  const square = x * x;
  let sum: f64 = P[14];
  for (let n = 13; n >= 0; n--) sum = sum * square + P[n];
  return x + x * sum;
}

/** For x from 0.375 to 27.5. */
function erfcScaled(x: f64): f64 {
  const cell = f64ToI32(x * 4.0 + 0.5) - FIRST;
  const centre: f64 = cell + FIRST;
  const h = x - centre * 0.25;
  const at = cell * TERMS;
  let sum: f64 = G[at + TERMS - 1];
  for (let n = TERMS - 2; n >= 0; n--) sum = sum * h + G[at + n];
  const square = x * x;
  return expSum(-square, -productError(x, x, square)) * sum;
}

/** The error function. */
export function erf(x: f64): f64 {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size < 0.5) return erfSeries(x);
  const result = size > 6.0 ? 1.0 : 1.0 - erfcScaled(size);
  return x < 0.0 ? -result : result;
}

/** 1 - erf(x), accurate where that is small. */
export function erfc(x: f64): f64 {
  if (x !== x) return x;
  if (Math.abs(x) < 0.5) return 1.0 - erfSeries(x);
  const size = Math.abs(x);
  const result = size > 27.4 ? 0.0 : erfcScaled(size);
  return x < 0.0 ? 2.0 - result : result;
}
