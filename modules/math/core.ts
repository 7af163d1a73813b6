/**
 * The numeric core of `math`: every function on doubles or `RBigInt`s, without Python objects. Errors are values:
 * {@link mathStatus} tells which exception a result stands for.
 *
 * From elsewhere: `sqrt sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh expm1 log1p` are `Math`'s,
 * `exp64 log64 log2of log10of floatPow frexp… ldexp fraction copysign nextafter ulp` are float/mod.ts's, and
 * `isqrt`, `gcd` are methods of `RBigInt`.
 */
import type { bool, f64 } from "@rts";
import { floatPow, isFinite64, PowStatus, powStatus } from "../../core/objspace/float/mod.ts";

export * from "./erf.ts";
export * from "./gamma.ts";
export * from "./integers.ts";
export * from "./sums.ts";
export { hypot, vectorNorm } from "../../core/objspace/float/mod.ts";

/** Which exception a result stands for. */
export enum MathStatus {
  Ok,
  /** ValueError "math domain error" */
  Domain,
  /** OverflowError "math range error" */
  Range,
}

/**
 * Judges `result` of a function of `x`: NaN of a number is a domain error; infinite of a finite `x` a range error
 * where the function `canOverflow` (exp, sinh, cosh, expm1, gamma, lgamma, ldexp), elsewhere a pole: a domain error.
 */
export function mathStatus(x: f64, result: f64, canOverflow: bool): MathStatus {
  if (isFinite64(result)) return MathStatus.Ok;
  if (result !== result) return x !== x ? MathStatus.Ok : MathStatus.Domain;
  if (!isFinite64(x)) return MathStatus.Ok;
  return canOverflow ? MathStatus.Range : MathStatus.Domain;
}

/** The same for functions of two arguments (fmod, remainder, atan2). */
export function mathStatus2(x: f64, y: f64, result: f64): MathStatus {
  if (isFinite64(result)) return MathStatus.Ok;
  if (result !== result) return x !== x || y !== y ? MathStatus.Ok : MathStatus.Domain;
  return isFinite64(x) && isFinite64(y) ? MathStatus.Range : MathStatus.Ok;
}

/** `math.pow`: judged before `floatPow(x, y)`, whose result may still be out of range. */
export function mathPowStatus(x: f64, y: f64): MathStatus {
  if (powStatus(x, y) !== PowStatus.Ok) return MathStatus.Domain;
  return mathStatus2(x, y, floatPow(x, y));
}

/** `math.fmod`: the sign of `x`. */
export function fmod(x: f64, y: f64): f64 {
  return y === Infinity || y === -Infinity ? (isFinite64(x) ? x : NaN) : x % y;
}

/** `math.remainder`: from the nearest multiple of `y`, the even one of two. */
export function ieeeRemainder(x: f64, y: f64): f64 {
  if (x !== x || y !== y) return NaN;
  if (!isFinite64(x) || y === 0.0) return NaN;
  if (!isFinite64(y)) return x;
  const size = Math.abs(x);
  const step = Math.abs(y);
  const below = size % step;
  const above = step - below;
  let result = below;
  if (below > above) result = -above;
  else if (below === above) result = below - 2.0 * ((0.5 * (size - below)) % step);
  return x < 0.0 || 1.0 / x < 0.0 ? -result : result;
}

export function degrees(x: f64): f64 {
  return x * (180.0 / Math.PI);
}

export function radians(x: f64): f64 {
  return x * (Math.PI / 180.0);
}

/** `math.isclose`; the tolerances are not negative. */
export function isClose(a: f64, b: f64, relative: f64, absolute: f64): bool {
  if (a === b) return true;
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return false;
  const difference = Math.abs(b - a);
  return difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) ||
    difference <= absolute;
}
