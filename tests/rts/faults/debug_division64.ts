// profile: debug
// exit: 70
// stderr: debug_division64.ts:7:10
/** i64 division by zero. */
import { type i32, type i64, print } from "@rts";
function divide(a: i64, b: i64): i64 {
  return a / b;
}

export function main(_args: string[]): i32 {
  print(`${divide(7n, 0n)}`);
  return 0;
}
