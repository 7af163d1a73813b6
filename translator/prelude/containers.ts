/**
 * Containers of RTS beyond what TypeScript has: arrays of fixed length, and a string builder.
 */
import type { i32 } from "./kinds.ts";

declare const fixedBrand: unique symbol;

/**
 * An array whose length never changes: one object, no indirection. Create it with {@link newFixedArray}.
 * Indices are not checked in the release profile.
 */
export interface FixedArray<T> {
  readonly length: i32;
  [index: number]: T;
  /** Sets the elements of `[start, end)` to `value`; the whole array by default. */
  fill(value: T, start?: i32, end?: i32): FixedArray<T>;
  [Symbol.iterator](): Iterator<T>;
  readonly [fixedBrand]: true;
}

/** A new array of `length` elements, each `fill`. Throws {@link MemoryError}. */
export function newFixedArray<T>(length: i32, fill: T): FixedArray<T> {
  return new Array<T>(length).fill(fill) as unknown as FixedArray<T>;
}

/** A new growable array of `length` elements, each `fill`. */
export function newArray<T>(length: i32, fill: T): T[] {
  return new Array<T>(length).fill(fill);
}

/** What {@link arrayCopy} copies between: anything indexed. */
export interface Indexed<T> {
  readonly length: number;
  [index: number]: T;
}

/**
 * Copies `count` elements; the ranges may overlap within one array. Both arrays must have the same element kind.
 */
export function arrayCopy<T>(from: Indexed<T>, start: i32, to: Indexed<T>, at: i32, count: i32): void {
  if ((from as unknown) === to && start < at) {
    for (let i = count - 1; i >= 0; i--) to[at + i] = from[start + i];
  } else {
    for (let i = 0; i < count; i++) to[at + i] = from[start + i];
  }
}

/** Builds a string piece by piece in amortized linear time. */
export class StringBuilder {
  private text = "";
  /** Number of UTF-16 units so far. */
  get length(): i32 {
    return this.text.length;
  }
  append(piece: string): void {
    this.text += piece;
  }
  /** Appends one UTF-16 unit. */
  appendCode(unit: i32): void {
    this.text += String.fromCharCode(unit);
  }
  appendInt(value: i32): void {
    this.text += value;
  }
  toString(): string {
    return this.text;
  }
  clear(): void {
    this.text = "";
  }
}
