// profile: debug
// exit: 70
// stderr: debug_index_negative.ts:7:3
/** A store at a negative index of a typed array. */
import type { i32 } from "@rts";
function store(items: Int32Array, i: i32): void {
  items[i] = 1;
}

export function main(_args: string[]): i32 {
  store(new Int32Array(4), -1);
  return 0;
}
