/**
 * Arithmetic of Python's integers, for any two instances of `int`: on 64 bits where the values and the result fit,
 * past that on `RBigInt`. Results are exact `int`s.
 */
import {
  addOvf64,
  type f64,
  type i32,
  type i64,
  i64ToF64,
  i64ToI32,
  mulOvf64,
  OverflowError,
  shl64,
  shr64,
  subOvf64,
} from "@rts";
import {
  floordiv64,
  lshiftFits64,
  mod64,
  pow64,
  powFits64,
  powmod64,
  powmodFits64,
  RBigInt,
  truediv64,
} from "./bigint/mod.ts";
import { overflowError, valueError, zeroDivisionError } from "./errors.ts";
import { floatPower } from "./float_arith.ts";
import { newFloat } from "./float.ts";
import { newInt, newLong, type W_Integer } from "./int.ts";
import { memoryError } from "./memory_error.ts";
import type { W_Root } from "./root.ts";
import { newTuple2 } from "./tuple.ts";

const MIN_I64: i64 = -0x8000000000000000n;
/** More bits than memory holds. */
const HUGE_SHIFT: i64 = 0x7fffff00n;

function bothSmall(w_a: W_Integer, w_b: W_Integer): boolean {
  return w_a.fitsI64() && w_b.fitsI64();
}

export function addI64s(a: i64, b: i64): W_Integer {
  try {
    return newInt(addOvf64(a, b));
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    return newLong(RBigInt.fromI64(a).addI64(b));
  }
}

export function subI64s(a: i64, b: i64): W_Integer {
  try {
    return newInt(subOvf64(a, b));
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    return newLong(RBigInt.fromI64(a).subI64(b));
  }
}

export function mulI64s(a: i64, b: i64): W_Integer {
  try {
    return newInt(mulOvf64(a, b));
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    return newLong(RBigInt.fromI64(a).mulI64(b));
  }
}

export function intAdd(w_a: W_Integer, w_b: W_Integer): W_Integer {
  if (w_b.fitsI64()) {
    if (w_a.fitsI64()) return addI64s(w_a.asI64(), w_b.asI64());
    return newLong(w_a.asBigInt().addI64(w_b.asI64()));
  }
  return newLong(w_a.asBigInt().add(w_b.asBigInt()));
}

export function intSub(w_a: W_Integer, w_b: W_Integer): W_Integer {
  if (w_b.fitsI64()) {
    if (w_a.fitsI64()) return subI64s(w_a.asI64(), w_b.asI64());
    return newLong(w_a.asBigInt().subI64(w_b.asI64()));
  }
  return newLong(w_a.asBigInt().sub(w_b.asBigInt()));
}

export function intMul(w_a: W_Integer, w_b: W_Integer): W_Integer {
  if (w_b.fitsI64()) {
    if (w_a.fitsI64()) return mulI64s(w_a.asI64(), w_b.asI64());
    return newLong(w_a.asBigInt().mulI64(w_b.asI64()));
  }
  return newLong(w_a.asBigInt().mul(w_b.asBigInt()));
}

/** True when the value is 0. */
export function intIsZero(w_a: W_Integer): boolean {
  return w_a.fitsI64() && w_a.asI64() === 0n;
}

/** -1, 0 or 1. */
export function intSign(w_a: W_Integer): i32 {
  if (!w_a.fitsI64()) return w_a.asBigInt().sign;
  const value = w_a.asI64();
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

function checkDivisor(w_b: W_Integer): void {
  if (intIsZero(w_b)) throw zeroDivisionError("integer division or modulo by zero");
}

/** Throws ZeroDivisionError, as all divisions below. */
export function intFloordiv(w_a: W_Integer, w_b: W_Integer): W_Integer {
  checkDivisor(w_b);
  if (!w_b.fitsI64()) return newLong(w_a.asBigInt().floordiv(w_b.asBigInt()));
  const b = w_b.asI64();
  if (!w_a.fitsI64()) return newLong(w_a.asBigInt().floordivI64(b));
  const a = w_a.asI64();
  if (b === -1n) return a === MIN_I64 ? newLong(RBigInt.fromI64(a).neg()) : newInt(-a);
  return newInt(floordiv64(a, b));
}

export function intMod(w_a: W_Integer, w_b: W_Integer): W_Integer {
  checkDivisor(w_b);
  if (!w_b.fitsI64()) return newLong(w_a.asBigInt().mod(w_b.asBigInt()));
  if (!w_a.fitsI64()) return newInt(w_a.asBigInt().modI64(w_b.asI64()));
  return newInt(mod64(w_a.asI64(), w_b.asI64()));
}

export function intDivmod(w_a: W_Integer, w_b: W_Integer): W_Root {
  if (bothSmall(w_a, w_b)) return newTuple2(intFloordiv(w_a, w_b), intMod(w_a, w_b));
  checkDivisor(w_b);
  const pair = w_a.asBigInt().divmod(w_b.asBigInt());
  return newTuple2(newLong(pair.quotient), newLong(pair.remainder));
}

export function intTruediv(w_a: W_Integer, w_b: W_Integer): W_Root {
  if (intIsZero(w_b)) throw zeroDivisionError("division by zero");
  if (bothSmall(w_a, w_b)) return newFloat(truediv64(w_a.asI64(), w_b.asI64()));
  const quotient = w_a.asBigInt().truediv(w_b.asBigInt());
  if (Math.abs(quotient) === Infinity) throw overflowError("integer division result too large for a float");
  return newFloat(quotient);
}

/** The nearest double. Throws OverflowError when there is none. */
export function intToF64(w_a: W_Integer): f64 {
  if (w_a.fitsI64()) return i64ToF64(w_a.asI64());
  const value = w_a.asBigInt().toF64();
  if (Math.abs(value) === Infinity) throw overflowError("int too large to convert to float");
  return value;
}

/** `w_a ** w_b`: a float when the exponent is negative. */
export function intPow(w_a: W_Integer, w_b: W_Integer): W_Root {
  if (intSign(w_b) < 0) return newFloat(floatPower(intToF64(w_a), intToF64(w_b)));
  if (bothSmall(w_a, w_b) && powFits64(w_a.asI64(), w_b.asI64())) {
    return newInt(pow64(w_a.asI64(), w_b.asI64()));
  }
  return newLong(w_a.asBigInt().pow(w_b.asBigInt()));
}

/** `pow(w_a, w_b, w_modulus)`. Throws ValueError. */
export function intPowmod(w_a: W_Integer, w_b: W_Integer, w_modulus: W_Integer): W_Integer {
  if (intIsZero(w_modulus)) throw valueError("pow() 3rd argument cannot be 0");
  if (intSign(w_b) < 0) return intPowmodInverse(w_a, w_b, w_modulus);
  if (bothSmall(w_a, w_b) && w_modulus.fitsI64() && powmodFits64(w_modulus.asI64())) {
    return newInt(powmod64(w_a.asI64(), w_b.asI64(), w_modulus.asI64()));
  }
  return newLong(w_a.asBigInt().powmod(w_b.asBigInt(), w_modulus.asBigInt()));
}

function intPowmodInverse(w_a: W_Integer, w_b: W_Integer, w_modulus: W_Integer): W_Integer {
  const modulus = w_modulus.asBigInt();
  const inverse = w_a.asBigInt().inverse(modulus);
  if (inverse === null) throw valueError("base is not invertible for the given modulus");
  return newLong(inverse.powmod(w_b.asBigInt().neg(), modulus));
}

/** Throws ValueError for a negative count, OverflowError and MemoryError for one that is too large. */
export function intLshift(w_a: W_Integer, w_b: W_Integer): W_Integer {
  if (intSign(w_b) < 0) throw valueError("negative shift count");
  if (intIsZero(w_a)) return newInt(0n);
  if (!w_b.fitsI64()) throw overflowError("too many digits in integer");
  const count = w_b.asI64();
  if (w_a.fitsI64() && lshiftFits64(w_a.asI64(), count)) return newInt(shl64(w_a.asI64(), i64ToI32(count)));
  if (count > HUGE_SHIFT) throw memoryError();
  return newLong(w_a.asBigInt().lshift(i64ToI32(count)));
}

/** Throws ValueError for a negative count. */
export function intRshift(w_a: W_Integer, w_b: W_Integer): W_Integer {
  if (intSign(w_b) < 0) throw valueError("negative shift count");
  if (!w_b.fitsI64() || w_b.asI64() > HUGE_SHIFT) return newInt(intSign(w_a) < 0 ? -1n : 0n);
  const count = i64ToI32(w_b.asI64());
  if (w_a.fitsI64()) return newInt(shr64(w_a.asI64(), count > 63 ? 63 : count));
  return newLong(w_a.asBigInt().rshift(count));
}

export function intAnd(w_a: W_Integer, w_b: W_Integer): W_Integer {
  if (bothSmall(w_a, w_b)) return newInt(w_a.asI64() & w_b.asI64());
  return newLong(w_a.asBigInt().and(w_b.asBigInt()));
}

export function intOr(w_a: W_Integer, w_b: W_Integer): W_Integer {
  if (bothSmall(w_a, w_b)) return newInt(w_a.asI64() | w_b.asI64());
  return newLong(w_a.asBigInt().or(w_b.asBigInt()));
}

export function intXor(w_a: W_Integer, w_b: W_Integer): W_Integer {
  if (bothSmall(w_a, w_b)) return newInt(w_a.asI64() ^ w_b.asI64());
  return newLong(w_a.asBigInt().xor(w_b.asBigInt()));
}

export function intNeg(w_a: W_Integer): W_Integer {
  if (w_a.fitsI64() && w_a.asI64() !== MIN_I64) return newInt(-w_a.asI64());
  return newLong(w_a.asBigInt().neg());
}

export function intAbs(w_a: W_Integer): W_Integer {
  return intSign(w_a) < 0 ? intNeg(w_a) : w_a.plain();
}

export function intInvert(w_a: W_Integer): W_Integer {
  if (w_a.fitsI64()) return newInt(~w_a.asI64());
  return newLong(w_a.asBigInt().invert());
}

/** -1, 0 or 1. */
export function intCompare(w_a: W_Integer, w_b: W_Integer): i32 {
  if (bothSmall(w_a, w_b)) {
    const a = w_a.asI64();
    const b = w_b.asI64();
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return w_a.asBigInt().compare(w_b.asBigInt());
}

export function intEquals(w_a: W_Integer, w_b: W_Integer): boolean {
  if (w_a.fitsI64()) return w_b.fitsI64() && w_a.asI64() === w_b.asI64();
  return !w_b.fitsI64() && w_a.asBigInt().equals(w_b.asBigInt());
}

/** The nearest multiple of `10^places`, half to even. */
export function intRoundToTens(w_a: W_Integer, w_places: W_Integer): W_Integer {
  const value = w_a.asBigInt();
  // Half of the unit is more than the number.
  if (!w_places.fitsI64() || w_places.asI64() > BigInt(value.decimalWidth())) return newInt(0n);
  return newLong(value.roundToTens(i64ToI32(w_places.asI64())));
}
