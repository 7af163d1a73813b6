// exit: 1
// stdout: handler
// stderr: MineError
// stderr: not yours
/** An exception that no handler takes as its own goes through them. */
import { Exception, type i32, OverflowError, print } from "@rts";
class MineError extends Exception {}

export function main(_args: string[]): i32 {
  try {
    throw new MineError("not yours");
  } catch (e) {
    print("handler");
    if (!(e instanceof OverflowError)) throw e;
  }
  return 0;
}
