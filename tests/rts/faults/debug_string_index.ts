// profile: debug
// exit: 70
// stderr: debug_string_index.ts:8:12
/** charCodeAt past the end. */
import { type i32, print } from "@rts";
export function main(args: string[]): i32 {
  const text = "abc";
  print(`${text.charCodeAt(3 + args.length)}`);
  return 0;
}
