// exit: 1
// stderr: OverflowError
/** An uncaught exception that the toolchain threw. */
import { type i32, mulOvf, print } from "@rts";
export function main(args: string[]): i32 {
  print(`${mulOvf(2147483647, 2 + args.length)}`);
  return 0;
}
