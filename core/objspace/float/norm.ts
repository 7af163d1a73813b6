/** Lengths of vectors, as `hypot`, `dist` and `abs(complex)` need them. */
import type { f64, i32 } from "@rts";
import { frexpExponent, ldexp } from "./arith.ts";
import { productError, sumError } from "./pow.ts";

/** The length of the vector of the first `count` values, nearly always correctly rounded. */
export function vectorNorm(values: Float64Array, count: i32): f64 {
  let most: f64 = 0.0;
  let isNaN = false;
  for (let i = 0; i < count; i++) {
    const x = Math.abs(values[i]);
    if (x !== x) isNaN = true;
    else if (x > most) most = x;
  }
  if (most === Infinity) return most;
  if (isNaN) return NaN;
  if (most === 0.0 || count <= 1) return most;
  // Squares must neither overflow nor lose what is below the subnormals.
  const exponent = most > 1e-120 && most < 1e150 ? 0 : frexpExponent(most);
  let sum: f64 = 0.0;
  let rest: f64 = 0.0;
  for (let i = 0; i < count; i++) {
    const x = exponent === 0 ? values[i] : ldexp(values[i], -exponent);
    const square = x * x;
    const next = sum + square;
    rest += sumError(sum, square, next) + productError(x, x, square);
    sum = next;
  }
  return ldexp(squareRoot(sum, rest), exponent);
}

/** The root of `sum + rest`: the rounded root corrected by Newton's step on what it leaves. */
function squareRoot(sum: f64, rest: f64): f64 {
  const root = Math.sqrt(sum);
  const square = root * root;
  const left = (sum - square) - productError(root, root, square) + rest;
  return root + left / (2.0 * root);
}

/** `sqrt(x*x + y*y)` without overflow on the way, nearly always correctly rounded. */
export function hypot(x: f64, y: f64): f64 {
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  if (ax === Infinity || ay === Infinity) return Infinity;
  const most = ax > ay ? ax : ay;
  if (most === 0.0 || x !== x || y !== y) return ax + ay;
  const exponent = most > 1e-120 && most < 1e150 ? 0 : frexpExponent(most);
  const a = exponent === 0 ? ax : ldexp(ax, -exponent);
  const b = exponent === 0 ? ay : ldexp(ay, -exponent);
  const aa = a * a;
  const bb = b * b;
  const sum = aa + bb;
  const root = squareRoot(sum, sumError(aa, bb, sum) + productError(a, a, aa) + productError(b, b, bb));
  return exponent === 0 ? root : ldexp(root, exponent);
}
