/** write, print and non-ASCII output. */
import { type i32, print, write } from "@rts";
export function main(_args: string[]): i32 {
  write("no newline, ");
  write("");
  print("then one");
  print("");
  write('tab\tquote"backslash\\\n');
  print("null \0 inside".replaceAll("\0", "0"));
  print("2 bytes é, 3 bytes €, 4 bytes \u{10348}");
  return 0;
}
