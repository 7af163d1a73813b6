// profile: debug
// exit: 70
// stderr: debug_overflow_increment.ts:9:5
/** `++` past the end of i32. */
import type { i32 } from "@rts";
class Counter {
  n: i32 = 2147483647;
  bump(): void {
    this.n++;
  }
}

export function main(_args: string[]): i32 {
  new Counter().bump();
  return 0;
}
