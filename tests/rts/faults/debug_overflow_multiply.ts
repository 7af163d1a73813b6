// profile: debug
// exit: 70
// stderr: debug_overflow_multiply.ts:7:10
/** A product that leaves i64. */
import { type i32, type i64, print } from "@rts";
function square(a: i64): i64 {
  return a * a;
}

export function main(_args: string[]): i32 {
  print(`${square(square(square(1000000n)))}`);
  return 0;
}
