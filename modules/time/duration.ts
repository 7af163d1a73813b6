/** Durations and points in time as Python gives them (int or float seconds), in nanoseconds. */
import { type f64, f64ToI64, type i64 } from "@rts";
import { W_FloatBase } from "../../core/objspace/float.ts";
import { overflowError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { hasIndex, index } from "../../core/objspace/truth.ts";

export const NS_PER_SECOND: i64 = 1_000_000_000n;
const MAX_SECONDS: i64 = 9223372036n;

/** How fractions of a nanosecond are rounded. */
export const enum Rounding {
  /** Towards minus infinity. */
  Floor = 0,
  /** Towards infinity. */
  Ceiling = 1,
  /** To the nearest, ties to even. */
  HalfEven = 2,
  /** Away from zero: timeouts wait at least as long as asked. */
  Up = 3,
}

/** A double rounded to an integer. */
export function rounded(x: f64, rounding: Rounding): f64 {
  switch (rounding) {
    case Rounding.Floor:
      return Math.floor(x);
    case Rounding.Ceiling:
      return Math.ceil(x);
    case Rounding.HalfEven:
      return halfEven(x);
    default:
      return x >= 0 ? Math.ceil(x) : Math.floor(x);
  }
}

function halfEven(x: f64): f64 {
  const low = Math.floor(x);
  const rest = x - low;
  if (rest < 0.5) return low;
  if (rest > 0.5) return low + 1;
  return low % 2 === 0 ? low : low + 1;
}

/** Seconds as nanoseconds. Throws TypeError, ValueError for NaN, OverflowError. */
export function nanoseconds(w_seconds: W_Root, rounding: Rounding): i64 {
  if (w_seconds instanceof W_FloatBase) return floatToNs(w_seconds.value, rounding);
  if (!hasIndex(w_seconds)) {
    throw typeError(`'${typeName(w_seconds)}' object cannot be interpreted as an integer`);
  }
  const w_int = index(w_seconds);
  const seconds = w_int.fitsI64() ? w_int.asI64() : MAX_SECONDS + 1n;
  if (!w_int.fitsI64()) throw overflowError("timestamp too large to convert to C _PyTime_t");
  if (seconds > MAX_SECONDS || seconds < -MAX_SECONDS) {
    throw overflowError("timestamp too large to convert to C _PyTime_t");
  }
  return seconds * NS_PER_SECOND;
}

function floatToNs(seconds: f64, rounding: Rounding): i64 {
  if (seconds !== seconds) throw valueError("Invalid value NaN (not a number)");
  const ns = rounded(seconds * 1e9, rounding);
  if (ns >= 9223372036854775807.0 || ns < -9223372036854775808.0) {
    throw overflowError("timestamp too large to convert to C _PyTime_t");
  }
  return f64ToI64(ns);
}
