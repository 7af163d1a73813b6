/** Locals, a loop, and no stack: what a function over numbers comes to. */
import type { i32 } from "@rts";

export function sumOfSquares(n: i32): i32 {
  let sum = 0;
  for (let i = 1; i <= n; i++) sum += i * i;
  return sum;
}
