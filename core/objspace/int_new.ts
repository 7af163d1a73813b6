/** `int(x)`: from numbers, texts, and objects with `__int__`, `__index__` or `__trunc__`. */
import type { i32 } from "@rts";
import { BufferFlag } from "./buffer.ts";
import { callSpecial1, type } from "./call.ts";
import { typeError, typeName, valueError } from "./errors.ts";
import { W_Float } from "./float.ts";
import { floatToInt } from "./float_arith.ts";
import { newInt, W_Int, W_Integer, W_IntUser, W_Long } from "./int.ts";
import { intOfBytes, intOfText } from "./int_parse.ts";
import type { W_Root } from "./root.ts";
import { w_unset } from "./singletons.ts";
import { Special } from "./special.ts";
import { W_Str } from "./str/wstr.ts";
import { clampI32, hasIndex, index } from "./truth.ts";
import type { W_Type } from "./type.ts";
import { bytearrayType, bytesType, intType } from "./types.ts";
import { warnDeprecated } from "./warn.ts";

/** `int(w_obj)`, an exact `int`. Throws TypeError, ValueError and what conversion methods raise. */
export function intOf(w_obj: W_Root): W_Integer {
  if (w_obj instanceof W_Int || w_obj instanceof W_Long) return w_obj as W_Integer;
  if (w_obj instanceof W_Float) return floatToInt(w_obj.value);
  const special = type(w_obj).special;
  const w_int = special[Special.Int];
  if (w_int !== null) return exactInt(callSpecial1(w_int, w_obj), "__int__");
  if (special[Special.Index] !== null) return index(w_obj).plain();
  const w_trunc = special[Special.Trunc];
  if (w_trunc !== null) return truncated(callSpecial1(w_trunc, w_obj));
  const w_parsed = intOfTextual(w_obj, 10);
  if (w_parsed !== null) return w_parsed;
  const buffer = w_obj.acquireBuffer(BufferFlag.Simple);
  if (buffer !== null) {
    const bytes = buffer.toBytes();
    buffer.release();
    return intOfBytes(bytes, 0, bytes.length, 10);
  }
  throw typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(w_obj)}'`,
  );
}

/** What `__int__` or `__index__` returned, as an exact `int`. */
function exactInt(w_result: W_Root, method: string): W_Integer {
  if (w_result instanceof W_Int) return w_result;
  if (!(w_result instanceof W_Integer)) {
    throw typeError(`${method} returned non-int (type ${typeName(w_result)})`);
  }
  if (type(w_result) !== intType) {
    warnDeprecated(
      `${method} returned non-int (type ${
        typeName(w_result)
      }).  The ability to return an instance of a strict subclass of int is deprecated, and may not be supported in a future version of Python.`,
    );
  }
  return w_result.plain();
}

function truncated(w_result: W_Root): W_Integer {
  if (w_result instanceof W_Integer) return w_result.plain();
  if (!hasIndex(w_result)) throw typeError(`__trunc__ returned non-Integral (type ${typeName(w_result)})`);
  return index(w_result).plain();
}

/** The integer of a `str`, `bytes` or `bytearray`; null for other objects. */
function intOfTextual(w_obj: W_Root, base: i32): W_Integer | null {
  if (w_obj instanceof W_Str) return intOfText(w_obj, base);
  const w_type = type(w_obj);
  if (!w_type.isSubtype(bytesType) && !w_type.isSubtype(bytearrayType)) return null;
  const buffer = w_obj.acquireBuffer(BufferFlag.Simple)!;
  const bytes = buffer.toBytes();
  buffer.release();
  return intOfBytes(bytes, 0, bytes.length, base);
}

/** `int.__new__`. */
export function intNew(w_cls: W_Root, w_obj: W_Root, w_base: W_Root): W_Root {
  const w_value = intNewPlain(w_obj, w_base);
  if (w_cls === intType) return w_value;
  return new W_IntUser((w_cls as W_Type).instanceMap, w_value);
}

function intNewPlain(w_obj: W_Root, w_base: W_Root): W_Integer {
  if (w_obj === w_unset) {
    if (w_base !== w_unset) throw typeError("int() missing string argument");
    return newInt(0n);
  }
  if (w_base === w_unset) return intOf(w_obj);
  const w_number = index(w_base);
  const base = w_number.fitsI64() ? clampI32(w_number.asI64()) : -1;
  if ((base !== 0 && base < 2) || base > 36) throw valueError("int() base must be >= 2 and <= 36, or 0");
  const w_int = intOfTextual(w_obj, base);
  if (w_int === null) throw typeError("int() can't convert non-string with explicit base");
  return w_int;
}
