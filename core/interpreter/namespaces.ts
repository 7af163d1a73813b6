/** Which built-ins belong to a namespace of globals. */
import { W_Dict } from "../objspace/dict.ts";
import { W_Module } from "../objspace/module.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { builtinsModule } from "./sys_module.ts";

const s_builtins: W_Str = internRts("__builtins__");

/** The namespace of built-ins that code with these globals sees: what `__builtins__` says, or the usual one. */
export function builtinsOf(w_globals: W_Dict): W_Dict {
  const w_said = w_globals.getStr(s_builtins);
  if (w_said instanceof W_Module) return w_said.w_dict;
  if (w_said instanceof W_Dict) return w_said;
  return builtinsModule.w_dict;
}
