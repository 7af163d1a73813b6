/** The filters, and what was warned about: shared with the Python module `warnings` once that is imported. */
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { w_modules } from "../../core/interpreter/sys_module.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import {
  deprecationWarningType,
  importWarningType,
  pendingDeprecationWarningType,
  resourceWarningType,
} from "../../core/objspace/exception_types.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { tupleOf } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import type { i32 } from "@rts";

const s_warnings: W_Str = internRts("warnings");
const s_filters: W_Str = internRts("filters");
const s_defaultaction: W_Str = internRts("defaultaction");
const s_onceregistry: W_Str = internRts("onceregistry");

function filter(action: string, w_category: W_Type, module: string | null): W_Root {
  return tupleOf([
    internRts(action),
    w_None,
    w_category,
    module === null ? w_None : internRts(module),
    newInt32(0),
  ]);
}

/** Filters of a run without options: deprecations show in the main module only. */
export function defaultFilters(): W_Root {
  return listOf([
    filter("default", deprecationWarningType, "__main__"),
    filter("ignore", deprecationWarningType, null),
    filter("ignore", pendingDeprecationWarningType, null),
    filter("ignore", importWarningType, null),
    filter("ignore", resourceWarningType, null),
  ]);
}

/** What the module holds. */
export class WarningsState {
  /** Null until somebody asks. */
  w_filters: W_Root | null = null;
  w_defaultAction: W_Root = internRts("default");
  w_onceRegistry: W_Root | null = null;
  /** Another number whenever the filters changed: registries of an older one are void. */
  version: i32 = 0;
}

export const warningsState: WarningsState = new WarningsState();

/** An attribute of the module `warnings`, if that is imported; `imports`: import it now. Null where there is none. */
export function warningsAttribute(name: W_Str, imports: boolean): W_Root | null {
  const w_module = imports ? importModule("warnings") : w_modules.get(s_warnings);
  return w_module === null || w_module === w_None ? null : getattrOrNull(w_module, name);
}

/** The filters that hold. */
export function currentFilters(): W_Root {
  const w_said = warningsAttribute(s_filters, false);
  if (w_said !== null) warningsState.w_filters = w_said;
  return ownFilters();
}

/** `_warnings.filters`. */
export function ownFilters(): W_Root {
  let w_filters = warningsState.w_filters;
  if (w_filters === null) {
    w_filters = defaultFilters();
    warningsState.w_filters = w_filters;
  }
  return w_filters;
}

/** What happens where no filter matches. */
export function defaultAction(): W_Str {
  const w_said = warningsAttribute(s_defaultaction, false);
  if (w_said === null) return warningsState.w_defaultAction as W_Str;
  if (!(w_said instanceof W_Str)) {
    throw typeError(`_warnings.defaultaction must be a string, not '${typeName(w_said)}'`);
  }
  warningsState.w_defaultAction = w_said;
  return w_said;
}

/** The registry of the action "once". */
export function onceRegistry(): W_Dict {
  const w_said = warningsAttribute(s_onceregistry, false);
  if (w_said === null) return ownOnceRegistry();
  if (!(w_said instanceof W_Dict)) {
    throw typeError(`_warnings.onceregistry must be a dict, not '${typeName(w_said)}'`);
  }
  warningsState.w_onceRegistry = w_said;
  return w_said;
}

/** `_warnings._onceregistry`. */
export function ownOnceRegistry(): W_Dict {
  let w_registry = warningsState.w_onceRegistry;
  if (w_registry === null) {
    w_registry = new W_Dict();
    warningsState.w_onceRegistry = w_registry;
  }
  return w_registry as W_Dict;
}
