/** Iterators over ranges: of 64-bit numbers, and of integers of any size. */
import { type i64, wrap64 } from "@rts";
import { RBigInt } from "./bigint/mod.ts";
import { builtinIter } from "./builtins_access.ts";
import { overflowErrorType } from "./exception_types.ts";
import { newInt, newLong } from "./int.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import { type BigRange, newBigRange, newRange, type W_Range } from "./range.ts";
import { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { index, indexI64 } from "./truth.ts";
import { newTuple1, newTuple3 } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { longrangeIteratorType, rangeIteratorType } from "./types.ts";

/** An iterator over 64-bit numbers. */
export class W_RangeIterator extends W_Root {
  /** The next number, while any is left. */
  next: i64;
  readonly step: i64;
  left: i64;
  readonly length: i64;

  constructor(start: i64, step: i64, length: i64) {
    super();
    this.next = start;
    this.step = step;
    this.left = length;
    this.length = length;
  }
  override typeOf(): W_Type {
    return rangeIteratorType;
  }
  override iterNext(): W_Root | null {
    const left = this.left;
    if (left <= 0n) return null;
    this.left = left - 1n;
    const value = this.next;
    this.next = wrap64(value + this.step);
    return newInt(value);
  }
}

/** An iterator over integers of any size. */
export class W_LongRangeIterator extends W_Root {
  readonly range: BigRange;
  at: RBigInt;

  constructor(range: BigRange) {
    super();
    this.range = range;
    this.at = RBigInt.fromI64(0n);
  }
  override typeOf(): W_Type {
    return longrangeIteratorType;
  }
  override iterNext(): W_Root | null {
    const at = this.at;
    if (at.compare(this.range.length) >= 0) return null;
    this.at = at.addI64(1n);
    return newLong(this.range.item(at));
  }
}

/** `iter(range)`. */
export function rangeIterator(w_range: W_Range): W_Root {
  const big = w_range.big;
  if (big !== null) return new W_LongRangeIterator(big);
  return new W_RangeIterator(w_range.start, w_range.step, w_range.length);
}

/** `reversed(range)`. */
export function rangeReverseIterator(w_range: W_Range): W_Root {
  const big = w_range.big;
  if (big === null) {
    return new W_RangeIterator(w_range.item(w_range.length - 1n), wrap64(-w_range.step), w_range.length);
  }
  const start = big.item(big.length.subI64(1n));
  return new W_LongRangeIterator(newBigRange(start, big.start.sub(big.step), big.step.neg()).big!);
}

define(rangeIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: ["($self, /)", lengthHint, "How many numbers are left."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

define(longrangeIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: ["($self, /)", longLengthHint, "How many numbers are left."],
    __reduce__: ["($self, /)", longReduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", longSetState, "Restores what pickling stored."],
  },
});

function lengthHint(w_self: W_Root): W_Root {
  return newInt((w_self as W_RangeIterator).left);
}

/** The whole range, and how many of its numbers were given. */
function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_RangeIterator;
  const given = self.length - self.left;
  const start = wrap64(self.next - wrap64(given * self.step));
  const stop = wrap64(start + wrap64(self.length * self.step));
  const w_range = newRange(newInt(start), newInt(stop), newInt(self.step));
  return newTuple3(builtinIter(), newTuple1(w_range), newInt(given));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_RangeIterator;
  const wanted = indexI64(w_state, overflowErrorType);
  const given = wanted < 0n ? 0n : wanted > self.length ? self.length : wanted;
  const moved = given - (self.length - self.left);
  self.next = wrap64(self.next + wrap64(moved * self.step));
  self.left = self.length - given;
  return w_None;
}

function longLengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_LongRangeIterator;
  return newLong(self.range.length.sub(self.at));
}

function longReduce(w_self: W_Root): W_Root {
  const self = w_self as W_LongRangeIterator;
  const range = self.range;
  const w_range = newBigRange(range.start, range.start.add(range.length.mul(range.step)), range.step);
  return newTuple3(builtinIter(), newTuple1(w_range), newLong(self.at));
}

function longSetState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_LongRangeIterator;
  const wanted = index(w_state).asBigInt();
  if (wanted.sign < 0) self.at = RBigInt.fromI64(0n);
  else self.at = wanted.compare(self.range.length) > 0 ? self.range.length : wanted;
  return w_None;
}
