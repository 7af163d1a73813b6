/** Filling dicts from other mappings, from pairs, and from keyword arguments. */
import type { FixedArray, i32 } from "@rts";
import { getattrOrNull } from "./attributes.ts";
import { argument, checkCount, keywordsOf, positionalOf } from "./call_arguments.ts";
import { call0, type } from "./call.ts";
import { W_Dict } from "./dict.ts";
import { OperationError, typeError, valueError } from "./errors.ts";
import { typeErrorType } from "./exception_types.ts";
import { fixedItems, getitem, iter, next } from "./iteration.ts";
import type { W_Root } from "./root.ts";
import { w_unset } from "./singletons.ts";
import { Special } from "./special.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { dictType } from "./types.ts";

const s_keys: W_Str = internRts("keys");

/** What `dict(…)` and `update(…)` do with their arguments. `name` stands in the error of too many. */
export function updateFromArguments(w_dict: W_Dict, scope: FixedArray<W_Root>, name: string): void {
  const args = positionalOf(scope);
  checkCount(name, args.length, 0, 1);
  const w_source = argument(args, 0);
  if (w_source !== w_unset) updateFrom(w_dict, w_source);
  const w_keywords = keywordsOf(scope);
  if (w_keywords.length > 0) w_dict.update(w_keywords);
}

/** Sets what a mapping or an iterable of pairs gives. Throws what those raise. */
export function updateFrom(w_dict: W_Dict, w_source: W_Root): void {
  if (w_source instanceof W_Dict && iteratesAsDict(w_source)) {
    w_dict.update(w_source);
    return;
  }
  const w_keys = getattrOrNull(w_source, s_keys);
  if (w_keys === null) updateFromPairs(w_dict, w_source);
  else updateFromKeys(w_dict, w_source, call0(w_keys));
}

/** A dict whose class has not another `__iter__`. */
export function iteratesAsDict(w_dict: W_Dict): boolean {
  const w_type = type(w_dict);
  return w_type === dictType || w_type.special[Special.Iter] === dictType.special[Special.Iter];
}

function updateFromKeys(w_dict: W_Dict, w_mapping: W_Root, w_keys: W_Root): void {
  const w_iterator = iter(w_keys);
  for (;;) {
    const w_key = next(w_iterator);
    if (w_key === null) return;
    w_dict.set(w_key, getitem(w_mapping, w_key));
  }
}

function updateFromPairs(w_dict: W_Dict, w_pairs: W_Root): void {
  const w_iterator = iter(w_pairs);
  for (let i: i32 = 0;; i++) {
    const w_pair = next(w_iterator);
    if (w_pair === null) return;
    const items = pairItems(w_pair, i);
    if (items.length !== 2) {
      throw valueError(`dictionary update sequence element #${i} has length ${items.length}; 2 is required`);
    }
    w_dict.set(items[0], items[1]);
  }
}

function pairItems(w_pair: W_Root, at: i32): FixedArray<W_Root> {
  try {
    return fixedItems(w_pair);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(typeErrorType)) throw e;
    throw typeError(`cannot convert dictionary update sequence element #${at} to a sequence`);
  }
}
