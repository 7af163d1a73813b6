/** The other half. */
import type { bool, i32 } from "@rts";
import { isEven } from "./cyclic_even.ts";

let steps: i32 = 0;

export function isOdd(n: i32): bool {
  steps++;
  return n === 0 ? false : isEven(n - 1);
}

export function oddSteps(): i32 {
  return steps;
}
