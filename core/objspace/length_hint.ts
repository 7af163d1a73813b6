/** `operator.length_hint`: how many elements an iterable expects to give. */
import type { i64 } from "@rts";
import { i32ToI64 } from "@rts";
import { callSpecial1, type } from "./call.ts";
import { OperationError, typeError, typeName, valueError } from "./errors.ts";
import { typeErrorType } from "./exception_types.ts";
import { W_Integer } from "./int.ts";
import { W_List } from "./list.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented } from "./singletons.ts";
import { Special } from "./special.ts";
import { length, ssizeArgument } from "./truth.ts";
import { W_Tuple } from "./tuple.ts";

/** The length that `w_obj` has or announces; `fallback` where it does neither. Throws what its methods raise. */
export function lengthHint(w_obj: W_Root, fallback: i64): i64 {
  if (w_obj instanceof W_Tuple) return i32ToI64(w_obj.items.length);
  if (w_obj instanceof W_List) return i32ToI64(w_obj.length);
  const special = type(w_obj).special;
  if (special[Special.Len] !== null) {
    const known = lengthUnlessTypeError(w_obj);
    if (known >= 0n) return known;
  }
  const w_hint = special[Special.LengthHint];
  if (w_hint === null) return fallback;
  return announced(w_hint, w_obj, fallback);
}

function lengthUnlessTypeError(w_obj: W_Root): i64 {
  try {
    return length(w_obj);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(typeErrorType)) throw e;
    return -1n;
  }
}

function announced(w_hint: W_Root, w_obj: W_Root, fallback: i64): i64 {
  let w_result: W_Root = w_NotImplemented;
  try {
    w_result = callSpecial1(w_hint, w_obj);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(typeErrorType)) throw e;
    return fallback;
  }
  if (w_result === w_NotImplemented) return fallback;
  if (!(w_result instanceof W_Integer)) {
    throw typeError(`__length_hint__ must be an integer, not ${typeName(w_result)}`);
  }
  const hint = ssizeArgument(w_result);
  if (hint < 0n) throw valueError("__length_hint__() should return >= 0");
  return hint;
}
