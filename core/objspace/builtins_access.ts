/** Functions of the module `builtins` that built-in objects mention, as `iter` in what `__reduce__` gives. */
import type { W_Dict } from "./dict.ts";
import { attributeError } from "./errors.ts";
import type { W_Root } from "./root.ts";
import type { W_Str } from "./str/wstr.ts";
import { internRts } from "./str/intern.ts";

let w_builtins: W_Dict | null = null;

/** Tells where the namespace of `builtins` is; called once, at translation. */
export function setBuiltinsNamespace(w_dict: W_Dict): void {
  w_builtins = w_dict;
}

/** What `builtins.name` is now. Throws AttributeError. */
export function builtinNamed(name: W_Str): W_Root {
  const w_dict = w_builtins;
  const w_found = w_dict === null ? null : w_dict.getStr(name);
  if (w_found === null) throw attributeError(`module 'builtins' has no attribute '${name.toRts()}'`);
  return w_found;
}

const s_iter: W_Str = internRts("iter");
const s_reversed: W_Str = internRts("reversed");

export function builtinIter(): W_Root {
  return builtinNamed(s_iter);
}
export function builtinReversed(): W_Root {
  return builtinNamed(s_reversed);
}
