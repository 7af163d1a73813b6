/**
 * Spectral norm of the infinite matrix a(i, j) = 1 / ((i + j)(i + j + 1) / 2 + i + 1), cut to n rows, by the
 * power method.
 *
 * Measures floating point loops over typed arrays. For n = 100 the result is 1.274219991.
 */
import { type f64, type i32, parseI32, print } from "@rts";

/** @inline */
function element(i: i32, j: i32): f64 {
  return 1.0 / ((((i + j) * (i + j + 1)) >> 1) + i + 1);
}

/** `to = A * from`. */
function multiply(from: Float64Array, to: Float64Array): void {
  for (let i = 0; i < to.length; i++) {
    let sum: f64 = 0;
    for (let j = 0; j < from.length; j++) sum += element(i, j) * from[j];
    to[i] = sum;
  }
}

/** `to = Aᵀ * from`. */
function multiplyTransposed(from: Float64Array, to: Float64Array): void {
  for (let i = 0; i < to.length; i++) {
    let sum: f64 = 0;
    for (let j = 0; j < from.length; j++) sum += element(j, i) * from[j];
    to[i] = sum;
  }
}

function dot(a: Float64Array, b: Float64Array): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** The norm of the matrix of `n` rows after ten rounds of the power method. */
export function run(n: i32): f64 {
  const u = new Float64Array(n);
  const v = new Float64Array(n);
  const scratch = new Float64Array(n);
  u.fill(1);
  for (let i = 0; i < 10; i++) {
    multiply(u, scratch);
    multiplyTransposed(scratch, v);
    multiply(v, scratch);
    multiplyTransposed(scratch, u);
  }
  return Math.sqrt(dot(u, v) / dot(v, v));
}

export function defaultSize(): i32 {
  return 1000;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  print(`spectral_norm ${size}: ${run(size).toFixed(9)}`);
  return 0;
}
