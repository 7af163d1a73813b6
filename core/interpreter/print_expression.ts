/** What the interactive interpreter does with the value of a statement: `sys.displayhook`. */
import { call1 } from "../objspace/call.ts";
import { runtimeError } from "../objspace/errors.ts";
import type { W_Root } from "../objspace/root.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { sysModule } from "./sys_module.ts";

const s_displayhook: W_Str = internRts("displayhook");

/** Calls `sys.displayhook(w_value)`. */
export function printExpression(w_value: W_Root): void {
  const w_hook = sysModule.w_dict.getStr(s_displayhook);
  if (w_hook === null) throw runtimeError("lost sys.displayhook");
  call1(w_hook, w_value);
}
