/**
 * Finalizers at the end of a run: what the names of the main module hold dies, functions, classes and modules excepted,
 * for finalizers may use those. Nothing is done while no object has a finalizer that could be seen.
 */
import { OperationError } from "../objspace/errors.ts";
import { W_Module } from "../objspace/module.ts";
import type { W_Root } from "../objspace/root.ts";
import { internRts } from "../objspace/str/intern.ts";
import { W_Str } from "../objspace/str/wstr.ts";
import { W_Tuple } from "../objspace/tuple.ts";
import { W_Type } from "../objspace/type.ts";
import { ec } from "./context.ts";
import { finalizerState } from "./finalizer_queue.ts";
import { collectAll } from "./finalizers.ts";
import { W_Function } from "./function.ts";
import { W_GeneratorBase } from "./generator.ts";
import { w_modules } from "./sys_module.ts";

const s_main: W_Str = internRts("__main__");

/** False for instances and containers: they may have finalizers, or hold what has. */
function isKept(w_value: W_Root): boolean {
  if (w_value instanceof W_GeneratorBase || w_value instanceof W_Tuple) return false;
  return w_value.getMap() === null || w_value instanceof W_Function || w_value instanceof W_Type ||
    w_value instanceof W_Module;
}

/** Runs the finalizers of all that can die now. */
export function finalizeAtExit(): void {
  if (!finalizerState.endsVisibly) return;
  ec.handled = null;
  const w_main = w_modules.get(s_main);
  if (w_main instanceof W_Module) {
    const w_dict = w_main.w_dict;
    const dying: W_Root[] = [];
    for (let p = w_dict.next(0); p >= 0; p = w_dict.next(p + 1)) {
      const w_name = w_dict.keyAt(p);
      const isSpecial = w_name instanceof W_Str && w_name.toRts().startsWith("__");
      if (!isSpecial && !isKept(w_dict.valueAt(p))) dying.push(w_name);
    }
    for (let i = 0; i < dying.length; i++) w_dict.delete(dying[i]!);
  }
  try {
    collectAll();
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
}
