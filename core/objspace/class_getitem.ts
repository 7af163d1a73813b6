/** `__class_getitem__` of built-in containers: `list[int]` is a generic alias. */
import type { MethodEntry } from "./typedef.ts";
import { newGenericAlias } from "./generic_alias.ts";
import type { W_Root } from "./root.ts";

/** Entry for `classmethods`. */
export const CLASS_GETITEM: MethodEntry = ["($cls, item, /)", classGetitem, "A generic alias of the class."];

function classGetitem(w_cls: W_Root, w_item: W_Root): W_Root {
  return newGenericAlias(w_cls, w_item);
}
