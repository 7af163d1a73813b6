/** Names of classes as texts show them. */
import { internRts } from "./str/intern.ts";
import { W_Str } from "./str/wstr.ts";
import { lookup } from "./type_lookup.ts";
import type { W_Type } from "./type.ts";

const s_module: W_Str = internRts("__module__");

/** `__module__` of a class as text; empty when it has none that is text. */
export function typeModule(w_type: W_Type): string {
  if (!w_type.isHeap()) return w_type.module;
  const w_module = lookup(w_type, s_module);
  return w_module instanceof W_Str ? w_module.toRts() : "";
}

/** `module.qualname`, without the module for built-ins. */
export function fullTypeName(w_type: W_Type): string {
  const module = typeModule(w_type);
  const name = w_type.qualname.toRts();
  return module === "" || module === "builtins" ? name : `${module}.${name}`;
}
