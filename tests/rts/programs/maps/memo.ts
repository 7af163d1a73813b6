/** A map as memory of results. */
import { type i32, type i64, print } from "@rts";
const memo: Map<i64, i64> = new Map<i64, i64>();

function collatz(n: i64): i64 {
  if (n === 1n) return 0n;
  if (memo.has(n)) return memo.get(n)!;
  const steps = 1n + collatz((n & 1n) === 0n ? n >> 1n : 3n * n + 1n);
  memo.set(n, steps);
  return steps;
}

export function main(_args: string[]): i32 {
  let best: i64 = 0n;
  let at: i64 = 0n;
  for (let n: i64 = 1n; n < 300n; n++) {
    const steps = collatz(n);
    if (steps > best) {
      best = steps;
      at = n;
    }
  }
  print(`${at} ${best} ${memo.size}`);
  return 0;
}
