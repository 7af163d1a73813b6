/** Displays and comprehensions: building lists, tuples, sets and dicts from the stack, and adding to them. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { getattrOrNull } from "../objspace/attributes.ts";
import { call0, type } from "../objspace/call.ts";
import { W_Dict } from "../objspace/dict.ts";
import { iteratesAsDict } from "../objspace/dict_merge.ts";
import { typeError, typeName } from "../objspace/errors.ts";
import { getitem, iter, next } from "../objspace/iteration.ts";
import type { W_List } from "../objspace/list.ts";
import { extend } from "../objspace/list_methods.ts";
import type { W_Root } from "../objspace/root.ts";
import { newSet, type W_Set } from "../objspace/set.ts";
import { update } from "../objspace/set_ops.ts";
import { w_None } from "../objspace/singletons.ts";
import { Special } from "../objspace/special.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { strText } from "../objspace/text.ts";
import { newTuple, NO_ITEMS, type W_Tuple } from "../objspace/tuple.ts";
import { callableName } from "./callable_name.ts";
import type { PyFrame } from "./frame.ts";

const s_keys: W_Str = internRts("keys");

/** Takes `count` values off the stack, from `at`. */
export function takeItems(frame: PyFrame, at: i32, count: i32): FixedArray<W_Root> {
  if (count === 0) return NO_ITEMS;
  const slots = frame.slots;
  const items = newFixedArray<W_Root>(count, w_None);
  for (let i = 0; i < count; i++) {
    items[i] = slots[at + i]!;
    slots[at + i] = null;
  }
  return items;
}

export function buildSet(frame: PyFrame, at: i32, count: i32): W_Root {
  const w_set = newSet();
  for (let i = 0; i < count; i++) w_set.add(frame.slots[at + i]!);
  return w_set;
}

export function buildMap(frame: PyFrame, at: i32, count: i32): W_Root {
  const w_map = new W_Dict();
  for (let i = 0; i < count; i++) w_map.set(frame.slots[at + 2 * i]!, frame.slots[at + 2 * i + 1]!);
  return w_map;
}

/** `count` values from `at`, then the tuple of their keys. */
export function buildConstKeyMap(frame: PyFrame, at: i32, count: i32): W_Root {
  const keys = (frame.slots[at + count] as W_Tuple).items;
  const w_map = new W_Dict();
  for (let i = 0; i < count; i++) w_map.set(keys[i], frame.slots[at + i]!);
  return w_map;
}

export function setAdd(w_set: W_Root, w_item: W_Root): void {
  (w_set as W_Set).add(w_item);
}

export function setUpdate(w_set: W_Root, w_iterable: W_Root): void {
  update(w_set as W_Set, w_iterable);
}

/** `[*w_iterable]`. */
export function listExtend(w_list: W_Root, w_iterable: W_Root): void {
  const special = type(w_iterable).special;
  if (special[Special.Iter] === null && special[Special.Getitem] === null) {
    throw typeError(`Value after * must be an iterable, not ${typeName(w_iterable)}`);
  }
  extend(w_list as W_List, w_iterable);
}

export function listToTuple(w_list: W_List): W_Root {
  const items = newFixedArray<W_Root>(w_list.length, w_None);
  for (let i = 0; i < w_list.length; i++) items[i] = w_list.getItem(i);
  return newTuple(items);
}

/** `{**w_mapping}`. */
export function dictUpdate(w_dict: W_Root, w_mapping: W_Root): void {
  if (w_mapping instanceof W_Dict && iteratesAsDict(w_mapping)) {
    (w_dict as W_Dict).update(w_mapping);
    return;
  }
  const w_keys = getattrOrNull(w_mapping, s_keys);
  if (w_keys === null) throw typeError(`'${typeName(w_mapping)}' object is not a mapping`);
  const w_iterator = iter(call0(w_keys));
  for (;;) {
    const w_key = next(w_iterator);
    if (w_key === null) return;
    (w_dict as W_Dict).set(w_key, getitem(w_mapping, w_key));
  }
}

/** `f(**w_mapping)` after other keywords: a key twice is an error that names the function. */
export function dictMerge(w_dict: W_Root, w_mapping: W_Root, w_callable: W_Root): void {
  mergeKeywords(w_dict as W_Dict, w_mapping, w_callable);
}

export function mergeKeywords(w_dict: W_Dict, w_mapping: W_Root, w_callable: W_Root): void {
  if (w_mapping instanceof W_Dict && iteratesAsDict(w_mapping)) {
    for (let p = w_mapping.next(0); p >= 0; p = w_mapping.next(p + 1)) {
      mergeOne(w_dict, w_mapping.keyAt(p), w_mapping.valueAt(p), w_callable);
    }
    return;
  }
  const w_keys = getattrOrNull(w_mapping, s_keys);
  if (w_keys === null) {
    throw typeError(
      `${callableName(w_callable)} argument after ** must be a mapping, not ${typeName(w_mapping)}`,
    );
  }
  const w_iterator = iter(call0(w_keys));
  for (;;) {
    const w_key = next(w_iterator);
    if (w_key === null) return;
    mergeOne(w_dict, w_key, getitem(w_mapping, w_key), w_callable);
  }
}

function mergeOne(w_dict: W_Dict, w_key: W_Root, w_value: W_Root, w_callable: W_Root): void {
  if (w_dict.get(w_key) !== null) {
    throw typeError(
      `${callableName(w_callable)} got multiple values for keyword argument '${strText(w_key)}'`,
    );
  }
  w_dict.set(w_key, w_value);
}
