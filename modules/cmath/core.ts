/**
 * The numeric core of `cmath`, without Python objects: functions of a real and an imaginary part. Branch cuts,
 * signed zeros and special values are CPython's; large and tiny arguments are scaled so that nothing overflows on
 * the way.
 */
import { type bool, type f64, f64Bits } from "@rts";
import { ComplexResult, ComplexStatus } from "../../core/objspace/complex/core.ts";
import { copysign, exp64, hypot, isFinite64, ldexp, log64 } from "../../core/objspace/float/mod.ts";
import {
  ACOS_VALUES,
  ACOSH_VALUES,
  ASINH_VALUES,
  ATANH_VALUES,
  COSH_VALUES,
  EXP_VALUES,
  LOG_VALUES,
  RECT_VALUES,
  SINH_VALUES,
  SQRT_VALUES,
  TANH_VALUES,
} from "./special.ts";

/** Above this, squares and sums of parts might overflow: a quarter of the largest double. */
const LARGE: f64 = 4.49423283715579e307;
/** The square root of {@link LARGE}. */
const SQRT_LARGE: f64 = 6.703903964971298e153;
/** Above this, exp, sinh and cosh might overflow. */
const LOG_LARGE: f64 = 708.3964185322641;
const SMALLEST_NORMAL: f64 = 2.2250738585072014e-308;
const SQRT_SMALLEST: f64 = 1.4916681462400413e-154;
const E: f64 = 2.718281828459045;

function ok(re: f64, im: f64): ComplexResult {
  return new ComplexResult(re, im, ComplexStatus.Ok);
}

/** A result that is out of range when a part of it is infinite. */
function ranged(re: f64, im: f64): ComplexResult {
  const infinite = Math.abs(re) === Infinity || Math.abs(im) === Infinity;
  return new ComplexResult(re, im, infinite ? ComplexStatus.Range : ComplexStatus.Ok);
}

function isSpecial(re: f64, im: f64): bool {
  return !isFinite64(re) || !isFinite64(im);
}

function isLarge(re: f64, im: f64): bool {
  return Math.abs(re) > LARGE || Math.abs(im) > LARGE;
}

/** An infinite real part, and an imaginary one that turns it: its sine and cosine give the signs. */
function isTurned(re: f64, im: f64): bool {
  return Math.abs(re) === Infinity && isFinite64(im) && im !== 0.0;
}

/** `-i f(i z)` from `f(i z)`. */
function turnedBack(z: ComplexResult): ComplexResult {
  return new ComplexResult(z.im, -z.re, z.status);
}

/** ln |z| of a large z. */
function logOfLarge(re: f64, im: f64): f64 {
  return log64(hypot(re * 0.5, im * 0.5));
}

// --- square root, exponential, logarithm ---

export function csqrt(re: f64, im: f64): ComplexResult {
  if (isSpecial(re, im)) return SQRT_VALUES.at(re, im);
  if (re === 0.0 && im === 0.0) return ok(0.0, im);
  let ax = Math.abs(re);
  const ay = Math.abs(im);
  let s: f64 = 0.0;
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    ax = ldexp(ax, 53);
    s = ldexp(Math.sqrt(ax + hypot(ax, ldexp(ay, 53))), -27);
  } else {
    ax *= 0.125;
    s = 2.0 * Math.sqrt(ax + hypot(ax, ay * 0.125));
  }
  const d = ay / (2.0 * s);
  return re >= 0.0 ? ok(s, copysign(d, im)) : ok(d, copysign(s, im));
}

export function cexp(re: f64, im: f64): ComplexResult {
  if (isTurned(re, im)) {
    const size = re > 0.0 ? Infinity : 0.0;
    return ok(copysign(size, Math.cos(im)), copysign(size, Math.sin(im)));
  }
  if (isSpecial(re, im)) return EXP_VALUES.at(re, im);
  if (re > LOG_LARGE) {
    const l = exp64(re - 1.0);
    return ranged(l * Math.cos(im) * E, l * Math.sin(im) * E);
  }
  const l = exp64(re);
  return ranged(l * Math.cos(im), l * Math.sin(im));
}

export function clog(re: f64, im: f64): ComplexResult {
  if (isSpecial(re, im)) return LOG_VALUES.at(re, im);
  const ax = Math.abs(re);
  const ay = Math.abs(im);
  const phase = Math.atan2(im, re);
  if (isLarge(re, im)) return ok(logOfLarge(re, im) + Math.LN2, phase);
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    if (ax === 0.0 && ay === 0.0) return new ComplexResult(-Infinity, phase, ComplexStatus.Domain);
    return ok(log64(hypot(ldexp(ax, 53), ldexp(ay, 53))) - 53.0 * Math.LN2, phase);
  }
  const h = hypot(ax, ay);
  if (h < 0.71 || h > 1.73) return ok(log64(h), phase);
  // Near 1 the logarithm of the rounded length would lose what matters.
  const more = ax > ay ? ax : ay;
  const less = ax > ay ? ay : ax;
  return ok(Math.log1p((more - 1.0) * (more + 1.0) + less * less) / 2.0, phase);
}

export function clog10(re: f64, im: f64): ComplexResult {
  const z = clog(re, im);
  return new ComplexResult(z.re / Math.LN10, z.im / Math.LN10, z.status);
}

// --- hyperbolic functions, and the circular ones through them ---

export function ccosh(re: f64, im: f64): ComplexResult {
  if (isTurned(re, im)) {
    const imaginary = copysign(Infinity, Math.sin(im));
    return ok(copysign(Infinity, Math.cos(im)), re > 0.0 ? imaginary : -imaginary);
  }
  if (isSpecial(re, im)) return COSH_VALUES.at(re, im);
  if (Math.abs(re) > LOG_LARGE) {
    const less = re - copysign(1.0, re);
    return ranged(Math.cos(im) * Math.cosh(less) * E, Math.sin(im) * Math.sinh(less) * E);
  }
  return ranged(Math.cos(im) * Math.cosh(re), Math.sin(im) * Math.sinh(re));
}

export function csinh(re: f64, im: f64): ComplexResult {
  if (isTurned(re, im)) {
    const real = copysign(Infinity, Math.cos(im));
    return ok(re > 0.0 ? real : -real, copysign(Infinity, Math.sin(im)));
  }
  if (isSpecial(re, im)) return SINH_VALUES.at(re, im);
  if (Math.abs(re) > LOG_LARGE) {
    const less = re - copysign(1.0, re);
    return ranged(Math.cos(im) * Math.sinh(less) * E, Math.sin(im) * Math.cosh(less) * E);
  }
  return ranged(Math.cos(im) * Math.sinh(re), Math.sin(im) * Math.cosh(re));
}

export function ctanh(re: f64, im: f64): ComplexResult {
  if (isTurned(re, im)) {
    return ok(copysign(1.0, re), copysign(0.0, 2.0 * Math.sin(im) * Math.cos(im)));
  }
  if (isSpecial(re, im)) return TANH_VALUES.at(re, im);
  if (Math.abs(re) > LOG_LARGE) {
    return ok(copysign(1.0, re), 4.0 * Math.sin(im) * Math.cos(im) * exp64(-2.0 * Math.abs(re)));
  }
  const tx = Math.tanh(re);
  const ty = Math.tan(im);
  const cx = 1.0 / Math.cosh(re);
  const product = tx * ty;
  const denominator = 1.0 + product * product;
  return ok(tx * (1.0 + ty * ty) / denominator, ty / denominator * cx * cx);
}

export function ccos(re: f64, im: f64): ComplexResult {
  return ccosh(-im, re);
}

export function csin(re: f64, im: f64): ComplexResult {
  return turnedBack(csinh(-im, re));
}

export function ctan(re: f64, im: f64): ComplexResult {
  return turnedBack(ctanh(-im, re));
}

// --- their inverses ---

export function cacos(re: f64, im: f64): ComplexResult {
  if (isSpecial(re, im)) return ACOS_VALUES.at(re, im);
  if (isLarge(re, im)) {
    const length = logOfLarge(re, im) + 2.0 * Math.LN2;
    return ok(Math.atan2(Math.abs(im), re), copysign(length, -im));
  }
  const s1 = csqrt(1.0 - re, -im);
  const s2 = csqrt(1.0 + re, im);
  return ok(2.0 * Math.atan2(s1.re, s2.re), Math.asinh(s2.re * s1.im - s2.im * s1.re));
}

export function cacosh(re: f64, im: f64): ComplexResult {
  if (isSpecial(re, im)) return ACOSH_VALUES.at(re, im);
  if (isLarge(re, im)) return ok(logOfLarge(re, im) + 2.0 * Math.LN2, Math.atan2(im, re));
  const s1 = csqrt(re - 1.0, im);
  const s2 = csqrt(re + 1.0, im);
  return ok(Math.asinh(s1.re * s2.re + s1.im * s2.im), 2.0 * Math.atan2(s1.im, s2.re));
}

export function casinh(re: f64, im: f64): ComplexResult {
  if (isSpecial(re, im)) return ASINH_VALUES.at(re, im);
  if (isLarge(re, im)) {
    const length = logOfLarge(re, im) + 2.0 * Math.LN2;
    return ok(copysign(length, re), Math.atan2(im, Math.abs(re)));
  }
  const s1 = csqrt(1.0 + im, -re);
  const s2 = csqrt(1.0 - im, re);
  return ok(Math.asinh(s1.re * s2.im - s2.re * s1.im), Math.atan2(im, s1.re * s2.re - s1.im * s2.im));
}

export function casin(re: f64, im: f64): ComplexResult {
  return turnedBack(casinh(-im, re));
}

export function catanh(re: f64, im: f64): ComplexResult {
  if (isSpecial(re, im)) return ATANH_VALUES.at(re, im);
  if (f64Bits(re) < 0n) {
    const z = catanhPositive(-re, -im);
    return new ComplexResult(-z.re, -z.im, z.status);
  }
  return catanhPositive(re, im);
}

function catanhPositive(re: f64, im: f64): ComplexResult {
  const ay = Math.abs(im);
  if (re > SQRT_LARGE || ay > SQRT_LARGE) {
    const h = hypot(re * 0.5, im * 0.5);
    return ok(re / 4.0 / h / h, -copysign(Math.PI / 2.0, -im));
  }
  if (re === 1.0 && ay < SQRT_SMALLEST) {
    if (ay === 0.0) return new ComplexResult(Infinity, im, ComplexStatus.Domain);
    const real = -log64(Math.sqrt(ay) / Math.sqrt(hypot(ay, 2.0)));
    return ok(real, copysign(Math.atan2(2.0, -ay) / 2.0, im));
  }
  const real = Math.log1p(4.0 * re / ((1.0 - re) * (1.0 - re) + ay * ay)) / 4.0;
  return ok(real, -Math.atan2(-2.0 * im, (1.0 - re) * (1.0 + re) - ay * ay) / 2.0);
}

export function catan(re: f64, im: f64): ComplexResult {
  return turnedBack(catanh(-im, re));
}

// --- polar coordinates ---

/** The angle; its length is {@link cabs}. */
export function cphase(re: f64, im: f64): f64 {
  return Math.atan2(im, re);
}

/** The absolute value. An infinite one of finite parts is Python's OverflowError "absolute value too large". */
export function cabs(re: f64, im: f64): f64 {
  return hypot(re, im);
}

/** The complex number of these polar coordinates. */
export function crect(r: f64, phi: f64): ComplexResult {
  if (isTurned(r, phi)) {
    const re = copysign(Infinity, Math.cos(phi));
    const im = copysign(Infinity, Math.sin(phi));
    return r > 0.0 ? ok(re, im) : ok(-re, -im);
  }
  if (isSpecial(r, phi)) return RECT_VALUES.at(r, phi);
  // The angle 0 keeps the sign of zeros.
  return phi === 0.0 ? ok(r, r * phi) : ok(r * Math.cos(phi), r * Math.sin(phi));
}
