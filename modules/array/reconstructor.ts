/** The function `array._array_reconstructor`, which pickles of arrays name. */
import { getBuiltinModule } from "../../core/interpreter/builtin_modules.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";

const s_array: W_Str = internRts("array");
const s_reconstructor: W_Str = internRts("_array_reconstructor");

export function reconstructor(): W_Root {
  return getBuiltinModule(s_array)!.w_dict.getStr(s_reconstructor)!;
}
