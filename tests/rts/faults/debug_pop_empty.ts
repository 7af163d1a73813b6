// profile: debug
// exit: 70
// stderr: debug_pop_empty.ts:9:12
/** pop of an empty array. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const items: i32[] = [1];
  items.pop();
  print(`${items.pop()!}`);
  return 0;
}
