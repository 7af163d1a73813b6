/** `hash(x)`. */
import { i32ToI64, type i64 } from "@rts";
import { hash64 } from "./bigint/mod.ts";
import { callSpecial1, type } from "./call.ts";
import { typeError, typeName } from "./errors.ts";
import { W_Int, W_Integer } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import { W_Str } from "./str/wstr.ts";
import { W_Tuple, W_TupleUser } from "./tuple.ts";
import { hashItems } from "./tuple_hash.ts";

/** `hash(w_obj)`. Throws TypeError for unhashable objects, and what `__hash__` raises. */
export function hash(w_obj: W_Root): i64 {
  if (w_obj instanceof W_Str && w_obj.getMap() === null) return i32ToI64(w_obj.hashOf());
  if (w_obj instanceof W_Int) return hash64(w_obj.value);
  if (w_obj instanceof W_Tuple && !(w_obj instanceof W_TupleUser)) return hashItems(w_obj.items);
  const w_descr = type(w_obj).special[Special.Hash];
  if (w_descr === null || w_descr === w_None) throw typeError(`unhashable type: '${typeName(w_obj)}'`);
  const w_result = callSpecial1(w_descr, w_obj);
  if (w_result instanceof W_Int) return w_result.value === -1n ? -2n : w_result.value;
  if (!(w_result instanceof W_Integer)) throw typeError("__hash__ method should return an integer");
  return w_result.fitsI64() ? w_result.asI64() : w_result.asBigInt().hash();
}
