/** `_collections._count_elements`: the loop of `Counter.update`. */
import { getattr } from "../../core/objspace/attributes.ts";
import { call2, type } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { iter, next, setitem } from "../../core/objspace/iteration.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { lookup } from "../../core/objspace/type_lookup.ts";
import { dictType } from "../../core/objspace/types.ts";
import { addValues } from "../../core/interpreter/fast_paths.ts";

const s_get: W_Str = internRts("get");
const ZERO: W_Root = newInt32(0);
const ONE: W_Root = newInt32(1);

/** Adds one to the value of each element; a missing value counts as 0. */
export function countElements(w_mapping: W_Root, w_iterable: W_Root): W_Root {
  const w_iterator = iter(w_iterable);
  if (w_mapping instanceof W_Dict && countsAsDict(w_mapping)) countInDict(w_mapping, w_iterator);
  else countInMapping(w_mapping, w_iterator);
  return w_None;
}

/** True when neither `get` nor `__setitem__` is overridden. */
function countsAsDict(w_dict: W_Dict): boolean {
  const w_type = type(w_dict);
  return w_type.special[Special.Setitem] === dictType.special[Special.Setitem] &&
    lookup(w_type, s_get) === lookup(dictType, s_get);
}

function countInDict(w_dict: W_Dict, w_iterator: W_Root): void {
  for (let w_key = next(w_iterator); w_key !== null; w_key = next(w_iterator)) {
    const w_count = w_dict.get(w_key);
    w_dict.set(w_key, w_count === null ? ONE : addValues(w_count, ONE));
  }
}

function countInMapping(w_mapping: W_Root, w_iterator: W_Root): void {
  const w_get = getattr(w_mapping, s_get);
  for (let w_key = next(w_iterator); w_key !== null; w_key = next(w_iterator)) {
    setitem(w_mapping, w_key, addValues(call2(w_get, w_key, ZERO), ONE));
  }
}
