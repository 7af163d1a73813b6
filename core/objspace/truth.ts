/** Truth, length, hash, and integers out of objects. */
import { type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { callSpecial1, type } from "./call.ts";
import { indexError, operationError, overflowError, typeError, typeName, valueError } from "./errors.ts";
import { newInt32, W_Bool, W_Int, W_Integer } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import type { W_Type } from "./type.ts";
import { warnDeprecated } from "./warn.ts";

/** Truth of an object. Throws what `__bool__` and `__len__` raise. */
export function isTrue(w_obj: W_Root): boolean {
  if (w_obj instanceof W_Bool) return w_obj.value;
  if (w_obj === w_None) return false;
  if (w_obj instanceof W_Int) return w_obj.value !== 0n;
  return isTrueGeneral(w_obj);
}

function isTrueGeneral(w_obj: W_Root): boolean {
  const special = type(w_obj).special;
  const w_bool = special[Special.Bool];
  if (w_bool !== null) {
    const w_result = callSpecial1(w_bool, w_obj);
    if (w_result instanceof W_Bool) return w_result.value;
    throw typeError(`__bool__ should return bool, returned ${typeName(w_result)}`);
  }
  const w_len = special[Special.Len];
  return w_len === null || checkedLength(callSpecial1(w_len, w_obj)) !== 0n;
}

/** `len(w_obj)`. Throws TypeError, ValueError, OverflowError. */
export function length(w_obj: W_Root): i64 {
  const w_len = type(w_obj).special[Special.Len];
  if (w_len === null) throw typeError(`object of type '${typeName(w_obj)}' has no len()`);
  return checkedLength(callSpecial1(w_len, w_obj));
}

/** `len(w_obj)` as an index of RTS arrays. */
export function length32(w_obj: W_Root): i32 {
  const value = length(w_obj);
  if (value > 0x7fffffffn) throw overflowError("cannot fit 'int' into an index-sized integer");
  return i64ToI32(value);
}

function checkedLength(w_result: W_Root): i64 {
  if (w_result instanceof W_Int && w_result.value >= 0n) return w_result.value;
  const w_int = index(w_result);
  if (!w_int.fitsI64()) {
    if (w_int.asBigInt().sign < 0) throw valueError("__len__() should return >= 0");
    throw overflowError("cannot fit 'int' into an index-sized integer");
  }
  if (w_int.asI64() < 0n) throw valueError("__len__() should return >= 0");
  return w_int.asI64();
}

/** `operator.index(w_obj)`: an exact or derived `int`. Throws TypeError. */
export function index(w_obj: W_Root): W_Integer {
  if (w_obj instanceof W_Integer) return w_obj;
  const w_descr = type(w_obj).special[Special.Index];
  if (w_descr === null) {
    throw typeError(`'${typeName(w_obj)}' object cannot be interpreted as an integer`);
  }
  const w_result = callSpecial1(w_descr, w_obj);
  if (w_result instanceof W_Int) return w_result;
  if (!(w_result instanceof W_Integer)) {
    throw typeError(`__index__ returned non-int (type ${typeName(w_result)})`);
  }
  if (type(w_result).isHeap() || w_result instanceof W_Bool) {
    warnDeprecated(
      `__index__ returned non-int (type ${
        typeName(w_result)
      }).  The ability to return an instance of a strict subclass of int is deprecated, and may not be supported in a future version of Python.`,
    );
  }
  return w_result;
}

/** True when {@link index} can work. */
export function hasIndex(w_obj: W_Root): boolean {
  return w_obj instanceof W_Integer || type(w_obj).special[Special.Index] !== null;
}

/** An index or a count within 64 bits; out of them an exception of `w_error` ("cannot fit 'x' into …"). */
export function indexI64(w_obj: W_Root, w_error: W_Type): i64 {
  if (w_obj instanceof W_Int) return w_obj.value;
  const w_int = index(w_obj);
  if (w_int.fitsI64()) return w_int.asI64();
  throw operationError(w_error, `cannot fit '${typeName(w_obj)}' into an index-sized integer`);
}

/** An index clamped to the range of `i32`: what is out of it is out of every sequence as well. */
export function indexClamped(w_obj: W_Root): i32 {
  const w_int = index(w_obj);
  if (!w_int.fitsI64()) return w_int.asBigInt().sign < 0 ? -0x80000000 : 0x7fffffff;
  return clampI32(w_int.asI64());
}

/** `value` moved into the range of `i32`. */
export function clampI32(value: i64): i32 {
  if (value > 0x7fffffffn) return 0x7fffffff;
  if (value < -0x80000000n) return -0x80000000;
  return i64ToI32(value);
}

/** A C `int` argument of a built-in. Throws TypeError, OverflowError with CPython's texts. */
export function intArgument(w_obj: W_Root): i32 {
  const w_int = index(w_obj);
  if (w_int.fitsI64()) {
    const value = w_int.asI64();
    if (value > 0x7fffffffn) throw overflowError("signed integer is greater than maximum");
    if (value < -0x80000000n) throw overflowError("signed integer is less than minimum");
    return i64ToI32(value);
  }
  throw overflowError("Python int too large to convert to C long");
}

/** A `Py_ssize_t` argument of a built-in, within 64 bits. Throws TypeError, OverflowError with CPython's texts. */
export function ssizeArgument(w_obj: W_Root): i64 {
  if (w_obj instanceof W_Int) return w_obj.value;
  const w_int = index(w_obj);
  if (w_int.fitsI64()) return w_int.asI64();
  throw overflowError("Python int too large to convert to C ssize_t");
}

/** An element's place from a Python index: negative ones count from the end. Throws IndexError(`message`). */
export function normalizeIndex(at: i64, length: i32, message: string): i32 {
  const place = at < 0n ? at + i32ToI64(length) : at;
  if (place < 0n || place >= i32ToI64(length)) throw indexError(message);
  return i64ToI32(place);
}

/** `len` as an object. */
export function newLength(value: i32): W_Root {
  return newInt32(value);
}
