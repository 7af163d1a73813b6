// exit: 1
// stdout: before
// stderr: CustomError
// stderr: the message é
/** What reaches the end of main is printed with its class and message. */
import { Exception, type i32, print } from "@rts";
class CustomError extends Exception {}

function deep(n: i32): void {
  if (n === 0) throw new CustomError("the message é");
  deep(n - 1);
}

export function main(_args: string[]): i32 {
  print("before");
  deep(5);
  print("after");
  return 0;
}
