/** What `__weakref__` shows; `modules/_weakref` has the rest. */
import { getSpecialAttribute } from "./instance_dict.ts";
import { AttrKind } from "./map.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";

/** The first weak reference to `w_obj`, or None. */
export function weakReferencesOf(w_obj: W_Root): W_Root {
  return w_obj.getMap() === null ? w_None : getSpecialAttribute(w_obj, AttrKind.Weakrefs) ?? w_None;
}
