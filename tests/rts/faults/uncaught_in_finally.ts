// exit: 1
// stdout: cleanup
// stderr: Exception
// stderr: second
/** finally runs before an uncaught exception ends the program. */
import { Exception, type i32, print } from "@rts";
function f(): void {
  try {
    throw new Exception("first");
  } finally {
    print("cleanup");
    g();
  }
}

function g(): void {
  throw new Exception("second");
}

export function main(_args: string[]): i32 {
  f();
  return 0;
}
