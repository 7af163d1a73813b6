/** Methods of `range`. */
import type { i64 } from "@rts";
import { RBigInt } from "./bigint/mod.ts";
import { eq } from "./compare.ts";
import { indexError, overflowError, typeError, typeName, valueError } from "./errors.ts";
import { hash } from "./hash.ts";
import { newBool, newInt, newInt32, newLong, W_Bool, W_Int, type W_Integer, W_Long } from "./int.ts";
import { longSlice } from "./long_slice.ts";
import { newRange, W_Range } from "./range.ts";
import { rangeIterator, rangeReverseIterator } from "./range_iterator.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented, w_unset } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { fromRts } from "./str/wstr.ts";
import { reprText } from "./text.ts";
import { hasIndex, index } from "./truth.ts";
import { newTuple2, newTuple3 } from "./tuple.ts";
import { TypeFlag } from "./type.ts";
import { define } from "./typedef.ts";
import { rangeType } from "./types.ts";

define(rangeType, {
  doc: "Numbers from a start to a stop by a step: range(stop), range(start, stop), range(start, stop, step).",
  flags: TypeFlag.Sequence,
  new: ["($type, start, stop=<unset>, step=<unset>, /)", rangeNew],
  methods: {
    __bool__: ["($self, /)", (w_self: W_Root): W_Root => newBool(!isEmpty(w_self as W_Range))],
    __len__: ["($self, /)", rangeLen],
    __getitem__: ["($self, key, /)", rangeGetitem],
    __contains__: ["($self, key, /)", rangeContains],
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => rangeIterator(w_self as W_Range)],
    __reversed__: [
      "($self, /)",
      (w_self: W_Root): W_Root => rangeReverseIterator(w_self as W_Range),
      "An iterator over the numbers, last one first.",
    ],
    __repr__: ["($self, /)", rangeRepr],
    __eq__: ["($self, value, /)", rangeEq],
    __ne__: ["($self, value, /)", rangeNe],
    __lt__: ["($self, value, /)", rangeOrder],
    __le__: ["($self, value, /)", rangeOrder],
    __gt__: ["($self, value, /)", rangeOrder],
    __ge__: ["($self, value, /)", rangeOrder],
    __hash__: ["($self, /)", rangeHash],
    __reduce__: ["($self, /)", rangeReduce],
    count: ["($self, value, /)", rangeCount, "How often the value is among the numbers."],
    index: ["($self, value, /)", rangeIndex, "Place of the value. Raises ValueError where it is missing."],
  },
  members: {
    start: [(w_self: W_Root): W_Root => (w_self as W_Range).w_start()],
    stop: [(w_self: W_Root): W_Root => (w_self as W_Range).w_stop()],
    step: [(w_self: W_Root): W_Root => (w_self as W_Range).w_step()],
  },
});

function rangeNew(_w_type: W_Root, w_first: W_Root, w_second: W_Root, w_third: W_Root): W_Root {
  if (w_second === w_unset) return newRange(newInt32(0), index(w_first), newInt32(1));
  const w_start = index(w_first);
  const w_stop = index(w_second);
  if (w_third === w_unset) return newRange(w_start, w_stop, newInt32(1));
  const w_step = index(w_third);
  if (w_step.fitsI64() && w_step.asI64() === 0n) throw valueError("range() arg 3 must not be zero");
  return newRange(w_start, w_stop, w_step);
}

function isEmpty(self: W_Range): boolean {
  return self.big === null ? self.length === 0n : self.big.length.isZero();
}

function rangeLen(w_self: W_Root): W_Root {
  const self = w_self as W_Range;
  if (self.big !== null && !self.big.length.fitsI64()) {
    throw overflowError("Python int too large to convert to C ssize_t");
  }
  return self.w_length();
}

function rangeGetitem(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_Range;
  if (w_index instanceof W_Slice) return slice(self, w_index);
  if (!hasIndex(w_index)) {
    throw typeError(`range indices must be integers or slices, not ${typeName(w_index)}`);
  }
  const w_at = index(w_index);
  if (self.big === null && w_at.fitsI64()) {
    const at = w_at.asI64();
    const place: i64 = at < 0n ? at + self.length : at;
    if (place < 0n || place >= self.length) throw indexError("range object index out of range");
    return newInt(self.item(place));
  }
  return newLong(bigItem(self, w_at.asBigInt()));
}

function bigItem(self: W_Range, at: RBigInt): RBigInt {
  const length = self.w_length().asBigInt();
  const place = at.sign < 0 ? at.add(length) : at;
  if (place.sign < 0 || place.compare(length) >= 0) throw indexError("range object index out of range");
  return itemAt(self, place);
}

/** What stands at a place, or would stand there. */
function itemAt(self: W_Range, place: RBigInt): RBigInt {
  return self.w_start().asBigInt().add(place.mul(self.w_step().asBigInt()));
}

function slice(self: W_Range, w_slice: W_Slice): W_Root {
  const picked = longSlice(w_slice, self.w_length().asBigInt());
  return newRange(
    newLong(itemAt(self, picked.start)),
    newLong(itemAt(self, picked.stop)),
    newLong(self.w_step().asBigInt().mul(picked.step)),
  );
}

/** Exact ints and bools are found by arithmetic; other objects may equal any number. */
function isPlainNumber(w_value: W_Root): boolean {
  return w_value instanceof W_Int || w_value instanceof W_Long || w_value instanceof W_Bool;
}

/** Place of a plain number, or null where it is not among the numbers. */
function placeOf(self: W_Range, w_value: W_Integer): RBigInt | null {
  const step = self.w_step().asBigInt();
  const way = w_value.asBigInt().sub(self.w_start().asBigInt());
  if (way.sign !== 0 && way.sign !== step.sign) return null;
  if (!way.mod(step).isZero()) return null;
  const place = way.floordiv(step);
  return place.compare(self.w_length().asBigInt()) < 0 ? place : null;
}

function containsFast(self: W_Range, value: i64): boolean {
  if (self.step > 0n ? value < self.start || value >= self.stop : value > self.start || value <= self.stop) {
    return false;
  }
  return self.step === 1n || (value - self.start) % self.step === 0n;
}

function rangeContains(w_self: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Range;
  if (w_value instanceof W_Int && self.big === null) return newBool(containsFast(self, w_value.value));
  if (isPlainNumber(w_value)) return newBool(placeOf(self, w_value as W_Integer) !== null);
  return newBool(findByEquality(self, w_value) !== null);
}

/** Place of the first number that equals an object, or null. */
function findByEquality(self: W_Range, w_value: W_Root): RBigInt | null {
  const w_iterator = rangeIterator(self);
  let place = RBigInt.fromI64(0n);
  for (let w_item = w_iterator.iterNext(); w_item !== null; w_item = w_iterator.iterNext()) {
    if (eq(w_item, w_value)) return place;
    place = place.addI64(1n);
  }
  return null;
}

function rangeCount(w_self: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Range;
  if (isPlainNumber(w_value)) return newInt32(placeOf(self, w_value as W_Integer) === null ? 0 : 1);
  const w_iterator = rangeIterator(self);
  let count: i64 = 0n;
  for (let w_item = w_iterator.iterNext(); w_item !== null; w_item = w_iterator.iterNext()) {
    if (eq(w_item, w_value)) count++;
  }
  return newInt(count);
}

function rangeIndex(w_self: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Range;
  const isPlain = isPlainNumber(w_value);
  const place = isPlain ? placeOf(self, w_value as W_Integer) : findByEquality(self, w_value);
  if (place !== null) return newLong(place);
  if (isPlain) throw valueError(`${reprText(w_value)} is not in range`);
  throw valueError("sequence.index(x): x not in sequence");
}

function rangeRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Range;
  const bounds = `${reprText(self.w_start())}, ${reprText(self.w_stop())}`;
  const w_step = self.w_step();
  if (w_step.fitsI64() && w_step.asI64() === 1n) return fromRts(`range(${bounds})`);
  return fromRts(`range(${bounds}, ${reprText(w_step)})`);
}

/** Ranges are equal when their numbers are. */
function rangesEqual(a: W_Range, b: W_Range): boolean {
  const length = a.w_length().asBigInt();
  if (!length.equals(b.w_length().asBigInt())) return false;
  if (length.isZero()) return true;
  if (!a.w_start().asBigInt().equals(b.w_start().asBigInt())) return false;
  return length.subI64(1n).isZero() || a.w_step().asBigInt().equals(b.w_step().asBigInt());
}

function rangeEq(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Range ? newBool(rangesEqual(w_self as W_Range, w_other)) : w_NotImplemented;
}
function rangeNe(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Range ? newBool(!rangesEqual(w_self as W_Range, w_other)) : w_NotImplemented;
}
function rangeOrder(_w_self: W_Root, _w_other: W_Root): W_Root {
  return w_NotImplemented;
}

/** Hash of length, start and step, as far as they matter. */
function rangeHash(w_self: W_Root): W_Root {
  const self = w_self as W_Range;
  const w_length = self.w_length();
  const isShort = w_length.fitsI64() && w_length.asI64() <= 1n;
  const w_start = isEmpty(self) ? w_None : self.w_start();
  return newInt(hash(newTuple3(w_length, w_start, isShort ? w_None : self.w_step())));
}

function rangeReduce(w_self: W_Root): W_Root {
  const self = w_self as W_Range;
  return newTuple2(rangeType, newTuple3(self.w_start(), self.w_stop(), self.w_step()));
}
