/**
 * The gamma function and its logarithm by Lanczos's approximation, with the steps of CPython's so that results
 * are the same to the last bit nearly always.
 */
import type { f64 } from "@rts";
import { f64ToI32 } from "@rts";
import { exp64, log64, pow64f } from "../../core/objspace/float/mod.ts";
import { LANCZOS_G, lanczosSum } from "./lanczos.ts";

/** (n - 1)! for n up to 23: what a double holds exactly. */
const FACTORIALS: Float64Array = new Float64Array(23);
for (let n = 0, product = 1n; n < 23; product *= BigInt(++n)) FACTORIALS[n] = Number(product);

const LOG_PI: f64 = 1.1447298858494002;
/** Exact in a double, as g is. */
const G_LESS_HALF: f64 = 5.524680040776729583740234375;

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
    if (x <= 23.0) return FACTORIALS[f64ToI32(x) - 1];
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1.0 / x;
  if (size > 200.0) return x < 0.0 ? 0.0 / sinpi(x) : Infinity;
  const y = size + G_LESS_HALF;
  // What rounding took from y changes the result by about its share of g / y.
  const lost = size > G_LESS_HALF ? (y - size) - G_LESS_HALF : (y - G_LESS_HALF) - size;
  const z = lost * LANCZOS_G / y;
  return x < 0.0 ? gammaNegative(size, y, z) : gammaPositive(size, y, z);
}

function gammaPositive(x: f64, y: f64, z: f64): f64 {
  let result = lanczosSum(x) / exp64(y);
  result += z * result;
  if (x < 140.0) return result * pow64f(y, x - 0.5);
  const root = pow64f(y, x / 2.0 - 0.25);
  return result * root * root;
}

/** Of `-x`, by the reflection formula. */
function gammaNegative(x: f64, y: f64, z: f64): f64 {
  let result = -Math.PI / sinpi(x) / x * exp64(y) / lanczosSum(x);
  result -= z * result;
  if (x < 140.0) return result / pow64f(y, x - 0.5);
  const root = pow64f(y, x / 2.0 - 0.25);
  return result / root / root;
}

/** The logarithm of |gamma(x)|. NaN where `math.lgamma` has a domain error: zero and negative integers. */
export function lgamma(x: f64): f64 {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size === Infinity) return Infinity;
  if (x === Math.floor(x) && x <= 2.0) return x <= 0.0 ? NaN : 0.0;
  if (size < 1e-20) return -log64(size);
  const sum = log64(lanczosSum(size)) - LANCZOS_G;
  const positive = sum + (size - 0.5) * (log64(size + LANCZOS_G - 0.5) - 1.0);
  if (x > 0.0) return positive;
  return LOG_PI - log64(Math.abs(sinpi(size))) - log64(size) - positive;
}
