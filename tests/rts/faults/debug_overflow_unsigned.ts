// profile: debug
// exit: 70
// stderr: debug_overflow_unsigned.ts:7:10
/** A u32 difference below zero. */
import { type i32, print, type u32 } from "@rts";
function less(a: u32, b: u32): u32 {
  return a - b;
}

export function main(_args: string[]): i32 {
  print(`${less(5, 6)}`);
  return 0;
}
