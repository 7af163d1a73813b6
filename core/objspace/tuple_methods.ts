/** Methods of `tuple`. */
import {
  arrayCopy,
  type Exception,
  type FixedArray,
  type i32,
  i32ToI64,
  i64ToI32,
  newFixedArray,
} from "@rts";
import { argument, checkCount, positionalOf, refuseKeywords } from "./call_arguments.ts";
import { CLASS_GETITEM } from "./class_getitem.ts";
import { CompareOp, identicalOrEqual, richcompare } from "./compare.ts";
import { stackOverflowIn, typeError, typeName, valueError } from "./errors.ts";
import { newBool, newInt, newInt32, W_Int } from "./int.ts";
import { fixedItems } from "./iteration.ts";
import { compareNumbers } from "./list_compare.ts";
import { MAX_LIST_LENGTH } from "./list.ts";
import { repeatCount } from "./list_methods.ts";
import { memoryError } from "./memory_error.ts";
import { reprItems } from "./repr_items.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented, w_unset } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { IndexErrors, itemIndex, searchBound, sliceIndices } from "./slice_indices.ts";
import { isExactTuple, newTuple, newTuple1, NO_ITEMS, w_emptyTuple, W_Tuple, W_TupleUser } from "./tuple.ts";
import { W_TupleIterator } from "./tuple_iterator.ts";
import { hashItems } from "./tuple_hash.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { tupleType } from "./types.ts";

const ERRORS: IndexErrors = new IndexErrors("tuple");

define(tupleType, {
  doc: "A sequence that never changes; tuple(iterable) has the elements of the iterable.",
  flags: TypeFlag.Base | TypeFlag.Sequence | TypeFlag.MatchSelf,
  textSignature: "(iterable=(), /)",
  new: { signature: "($type, /, *args, **kwargs)", scope: tupleNew },
  methods: {
    __len__: ["($self, /)", tupleLen],
    __getitem__: ["($self, key, /)", tupleGetitem],
    __contains__: ["($self, key, /)", tupleContains],
    __iter__: ["($self, /)", tupleIter],
    __repr__: ["($self, /)", tupleRepr],
    __hash__: ["($self, /)", tupleHash],
    __add__: ["($self, value, /)", tupleAdd],
    __mul__: ["($self, value, /)", tupleMul],
    __rmul__: ["($self, value, /)", tupleMul],
    __lt__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareTuples(CompareOp.Lt, w_a, w_b),
    ],
    __le__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareTuples(CompareOp.Le, w_a, w_b),
    ],
    __eq__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareTuples(CompareOp.Eq, w_a, w_b),
    ],
    __ne__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareTuples(CompareOp.Ne, w_a, w_b),
    ],
    __gt__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareTuples(CompareOp.Gt, w_a, w_b),
    ],
    __ge__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareTuples(CompareOp.Ge, w_a, w_b),
    ],
    __getnewargs__: ["($self, /)", tupleGetnewargs],
    count: ["($self, value, /)", tupleCount, "How many elements equal the value."],
    index: [
      "($self, value, start=0, stop=sys.maxsize, /)",
      tupleIndex,
      "Place of the first element that equals the value. Raises ValueError where there is none.",
    ],
  },
  sequenceSlots: ["__add__", "__mul__", "__rmul__"],
  classmethods: { __class_getitem__: CLASS_GETITEM },
});

function tupleNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  const args = positionalOf(scope);
  if (w_type === tupleType) refuseKeywords("tuple", scope);
  checkCount("tuple", args.length, 0, 1);
  const w_iterable = argument(args, 0);
  if (w_type === tupleType) {
    if (w_iterable === w_unset) return w_emptyTuple;
    return isExactTuple(w_iterable) ? w_iterable : newTuple(fixedItems(w_iterable));
  }
  return new W_TupleUser(w_type.instanceMap, w_iterable === w_unset ? NO_ITEMS : fixedItems(w_iterable));
}

function itemsOf(w_tuple: W_Root): FixedArray<W_Root> {
  return (w_tuple as W_Tuple).items;
}

function tupleLen(w_self: W_Root): W_Root {
  return newInt32(itemsOf(w_self).length);
}

function tupleGetitem(w_self: W_Root, w_index: W_Root): W_Root {
  const items = itemsOf(w_self);
  if (w_index instanceof W_Int) {
    const length = i32ToI64(items.length);
    const index = w_index.value;
    const at = index < 0n ? index + length : index;
    if (at >= 0n && at < length) return items[i64ToI32(at)];
  }
  if (w_index instanceof W_Slice) return getSlice(w_self, w_index);
  return items[itemIndex(w_index, items.length, ERRORS)];
}

function getSlice(w_self: W_Root, w_slice: W_Slice): W_Root {
  const items = itemsOf(w_self);
  const slice = sliceIndices(w_slice, items.length);
  const count = slice.length;
  if (count === 0) return w_emptyTuple;
  if (count === items.length && slice.step === 1 && isExactTuple(w_self)) return w_self;
  const picked = newFixedArray<W_Root>(count, items[slice.start]);
  if (slice.step === 1) {
    arrayCopy(items, slice.start, picked, 0, count);
  } else {
    for (let i: i32 = 0; i < count; i++) picked[i] = items[slice.start + i * slice.step];
  }
  return newTuple(picked);
}

function findItem(items: FixedArray<W_Root>, w_value: W_Root, start: i32, stop: i32): i32 {
  const end = Math.min(stop, items.length);
  for (let i = start; i < end; i++) {
    if (identicalOrEqual(items[i], w_value)) return i;
  }
  return -1;
}

function tupleContains(w_self: W_Root, w_value: W_Root): W_Root {
  const items = itemsOf(w_self);
  return newBool(findItem(items, w_value, 0, items.length) >= 0);
}

function tupleIter(w_self: W_Root): W_Root {
  return new W_TupleIterator(w_self as W_Tuple);
}

function tupleRepr(w_self: W_Root): W_Root {
  return reprItems(w_self, "(", ")");
}

function tupleHash(w_self: W_Root): W_Root {
  return newInt(hashItems(itemsOf(w_self)));
}

function tupleAdd(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Tuple)) {
    throw typeError(`can only concatenate tuple (not "${typeName(w_other)}") to tuple`);
  }
  const a = itemsOf(w_self);
  const b = w_other.items;
  if (a.length === 0 && isExactTuple(w_other)) return w_other;
  if (b.length === 0) return isExactTuple(w_self) ? w_self : newTuple(a);
  const items = newFixedArray<W_Root>(a.length + b.length, b[0]);
  arrayCopy(a, 0, items, 0, a.length);
  arrayCopy(b, 0, items, a.length, b.length);
  return newTuple(items);
}

function tupleMul(w_self: W_Root, w_count: W_Root): W_Root {
  const count = repeatCount(w_count);
  const items = itemsOf(w_self);
  const length = items.length;
  if (length === 0 || count === 0) return w_emptyTuple;
  if (count === 1) return isExactTuple(w_self) ? w_self : newTuple(items);
  if (count > ((MAX_LIST_LENGTH / length) | 0)) throw memoryError();
  const total = length * count;
  const repeated = newFixedArray<W_Root>(total, items[0]);
  if (length > 1) {
    for (let at: i32 = 0; at < total; at += length) arrayCopy(items, 0, repeated, at, length);
  }
  return newTuple(repeated);
}

function compareTuples(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  if (!(w_b instanceof W_Tuple)) return w_NotImplemented;
  try {
    return compareElements(op, w_a, w_b);
  } catch (e) {
    throw stackOverflowIn(e as Exception, "in comparison");
  }
}

function compareElements(op: i32, w_a: W_Root, w_b: W_Tuple): W_Root {
  const a = itemsOf(w_a);
  const b = w_b.items;
  const shorter = Math.min(a.length, b.length);
  let i: i32 = 0;
  while (i < shorter && identicalOrEqual(a[i], b[i])) i++;
  if (i >= shorter) return newBool(compareNumbers(op, a.length, b.length));
  if (op === CompareOp.Eq) return newBool(false);
  if (op === CompareOp.Ne) return newBool(true);
  return richcompare(op, a[i], b[i]);
}

/** A plain tuple of the elements, in a tuple. */
function tupleGetnewargs(w_self: W_Root): W_Root {
  return newTuple1(newTuple(itemsOf(w_self)));
}

function tupleCount(w_self: W_Root, w_value: W_Root): W_Root {
  const items = itemsOf(w_self);
  let count: i32 = 0;
  for (let i: i32 = 0; i < items.length; i++) {
    if (identicalOrEqual(items[i], w_value)) count++;
  }
  return newInt32(count);
}

function tupleIndex(w_self: W_Root, w_value: W_Root, w_start: W_Root, w_stop: W_Root): W_Root {
  const items = itemsOf(w_self);
  const start = searchBound(w_start, items.length);
  const stop = searchBound(w_stop, items.length);
  const at = findItem(items, w_value, start, stop);
  if (at < 0) throw valueError("tuple.index(x): x not in tuple");
  return newInt32(at);
}
