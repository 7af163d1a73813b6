// profile: debug
// exit: 70
// stdout: 3
// stderr: debug_division.ts:8:10
/** idiv by zero. */
import { type i32, idiv, print } from "@rts";
function divide(a: i32, b: i32): i32 {
  return idiv(a, b);
}

export function main(_args: string[]): i32 {
  print(`${divide(7, 2)}`);
  print(`${divide(7, 0)}`);
  return 0;
}
