/** Exact sums and lengths of vectors. */
import type { f64, i32 } from "@rts";
import { arrayCopy } from "@rts";
import { frexpExponent, isFinite64, ldexp, productError, sumError } from "../../core/objspace/float/mod.ts";

/** How {@link FloatSum.finish} went. */
export enum SumStatus {
  Ok,
  /** OverflowError "intermediate overflow in fsum" */
  Overflow,
  /** ValueError "-inf + inf in fsum" */
  OppositeInfinities,
}

/**
 * `math.fsum`: the exact sum of what has been added, as doubles whose bits do not overlap, the smallest first.
 */
export class FloatSum {
  result: f64 = 0.0;
  private partials: Float64Array = new Float64Array(32);
  private count: i32 = 0;
  private specials: f64 = 0.0;
  private infinities: f64 = 0.0;
  private overflowed: boolean = false;

  add(value: f64): void {
    if (!isFinite64(value)) {
      if (value === value) this.infinities += value;
      this.specials += value;
      return;
    }
    let x = value;
    let used = 0;
    for (let i = 0; i < this.count; i++) {
      const y: f64 = this.partials[i];
      const high = x + y;
      const low = sumError(x, y, high);
      if (low !== 0.0) {
        this.partials[used] = low;
        used++;
      }
      x = high;
    }
    this.count = used;
    if (x === 0.0) return;
    if (isFinite64(x)) this.push(x);
    else this.overflowed = true;
  }

  private push(x: f64): void {
    if (this.count === this.partials.length) {
      const longer = new Float64Array(2 * this.count);
      arrayCopy(this.partials, 0, longer, 0, this.count);
      this.partials = longer;
    }
    this.partials[this.count] = x;
    this.count++;
  }

  /** Rounds the sum to `result`, once. */
  finish(): SumStatus {
    if (this.overflowed) return SumStatus.Overflow;
    if (this.specials !== 0.0) {
      this.result = this.specials;
      return this.infinities !== this.infinities ? SumStatus.OppositeInfinities : SumStatus.Ok;
    }
    this.result = this.rounded();
    return SumStatus.Ok;
  }

  private rounded(): f64 {
    let i = this.count - 1;
    if (i < 0) return 0.0;
    let high: f64 = this.partials[i];
    let low: f64 = 0.0;
    while (i > 0 && low === 0.0) {
      i--;
      const y: f64 = this.partials[i];
      const sum = high + y;
      low = y - (sum - high);
      high = sum;
    }
    // A rest of exactly half a unit was rounded to even: what is below it decides.
    if (i > 0 && low !== 0.0 && (low < 0.0) === (this.partials[i - 1] < 0.0)) {
      const twice = low * 2.0;
      const sum = high + twice;
      if (sum - high === twice) return sum;
    }
    return high;
  }
}

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
