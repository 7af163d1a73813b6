// exit: 1
// stdout: before
// stderr: StackOverflowError
// gcstress: no
/** An uncaught stack overflow is an exception like others. */
import { type i32, print } from "@rts";
function forever(n: i32): i32 {
  return forever(n + 1) + 1;
}

export function main(_args: string[]): i32 {
  print("before");
  print(`${forever(0)}`);
  return 0;
}
