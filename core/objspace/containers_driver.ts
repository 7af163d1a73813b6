/** Exercises containers; prints the same untranslated and translated. See `containers_test.ts`. */
import "../interpreter/startup.ts";
import { type i32, print } from "@rts";
import { call1, call2, callMethod0, callMethod1, type } from "./call.ts";
import { W_Dict } from "./dict.ts";
import { OperationError } from "./errors.ts";
import { hash } from "./hash.ts";
import { newInt32, W_Integer } from "./int.ts";
import { getitem, iter, next } from "./iteration.ts";
import { listOf, newEmptyList } from "./list.ts";
import { sortList } from "./list_sort.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { newTuple2 } from "./tuple.ts";
import { newRange } from "./range.ts";
import { reversed } from "./reversed.ts";
import { newSet, type W_Set } from "./set.ts";
import { internRts } from "./str/intern.ts";
import { reprText } from "./text.ts";
import {
  enumerateType,
  filterType,
  frozensetType,
  intType,
  listType,
  mapType,
  strType,
  tupleType,
  zipType,
} from "./types.ts";
import { makeUnion } from "./union.ts";

const s_items: W_Str = internRts("items");
const s_values: W_Str = internRts("values");
const s_popitem: W_Str = internRts("popitem");
const s_pop: W_Str = internRts("pop");
const s_union: W_Str = internRts("union");
const s_difference: W_Str = internRts("difference");
const s_intersection: W_Str = internRts("intersection");
const s_symmetric_difference: W_Str = internRts("symmetric_difference");
const s_count: W_Str = internRts("count");

function show(w_obj: W_Root): string {
  if (w_obj === w_None) return "None";
  if (w_obj instanceof W_Integer) return `${w_obj.asI64()}`;
  if (w_obj instanceof W_Str) return `'${w_obj.toRts()}'`;
  const parts: string[] = [];
  const w_iterator = iter(w_obj);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) break;
    parts.push(show(w_item));
  }
  return `${type(w_obj).name.toRts()}(${parts.join(", ")})`;
}

function lists(): void {
  const w_list = newEmptyList(0);
  for (let i: i32 = 0; i < 50; i++) w_list.append(newInt32((i * 37) % 101));
  print(show(w_list));
  sortList(w_list, w_None, false);
  print(show(w_list));
  print(show(getitem(w_list, new W_Slice(newInt32(-3), w_None, newInt32(-7)))));
  w_list.insertAt(3, fromRts("here"));
  print(show(w_list));
  print(`${hash(newTuple2(newInt32(1), newInt32(2)))}`);
  try {
    sortList(w_list, w_None, true);
  } catch (e) {
    if (e instanceof OperationError) print(e.message);
  }
}

/** Elements, or the class and message of what is raised. */
function attempt(run: () => W_Root): void {
  try {
    print(show(run()));
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    print(`${e.w_type.name.toRts()}: ${e.message}`);
  }
}

const w_dict: W_Dict = new W_Dict();

function dicts(): void {
  for (let i: i32 = 0; i < 40; i++) {
    w_dict.set(newInt32((i * 7) % 31), newInt32(i));
    if (i % 3 === 0) w_dict.delete(newInt32((i * 5) % 31));
  }
  print(show(w_dict));
  w_dict.set(fromRts("key"), newTuple2(newInt32(1), fromRts("x")));
  attempt(() => callMethod0(w_dict, s_items));
  attempt(() => callMethod0(w_dict, s_values));
  attempt(() => callMethod0(w_dict, s_popitem));
  attempt(() => callMethod1(w_dict, s_pop, newInt32(1000)));
  attempt(() => callMethod1(w_dict, s_pop, newEmptyList(0)));
  attempt(() => reversed(w_dict));
}

const w_set: W_Set = newSet();

function sets(): void {
  for (let i: i32 = 0; i < 20; i++) w_set.add(newInt32((i * i) % 17));
  attempt(() => w_set);
  attempt(() => callMethod1(w_set, s_union, rangeOf(10, 14, 1)));
  attempt(() => callMethod1(w_set, s_difference, rangeOf(0, 10, 1)));
  attempt(() => callMethod1(w_set, s_intersection, rangeOf(0, 10, 2)));
  attempt(() => callMethod1(w_set, s_symmetric_difference, rangeOf(0, 10, 2)));
  attempt(() => callMethod1(w_set, s_pop, newInt32(1)));
  print(`${hash(call1(frozensetType, w_set))}`);
}

function rangeOf(start: i32, stop: i32, step: i32): W_Root {
  return newRange(newInt32(start), newInt32(stop), newInt32(step));
}

function others(): void {
  attempt(() => rangeOf(10, -10, -3));
  attempt(() => getitem(rangeOf(0, 100, 3), new W_Slice(newInt32(-1), newInt32(2), newInt32(-5))));
  attempt(() => reversed(rangeOf(0, 10, 3)));
  attempt(() => call2(zipType, rangeOf(0, 4, 1), listOf([w_None, fromRts("a")])));
  attempt(() => call1(enumerateType, listOf([w_None, fromRts("a")])));
  attempt(() => call2(mapType, listType, listOf([rangeOf(0, 3, 1), rangeOf(5, 3, -1)])));
  attempt(() => call2(filterType, w_None, rangeOf(-2, 3, 1)));
  attempt(() => call1(tupleType, w_None));
  attempt(() => callMethod0(rangeOf(0, 3, 1), s_count));
  print(reprText(getitem(listType, newTuple2(intType, strType))));
  print(reprText(makeUnion(intType, w_None)));
}

export function main(_args: string[]): i32 {
  lists();
  dicts();
  sets();
  others();
  return 0;
}
