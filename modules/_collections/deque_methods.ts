/** Methods of `deque`. */
import { type FixedArray, type i32, i32ToI64, type i64, i64ToI32, newFixedArray } from "@rts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { argument, checkCount } from "../../core/objspace/call_arguments.ts";
import { call1, call2, type } from "../../core/objspace/call.ts";
import { CLASS_GETITEM } from "../../core/objspace/class_getitem.ts";
import { identicalOrEqual } from "../../core/objspace/compare.ts";
import { indexError, runtimeError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { indexErrorType } from "../../core/objspace/exception_types.ts";
import { memoryError } from "../../core/objspace/memory_error.ts";
import { newBool, newInt, newInt32, W_Int, W_Integer } from "../../core/objspace/int.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { repeatCount } from "../../core/objspace/list_methods.ts";
import { newEmptyList, type W_List } from "../../core/objspace/list.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { searchBound } from "../../core/objspace/slice_indices.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { repr, reprText } from "../../core/objspace/text.ts";
import { clampI32, hasIndex, indexI64, normalizeIndex, ssizeArgument } from "../../core/objspace/truth.ts";
import { tupleOf, w_emptyTuple, type W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { dequeCompareMethods } from "./deque_compare.ts";
import { W_DequeIterator, W_DequeReverseIterator } from "./deque_iterator.ts";
import { dequeType, W_Deque } from "./deque.ts";

const s_dict: W_Str = internRts("__dict__");

define(dequeType, {
  doc: "deque(iterable=(), maxlen=None): a sequence that is quick at both ends.",
  flags: TypeFlag.Base | TypeFlag.Weakrefs | TypeFlag.Sequence,
  new: { signature: "($type, /, *args, **kwargs)", scope: dequeNew },
  methods: {
    __init__: ["($self, iterable=<unset>, maxlen=<unset>)", dequeInit],
    __len__: ["($self, /)", (w_self: W_Root): W_Root => newInt32((w_self as W_Deque).length)],
    __bool__: ["($self, /)", (w_self: W_Root): W_Root => newBool((w_self as W_Deque).length > 0)],
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => new W_DequeIterator(w_self as W_Deque)],
    __reversed__: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_DequeReverseIterator(w_self as W_Deque),
      "An iterator over the elements, last one first.",
    ],
    __contains__: ["($self, key, /)", contains],
    __getitem__: ["($self, key, /)", getItem],
    __setitem__: ["($self, key, value, /)", setItem],
    __delitem__: ["($self, key, /)", deleteItem],
    __repr__: ["($self, /)", dequeRepr],
    __add__: ["($self, value, /)", dequeAdd],
    __iadd__: ["($self, value, /)", inplaceAdd],
    __mul__: ["($self, value, /)", dequeMul],
    __rmul__: ["($self, value, /)", dequeMul],
    __imul__: ["($self, value, /)", inplaceMul],
    ...dequeCompareMethods,
    __copy__: ["($self, /)", (w_self: W_Root): W_Root => copyDeque(w_self as W_Deque), "A shallow copy."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __sizeof__: ["($self, /)", sizeOf, "Size of the deque in memory, in bytes."],
    append: ["($self, item, /)", append, "Adds an element at the right end."],
    appendleft: ["($self, item, /)", appendLeft, "Adds an element at the left end."],
    clear: ["($self, /)", clear, "Removes all elements."],
    copy: ["($self, /)", (w_self: W_Root): W_Root => copyDeque(w_self as W_Deque), "A shallow copy."],
    count: ["($self, value, /)", count, "How many elements equal the value."],
    extend: ["($self, iterable, /)", extendMethod, "Adds all elements of an iterable at the right end."],
    extendleft: [
      "($self, iterable, /)",
      extendLeftMethod,
      "Adds all elements of an iterable at the left end, one after the other.",
    ],
    index: {
      signature: "($self, /, *args)",
      scope: indexMethod,
      doc: "Place of the first element that equals the value. Raises ValueError where there is none.",
    },
    insert: ["($self, index, object, /)", insert, "Adds an element before a place."],
    pop: ["($self, /)", pop, "Takes the last element off."],
    popleft: ["($self, /)", popLeft, "Takes the first element off."],
    remove: ["($self, value, /)", remove, "Removes the first element that equals the value."],
    reverse: ["($self, /)", reverse, "Turns the order of the elements round."],
    rotate: {
      signature: "($self, /, *args)",
      scope: rotate,
      doc: "Moves the elements to the right, round the end.",
    },
  },
  sequenceSlots: ["__add__", "__mul__", "__rmul__"],
  classmethods: { __class_getitem__: CLASS_GETITEM },
  getsets: { maxlen: [getMaxlen, null, null, "The most elements that there may be; None for any number."] },
  constants: { __hash__: w_None },
});

function dequeNew(scope: FixedArray<W_Root>): W_Root {
  return new W_Deque((scope[0] as W_Type).instanceMap);
}

/** A plain deque. */
export function newDeque(): W_Deque {
  return new W_Deque(dequeType.instanceMap);
}

function dequeInit(w_self: W_Root, w_iterable: W_Root, w_maxlen: W_Root): W_Root {
  const self = w_self as W_Deque;
  let maxlen: i64 = -1n;
  if (w_maxlen !== w_unset && w_maxlen !== w_None) {
    if (!(w_maxlen instanceof W_Integer)) throw typeError("an integer is required");
    maxlen = ssizeArgument(w_maxlen);
    if (maxlen < 0n) throw valueError("maxlen must be non-negative");
  }
  self.maxlen = maxlen;
  self.clear();
  if (w_iterable !== w_unset) extend(self, w_iterable);
  return w_None;
}

/** Appends what an iterable gives. */
export function extend(self: W_Deque, w_iterable: W_Root): void {
  if (w_iterable === self) {
    extendItems(self, self);
    return;
  }
  const w_iterator = iter(w_iterable);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return;
    self.append(w_item);
  }
}

/** Appends the elements that another deque, or the same, has now. */
function extendItems(self: W_Deque, other: W_Deque): void {
  const items = itemsOf(other);
  for (let i: i32 = 0; i < items.length; i++) self.append(items[i]!);
}

/** The elements that the deque has now. */
function itemsOf(self: W_Deque): FixedArray<W_Root | null> {
  const items = newFixedArray<W_Root | null>(self.length, null);
  self.copyTo(items);
  return items;
}

function extendLeft(self: W_Deque, w_iterable: W_Root): void {
  if (w_iterable === self) {
    const items = itemsOf(self);
    for (let i: i32 = 0; i < items.length; i++) self.appendLeft(items[i]!);
    return;
  }
  const w_iterator = iter(w_iterable);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return;
    self.appendLeft(w_item);
  }
}

function listOfDeque(self: W_Deque): W_List {
  const w_list = newEmptyList(self.length);
  for (let i: i32 = 0; i < self.length; i++) w_list.append(self.getItem(i));
  return w_list;
}

function append(w_self: W_Root, w_item: W_Root): W_Root {
  (w_self as W_Deque).append(w_item);
  return w_None;
}
function appendLeft(w_self: W_Root, w_item: W_Root): W_Root {
  (w_self as W_Deque).appendLeft(w_item);
  return w_None;
}
function pop(w_self: W_Root): W_Root {
  const self = w_self as W_Deque;
  if (self.length === 0) throw indexError("pop from an empty deque");
  return self.pop();
}
function popLeft(w_self: W_Root): W_Root {
  const self = w_self as W_Deque;
  if (self.length === 0) throw indexError("pop from an empty deque");
  return self.popLeft();
}
function clear(w_self: W_Root): W_Root {
  (w_self as W_Deque).clear();
  return w_None;
}
function extendMethod(w_self: W_Root, w_iterable: W_Root): W_Root {
  extend(w_self as W_Deque, w_iterable);
  return w_None;
}
function extendLeftMethod(w_self: W_Root, w_iterable: W_Root): W_Root {
  extendLeft(w_self as W_Deque, w_iterable);
  return w_None;
}
function reverse(w_self: W_Root): W_Root {
  (w_self as W_Deque).reverse();
  return w_None;
}

function rotate(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_Deque;
  const items = (scope[1] as W_Tuple).items;
  checkCount("deque.rotate", items.length, 0, 1);
  const steps = items.length === 0 ? 1n : ssizeArgument(items[0]);
  if (self.length > 1) self.rotate(i64ToI32(steps % i32ToI64(self.length)));
  return w_None;
}

/** Place of the first element from `start` to before `stop` that equals a value, or -1. Throws when the deque changes. */
function find(self: W_Deque, w_value: W_Root, start: i32, stop: i32): i32 {
  const state = self.state;
  for (let i: i32 = start; i < stop; i++) {
    const isEqual = identicalOrEqual(self.getItem(i), w_value);
    if (self.state !== state) throw runtimeError("deque mutated during iteration");
    if (isEqual) return i;
  }
  return -1;
}

function contains(w_self: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Deque;
  return newBool(find(self, w_value, 0, self.length) >= 0);
}

function count(w_self: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Deque;
  let found: i32 = 0;
  for (
    let i: i32 = find(self, w_value, 0, self.length);
    i >= 0;
    i = find(self, w_value, i + 1, self.length)
  ) found++;
  return newInt32(found);
}

function indexMethod(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_Deque;
  const items = (scope[1] as W_Tuple).items;
  checkCount("index", items.length, 1, 3);
  const w_start = argument(items, 1);
  const w_stop = argument(items, 2);
  const start = w_start === w_unset ? 0 : searchBound(w_start, self.length);
  const stop = w_stop === w_unset ? self.length : Math.min(searchBound(w_stop, self.length), self.length);
  const at = find(self, items[0], start, stop);
  if (at < 0) throw valueError(`${reprText(items[0])} is not in deque`);
  return newInt32(at);
}

function remove(w_self: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Deque;
  const state = self.state;
  for (let i: i32 = 0; i < self.length; i++) {
    const isEqual = identicalOrEqual(self.getItem(i), w_value);
    if (self.state !== state) throw indexError("deque mutated during remove().");
    if (!isEqual) continue;
    self.removeAt(i);
    return w_None;
  }
  throw valueError(`${reprText(w_value)} is not in deque`);
}

function insert(w_self: W_Root, w_index: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Deque;
  const index = ssizeArgument(w_index);
  if (self.isFull()) throw indexError("deque already at its maximum size");
  const at = clampI32(index);
  const length = self.length;
  self.insertAt(at < 0 ? Math.max(at + length, 0) : Math.min(at, length), w_value);
  return w_None;
}

/** The place of a subscript. Throws TypeError, IndexError. */
function placeOf(self: W_Deque, w_key: W_Root): i32 {
  if (w_key instanceof W_Int) return normalizeIndex(w_key.value, self.length, "deque index out of range");
  if (!hasIndex(w_key)) throw typeError(`sequence index must be integer, not '${typeName(w_key)}'`);
  return normalizeIndex(indexI64(w_key, indexErrorType), self.length, "deque index out of range");
}

function getItem(w_self: W_Root, w_key: W_Root): W_Root {
  const self = w_self as W_Deque;
  return self.getItem(placeOf(self, w_key));
}
function setItem(w_self: W_Root, w_key: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Deque;
  self.setItem(placeOf(self, w_key), w_value);
  return w_None;
}
function deleteItem(w_self: W_Root, w_key: W_Root): W_Root {
  const self = w_self as W_Deque;
  self.removeAt(placeOf(self, w_key));
  return w_None;
}

/** A deque of the same class, elements and bound. */
function copyDeque(self: W_Deque): W_Root {
  const w_type = type(self);
  if (w_type === dequeType) {
    const w_copy = newDeque();
    w_copy.maxlen = self.maxlen;
    extendItems(w_copy, self);
    return w_copy;
  }
  const w_copy = self.maxlen < 0n ? call1(w_type, self) : call2(w_type, self, newInt(self.maxlen));
  if (w_copy instanceof W_Deque) return w_copy;
  throw typeError(`${typeName(self)}() must return a deque, not ${typeName(w_copy)}`);
}

function dequeAdd(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Deque)) {
    throw typeError(`can only concatenate deque (not "${typeName(w_other)}") to deque`);
  }
  const w_sum = copyDeque(w_self as W_Deque);
  extendItems(w_sum as W_Deque, w_other);
  return w_sum;
}

function inplaceAdd(w_self: W_Root, w_iterable: W_Root): W_Root {
  extend(w_self as W_Deque, w_iterable);
  return w_self;
}

function dequeMul(w_self: W_Root, w_count: W_Root): W_Root {
  const times = repeatCount(w_count);
  const w_product = copyDeque(w_self as W_Deque);
  repeat(w_product as W_Deque, times);
  return w_product;
}

function inplaceMul(w_self: W_Root, w_count: W_Root): W_Root {
  repeat(w_self as W_Deque, repeatCount(w_count));
  return w_self;
}

/** Makes the deque hold its elements `times` times; with a bound, the last ones of these. */
function repeat(self: W_Deque, times: i32): void {
  const length = self.length;
  if (length === 0 || times === 1) return;
  if (times <= 0) {
    self.clear();
    return;
  }
  const items = itemsOf(self);
  const rounds = roundsOf(self, times) - 1;
  for (let round: i32 = 0; round < rounds; round++) {
    for (let i: i32 = 0; i < length; i++) self.append(items[i]!);
  }
}

/** How many repetitions show: those past the bound leave a full deque as it is. Throws MemoryError. */
function roundsOf(self: W_Deque, times: i32): i32 {
  const length = i32ToI64(self.length);
  const total = length * i32ToI64(times);
  const bounded = self.maxlen >= 0n && total > self.maxlen;
  if ((bounded ? self.maxlen : total) > MOST_ELEMENTS) throw memoryError();
  return bounded ? i64ToI32(self.maxlen / length) + 2 : times;
}
const MOST_ELEMENTS: i64 = 1n << 27n;

function dequeRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Deque;
  if (!enterRepr(self)) return fromRts("[...]");
  const out = new StrBuilder();
  try {
    out.appendRts(`${type(self).name.toRts()}(`);
    out.appendStr(repr(listOfDeque(self)));
    if (self.maxlen >= 0n) out.appendRts(`, maxlen=${self.maxlen}`);
    out.appendRts(")");
  } finally {
    leaveRepr(self);
  }
  return out.build();
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Deque;
  const w_state = getattrOrNull(self, s_dict) ?? w_None;
  const w_args = self.maxlen < 0n ? w_emptyTuple : tupleOf([w_emptyTuple, newInt(self.maxlen)]);
  return tupleOf([type(self), w_args, w_state, iter(self)]);
}

function sizeOf(w_self: W_Root): W_Root {
  return newInt32(48 + 4 * (w_self as W_Deque).items.length);
}

function getMaxlen(w_self: W_Root): W_Root {
  const maxlen = (w_self as W_Deque).maxlen;
  return maxlen < 0n ? w_None : newInt(maxlen);
}
