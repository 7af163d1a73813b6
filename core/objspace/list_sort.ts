/** `list.sort`: the list is empty while it is being sorted, so that changing it meanwhile is noticed. */
import { arrayCopy, type i32, newFixedArray } from "@rts";
import { call1 } from "./call.ts";
import { valueError } from "./errors.ts";
import type { W_Float } from "./float.ts";
import type { W_Int } from "./int.ts";
import type { W_List } from "./list.ts";
import { boxedData, itemOf, ListKind, type Objects, reverseData } from "./list_storage.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { sortObjects } from "./sort.ts";
import { canSortFloats, sortFloats, sortInts } from "./sort_numbers.ts";

/** Sorts a list in place. Throws ValueError when the list was changed meanwhile, and what keys and `<` raise. */
export function sortList(w_list: W_List, w_key: W_Root, reverse: boolean): void {
  const kind = w_list.kind;
  const count = w_list.length;
  if (w_key === w_None) {
    if (kind === ListKind.Int) {
      sortInts(w_list.data as BigInt64Array, count, reverse);
      return;
    }
    if (kind === ListKind.Float && canSortFloats(w_list.data as Float64Array, count)) {
      sortFloats(w_list.data as Float64Array, count, reverse);
      return;
    }
  }
  if (count === 0) return;
  sortWatched(w_list, w_key, reverse);
}

/** Sorts a list when Python code may run. */
function sortWatched(w_list: W_List, w_key: W_Root, reverse: boolean): void {
  const kind = w_list.kind;
  const data = w_list.data;
  const count = w_list.length;
  const watched = newFixedArray<W_Root | null>(0, null);
  w_list.become(ListKind.Empty, watched, 0);
  let changed = false;
  try {
    if (w_key === w_None) sortPlain(kind, data, count, reverse);
    else sortByKey(kind, data, count, w_key, reverse);
  } finally {
    changed = w_list.kind !== ListKind.Empty || w_list.data !== watched;
    w_list.become(kind, data, count);
  }
  if (changed) throw valueError("list modified during sort");
}

function sortPlain(kind: i32, data: object, count: i32, reverse: boolean): void {
  const items = kind === ListKind.Object ? data as Objects : boxedData(kind, data, count, count);
  try {
    if (reverse) reverseData(ListKind.Object, items, count);
    sortObjects(items, null, count);
  } finally {
    if (reverse) reverseData(ListKind.Object, items, count);
  }
  if (kind === ListKind.Float) unboxFloats(items, data as Float64Array, count);
}

function unboxFloats(items: Objects, data: Float64Array, count: i32): void {
  for (let i: i32 = 0; i < count; i++) data[i] = (items[i] as W_Float).value;
}

/** Keys are computed first, in the list's order; then keys and elements are sorted together. */
function sortByKey(kind: i32, data: object, count: i32, w_key: W_Root, reverse: boolean): void {
  const keys = newFixedArray<W_Root | null>(count, null);
  for (let i: i32 = 0; i < count; i++) keys[i] = call1(w_key, itemOf(kind, data, i));
  const values = boxedData(kind, data, count, count);
  try {
    if (reverse) {
      reverseData(ListKind.Object, keys, count);
      reverseData(ListKind.Object, values, count);
    }
    sortObjects(keys, values, count);
  } finally {
    if (reverse) reverseData(ListKind.Object, values, count);
    storeBack(kind, data, values, count);
  }
}

function storeBack(kind: i32, data: object, values: Objects, count: i32): void {
  if (kind === ListKind.Object) arrayCopy(values, 0, data as Objects, 0, count);
  else if (kind === ListKind.Int) {
    for (let i: i32 = 0; i < count; i++) (data as BigInt64Array)[i] = (values[i] as W_Int).value;
  } else unboxFloats(values, data as Float64Array, count);
}
