/** Arguments of the methods of `str`, `bytes` and `bytearray`: checks with CPython's texts of errors. */
import { type i32, i64ToI32 } from "@rts";
import { type OperationError, overflowError, typeError, typeName, valueError } from "./errors.ts";
import { W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_unset } from "./singletons.ts";
import { W_Str } from "./str/wstr.ts";
import { clampI32, hasIndex, index, indexClamped } from "./truth.ts";

/** "f() argument 2 must be str, not None": `place` is what stands after "argument", or empty. */
export function badArgument(name: string, place: string, expected: string, w_arg: W_Root): OperationError {
  const shown = w_arg === w_None ? "None" : typeName(w_arg);
  const where = place === "" ? "argument" : `argument ${place}`;
  return typeError(`${name}() ${where} must be ${expected}, not ${shown}`);
}

/** An argument that must be a `str`. */
export function strArgument(w_arg: W_Root, name: string, place: string): W_Str {
  if (w_arg instanceof W_Str) return w_arg;
  throw badArgument(name, place, "str", w_arg);
}

/** The RTS text of an argument that C code takes as a NUL-terminated string. */
export function textArgument(w_arg: W_Root, name: string, place: string): string {
  const text = strArgument(w_arg, name, place).toRts();
  if (text.includes("\0")) throw valueError("embedded null character");
  return text;
}

/** The same; null for an argument that was not given. */
export function optionalText(w_arg: W_Root, name: string, place: string): string | null {
  return w_arg === w_unset ? null : textArgument(w_arg, name, place);
}

/** An argument that must be a `str`, as the functions that work on two texts word it. */
export function textOperand(w_arg: W_Root): W_Str {
  if (w_arg instanceof W_Str) return w_arg;
  throw typeError(`must be str, not ${typeName(w_arg)}`);
}

function rangeBound(w_bound: W_Root): i32 {
  if (w_bound instanceof W_Int) return clampI32(w_bound.value);
  if (!hasIndex(w_bound)) {
    throw typeError("slice indices must be integers or None or have an __index__ method");
  }
  return indexClamped(w_bound);
}

/** The start of a search in `length` items; it may be past the end. */
export function searchStart(w_bound: W_Root, length: i32): i32 {
  if (w_bound === w_unset || w_bound === w_None) return 0;
  const bound = rangeBound(w_bound);
  return bound < 0 ? Math.max(bound + length, 0) : bound;
}

/** The end of a search. */
export function searchEnd(w_bound: W_Root, length: i32): i32 {
  if (w_bound === w_unset || w_bound === w_None) return length;
  const bound = rangeBound(w_bound);
  if (bound < 0) return Math.max(bound + length, 0);
  return Math.min(bound, length);
}

/** A `Py_ssize_t` argument, clamped to what indices of RTS hold. Throws TypeError, OverflowError. */
export function sizeArgument(w_arg: W_Root): i32 {
  if (w_arg instanceof W_Int) return clampI32(w_arg.value);
  const w_int = index(w_arg);
  if (!w_int.fitsI64()) throw overflowError("Python int too large to convert to C ssize_t");
  return clampI32(w_int.asI64());
}

/** A C `int` argument. Throws TypeError, OverflowError. */
export function cInt(w_arg: W_Root): i32 {
  const w_int = index(w_arg);
  const value = w_int.fitsI64() ? w_int.asI64() : 0x80000000n;
  if (value > 0x7fffffffn || value < -0x80000000n) {
    throw overflowError("Python int too large to convert to C int");
  }
  return i64ToI32(value);
}
