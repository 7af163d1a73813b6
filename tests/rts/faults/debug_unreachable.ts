// profile: debug
// exit: 70
// stderr: debug_unreachable.ts:8:3
/** A reached unreachable place is not an exception. */
import { type i32, print, unreachable } from "@rts";
function f(n: i32): i32 {
  if (n === 0) return 1;
  unreachable("n is 0");
}

export function main(args: string[]): i32 {
  try {
    print(`${f(1 + args.length)}`);
  } catch (_e) {
    print("caught");
  } finally {
    print("finally");
  }
  return 0;
}
