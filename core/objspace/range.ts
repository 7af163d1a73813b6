/**
 * Ranges: within 64 bits as four numbers, past that as integers of any size.
 *
 * Invariant: a range without `big` has its bounds, its step, the difference of its bounds and its length within
 * `i64`, so element `i` is `start + i * step` modulo 2^64.
 */
import { type i64, OverflowError, subOvf64, wrap64 } from "@rts";
import { RBigInt } from "./bigint/mod.ts";
import { newInt, newLong, type W_Integer } from "./int.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { rangeType } from "./types.ts";

/** Bounds, step and length of a range that does not fit 64 bits. */
export class BigRange {
  readonly start: RBigInt;
  readonly stop: RBigInt;
  readonly step: RBigInt;
  readonly length: RBigInt;

  constructor(start: RBigInt, stop: RBigInt, step: RBigInt) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = bigLength(start, stop, step);
  }

  item(at: RBigInt): RBigInt {
    return this.start.add(at.mul(this.step));
  }
}

function bigLength(start: RBigInt, stop: RBigInt, step: RBigInt): RBigInt {
  const low = step.sign > 0 ? start : stop;
  const high = step.sign > 0 ? stop : start;
  if (low.compare(high) >= 0) return RBigInt.fromI64(0n);
  return high.sub(low).subI64(1n).floordiv(step.abs()).addI64(1n);
}

/** A range. */
export class W_Range extends W_Root {
  readonly start: i64;
  readonly stop: i64;
  readonly step: i64;
  readonly length: i64;
  /** Where 64 bits do not do; the numbers above mean nothing then. */
  readonly big: BigRange | null;

  constructor(start: i64, stop: i64, step: i64, length: i64, big: BigRange | null) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = length;
    this.big = big;
  }
  override typeOf(): W_Type {
    return rangeType;
  }

  /** Element `at`, which is inside; only without `big`. */
  item(at: i64): i64 {
    return wrap64(this.start + wrap64(at * this.step));
  }
  w_start(): W_Integer {
    return this.big === null ? newInt(this.start) : newLong(this.big.start);
  }
  w_stop(): W_Integer {
    return this.big === null ? newInt(this.stop) : newLong(this.big.stop);
  }
  w_step(): W_Integer {
    return this.big === null ? newInt(this.step) : newLong(this.big.step);
  }
  w_length(): W_Integer {
    return this.big === null ? newInt(this.length) : newLong(this.big.length);
  }
}

/** A range; the step is not zero. */
export function newRange(w_start: W_Integer, w_stop: W_Integer, w_step: W_Integer): W_Range {
  if (w_start.fitsI64() && w_stop.fitsI64() && w_step.fitsI64()) {
    const w_small = newRange64(w_start.asI64(), w_stop.asI64(), w_step.asI64());
    if (w_small !== null) return w_small;
  }
  return newBigRange(w_start.asBigInt(), w_stop.asBigInt(), w_step.asBigInt());
}

export function newBigRange(start: RBigInt, stop: RBigInt, step: RBigInt): W_Range {
  return new W_Range(0n, 0n, 1n, 0n, new BigRange(start, stop, step));
}

const LIMIT: i64 = 0x3fffffffffffffffn;

/** A range of 64-bit numbers; null when its length needs more. */
export function newRange64(start: i64, stop: i64, step: i64): W_Range | null {
  if (step === 1n && start >= -LIMIT && start <= LIMIT && stop >= -LIMIT && stop <= LIMIT) {
    return new W_Range(start, stop, step, start < stop ? stop - start : 0n, null);
  }
  if (step === -0x8000000000000000n) return null;
  try {
    const span = step > 0n ? subOvf64(stop, start) : subOvf64(start, stop);
    const length = span <= 0n ? 0n : (span - 1n) / (step > 0n ? step : -step) + 1n;
    return new W_Range(start, stop, step, length, null);
  } catch (e) {
    if (e instanceof OverflowError) return null;
    throw e;
  }
}
