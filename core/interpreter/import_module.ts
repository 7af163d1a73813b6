/** Importing a module from RTS code. */
import { call1, callItems } from "../objspace/call.ts";
import { importErrorType } from "../objspace/exception_types.ts";
import { operationError } from "../objspace/errors.ts";
import { newInt32 } from "../objspace/int.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import { fromRts, type W_Str } from "../objspace/str/wstr.ts";
import { w_emptyTuple } from "../objspace/tuple.ts";
import { builtinsModule, w_modules } from "./sys_module.ts";
import { newFixedArray } from "@rts";

const s_import: W_Str = internRts("__import__");

/** The module `name`, imported if it is not yet. Throws what the import raises. */
export function importModule(name: string): W_Root {
  const w_name = fromRts(name);
  const w_found = w_modules.get(w_name);
  if (w_found !== null) return w_found;
  const w_import = builtinsModule.w_dict.getStr(s_import);
  if (w_import === null) throw operationError(importErrorType, "__import__ not found");
  const items = newFixedArray<W_Root>(5, w_name);
  items[1] = w_None;
  items[2] = w_None;
  items[3] = w_emptyTuple;
  items[4] = newInt32(0);
  callItems(w_import, items);
  return w_modules.get(w_name) ?? call1(w_import, w_name);
}
