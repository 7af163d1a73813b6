/** Numbers out of objects, for RTS code: as a double (`PyFloat_AsDouble`), as an integer (`PyNumber_Long`). */
import { i64ToF64 } from "@rts";
import { callSpecial1, type } from "./call.ts";
import { overflowError, typeError, typeName } from "./errors.ts";
import { newFloat, W_Float, W_FloatBase } from "./float.ts";
import { W_Integer } from "./int.ts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import { index } from "./truth.ts";

/** The double of an object; null for one that is no real number. Throws what its methods raise, OverflowError. */
export function floatOf(w_obj: W_Root): W_Float | null {
  if (w_obj instanceof W_Float) return w_obj;
  if (w_obj instanceof W_FloatBase) return newFloat(w_obj.value);
  const special = type(w_obj).special;
  const w_descr = special[Special.Float];
  if (w_descr !== null && !(w_obj instanceof W_Integer)) {
    const w_result = callSpecial1(w_descr, w_obj);
    if (w_result instanceof W_FloatBase) return newFloat(w_result.value);
    throw typeError(`${typeName(w_obj)}.__float__ returned non-float (type ${typeName(w_result)})`);
  }
  if (!(w_obj instanceof W_Integer) && special[Special.Index] === null) return null;
  const w_int = index(w_obj);
  if (w_int.fitsI64()) return newFloat(i64ToF64(w_int.asI64()));
  const value = w_int.asBigInt().toF64();
  if (value - value !== 0.0) throw overflowError("int too large to convert to float");
  return newFloat(value);
}

/** The integer of a number: `__int__`, `__index__` or `__trunc__`. Throws TypeError. */
export function integerOf(w_obj: W_Root): W_Integer {
  if (w_obj instanceof W_Integer) return w_obj;
  const special = type(w_obj).special;
  const w_descr = special[Special.Int];
  if (w_descr === null && special[Special.Index] !== null) return index(w_obj);
  const w_trunc = w_descr ?? special[Special.Trunc];
  if (w_trunc === null) {
    throw typeError(
      `int() argument must be a string, a bytes-like object or a real number, not '${typeName(w_obj)}'`,
    );
  }
  const w_result = callSpecial1(w_trunc, w_obj);
  if (w_result instanceof W_Integer) return w_result;
  if (w_descr !== null) throw typeError(`__int__ returned non-int (type ${typeName(w_result)})`);
  return index(w_result);
}
