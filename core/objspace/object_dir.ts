/** `dir()` of objects and classes. */
import { getattrOrNull } from "./attributes.ts";
import { W_Dict } from "./dict.ts";
import { listOf } from "./list.ts";
import type { W_Root } from "./root.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { W_Type } from "./type.ts";

const s_dict: W_Str = internRts("__dict__");
const s_class: W_Str = internRts("__class__");

/** Adds the names of a class and of its bases. */
export function mergeClassNames(w_names: W_Dict, w_class: W_Type): void {
  for (let i = w_class.mro.length - 1; i >= 0; i--) w_names.update(w_class.mro[i].dict);
}

/** The keys of a dict as a list. */
export function keyList(w_dict: W_Dict): W_Root {
  const keys: W_Root[] = [];
  for (let p = w_dict.next(0); p >= 0; p = w_dict.next(p + 1)) keys.push(w_dict.keyAt(p));
  return listOf(keys);
}

/** `object.__dir__`: names of the instance and of its class. */
export function objectDir(w_self: W_Root): W_Root {
  const w_dict = getattrOrNull(w_self, s_dict);
  const w_names = w_dict instanceof W_Dict ? w_dict.copy() : new W_Dict();
  const w_class = getattrOrNull(w_self, s_class);
  if (w_class instanceof W_Type) mergeClassNames(w_names, w_class);
  return keyList(w_names);
}
