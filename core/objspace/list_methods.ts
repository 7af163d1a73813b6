/** Methods of `list`. Subscription stands in `list_subscript.ts`, comparison in `list_compare.ts`. */
import type { FixedArray, i32 } from "@rts";
import { argument, checkCount, positionalOf, refuseKeywords } from "./call_arguments.ts";
import { type } from "./call.ts";
import { CLASS_GETITEM } from "./class_getitem.ts";
import { indexError, typeError, typeName, valueError } from "./errors.ts";
import { indexErrorType, overflowErrorType } from "./exception_types.ts";
import { newInt32, w_False, w_True } from "./int.ts";
import { iter, next } from "./iteration.ts";
import { lengthHint } from "./length_hint.ts";
import { isExactList, MAX_LIST_LENGTH, newEmptyList, W_List } from "./list.ts";
import { capacityOf, copyData, newData, repeatData, reverseData } from "./list_storage.ts";
import { findItem, listCompareMethods } from "./list_compare.ts";
import { W_ListIterator, W_ListReverseIterator } from "./list_iterator.ts";
import { sortList } from "./list_sort.ts";
import { listDelitem, listGetitem, listSetitem } from "./list_subscript.ts";
import { reprItems } from "./repr_items.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_unset } from "./singletons.ts";
import { searchBound } from "./slice_indices.ts";
import { reprText } from "./text.ts";
import { clampI32, hasIndex, indexI64, intArgument } from "./truth.ts";
import { isExactTuple, type W_Tuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { listType } from "./types.ts";
import { extendFromRange } from "./range_list.ts";
import { memoryError } from "./memory_error.ts";

define(listType, {
  doc: "A sequence that can be changed; list(iterable) has the elements of the iterable.",
  flags: TypeFlag.Base | TypeFlag.Sequence | TypeFlag.MatchSelf,
  textSignature: "(iterable=(), /)",
  new: { signature: "($type, /, *args, **kwargs)", scope: listNew },
  methods: {
    __init__: { signature: "($self, /, *args, **kwargs)", scope: listInit },
    __len__: ["($self, /)", listLen],
    __getitem__: ["($self, index, /)", listGetitem],
    __setitem__: ["($self, key, value, /)", listSetitem],
    __delitem__: ["($self, key, /)", listDelitem],
    __contains__: ["($self, key, /)", listContains],
    __iter__: ["($self, /)", listIter],
    __reversed__: ["($self, /)", listReversed, "An iterator over the elements, last one first."],
    __repr__: ["($self, /)", listRepr],
    __add__: ["($self, value, /)", listAdd],
    __iadd__: ["($self, value, /)", listIadd],
    __mul__: ["($self, value, /)", listMul],
    __rmul__: ["($self, value, /)", listMul],
    __imul__: ["($self, value, /)", listImul],
    ...listCompareMethods,
    __sizeof__: ["($self, /)", listSizeof, "Size of the list in memory, in bytes."],
    append: ["($self, object, /)", listAppend, "Adds an element at the end."],
    clear: ["($self, /)", listClear, "Removes all elements."],
    copy: ["($self, /)", listCopy, "A new list of the same elements."],
    count: ["($self, value, /)", listCount, "How many elements equal the value."],
    extend: ["($self, iterable, /)", listExtend, "Adds all elements of an iterable at the end."],
    index: [
      "($self, value, start=0, stop=sys.maxsize, /)",
      listIndex,
      "Place of the first element that equals the value. Raises ValueError where there is none.",
    ],
    insert: ["($self, index, object, /)", listInsert, "Adds an element before a place."],
    pop: ["($self, index=-1, /)", listPop, "Removes an element and returns it. Raises IndexError."],
    remove: [
      "($self, value, /)",
      listRemove,
      "Removes the first element that equals the value. Raises ValueError.",
    ],
    reverse: ["($self, /)", listReverse, "Turns the order of the elements round."],
    sort: [
      "($self, /, *, key=None, reverse=False)",
      listSort,
      "Sorts in place; equal elements keep their order.",
    ],
  },
  sequenceSlots: ["__add__", "__mul__", "__rmul__", "__iadd__", "__imul__"],
  classmethods: { __class_getitem__: CLASS_GETITEM },
  constants: { __hash__: w_None },
});

function listNew(scope: FixedArray<W_Root>): W_Root {
  return newListOf(scope[0] as W_Type);
}

/** An empty instance of `list` or a subclass. */
export function newListOf(w_type: W_Type): W_List {
  const w_list = newEmptyList(0);
  w_list.map = w_type.instanceMap;
  return w_list;
}

function listInit(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_List;
  const items = positionalOf(scope);
  if (type(self) === listType) refuseKeywords("list", scope);
  checkCount("list", items.length, 0, 1);
  self.clear();
  const w_iterable = argument(items, 0);
  if (w_iterable !== w_unset) extend(self, w_iterable);
  return w_None;
}

/** A plain list of the elements of an iterable. Throws what iteration raises. */
export function listFrom(w_iterable: W_Root): W_List {
  const w_list = newEmptyList(0);
  extend(w_list, w_iterable);
  return w_list;
}

/** Appends all elements of an iterable. */
export function extend(self: W_List, w_iterable: W_Root): void {
  if (isExactList(w_iterable) || w_iterable === self) {
    self.extendList(w_iterable as W_List);
  } else if (isExactTuple(w_iterable)) {
    const items = (w_iterable as W_Tuple).items;
    self.extendItems(items, items.length);
  } else if (!extendFromRange(self, w_iterable)) {
    extendByIteration(self, w_iterable);
  }
}

function extendByIteration(self: W_List, w_iterable: W_Root): void {
  const w_iterator = iter(w_iterable);
  lengthHint(w_iterable, 8n);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return;
    self.append(w_item);
  }
}

function listLen(w_self: W_Root): W_Root {
  return newInt32((w_self as W_List).length);
}

function listContains(w_self: W_Root, w_value: W_Root): W_Root {
  return findItem(w_self as W_List, w_value, 0, 0x7fffffff) >= 0 ? w_True : w_False;
}

function listIter(w_self: W_Root): W_Root {
  return new W_ListIterator(w_self as W_List);
}

function listReversed(w_self: W_Root): W_Root {
  return new W_ListReverseIterator(w_self as W_List);
}

function listRepr(w_self: W_Root): W_Root {
  return reprItems(w_self, "[", "]");
}

function listAdd(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_List)) {
    throw typeError(`can only concatenate list (not "${typeName(w_other)}") to list`);
  }
  const self = w_self as W_List;
  const w_sum = self.slice(0, self.length);
  w_sum.extendList(w_other);
  return w_sum;
}

function listIadd(w_self: W_Root, w_other: W_Root): W_Root {
  extend(w_self as W_List, w_other);
  return w_self;
}

function listExtend(w_self: W_Root, w_iterable: W_Root): W_Root {
  extend(w_self as W_List, w_iterable);
  return w_None;
}

/** How often a sequence is repeated: at least 0. Throws TypeError, OverflowError. */
export function repeatCount(w_count: W_Root): i32 {
  if (!hasIndex(w_count)) {
    throw typeError(`can't multiply sequence by non-int of type '${typeName(w_count)}'`);
  }
  const count = indexI64(w_count, overflowErrorType);
  return count < 0n ? 0 : clampI32(count);
}

function listMul(w_self: W_Root, w_count: W_Root): W_Root {
  const self = w_self as W_List;
  const count = repeatCount(w_count);
  const length = self.length;
  if (count === 0 || length === 0) return newEmptyList(0);
  const total = repeatedLength(length, count);
  const data = newData(self.kind, total);
  copyData(self.kind, self.data, 0, data, 0, length);
  repeatData(self.kind, data, length, total);
  return new W_List(listType.instanceMap, self.kind, data, total);
}

function repeatedLength(length: i32, count: i32): i32 {
  if (count > ((MAX_LIST_LENGTH / length) | 0)) throw memoryError();
  return length * count;
}

function listImul(w_self: W_Root, w_count: W_Root): W_Root {
  const self = w_self as W_List;
  const count = repeatCount(w_count);
  const length = self.length;
  if (length === 0 || count === 1) return self;
  if (count === 0) {
    self.clear();
    return self;
  }
  const total = repeatedLength(length, count);
  self.openGap(length, total - length);
  repeatData(self.kind, self.data, length, total);
  return self;
}

function listSizeof(w_self: W_Root): W_Root {
  const self = w_self as W_List;
  return newInt32(40 + 8 * capacityOf(self.kind, self.data));
}

function listAppend(w_self: W_Root, w_value: W_Root): W_Root {
  (w_self as W_List).append(w_value);
  return w_None;
}

function listClear(w_self: W_Root): W_Root {
  (w_self as W_List).clear();
  return w_None;
}

function listCopy(w_self: W_Root): W_Root {
  const self = w_self as W_List;
  return self.slice(0, self.length);
}

function listCount(w_self: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_List;
  let count: i32 = 0;
  for (let at = findItem(self, w_value, 0, 0x7fffffff); at >= 0;) {
    count++;
    at = findItem(self, w_value, at + 1, 0x7fffffff);
  }
  return newInt32(count);
}

function listIndex(w_self: W_Root, w_value: W_Root, w_start: W_Root, w_stop: W_Root): W_Root {
  const self = w_self as W_List;
  const start = searchBound(w_start, self.length);
  const stop = searchBound(w_stop, self.length);
  const at = findItem(self, w_value, start, stop);
  if (at < 0) throw valueError(`${reprText(w_value)} is not in list`);
  return newInt32(at);
}

function listInsert(w_self: W_Root, w_index: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_List;
  let at = clampI32(indexI64(w_index, overflowErrorType));
  const length = self.length;
  if (at < 0) at = Math.max(at + length, 0);
  self.insertAt(Math.min(at, length), w_value);
  return w_None;
}

function listPop(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_List;
  const index = clampI32(indexI64(w_index, indexErrorType));
  const length = self.length;
  if (length === 0) throw indexError("pop from empty list");
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length) throw indexError("pop index out of range");
  return self.popAt(at);
}

function listRemove(w_self: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_List;
  const at = findItem(self, w_value, 0, 0x7fffffff);
  if (at < 0) throw valueError("list.remove(x): x not in list");
  // `__eq__` may have made the list shorter.
  if (at < self.length) self.removeRange(at, 1);
  return w_None;
}

function listReverse(w_self: W_Root): W_Root {
  const self = w_self as W_List;
  reverseData(self.kind, self.data, self.length);
  return w_None;
}

function listSort(w_self: W_Root, w_key: W_Root, w_reverse: W_Root): W_Root {
  sortList(w_self as W_List, w_key, sortOrder(w_reverse));
  return w_None;
}

function sortOrder(w_reverse: W_Root): boolean {
  return intArgument(w_reverse) !== 0;
}
