/**
 * `RtsArray`, which `T[]` is in translated code, and the functions behind `newArray` and `newFixedArray`.
 *
 * Invariants: `length <= items.length`; slots from `length` on hold the zero of `T`, so that an array keeps no
 * object alive that was removed from it. Indices come from programs unchecked; methods that take JavaScript's
 * relative positions clamp them as JavaScript does. Callbacks may change the array: `length` and `items` are
 * read anew after each call.
 */
import { arrayCopy, type bool, type FixedArray, type i32 } from "@rts";
import { copyUnits, newString, newZeroedArray, sameKey, strictEquals, textOf, zeroOf } from "@rts/intrinsics";

/** Slots that the first growth of an empty array makes. */
const FIRST_CAPACITY: i32 = 4;
/** Up to so many elements are copied one by one: an engine's block copy takes a while to start. */
const SHORT_COPY: i32 = 16;
/** Below this length insertion sort is faster than merging. */
const RUN: i32 = 8;

/**
 * A position counted from the end when negative, clamped to `[0, length]`.
 * @inline
 */
function clampPosition(position: i32, length: i32): i32 {
  if (position < 0) return position + length < 0 ? 0 : position + length;
  return position > length ? length : position;
}

/** A growable array. The frontend lowers `a[i]` to `a.items[i]` and `a.length` to the field. */
export class RtsArray<T> {
  length: i32;
  items: FixedArray<T>;

  /** An empty array with room for `capacity` elements. Throws {@link MemoryError}. */
  constructor(capacity: i32) {
    this.length = 0;
    this.items = capacity === 0 ? newZeroedArray<T>(0) : newZeroedArray<T>(capacity);
  }

  /**
   * Appends; the new length.
   * @inline
   */
  push(value: T): i32 {
    const length = this.length;
    if (length === this.items.length) this.grow(length + 1);
    this.items[length] = value;
    this.length = length + 1;
    return length + 1;
  }

  /**
   * Removes and returns the last element; the array must not be empty.
   * @inline
   */
  pop(): T {
    const last = this.length - 1;
    const value = this.items[last];
    this.items[last] = zeroOf<T>();
    this.length = last;
    return value;
  }

  /** Removes and returns the first element; the array must not be empty. */
  shift(): T {
    const items = this.items;
    const last = this.length - 1;
    const value = items[0];
    arrayCopy(items, 1, items, 0, last);
    items[last] = zeroOf<T>();
    this.length = last;
    return value;
  }

  /** Inserts at the front; the new length. */
  unshift(value: T): i32 {
    const length = this.length;
    if (length === this.items.length) this.grow(length + 1);
    const items = this.items;
    arrayCopy(items, 0, items, 1, length);
    items[0] = value;
    this.length = length + 1;
    return length + 1;
  }

  /** `a.length = length`: drops elements, or appends zeros of `T`. */
  setLength(length: i32): void {
    if (length > this.items.length) this.grow(length);
    if (length < this.length) this.clearSlots(length, this.length);
    this.length = length;
  }

  /** The first position from `from` on of an element `=== value`, or -1. */
  indexOf(value: T, from: i32 = 0): i32 {
    const items = this.items;
    const length = this.length;
    for (let i = clampPosition(from, length); i < length; i++) {
      if (strictEquals<T>(items[i], value)) return i;
    }
    return -1;
  }

  /** The last position up to `from` of an element `=== value`, or -1. */
  lastIndexOf(value: T, from: i32 = 2147483647): i32 {
    const items = this.items;
    const length = this.length;
    let i = from < 0 ? from + length : from;
    if (i >= length) i = length - 1;
    for (; i >= 0; i--) {
      if (strictEquals<T>(items[i], value)) return i;
    }
    return -1;
  }

  /** True when an element is the same value (NaN is the same as NaN). */
  includes(value: T, from: i32 = 0): bool {
    const items = this.items;
    const length = this.length;
    for (let i = clampPosition(from, length); i < length; i++) {
      if (sameKey<T>(items[i], value)) return true;
    }
    return false;
  }

  /** A new array of the elements of `[start, end)`. */
  slice(start: i32 = 0, end: i32 = 2147483647): RtsArray<T> {
    const length = this.length;
    const first = clampPosition(start, length);
    const count = clampPosition(end, length) - first;
    if (count <= 0) return new RtsArray<T>(0);
    const result = new RtsArray<T>(count);
    arrayCopy(this.items, first, result.items, 0, count);
    result.length = count;
    return result;
  }

  /** Removes `count` elements from `start` on; returns them. */
  splice(start: i32, count: i32 = 2147483647): RtsArray<T> {
    const length = this.length;
    const first = clampPosition(start, length);
    const removed = count < 0 ? 0 : count > length - first ? length - first : count;
    const result = this.slice(first, first + removed);
    const items = this.items;
    arrayCopy(items, first + removed, items, first, length - first - removed);
    this.clearSlots(length - removed, length);
    this.length = length - removed;
    return result;
  }

  /** A new array of the elements of both. */
  concat(other: RtsArray<T>): RtsArray<T> {
    // An impossible sum wraps to a negative capacity, which is a MemoryError.
    const result = new RtsArray<T>((this.length + other.length) | 0);
    arrayCopy(this.items, 0, result.items, 0, this.length);
    arrayCopy(other.items, 0, result.items, this.length, other.length);
    result.length = this.length + other.length;
    return result;
  }

  /** Reverses in place; the array itself. */
  reverse(): RtsArray<T> {
    const items = this.items;
    let low = 0;
    let high = this.length - 1;
    while (low < high) {
      const value = items[low];
      items[low] = items[high];
      items[high] = value;
      low++;
      high--;
    }
    return this;
  }

  /** Sets the elements of `[start, end)`; the array itself. */
  fill(value: T, start: i32 = 0, end: i32 = 2147483647): RtsArray<T> {
    const items = this.items;
    const last = clampPosition(end, this.length);
    for (let i = clampPosition(start, this.length); i < last; i++) items[i] = value;
    return this;
  }

  /** The texts of the elements with `separator` between them. */
  join(separator: string = ","): string {
    const count = this.length;
    if (count === 0) return "";
    if (count === 1) return textOf<T>(this.items[0]);
    const pieces = newZeroedArray<string>(count);
    let units = 0;
    for (let i = 0; i < count; i++) {
      const piece = textOf<T>(this.items[i]);
      pieces[i] = piece;
      units = addUnits(units, piece.length);
      if (i > 0) units = addUnits(units, separator.length);
    }
    return joinPieces(pieces, separator, units);
  }

  /**
   * Sorts in place, stably; the array itself. `compare` is negative when `a` goes first. It sees the elements
   * only through its arguments: the array changes after the last comparison.
   */
  sort(compare: (a: T, b: T) => i32): RtsArray<T> {
    const count = this.length;
    if (count < 2) return this;
    const sorted = newZeroedArray<T>(count);
    arrayCopy(this.items, 0, sorted, 0, count);
    for (let start = 0; start < count; start = start + RUN) {
      sortRun<T>(sorted, start, start + RUN > count ? count : start + RUN, compare);
    }
    const result = count <= RUN ? sorted : mergeRuns<T>(sorted, count, compare);
    arrayCopy(result, 0, this.items, 0, this.length < count ? this.length : count);
    return this;
  }

  /** The results of `transform` for each element. */
  map<U>(transform: (value: T) => U): RtsArray<U> {
    const count = this.length;
    const result = new RtsArray<U>(count);
    for (let i = 0; i < count && i < this.length; i++) result.push(transform(this.items[i]));
    return result;
  }

  /** {@link map} with the position as a second argument. */
  mapIndexed<U>(transform: (value: T, index: i32) => U): RtsArray<U> {
    const count = this.length;
    const result = new RtsArray<U>(count);
    for (let i = 0; i < count && i < this.length; i++) result.push(transform(this.items[i], i));
    return result;
  }

  /** The elements that pass `test`. */
  filter(test: (value: T) => bool): RtsArray<T> {
    const count = this.length;
    const result = new RtsArray<T>(0);
    for (let i = 0; i < count && i < this.length; i++) {
      const value = this.items[i];
      if (test(value)) result.push(value);
    }
    return result;
  }

  /** {@link filter} with the position as a second argument. */
  filterIndexed(test: (value: T, index: i32) => bool): RtsArray<T> {
    const count = this.length;
    const result = new RtsArray<T>(0);
    for (let i = 0; i < count && i < this.length; i++) {
      const value = this.items[i];
      if (test(value, i)) result.push(value);
    }
    return result;
  }

  /** Calls `visit` for each element. */
  forEach(visit: (value: T) => void): void {
    const count = this.length;
    for (let i = 0; i < count && i < this.length; i++) visit(this.items[i]);
  }

  /** {@link forEach} with the position as a second argument. */
  forEachIndexed(visit: (value: T, index: i32) => void): void {
    const count = this.length;
    for (let i = 0; i < count && i < this.length; i++) visit(this.items[i], i);
  }

  /** True when some element passes `test`. */
  some(test: (value: T) => bool): bool {
    const count = this.length;
    for (let i = 0; i < count && i < this.length; i++) {
      if (test(this.items[i])) return true;
    }
    return false;
  }

  /** True when every element passes `test`. */
  every(test: (value: T) => bool): bool {
    const count = this.length;
    for (let i = 0; i < count && i < this.length; i++) {
      if (!test(this.items[i])) return false;
    }
    return true;
  }

  /** The first element that passes `test`; the zero of `T` when none does. */
  find(test: (value: T) => bool): T {
    const count = this.length;
    for (let i = 0; i < count && i < this.length; i++) {
      const value = this.items[i];
      if (test(value)) return value;
    }
    return zeroOf<T>();
  }

  /** The position of the first element that passes `test`, or -1. */
  findIndex(test: (value: T) => bool): i32 {
    const count = this.length;
    for (let i = 0; i < count && i < this.length; i++) {
      if (test(this.items[i])) return i;
    }
    return -1;
  }

  /** `fn(… fn(fn(init, a[0]), a[1]) …)`. */
  reduce<U>(fn: (total: U, value: T) => U, init: U): U {
    const count = this.length;
    let total = init;
    for (let i = 0; i < count && i < this.length; i++) total = fn(total, this.items[i]);
    return total;
  }

  /**
   * Makes room for at least `needed` elements, by half again or more, so that appending is amortized constant.
   * @noinline
   */
  private grow(needed: i32): void {
    const old = this.items.length;
    // Wraps to a negative capacity, hence a MemoryError, long after the heap is full.
    let capacity = (old + (old >> 1) + FIRST_CAPACITY) | 0;
    if (old === 0) capacity = FIRST_CAPACITY;
    if (capacity < needed) capacity = needed;
    const items = newZeroedArray<T>(capacity);
    const length = this.length;
    if (length > SHORT_COPY) arrayCopy(this.items, 0, items, 0, length);
    else for (let i = 0; i < length; i++) items[i] = this.items[i];
    this.items = items;
  }

  /** Zeroes the slots of `[start, end)`. */
  private clearSlots(start: i32, end: i32): void {
    const items = this.items;
    for (let i = start; i < end; i++) items[i] = zeroOf<T>();
  }
}

/** A sum of string lengths; one that no string can have stays negative, which `newString` refuses. */
function addUnits(total: i32, more: i32): i32 {
  return total < 0 ? total : (total + more) | 0;
}

/** The text of `pieces` with `separator` between them, `units` long in all. */
function joinPieces(pieces: FixedArray<string>, separator: string, units: i32): string {
  const result = newString(units);
  let at = 0;
  for (let i = 0; i < pieces.length; i++) {
    if (i > 0) {
      copyUnits(separator, 0, result, at, separator.length);
      at = at + separator.length;
    }
    const piece = pieces[i];
    copyUnits(piece, 0, result, at, piece.length);
    at = at + piece.length;
  }
  return result;
}

/** Sorts `[start, end)` of `items` by insertion. */
function sortRun<T>(items: FixedArray<T>, start: i32, end: i32, compare: (a: T, b: T) => i32): void {
  for (let i = start + 1; i < end; i++) {
    const value = items[i];
    let at = i;
    while (at > start && compare(items[at - 1], value) > 0) {
      items[at] = items[at - 1];
      at--;
    }
    items[at] = value;
  }
}

/** Merges sorted runs of `RUN` elements, then of twice as many…; the array that holds the end result. */
function mergeRuns<T>(items: FixedArray<T>, count: i32, compare: (a: T, b: T) => i32): FixedArray<T> {
  let from = items;
  let to = newZeroedArray<T>(count);
  let width = RUN;
  while (width < count) {
    let start = 0;
    while (start < count) {
      // Written without sums that could overflow for arrays beyond 2^30 elements.
      const middle = count - start > width ? start + width : count;
      const end = count - middle > width ? middle + width : count;
      merge<T>(from, start, middle, end, to, compare);
      start = end;
    }
    const swapped = from;
    from = to;
    to = swapped;
    width = width > count - width ? count : width * 2;
  }
  return from;
}

/** Merges `[start, middle)` and `[middle, end)` of `from` into the same places of `to`; ties go left first. */
function merge<T>(
  from: FixedArray<T>,
  start: i32,
  middle: i32,
  end: i32,
  to: FixedArray<T>,
  compare: (a: T, b: T) => i32,
): void {
  let left = start;
  let right = middle;
  let at = start;
  while (left < middle && right < end) {
    if (compare(from[left], from[right]) <= 0) {
      to[at] = from[left];
      left++;
    } else {
      to[at] = from[right];
      right++;
    }
    at++;
  }
  arrayCopy(from, left, to, at, middle - left);
  arrayCopy(from, right, to, at + (middle - left), end - right);
}

/** A new array of `length` elements, each `fill`: the prelude's `newArray`. Throws {@link MemoryError}. */
export function newArrayFilled<T>(length: i32, fill: T): RtsArray<T> {
  const result = new RtsArray<T>(length);
  const items = result.items;
  for (let i = 0; i < length; i++) items[i] = fill;
  result.length = length;
  return result;
}

/** The prelude's `newFixedArray`. Throws {@link MemoryError}. */
export function newFixedFilled<T>(length: i32, fill: T): FixedArray<T> {
  const result = newZeroedArray<T>(length);
  for (let i = 0; i < length; i++) result[i] = fill;
  return result;
}
