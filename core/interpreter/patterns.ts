/** `match`: what its opcodes ask of a subject (PEP 634). */
import type { i32 } from "@rts";
import { getattrOrNull } from "../objspace/attributes.ts";
import { callMethod2, type } from "../objspace/call.ts";
import { W_Dict } from "../objspace/dict.ts";
import { type OperationError, typeError, typeName, valueError } from "../objspace/errors.ts";
import { isinstance } from "../objspace/isinstance.ts";
import { delitem } from "../objspace/iteration.ts";
import type { W_Root } from "../objspace/root.ts";
import { newSet, type W_Set } from "../objspace/set.ts";
import { internRts } from "../objspace/str/intern.ts";
import { W_Str } from "../objspace/str/wstr.ts";
import { reprText } from "../objspace/text.ts";
import { tupleOf, W_Tuple } from "../objspace/tuple.ts";
import { TypeFlag, W_Type } from "../objspace/type.ts";
import { dictUpdate } from "./displays.ts";
import { W_Instance } from "../objspace/object.ts";
import { objectType } from "../objspace/types.ts";
import { intern } from "../objspace/str/intern.ts";

const s_get: W_Str = internRts("get");
const s_match_args: W_Str = internRts("__match_args__");

export function matchMapping(w_subject: W_Root): boolean {
  return type(w_subject).hasFlag(TypeFlag.Mapping);
}

export function matchSequence(w_subject: W_Root): boolean {
  return type(w_subject).hasFlag(TypeFlag.Sequence);
}

/** Values of the keys, or null when one is missing. Throws ValueError for a key given twice. */
export function matchKeys(w_subject: W_Root, w_keys: W_Tuple): W_Root | null {
  const values: W_Root[] = [];
  const w_seen = newSet();
  const w_missing = new W_Instance(objectType.instanceMap);
  for (let i = 0; i < w_keys.items.length; i++) {
    const w_key = w_keys.items[i];
    if (w_seen.has(w_key)) throw valueError(`mapping pattern checks duplicate key (${reprText(w_key)})`);
    w_seen.add(w_key);
    const w_value = callMethod2(w_subject, s_get, w_key, w_missing);
    if (w_value === w_missing) return null;
    values.push(w_value);
  }
  return tupleOf(values);
}

/** A dict of the subject without some keys. */
export function copyWithoutKeys(w_subject: W_Root, w_keys: W_Tuple): W_Root {
  const w_rest = new W_Dict();
  dictUpdate(w_rest, w_subject);
  for (let i = 0; i < w_keys.items.length; i++) delitem(w_rest, w_keys.items[i]);
  return w_rest;
}

/** Attributes for the patterns of a class pattern, or null when the subject does not match. */
export function matchClass(w_subject: W_Root, w_class: W_Root, count: i32, w_names: W_Tuple): W_Root | null {
  if (!(w_class instanceof W_Type)) throw typeError("called match pattern must be a type");
  if (!isinstance(w_subject, w_class)) return null;
  const values: W_Root[] = [];
  const w_seen = newSet();
  if (count > 0 && !matchPositional(w_subject, w_class, count, w_seen, values)) return null;
  for (let i = 0; i < w_names.items.length; i++) {
    const w_value = matchAttribute(w_subject, w_class, w_names.items[i] as W_Str, w_seen);
    if (w_value === null) return null;
    values.push(w_value);
  }
  return tupleOf(values);
}

function matchPositional(
  w_subject: W_Root,
  w_class: W_Type,
  count: i32,
  w_seen: W_Set,
  values: W_Root[],
): boolean {
  const w_args = getattrOrNull(w_class, s_match_args);
  const matchSelf = w_args === null && w_class.hasFlag(TypeFlag.MatchSelf);
  if (w_args !== null && !(w_args instanceof W_Tuple)) {
    throw typeError(`${w_class.name.toRts()}.__match_args__ must be a tuple (got ${typeName(w_args)})`);
  }
  const allowed = w_args !== null ? (w_args as W_Tuple).items.length : matchSelf ? 1 : 0;
  if (count > allowed) throw tooManyPatterns(w_class, allowed, count);
  if (matchSelf) {
    values.push(w_subject);
    return true;
  }
  for (let i = 0; i < count; i++) {
    const w_name = (w_args as W_Tuple).items[i];
    if (!(w_name instanceof W_Str)) {
      throw typeError(`__match_args__ elements must be strings (got ${typeName(w_name)})`);
    }
    const w_value = matchAttribute(w_subject, w_class, w_name, w_seen);
    if (w_value === null) return false;
    values.push(w_value);
  }
  return true;
}

function tooManyPatterns(w_class: W_Type, allowed: i32, count: i32): OperationError {
  const plural = allowed === 1 ? "" : "s";
  return typeError(
    `${w_class.name.toRts()}() accepts ${allowed} positional sub-pattern${plural} (${count} given)`,
  );
}

function matchAttribute(
  w_subject: W_Root,
  w_class: W_Type,
  w_name: W_Str,
  w_seen: W_Set,
): W_Root | null {
  if (w_seen.has(w_name)) {
    throw typeError(`${w_class.name.toRts()}() got multiple sub-patterns for attribute ${reprText(w_name)}`);
  }
  w_seen.add(w_name);
  return getattrOrNull(w_subject, intern(w_name));
}
