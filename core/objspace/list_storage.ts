/**
 * Where lists keep their elements: one array whose sort the list's kind says. Integers within 64 bits and floats
 * stand unboxed; the first element of another sort makes the list one of objects. NaN is such an element: it equals
 * nothing but itself, the object.
 *
 * Invariants: places of object storage past the list's length hold null, so that nothing is kept alive; storage of
 * the Empty kind is an array of no places.
 */
import { arrayCopy, type FixedArray, type i32, newFixedArray } from "@rts";
import { newFloat, W_Float } from "./float.ts";
import { newInt, W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";

/** What the storage of a list holds. */
export const enum ListKind {
  /** Nothing: the first element decides. */
  Empty,
  /** `BigInt64Array`: exact ints within 64 bits. */
  Int,
  /** `Float64Array`: exact floats other than NaN. */
  Float,
  /** `FixedArray`: objects. */
  Object,
}

export type Objects = FixedArray<W_Root | null>;

/** Storage of the Empty kind. */
export const NO_DATA: Objects = newFixedArray<W_Root | null>(0, null);

/** True for exact floats other than NaN. */
export function isUnboxable(w_value: W_Root): boolean {
  return w_value instanceof W_Float && w_value.value === w_value.value;
}

/** The kind of list that can hold `w_value` unboxed, or Object. */
export function kindFor(w_value: W_Root): i32 {
  if (w_value instanceof W_Int) return ListKind.Int;
  return isUnboxable(w_value) ? ListKind.Float : ListKind.Object;
}

/** New storage for `capacity` elements. */
export function newData(kind: i32, capacity: i32): object {
  if (kind === ListKind.Object) return newFixedArray<W_Root | null>(capacity, null);
  if (kind === ListKind.Int) return new BigInt64Array(capacity);
  if (kind === ListKind.Float) return new Float64Array(capacity);
  return NO_DATA;
}

/** Number of elements that storage has room for. */
export function capacityOf(kind: i32, data: object): i32 {
  if (kind === ListKind.Object) return (data as Objects).length;
  if (kind === ListKind.Int) return (data as BigInt64Array).length;
  if (kind === ListKind.Float) return (data as Float64Array).length;
  return 0;
}

/** Copies elements between storages of one kind; the ranges may overlap. */
export function copyData(kind: i32, from: object, start: i32, to: object, at: i32, count: i32): void {
  if (kind === ListKind.Object) arrayCopy(from as Objects, start, to as Objects, at, count);
  else if (kind === ListKind.Int) arrayCopy(from as BigInt64Array, start, to as BigInt64Array, at, count);
  else if (kind === ListKind.Float) arrayCopy(from as Float64Array, start, to as Float64Array, at, count);
}

/** Copies `count` elements that stand `step` apart, from `start` on, to adjoining places. */
export function pickData(kind: i32, from: object, start: i32, step: i32, to: object, count: i32): void {
  let at = start;
  if (kind === ListKind.Object) {
    for (let i = 0; i < count; i++, at = (at + step) | 0) (to as Objects)[i] = (from as Objects)[at];
  } else if (kind === ListKind.Int) {
    for (let i = 0; i < count; i++, at = (at + step) | 0) {
      (to as BigInt64Array)[i] = (from as BigInt64Array)[at];
    }
  } else if (kind === ListKind.Float) {
    for (let i = 0; i < count; i++, at = (at + step) | 0) {
      (to as Float64Array)[i] = (from as Float64Array)[at];
    }
  }
}

/** The reverse of {@link pickData}: adjoining elements go to places `step` apart. */
export function spreadData(kind: i32, from: object, to: object, start: i32, step: i32, count: i32): void {
  let at = start;
  if (kind === ListKind.Object) {
    for (let i = 0; i < count; i++, at = (at + step) | 0) (to as Objects)[at] = (from as Objects)[i];
  } else if (kind === ListKind.Int) {
    for (let i = 0; i < count; i++, at = (at + step) | 0) {
      (to as BigInt64Array)[at] = (from as BigInt64Array)[i];
    }
  } else if (kind === ListKind.Float) {
    for (let i = 0; i < count; i++, at = (at + step) | 0) {
      (to as Float64Array)[at] = (from as Float64Array)[i];
    }
  }
}

/** Empties places that are no longer used. */
export function dropData(kind: i32, data: object, from: i32, to: i32): void {
  if (kind === ListKind.Object) (data as Objects).fill(null, from, to);
}

/** Turns the order of the first `count` elements round. */
export function reverseData(kind: i32, data: object, count: i32): void {
  const half = count >> 1;
  if (kind === ListKind.Object) {
    const items = data as Objects;
    for (let i = 0; i < half; i++) {
      const w_kept = items[i];
      items[i] = items[count - 1 - i];
      items[count - 1 - i] = w_kept;
    }
  } else if (kind === ListKind.Int) {
    const items = data as BigInt64Array;
    for (let i = 0; i < half; i++) {
      const kept = items[i];
      items[i] = items[count - 1 - i];
      items[count - 1 - i] = kept;
    }
  } else if (kind === ListKind.Float) {
    const items = data as Float64Array;
    for (let i = 0; i < half; i++) {
      const kept = items[i];
      items[i] = items[count - 1 - i];
      items[count - 1 - i] = kept;
    }
  }
}

/** Repeats the first `count` elements until there are `total`. */
export function repeatData(kind: i32, data: object, count: i32, total: i32): void {
  let done = count;
  while (done < total) {
    const more = Math.min(done, total - done);
    copyData(kind, data, 0, data, done, more);
    done += more;
  }
}

/** The element at `at` as an object. */
export function itemOf(kind: i32, data: object, at: i32): W_Root {
  if (kind === ListKind.Object) return (data as Objects)[at]!;
  if (kind === ListKind.Int) return newInt((data as BigInt64Array)[at]);
  return newFloat((data as Float64Array)[at]);
}

/** Storage of objects with the first `count` elements of another, and room for `capacity`. */
export function boxedData(kind: i32, data: object, count: i32, capacity: i32): Objects {
  const boxed = newFixedArray<W_Root | null>(capacity, null);
  if (kind === ListKind.Int) {
    for (let i = 0; i < count; i++) boxed[i] = newInt((data as BigInt64Array)[i]);
  } else if (kind === ListKind.Float) {
    for (let i = 0; i < count; i++) boxed[i] = newFloat((data as Float64Array)[i]);
  } else if (kind === ListKind.Object) {
    arrayCopy(data as Objects, 0, boxed, 0, count);
  }
  return boxed;
}

/** The kind that can hold all of the first `count` objects. */
export function commonKind(items: FixedArray<W_Root>, count: i32): i32 {
  if (count === 0) return ListKind.Empty;
  const kind = kindFor(items[0]);
  if (kind === ListKind.Int) {
    for (let i = 1; i < count; i++) {
      if (!(items[i] instanceof W_Int)) return ListKind.Object;
    }
  } else if (kind === ListKind.Float) {
    for (let i = 1; i < count; i++) {
      if (!isUnboxable(items[i])) return ListKind.Object;
    }
  }
  return kind;
}

/** Puts objects, all of which `kind` can hold, into storage from `at` on. */
export function storeObjects(
  kind: i32,
  data: object,
  at: i32,
  items: FixedArray<W_Root>,
  count: i32,
): void {
  if (kind === ListKind.Int) {
    for (let i = 0; i < count; i++) (data as BigInt64Array)[at + i] = (items[i] as W_Int).value;
  } else if (kind === ListKind.Float) {
    for (let i = 0; i < count; i++) (data as Float64Array)[at + i] = (items[i] as W_Float).value;
  } else if (kind === ListKind.Object) {
    for (let i = 0; i < count; i++) (data as Objects)[at + i] = items[i];
  }
}
