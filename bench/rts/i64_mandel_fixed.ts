/**
 * The Mandelbrot set in fixed-point `i64` arithmetic: counts the points of a square grid that stay bounded.
 *
 * Measures 64-bit multiplication and shifts; untranslated these are bigints. 28 bits of fraction leave room for
 * the square of 8, the largest number that arises.
 */
import { type f64, type i32, i32ToI64, type i64, parseI32, print } from "@rts";

const FRACTION: i64 = 28n;
const ONE: i64 = 268435456n; // 1 << FRACTION
const LIMIT: i32 = 50;

/** Steps of z² + c until |z| > 2, at most {@link LIMIT}. */
function escapeTime(cr: i64, ci: i64): i32 {
  const four = ONE * 4n;
  let zr: i64 = 0n;
  let zi: i64 = 0n;
  for (let step = 0; step < LIMIT; step++) {
    const rr = (zr * zr) >> FRACTION;
    const ii = (zi * zi) >> FRACTION;
    if (rr + ii > four) return step;
    zi = ((zr * zi) >> (FRACTION - 1n)) + ci;
    zr = rr - ii + cr;
  }
  return LIMIT;
}

/** The grid of `n` × `n` points over [-2, 1] × [-1.5, 1.5]; points inside * 1000000 + steps of all the others. */
export function run(n: i32): f64 {
  const side = i32ToI64(n);
  let inside = 0;
  let steps = 0;
  for (let y = 0; y < n; y++) {
    const ci = (i32ToI64(y) * ONE * 3n) / side - (ONE * 3n) / 2n;
    for (let x = 0; x < n; x++) {
      const cr = (i32ToI64(x) * ONE * 3n) / side - ONE * 2n;
      const time = escapeTime(cr, ci);
      if (time === LIMIT) inside++;
      else steps += time;
    }
  }
  return inside * 1000000.0 + steps;
}

export function defaultSize(): i32 {
  return 350;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  print(`i64_mandel_fixed ${size}: ${run(size)}`);
  return 0;
}
