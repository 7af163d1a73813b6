// exit: 42
/** main's result is the exit code. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  print("leaving");
  return 6 * 7;
}
