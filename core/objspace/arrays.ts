/** Small helpers on fixed arrays. */
import { type FixedArray, type i32, newFixedArray } from "@rts";

/** A fixed array of the elements of `items`; at least one. */
export function newFixedArrayOf<T>(items: T[]): FixedArray<T> {
  const fixed = newFixedArray<T>(items.length, items[0]);
  for (let i: i32 = 0; i < items.length; i++) fixed[i] = items[i];
  return fixed;
}
