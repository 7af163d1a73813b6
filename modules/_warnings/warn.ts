/** Issuing warnings: filters decide, registries remember what was shown. */
import { type i32, i64ToI32 } from "@rts";
import { call1, callItems, isCallable, type } from "../../core/objspace/call.ts";
import { W_BaseException } from "../../core/objspace/base_exception.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import {
  type OperationError,
  operationError,
  runtimeError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { userWarningType, warningType } from "../../core/objspace/exception_types.ts";
import { raiseValue } from "../../core/objspace/exceptions.ts";
import { newInt32, W_Int, w_True } from "../../core/objspace/int.ts";
import { isinstance, issubclass } from "../../core/objspace/isinstance.ts";
import { getattr } from "../../core/objspace/attributes.ts";
import { W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText, str } from "../../core/objspace/text.ts";
import { indexI64, isTrue } from "../../core/objspace/truth.ts";
import { newTuple2, newTuple3, tupleOf, W_Tuple } from "../../core/objspace/tuple.ts";
import { W_Type } from "../../core/objspace/type.ts";
import { overflowErrorType } from "../../core/objspace/exception_types.ts";
import { sourceLine } from "../../core/interpreter/report.ts";
import { writeStderr } from "../../core/interpreter/stderr.ts";
import { findPlace } from "./place.ts";
import { currentFilters, defaultAction, onceRegistry, warningsAttribute, warningsState } from "./state.ts";

const s_version: W_Str = internRts("version");
const s_match: W_Str = internRts("match");
const s_showwarnmsg: W_Str = internRts("_showwarnmsg");
const s_WarningMessage: W_Str = internRts("WarningMessage");

/** Where a warning is issued. */
export class WarningPlace {
  readonly w_filename: W_Root;
  readonly line: i32;
  /** `__name__` of the module; null where it follows from the filename. */
  readonly w_module: W_Root | null;
  /** `__warningregistry__`; null for none. */
  readonly w_registry: W_Root | null;
  /** The line of source, where it is known. */
  w_sourceLine: W_Root | null = null;
  /** The object that is to blame; null for none. */
  w_source: W_Root | null = null;

  constructor(w_filename: W_Root, line: i32, w_module: W_Root | null, w_registry: W_Root | null) {
    this.w_filename = w_filename;
    this.line = line;
    this.w_module = w_module;
    this.w_registry = w_registry;
  }
}

/** True when the filter's pattern takes the text: None takes all, a string equals, others have `match`. */
function matches(w_pattern: W_Root, w_text: W_Root): boolean {
  if (w_pattern === w_None) return true;
  if (w_pattern instanceof W_Str && w_pattern.getMap() === null) {
    return w_text instanceof W_Str && w_pattern.equals(w_text);
  }
  return isTrue(call1(getattr(w_pattern, s_match), w_text));
}

/** A filter's decision. */
class Decision {
  readonly action: string;
  readonly w_action: W_Root;
  readonly w_filter: W_Root;
  constructor(action: string, w_action: W_Root, w_filter: W_Root) {
    this.action = action;
    this.w_action = w_action;
    this.w_filter = w_filter;
  }
}

/** What the first filter that matches says. */
function decide(w_category: W_Root, w_text: W_Root, line: i32, w_module: W_Root): Decision {
  const w_filters = currentFilters();
  if (!(w_filters instanceof W_List)) throw valueError("_warnings.filters must be a list");
  for (let i: i32 = 0; i < w_filters.length; i++) {
    const w_item = w_filters.getItem(i);
    if (!(w_item instanceof W_Tuple) || w_item.items.length !== 5) {
      throw valueError(`_warnings.filters item ${i} isn't a 5-tuple`);
    }
    const items = w_item.items;
    const w_action = items[0];
    if (!(w_action instanceof W_Str)) throw typeError(`action must be a string, not '${typeName(w_action)}'`);
    if (!matches(items[1], w_text) || !issubclass(w_category, items[2]) || !matches(items[3], w_module)) {
      continue;
    }
    const filterLine = i64ToI32(indexI64(items[4], overflowErrorType));
    if (filterLine === 0 || filterLine === line) return new Decision(w_action.toRts(), w_action, w_item);
  }
  const w_action = defaultAction();
  return new Decision(w_action.toRts(), w_action, w_None);
}

/** True when `w_key` stands in the registry; it is put there when `shouldSet`. A registry of old filters is emptied. */
function alreadyWarned(w_registry: W_Dict, w_key: W_Root, shouldSet: boolean): boolean {
  const w_version = w_registry.getStr(s_version);
  if (!(w_version instanceof W_Int) || i64ToI32(w_version.value) !== warningsState.version) {
    w_registry.clear();
    w_registry.setStr(s_version, newInt32(warningsState.version));
  } else {
    const w_already = w_registry.get(w_key);
    if (w_already !== null && isTrue(w_already)) return true;
  }
  if (shouldSet) w_registry.set(w_key, w_True);
  return false;
}

/** The name of a module by its file. */
function moduleOfFile(w_filename: W_Root): W_Root {
  if (!(w_filename instanceof W_Str)) return w_filename;
  const name = w_filename.toRts();
  if (name === "") return fromRts("<unknown>");
  return name.endsWith(".py") ? fromRts(name.substring(0, name.length - 3)) : w_filename;
}

/** `warnings.warn_explicit`. Throws the warning where a filter says so. */
export function warnExplicit(w_givenCategory: W_Root, w_given: W_Root, place: WarningPlace): void {
  if (place.w_module === w_None) return;
  const w_given_registry = place.w_registry;
  if (w_given_registry !== null && w_given_registry !== w_None && !(w_given_registry instanceof W_Dict)) {
    throw typeError("'registry' must be a dict or None");
  }
  const w_registry = w_given_registry instanceof W_Dict ? w_given_registry : null;
  const w_module = place.w_module ?? moduleOfFile(place.w_filename);
  const isWarning = isinstance(w_given, warningType);
  const w_category: W_Root = isWarning ? type(w_given) : w_givenCategory;
  const w_text: W_Root = isWarning ? str(w_given) : w_given;
  const w_message = isWarning ? w_given : call1(w_category, w_given);
  const w_key = newTuple3(w_text, w_category, newInt32(place.line));
  if (w_registry !== null && alreadyWarned(w_registry, w_key, false)) return;
  const decision = decide(w_category, w_text, place.line, w_module);
  if (decision.action === "error") throw asError(w_category, w_message);
  if (decision.action === "ignore") return;
  if (decision.action !== "always" && isRepeated(decision, w_registry, w_key, w_text, w_category)) return;
  show(place, w_text, w_message, w_category);
}

function asError(w_category: W_Root, w_message: W_Root): OperationError {
  if (w_message instanceof W_BaseException) return raiseValue(w_message);
  return operationError(w_category as W_Type, reprText(w_message));
}

/** Notes the warning in the registries; true when its action says that it was shown before. */
function isRepeated(
  decision: Decision,
  w_registry: W_Dict | null,
  w_key: W_Root,
  w_text: W_Root,
  w_category: W_Root,
): boolean {
  if (w_registry !== null) w_registry.set(w_key, w_True);
  if (decision.action === "once") {
    return alreadyWarned(w_registry ?? onceRegistry(), newTuple2(w_text, w_category), true);
  }
  if (decision.action === "module") {
    return w_registry !== null && alreadyWarned(w_registry, newTuple2(w_text, w_category), true);
  }
  if (decision.action === "default") return false;
  throw runtimeError(
    `Unrecognized action (${reprText(decision.w_action)}) in warnings.filters:\n ${
      reprText(decision.w_filter)
    }`,
  );
}

function show(place: WarningPlace, w_text: W_Root, w_message: W_Root, w_category: W_Root): void {
  const w_show = warningsAttribute(s_showwarnmsg, place.w_source !== null);
  if (w_show === null) {
    showPlainly(place, w_text, w_category);
    return;
  }
  if (!isCallable(w_show)) throw typeError("warnings._showwarnmsg() must be set to a callable");
  const w_class = warningsAttribute(s_WarningMessage, false);
  if (w_class === null) throw runtimeError("unable to get warnings.WarningMessage");
  const w_shown = callItems(
    w_class,
    tupleOf([
      w_message,
      w_category,
      place.w_filename,
      newInt32(place.line),
      w_None,
      w_None,
      place.w_source ?? w_None,
    ])
      .items,
  );
  call1(w_show, w_shown);
}

/** Without the module `warnings`: the text and the line of source, to standard error. */
function showPlainly(place: WarningPlace, w_text: W_Root, w_category: W_Root): void {
  const name = w_category instanceof W_Type ? w_category.name.toRts() : reprText(w_category);
  let text = `${str(place.w_filename).toRts()}:${place.line}: ${name}: ${str(w_text).toRts()}\n`;
  let w_line: W_Root | null = place.w_sourceLine;
  if (w_line === null && place.w_filename instanceof W_Str) w_line = sourceLine(place.w_filename, place.line);
  if (w_line instanceof W_Str && w_line.length > 0) text += `  ${w_line.toRts().trim()}\n`;
  writeStderr(fromRts(text));
}

/** The category of a warning: its class, or what was given. Throws TypeError when that is none. */
function categoryOf(w_message: W_Root, w_category: W_Root): W_Root {
  if (isinstance(w_message, warningType)) return type(w_message);
  if (w_category === w_None) return userWarningType;
  if (w_category instanceof W_Type && w_category.isSubtype(warningType)) return w_category;
  throw typeError(`category must be a Warning subclass, not '${typeName(w_category)}'`);
}

/** `warnings.warn`. */
export function warnAtLevel(w_message: W_Root, w_category: W_Root, stackLevel: i32, w_source: W_Root): void {
  const w_class = categoryOf(w_message, w_category);
  const place = findPlace(stackLevel);
  if (w_source !== w_None) place.w_source = w_source;
  warnExplicit(w_class, w_message, place);
}
