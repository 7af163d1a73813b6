/**
 * Methods of `FixedArray` and of typed arrays, which are fixed arrays of a storage kind in translated code.
 * `arrayCopy` is an instruction.
 */
import { arrayCopy, type FixedArray, type i32 } from "@rts";
import { newZeroedArray } from "@rts/intrinsics";

/** Sets the elements of `[start, end)`, positions as in JavaScript's `fill`; the array itself. */
export function fixed_fill<T>(
  array: FixedArray<T>,
  value: T,
  start: i32 = 0,
  end: i32 = 2147483647,
): FixedArray<T> {
  const length = array.length;
  let at = start < 0 ? start + length : start;
  let last = end < 0 ? end + length : end;
  if (at < 0) at = 0;
  if (last > length) last = length;
  for (; at < last; at++) array[at] = value;
  return array;
}

/** Copies all of `from` into `array`, starting at `at`, where it must fit. */
export function fixed_set<T>(array: FixedArray<T>, from: FixedArray<T>, at: i32 = 0): void {
  arrayCopy(from, 0, array, at, from.length);
}

/** A copy of the elements of `[start, end)`, positions as in JavaScript's `slice`. Throws MemoryError. */
export function fixed_slice<T>(array: FixedArray<T>, start: i32 = 0, end: i32 = 2147483647): FixedArray<T> {
  const length = array.length;
  let from = start < 0 ? start + length : start;
  let to = end < 0 ? end + length : end;
  if (from < 0) from = 0;
  if (to > length) to = length;
  const count: i32 = to > from ? to - from : 0;
  const copy = newZeroedArray<T>(count);
  arrayCopy(array, from, copy, 0, count);
  return copy;
}
