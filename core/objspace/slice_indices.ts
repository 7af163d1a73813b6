/**
 * What slices and indices select, for all sequences: resolved exactly as CPython's `PySlice_Unpack` and
 * `PySlice_AdjustIndices` do, with their texts of errors.
 */
import type { i32 } from "@rts";
import { indexError, typeError, typeName, valueError } from "./errors.ts";
import { indexErrorType } from "./exception_types.ts";
import { W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import type { W_Slice } from "./slice.ts";
import { clampI32, hasIndex, indexClamped, indexI64, normalizeIndex } from "./truth.ts";

const LARGEST: i32 = 0x7fffffff;

/** The places that a slice selects in a sequence: `length` of them, from `start` on, `step` apart. */
export class SliceIndices {
  start: i32;
  stop: i32;
  readonly step: i32;
  length: i32 = 0;

  constructor(start: i32, stop: i32, step: i32) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /** Clamps to a sequence of `length` elements. Once only. */
  adjust(length: i32): SliceIndices {
    const step = this.step;
    const start = clampBound(this.start, length, step);
    const stop = clampBound(this.stop, length, step);
    this.start = start;
    this.stop = stop;
    if (step < 0) this.length = stop < start ? (((start - stop - 1) / -step) | 0) + 1 : 0;
    else this.length = start < stop ? (((stop - start - 1) / step) | 0) + 1 : 0;
    return this;
  }
}

function clampBound(bound: i32, length: i32, step: i32): i32 {
  if (bound < 0) {
    const moved = bound + length;
    if (moved >= 0) return moved;
    return step < 0 ? -1 : 0;
  }
  if (bound < length) return bound;
  return step < 0 ? length - 1 : length;
}

/**
 * The bounds of a slice, not yet adjusted to a length: `__index__` of its parts runs here and may change the
 * sequence, so ask for the length after it. Throws TypeError, ValueError.
 */
export function unpackSlice(w_slice: W_Slice): SliceIndices {
  const w_step = w_slice.w_step;
  let step: i32 = 1;
  if (w_step !== w_None) {
    step = sliceBound(w_step);
    if (step === 0) throw valueError("slice step cannot be zero");
    if (step < -LARGEST) step = -LARGEST;
  }
  const w_start = w_slice.w_start;
  const w_stop = w_slice.w_stop;
  const start: i32 = w_start === w_None ? (step < 0 ? LARGEST : 0) : sliceBound(w_start);
  const stop: i32 = w_stop === w_None ? (step < 0 ? -LARGEST - 1 : LARGEST) : sliceBound(w_stop);
  return new SliceIndices(start, stop, step);
}

/** What a slice selects of a sequence whose length cannot change. Throws TypeError, ValueError. */
export function sliceIndices(w_slice: W_Slice, length: i32): SliceIndices {
  return unpackSlice(w_slice).adjust(length);
}

function sliceBound(w_bound: W_Root): i32 {
  if (w_bound instanceof W_Int) return clampI32(w_bound.value);
  if (!hasIndex(w_bound)) {
    throw typeError("slice indices must be integers or None or have an __index__ method");
  }
  return indexClamped(w_bound);
}

/** A bound of `index(value, start, stop)` and the like, where None is no bound. Negative ones count from the end. */
export function searchBound(w_bound: W_Root, length: i32): i32 {
  if (!hasIndex(w_bound)) throw typeError("slice indices must be integers or have an __index__ method");
  const bound = indexClamped(w_bound);
  if (bound >= 0) return bound;
  return Math.max(bound + length, 0);
}

/** Words of a sequence's errors about indices. Made at translation. */
export class IndexErrors {
  readonly badType: string;
  readonly outOfRange: string;
  readonly assignmentOutOfRange: string;

  constructor(name: string) {
    this.badType = `${name} indices must be integers or slices, not `;
    this.outOfRange = `${name} index out of range`;
    this.assignmentOutOfRange = `${name} assignment index out of range`;
  }
}

/** The place of an index that is no slice. Throws TypeError, IndexError. */
export function itemIndex(w_index: W_Root, length: i32, errors: IndexErrors): i32 {
  return anyIndex(w_index, length, errors, errors.outOfRange);
}
/** The same for assignment and deletion. */
export function assignedIndex(w_index: W_Root, length: i32, errors: IndexErrors): i32 {
  return anyIndex(w_index, length, errors, errors.assignmentOutOfRange);
}

function anyIndex(w_index: W_Root, length: i32, errors: IndexErrors, message: string): i32 {
  if (!hasIndex(w_index)) throw typeError(errors.badType + typeName(w_index));
  return normalizeIndex(indexI64(w_index, indexErrorType), length, message);
}

/** Tells that an index which was just computed is outside after all. */
export function checkInside(at: i32, length: i32, message: string): void {
  if (at < 0 || at >= length) throw indexError(message);
}
