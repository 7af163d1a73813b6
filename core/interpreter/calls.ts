/** Calls with keywords and with `*args`, `**kwargs`. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { W_Dict } from "../objspace/dict.ts";
import { typeError } from "../objspace/errors.ts";
import { callArray, type } from "../objspace/call.ts";
import { fixedItems } from "../objspace/iteration.ts";
import type { W_Root } from "../objspace/root.ts";
import { Special } from "../objspace/special.ts";
import { EMPTY, W_Str } from "../objspace/str/wstr.ts";
import { W_Tuple } from "../objspace/tuple.ts";
import { callableName } from "./callable_name.ts";
import { typeName } from "../objspace/errors.ts";
import { mergeKeywords } from "./displays.ts";
import type { PyFrame } from "./frame.ts";

/** Forgets the values from `from` up to `to`. */
export function dropCall(frame: PyFrame, from: i32, to: i32): void {
  const slots = frame.slots;
  for (let i = from; i < to; i++) slots[i] = null;
}

/** Names of the keywords as calls take them. */
export function keywordNames(w_names: W_Tuple): FixedArray<W_Str> {
  const items = w_names.items;
  const names = newFixedArray<W_Str>(items.length, EMPTY);
  for (let i = 0; i < items.length; i++) names[i] = items[i] as W_Str;
  return names;
}

/** `CALL_FUNCTION_KW`: callee at `at`, `count` arguments after it, then the tuple of names. */
export function callKeywords(frame: PyFrame, at: i32, count: i32, sp: i32): W_Root {
  const names = keywordNames(frame.slots[sp - 1] as W_Tuple);
  return frame.slots[at]!.vectorcall(frame.slots, at + 1, count - names.length, names);
}

/** `CALL_FUNCTION_EX`: callee at `at`, an iterable of arguments, perhaps a mapping of keywords. */
export function callEx(frame: PyFrame, at: i32, hasKeywords: boolean): W_Root {
  const w_callable = frame.slots[at]!;
  const items = starItems(w_callable, frame.slots[at + 1]!);
  if (!hasKeywords) return callWithDict(w_callable, items, null);
  const w_mapping = frame.slots[at + 2]!;
  if (w_mapping instanceof W_Dict) return callWithDict(w_callable, items, w_mapping);
  const w_dict = new W_Dict();
  mergeKeywords(w_dict, w_mapping, w_callable);
  return callWithDict(w_callable, items, w_dict);
}

function starItems(w_callable: W_Root, w_args: W_Root): FixedArray<W_Root> {
  if (!(w_args instanceof W_Tuple)) {
    const special = type(w_args).special;
    if (special[Special.Iter] === null && special[Special.Getitem] === null) {
      throw typeError(
        `${callableName(w_callable)} argument after * must be an iterable, not ${typeName(w_args)}`,
      );
    }
  }
  return fixedItems(w_args);
}

/** The arguments of a call as `vectorcall` takes them, from place 1 on. */
export class SpreadCall {
  constructor(readonly args: FixedArray<W_Root | null>, readonly names: FixedArray<W_Str> | null) {}
}

/** Positional arguments and the keywords of a dict, spread. Throws TypeError for keys that are no strings. */
export function spreadCall(items: FixedArray<W_Root>, w_keywords: W_Dict | null): SpreadCall {
  const count = items.length;
  const keywords = w_keywords === null ? 0 : w_keywords.length;
  const args = callArray(count + keywords);
  for (let i = 0; i < count; i++) args[i + 1] = items[i];
  if (w_keywords === null || keywords === 0) return new SpreadCall(args, null);
  const names = newFixedArray<W_Str>(keywords, EMPTY);
  let at: i32 = 0;
  for (let p = w_keywords.next(0); p >= 0; p = w_keywords.next(p + 1)) {
    const w_key = w_keywords.keyAt(p);
    if (!(w_key instanceof W_Str)) throw typeError("keywords must be strings");
    names[at] = w_key;
    args[1 + count + at] = w_keywords.valueAt(p);
    at++;
  }
  return new SpreadCall(args, names);
}

/** Calls with positional arguments and the keywords of a dict; null for none. */
export function callWithDict(
  w_callable: W_Root,
  items: FixedArray<W_Root>,
  w_keywords: W_Dict | null,
): W_Root {
  const call = spreadCall(items, w_keywords);
  return w_callable.vectorcall(call.args, 1, items.length, call.names);
}

/** Calls with a tuple and a dict, and perhaps one argument before them. */
export function callPrefixed(
  w_callable: W_Root,
  w_first: W_Root | null,
  w_args: W_Tuple,
  w_keywords: W_Dict,
): W_Root {
  const items = w_args.items;
  if (w_first === null) return callWithDict(w_callable, items, w_keywords);
  const all = newFixedArray<W_Root>(items.length + 1, w_first);
  for (let i = 0; i < items.length; i++) all[i + 1] = items[i];
  return callWithDict(w_callable, all, w_keywords);
}
