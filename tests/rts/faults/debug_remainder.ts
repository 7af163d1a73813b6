// profile: debug
// exit: 70
// stderr: debug_remainder.ts:7:10
/** `%` by zero on i32. */
import { type i32, print } from "@rts";
function remainder(a: i32, b: i32): i32 {
  return a % b;
}

export function main(_args: string[]): i32 {
  print(`${remainder(7, 0)}`);
  return 0;
}
