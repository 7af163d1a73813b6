// env: PYPY_GC_MAX=32M
// exit: 1
// stdout: before
// stderr: MemoryError
// gcstress: no
/** An uncaught MemoryError ends the program with its name. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  print("before");
  const kept: Float64Array[] = [];
  while (true) kept.push(new Float64Array(100000));
}
