// profile: debug
// exit: 70
// stdout: 2147483647
// stderr: debug_overflow.ts:8:10
/** A sum that leaves i32. */
import { type i32, print } from "@rts";
function add(a: i32, b: i32): i32 {
  return a + b;
}

export function main(_args: string[]): i32 {
  print(`${add(2147483646, 1)}`);
  print(`${add(2147483646, 2)}`);
  return 0;
}
