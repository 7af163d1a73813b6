/** Slices of sequences of any length: what `slice.indices` gives, and slicing of ranges. */
import { RBigInt } from "./bigint/mod.ts";
import { typeError, valueError } from "./errors.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import type { W_Slice } from "./slice.ts";
import { hasIndex, index } from "./truth.ts";

/** Start, stop and step of a slice, adjusted to a length. */
export class LongSlice {
  readonly start: RBigInt;
  readonly stop: RBigInt;
  readonly step: RBigInt;
  constructor(start: RBigInt, stop: RBigInt, step: RBigInt) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

/** What a slice selects of `length` elements. Throws TypeError, ValueError. */
export function longSlice(w_slice: W_Slice, length: RBigInt): LongSlice {
  const zero = RBigInt.fromI64(0n);
  const step = w_slice.w_step === w_None ? RBigInt.fromI64(1n) : part(w_slice.w_step);
  if (step.isZero()) throw valueError("slice step cannot be zero");
  const isBackward = step.sign < 0;
  const lower = isBackward ? RBigInt.fromI64(-1n) : zero;
  const upper = isBackward ? length.subI64(1n) : length;
  const start = w_slice.w_start === w_None
    ? (isBackward ? upper : lower)
    : bound(part(w_slice.w_start), length, lower, upper);
  const stop = w_slice.w_stop === w_None
    ? (isBackward ? lower : upper)
    : bound(part(w_slice.w_stop), length, lower, upper);
  return new LongSlice(start, stop, step);
}

function part(w_part: W_Root): RBigInt {
  if (!hasIndex(w_part)) {
    throw typeError("slice indices must be integers or None or have an __index__ method");
  }
  return index(w_part).asBigInt();
}

function bound(value: RBigInt, length: RBigInt, lower: RBigInt, upper: RBigInt): RBigInt {
  if (value.sign < 0) {
    const moved = value.add(length);
    return moved.compare(lower) < 0 ? lower : moved;
  }
  return value.compare(upper) > 0 ? upper : value;
}
