/** Functions of the module `builtins` that built-in objects mention, as `iter` in what `__reduce__` gives. */
import { builtinsModule } from "../interpreter/sys_module.ts";
import { attributeError } from "./errors.ts";
import type { W_Root } from "./root.ts";
import type { W_Str } from "./str/wstr.ts";
import { internRts } from "./str/intern.ts";

/** What `builtins.name` is now. Throws AttributeError. */
export function builtinNamed(name: W_Str): W_Root {
  const w_found = builtinsModule.w_dict.getStr(name);
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
