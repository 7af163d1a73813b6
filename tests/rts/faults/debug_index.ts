// profile: debug
// exit: 70
// stdout: 3
// stderr: debug_index.ts:8:10
/** An index past the end of a growable array. */
import { type i32, print } from "@rts";
function at(items: i32[], i: i32): i32 {
  return items[i];
}

export function main(_args: string[]): i32 {
  const items: i32[] = [1, 2, 3];
  print(`${at(items, 2)}`);
  print(`${at(items, 3)}`);
  return 0;
}
