/**
 * The gamma function and its logarithm, by Stirling's series from 10 on and the recurrence below. The exponent is
 * worked out as a sum of two doubles, since its error is the result's relative error.
 */
import type { f64 } from "@rts";
import { f64ToI32 } from "@rts";
import { expSum, lastLogLow, log64, logHigh, productError, sumError } from "../../core/objspace/float/mod.ts";

/** (n - 1)! for n up to 171: all that are doubles. */
const FACTORIALS: Float64Array = new Float64Array(171);
for (let n = 0, product = 1n; n < 171; product *= BigInt(++n)) FACTORIALS[n] = Number(product);

/** ln(2π) / 2 as two doubles. */
const HALF_LOG_2PI: f64 = 0.9189385332046728;
const HALF_LOG_2PI_LOW: f64 = -3.878294158067242e-17;
/** Gamma of more is beyond the doubles. */
const MOST: f64 = 171.624376956303;
/** From here on Stirling's series is exact enough. */
const STIRLING: f64 = 10.0;

/** What the last {@link stirling} left. */
let exponentLow: f64 = 0.0;

/** Stirling's series without its first terms, for `y` of at least 10. */
function series(y: f64): f64 {
  const r = 1.0 / y;
  const s = r * r;
  return r * (1.0 / 12.0 + s * (-1.0 / 360.0 + s * (1.0 / 1260.0 + s * (-1.0 / 1680.0 + s * (1.0 / 1188.0 +
                    s * (-691.0 / 360360.0 + s * (1.0 / 156.0 - s * (3617.0 / 122400.0))))))));
}

/** ln gamma(y + low) for `y` from 10 to 1e16: the upper double; the lower one is `exponentLow`. */
function stirling(y: f64, low: f64): f64 {
  const high = logHigh(y);
  const a = y - 0.5;
  const product = a * high;
  const rest = productError(a, high, product) + a * lastLogLow() + low * high;
  const sum = product - y;
  const tail = series(y) + HALF_LOG_2PI;
  const total = sum + tail;
  exponentLow = sumError(product, -y, sum) + sumError(sum, tail, total) + (rest + HALF_LOG_2PI_LOW);
  return total;
}

/** The gamma function of `x` > 0, at most {@link MOST}. */
function gammaPositive(x: f64): f64 {
  let y = x;
  let low: f64 = 0.0;
  let product: f64 = 1.0;
  while (y < STIRLING) {
    product *= y;
    const next = y + 1.0;
    low += sumError(y, 1.0, next);
    y = next;
  }
  const high = stirling(y, low);
  return expSum(high, exponentLow) / product;
}

/** sin(πx) without loss for large `x`. */
export function sinpi(x: f64): f64 {
  const y = Math.abs(x) % 2.0;
  const quarter = f64ToI32(y * 2.0 + 0.5);
  let result: f64 = 0.0;
  switch (quarter) {
    case 0:
      result = Math.sin(Math.PI * y);
      break;
    case 1:
      result = Math.cos(Math.PI * (y - 0.5));
      break;
    case 2:
      result = Math.sin(Math.PI * (1.0 - y));
      break;
    case 3:
      result = -Math.cos(Math.PI * (y - 1.5));
      break;
    default:
      result = Math.sin(Math.PI * (y - 2.0));
  }
  return x < 0.0 ? -result : result;
}

/** The gamma function. NaN where `math.gamma` has a domain error: zeros, negative integers, -inf. */
export function gamma(x: f64): f64 {
  if (x !== x || x === Infinity) return x;
  if (x === Math.floor(x)) {
    if (x <= 0.0) return NaN;
    return x <= 171.0 ? FACTORIALS[f64ToI32(x) - 1] : Infinity;
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1.0 / x;
  if (x > MOST) return Infinity;
  if (x > 0.0) return gammaPositive(x);
  if (size > 200.0) return 0.0 / sinpi(x);
  const factor = -Math.PI / sinpi(size) / size;
  if (size < 170.0) return factor / gammaPositive(size);
  // The inverse may be subnormal: only the last product may round there.
  const half = expSum(-0.5 * stirling(size, 0.0), -0.5 * exponentLow);
  return factor * half * half;
}

/** The logarithm of |gamma(x)|. NaN where `math.lgamma` has a domain error: zero and negative integers. */
export function lgamma(x: f64): f64 {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size === Infinity) return Infinity;
  if (x === Math.floor(x) && x <= 2.0) return x <= 0.0 ? NaN : 0.0;
  if (size < 1e-20) return -log64(size);
  const positive = lgammaPositive(size);
  return x > 0.0 ? positive : log64(Math.PI / (Math.abs(sinpi(size)) * size)) - positive;
}

function lgammaPositive(x: f64): f64 {
  if (x < STIRLING) return log64(gammaPositive(x));
  return x < 1e16 ? stirling(x, 0.0) : x * (log64(x) - 1.0);
}
