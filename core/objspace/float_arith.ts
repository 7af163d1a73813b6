/** What `float` raises: divisions, powers and conversions of doubles with Python's errors. */
import { type f64, f64ToI64, type i32 } from "@rts";
import { RBigInt } from "./bigint/mod.ts";
import { call2 } from "./call.ts";
import { complexPow } from "./complex/core.ts";
import { newComplex } from "./complex.ts";
import { type OperationError, overflowError, valueError, zeroDivisionError } from "./errors.ts";
import type { W_BaseException } from "./base_exception.ts";
import { overflowErrorType } from "./exception_types.ts";
import { raiseValue } from "./exceptions.ts";
import { floatFloordiv, floatMod, floatPow, PowStatus, powStatus } from "./float/arith.ts";
import { newFloat } from "./float.ts";
import { newInt, newInt32, newLong, type W_Integer } from "./int.ts";
import type { W_Root } from "./root.ts";
import { fromRts } from "./str/wstr.ts";
import { newTuple2 } from "./tuple.ts";

/** The C library's errno of results that are too large. */
const ERANGE: i32 = 34;

export function isFiniteF64(x: f64): boolean {
  return Math.abs(x) < Infinity;
}

/** The whole part of a double. Throws ValueError and OverflowError for NaN and infinities. */
export function floatToInt(x: f64): W_Integer {
  if (x > -9.2e18 && x < 9.2e18) return newInt(f64ToI64(x));
  if (x !== x) throw valueError("cannot convert float NaN to integer");
  if (!isFiniteF64(x)) throw overflowError("cannot convert float infinity to integer");
  return newLong(RBigInt.fromF64(x)!);
}

export function divideFloats(x: f64, y: f64): W_Root {
  if (y === 0.0) throw zeroDivisionError("float division by zero");
  return newFloat(x / y);
}

export function floordivFloats(x: f64, y: f64): W_Root {
  if (y === 0.0) throw zeroDivisionError("float floor division by zero");
  return newFloat(floatFloordiv(x, y));
}

export function modFloats(x: f64, y: f64): W_Root {
  if (y === 0.0) throw zeroDivisionError("float modulo");
  return newFloat(floatMod(x, y));
}

export function divmodFloats(x: f64, y: f64): W_Root {
  if (y === 0.0) throw zeroDivisionError("float divmod()");
  return newTuple2(newFloat(floatFloordiv(x, y)), newFloat(floatMod(x, y)));
}

/** `x ** y`, which is known not to be complex. Throws ZeroDivisionError, OverflowError. */
export function floatPower(x: f64, y: f64): f64 {
  if (powStatus(x, y) === PowStatus.ZeroDivision) {
    throw zeroDivisionError("0.0 cannot be raised to a negative power");
  }
  const power = floatPow(x, y);
  if (Math.abs(power) === Infinity && isFiniteF64(x) && isFiniteF64(y)) throw rangeError();
  return power;
}

/** `x ** y`: a complex number for a negative base and an exponent with a fraction. */
export function powerFloats(x: f64, y: f64): W_Root {
  if (powStatus(x, y) !== PowStatus.Complex) return newFloat(floatPower(x, y));
  const power = complexPow(x, 0.0, y, 0.0);
  return newComplex(power.re, power.im);
}

/** `OverflowError(34, 'Numerical result out of range')`. */
function rangeError(): OperationError {
  const w_value = call2(overflowErrorType, newInt32(ERANGE), fromRts("Numerical result out of range"));
  return raiseValue(w_value as W_BaseException);
}
