/** How error messages name what is called. */
import { W_Method } from "../objspace/method.ts";
import type { W_Root } from "../objspace/root.ts";
import { strText } from "../objspace/text.ts";
import { getattrOrNull } from "../objspace/attributes.ts";
import { internRts } from "../objspace/str/intern.ts";
import { W_Str } from "../objspace/str/wstr.ts";

const s_qualname: W_Str = internRts("__qualname__");
const s_module: W_Str = internRts("__module__");

/** "module.qualname()" or what stands for it. */
export function callableName(w_callable: W_Root): string {
  if (w_callable instanceof W_Method) return callableName(w_callable.w_function);
  const w_qualname = getattrOrNull(w_callable, s_qualname);
  if (!(w_qualname instanceof W_Str)) return strText(w_callable);
  const w_module = getattrOrNull(w_callable, s_module);
  const name = w_qualname.toRts();
  if (!(w_module instanceof W_Str) || w_module.toRts() === "builtins") return `${name}()`;
  return `${w_module.toRts()}.${name}()`;
}
