/** The module `_warnings`: what the Python module `warnings` builds on, and what works without it. */
import { type FixedArray, type i32, i64ToI32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { setCompilerWarning } from "../../core/interpreter/compile.ts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { callMethod1 } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { overflowErrorType } from "../../core/objspace/exception_types.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import { callMethod0 } from "../../core/objspace/call.ts";
import { W_List } from "../../core/objspace/list.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { indexI64, intArgument } from "../../core/objspace/truth.ts";
import { setWarnFunction } from "../../core/objspace/warn.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { ownFilters, ownOnceRegistry, warningsState } from "./state.ts";
import { warnAtLevel, warnExplicit, WarningPlace } from "./warn.ts";

const s_name: W_Str = internRts("__name__");
const s_loader: W_Str = internRts("__loader__");
const s_getSource: W_Str = internRts("get_source");
const s_splitlines: W_Str = internRts("splitlines");

function warn(scope: FixedArray<W_Root>): W_Root {
  warnAtLevel(scope[0], scope[1], i64ToI32(indexI64(scope[2], overflowErrorType)), scope[3]);
  return w_None;
}

function warnExplicitly(scope: FixedArray<W_Root>): W_Root {
  const w_filename = scope[2];
  if (!(w_filename instanceof W_Str)) {
    throw typeError(`warn_explicit() argument 3 must be str, not ${typeName(w_filename)}`);
  }
  const line = intArgument(scope[3]);
  const w_module = scope[4] === w_unset ? null : scope[4];
  const w_registry = scope[5] === w_unset ? null : scope[5];
  const w_globals = scope[6];
  const place = new WarningPlace(w_filename, line, w_module, w_registry);
  if (scope[7] !== w_None) place.w_source = scope[7];
  if (w_globals !== w_None && w_globals !== w_unset) {
    if (!(w_globals instanceof W_Dict)) {
      throw typeError(`module_globals must be a dict, not '${typeName(w_globals)}'`);
    }
    place.w_sourceLine = loaderLine(w_globals, line);
  }
  warnExplicit(scope[1], scope[0], place);
  return w_None;
}

/** A line of the source that the module's loader has; null where it has none. */
function loaderLine(w_globals: W_Dict, line: i32): W_Root | null {
  const w_loader = w_globals.getStr(s_loader);
  const w_name = w_globals.getStr(s_name);
  if (w_loader === null || w_name === null || getattrOrNull(w_loader, s_getSource) === null) return null;
  const w_source = callMethod1(w_loader, s_getSource, w_name);
  if (w_source === w_None) return null;
  const w_lines = callMethod0(w_source, s_splitlines);
  if (!(w_lines instanceof W_List)) return null;
  const lines = fixedItems(w_lines);
  return line >= 1 && line <= lines.length ? lines[line - 1] : null;
}

function filtersMutated(): W_Root {
  warningsState.version++;
  return w_None;
}

defineModule("_warnings", {
  doc: "Issuing warnings and filtering them.",
  functions: {
    warn: {
      signature: "(message, category=None, stacklevel=1, source=None)",
      scope: warn,
      doc: "Issues a warning.",
    },
    warn_explicit: {
      signature:
        "(message, category, filename, lineno, module=<unset>, registry=<unset>, module_globals=None, source=None)",
      scope: warnExplicitly,
      doc: "Issues a warning for a place that is given.",
    },
    _filters_mutated: ["()", filtersMutated],
  },
  constants: { _defaultaction: internRts("default") },
  init: (w_module: W_Module): void => {
    w_module.w_dict.setStr(internRts("filters"), ownFilters());
    w_module.w_dict.setStr(internRts("_onceregistry"), ownOnceRegistry());
  },
});

setWarnFunction((w_category: W_Type, message: string, stackLevel: i32): void => {
  warnAtLevel(fromRts(message), w_category, stackLevel, w_None);
});

setCompilerWarning((w_category: W_Type, w_message: W_Root, w_filename: W_Str, line: i32): void => {
  warnExplicit(w_category, w_message, new WarningPlace(w_filename, line, null, null));
});
