/** Small helpers on fixed arrays. */
import { type FixedArray, type i32, newFixedArray } from "@rts";

/** A fixed array of the elements of `items`; at least one unless only its length is used. */
export function newFixedArrayOf<T>(items: T[]): FixedArray<T> {
  if (items.length === 0) return newFixedArray<T>(0, null as unknown as T);
  const fixed = newFixedArray<T>(items.length, items[0]);
  for (let i: i32 = 1; i < items.length; i++) fixed[i] = items[i];
  return fixed;
}
