/** Half of a pair of modules that import each other. */
import type { bool, i32 } from "@rts";
import { isOdd } from "./cyclic_odd.ts";

let steps: i32 = 0;

export function isEven(n: i32): bool {
  steps++;
  return n === 0 ? true : isOdd(n - 1);
}

export function evenSteps(): i32 {
  return steps;
}
