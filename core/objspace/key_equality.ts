/** Equality of keys of dicts and sets with equal hashes, the common kinds first. */
import { W_Float } from "./float.ts";
import { W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";
import { eq } from "./compare.ts";
import { W_Str } from "./str/wstr.ts";

/** `w_a == w_b` as truth. May run Python code. Throws what `__eq__` raises. */
export function keysEqual(w_a: W_Root, w_b: W_Root): boolean {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return w_a.value === w_b.value;
  if (w_a instanceof W_Str && w_b instanceof W_Str && w_a.getMap() === null && w_b.getMap() === null) {
    return w_a.equals(w_b);
  }
  if (w_a instanceof W_Float && w_b instanceof W_Float) {
    return w_a.value === w_b.value;
  }
  return eq(w_a, w_b);
}
