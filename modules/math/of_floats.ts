/** The functions of `math` on doubles: their arguments, their results, their errors. */
import type { f64, i32 } from "@rts";
import { callSpecial1, type } from "../../core/objspace/call.ts";
import {
  type OperationError,
  overflowError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import {
  copysign,
  exp64,
  floatPow,
  fraction,
  frexpExponent,
  frexpMantissa,
  isFinite64,
  ldexp,
  log10of,
  log2of,
  log64,
  nextafter,
  ulp,
} from "../../core/objspace/float/mod.ts";
import { divideFloats, floatToInt } from "../../core/objspace/float_arith.ts";
import { asF64 } from "../../core/objspace/float_new.ts";
import { newFloat, W_Float } from "../../core/objspace/float.ts";
import { newBool, newInt32, W_Integer } from "../../core/objspace/int.ts";
import { intSign } from "../../core/objspace/int_arith.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { Special } from "../../core/objspace/special.ts";
import { clampI32 } from "../../core/objspace/truth.ts";
import { newTuple2, type W_Tuple } from "../../core/objspace/tuple.ts";
import {
  degrees,
  erf,
  erfc,
  fmod,
  gamma,
  ieeeRemainder,
  isClose,
  lgamma,
  LogBase,
  logBig,
  mathPowStatus,
  MathStatus,
  mathStatus,
  mathStatus2,
  radians,
} from "./core.ts";

export function domainError(): OperationError {
  return valueError("math domain error");
}
export function rangeError(): OperationError {
  return overflowError("math range error");
}

function checked(status: MathStatus, result: f64): W_Root {
  if (status === MathStatus.Ok) return newFloat(result);
  throw status === MathStatus.Domain ? domainError() : rangeError();
}

/** The result of a function of `x` whose infinities are poles. */
function judged(x: f64, result: f64): W_Root {
  return checked(mathStatus(x, result, false), result);
}
/** The result of a function that can be too large. */
function growing(x: f64, result: f64): W_Root {
  return checked(mathStatus(x, result, true), result);
}

// --- one argument ---

export function acos(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.acos(x));
}
export function acosh(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.acosh(x));
}
export function asin(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.asin(x));
}
export function asinh(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.asinh(x));
}
export function atan(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.atan(x));
}
export function atanh(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.atanh(x));
}
export function cos(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.cos(x));
}
export function cosh(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return growing(x, Math.cosh(x));
}
export function toDegrees(w_x: W_Root): W_Root {
  return newFloat(degrees(asF64(w_x)));
}
export function erfOf(w_x: W_Root): W_Root {
  return newFloat(erf(asF64(w_x)));
}
export function erfcOf(w_x: W_Root): W_Root {
  return newFloat(erfc(asF64(w_x)));
}
export function exp(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return growing(x, exp64(x));
}
export function expm1(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return growing(x, Math.expm1(x));
}
export function fabs(w_x: W_Root): W_Root {
  return newFloat(Math.abs(asF64(w_x)));
}
export function gammaOf(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return growing(x, gamma(x));
}
export function lgammaOf(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return growing(x, lgamma(x));
}
export function log1p(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.log1p(x));
}
export function toRadians(w_x: W_Root): W_Root {
  return newFloat(radians(asF64(w_x)));
}
export function sin(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.sin(x));
}
export function sinh(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return growing(x, Math.sinh(x));
}
export function sqrt(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.sqrt(x));
}
export function tan(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.tan(x));
}
export function tanh(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return judged(x, Math.tanh(x));
}
export function ulpOf(w_x: W_Root): W_Root {
  return newFloat(ulp(asF64(w_x)));
}

export function modf(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return newTuple2(newFloat(fraction(x)), newFloat(Math.trunc(x)));
}
export function frexp(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return newTuple2(newFloat(frexpMantissa(x)), newInt32(frexpExponent(x)));
}
export function isfinite(w_x: W_Root): W_Root {
  return newBool(isFinite64(asF64(w_x)));
}
export function isinf(w_x: W_Root): W_Root {
  return newBool(Math.abs(asF64(w_x)) === Infinity);
}
export function isnan(w_x: W_Root): W_Root {
  const x = asF64(w_x);
  return newBool(x !== x);
}

// --- rounding to integers ---

export function floor(w_x: W_Root): W_Root {
  if (w_x instanceof W_Float) return floatToInt(Math.floor(w_x.value));
  const w_descr = type(w_x).special[Special.Floor];
  return w_descr === null ? floatToInt(Math.floor(asF64(w_x))) : callSpecial1(w_descr, w_x);
}
export function ceil(w_x: W_Root): W_Root {
  if (w_x instanceof W_Float) return floatToInt(Math.ceil(w_x.value));
  const w_descr = type(w_x).special[Special.Ceil];
  return w_descr === null ? floatToInt(Math.ceil(asF64(w_x))) : callSpecial1(w_descr, w_x);
}
export function trunc(w_x: W_Root): W_Root {
  if (w_x instanceof W_Float) return floatToInt(w_x.value);
  const w_descr = type(w_x).special[Special.Trunc];
  if (w_descr === null) throw typeError(`type ${typeName(w_x)} doesn't define __trunc__ method`);
  return callSpecial1(w_descr, w_x);
}

// --- logarithms ---

/** A logarithm of a number; integers may be beyond the doubles. Throws ValueError. */
function logarithm(w_x: W_Root, base: LogBase): f64 {
  if (w_x instanceof W_Integer && !w_x.fitsI64()) {
    if (intSign(w_x) <= 0) throw domainError();
    return logBig(base, w_x.asBigInt());
  }
  const x = asF64(w_x);
  const result = base === LogBase.E ? log64(x) : base === LogBase.Two ? log2of(x) : log10of(x);
  if (mathStatus(x, result, false) !== MathStatus.Ok) throw domainError();
  return result;
}
export function log(w_args: W_Root): W_Root {
  const args = (w_args as W_Tuple).items;
  if (args.length < 1 || args.length > 2) throw typeError("math.log requires 1 to 2 arguments");
  const result = logarithm(args[0], LogBase.E);
  return args.length === 1 ? newFloat(result) : divideFloats(result, logarithm(args[1], LogBase.E));
}
export function log2(w_x: W_Root): W_Root {
  return newFloat(logarithm(w_x, LogBase.Two));
}
export function log10(w_x: W_Root): W_Root {
  return newFloat(logarithm(w_x, LogBase.Ten));
}

// --- two arguments ---

export function atan2(w_y: W_Root, w_x: W_Root): W_Root {
  const y = asF64(w_y);
  return newFloat(Math.atan2(y, asF64(w_x)));
}
export function copysignOf(w_x: W_Root, w_y: W_Root): W_Root {
  const x = asF64(w_x);
  return newFloat(copysign(x, asF64(w_y)));
}
export function fmodOf(w_x: W_Root, w_y: W_Root): W_Root {
  const x = asF64(w_x);
  const y = asF64(w_y);
  const result = fmod(x, y);
  return checked(mathStatus2(x, y, result), result);
}
export function remainder(w_x: W_Root, w_y: W_Root): W_Root {
  const x = asF64(w_x);
  const y = asF64(w_y);
  const result = ieeeRemainder(x, y);
  return checked(mathStatus2(x, y, result), result);
}
export function pow(w_x: W_Root, w_y: W_Root): W_Root {
  const x = asF64(w_x);
  const y = asF64(w_y);
  if (x === 0.0 && y === -Infinity) throw domainError();
  return checked(mathPowStatus(x, y), floatPow(x, y));
}
export function nextafterOf(w_x: W_Root, w_y: W_Root): W_Root {
  const x = asF64(w_x);
  return newFloat(nextafter(x, asF64(w_y)));
}

/** An exponent beyond all doubles. */
const HUGE_EXPONENT: i32 = 100000;

export function ldexpOf(w_x: W_Root, w_exponent: W_Root): W_Root {
  const x = asF64(w_x);
  if (!(w_exponent instanceof W_Integer)) throw typeError("Expected an int as second argument to ldexp.");
  if (x === 0.0 || !isFinite64(x)) return newFloat(x);
  const exponent = w_exponent.fitsI64() ? clampI32(w_exponent.asI64()) : intSign(w_exponent) * HUGE_EXPONENT;
  return growing(x, ldexp(x, exponent));
}

export function isclose(w_a: W_Root, w_b: W_Root, w_relative: W_Root, w_absolute: W_Root): W_Root {
  const a = asF64(w_a);
  const b = asF64(w_b);
  const relative = asF64(w_relative);
  const absolute = asF64(w_absolute);
  if (relative < 0.0 || absolute < 0.0) throw valueError("tolerances must be non-negative");
  return newBool(isClose(a, b, relative, absolute));
}
