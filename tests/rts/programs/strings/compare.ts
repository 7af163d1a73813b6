/** Comparison by UTF-16 units. */
import { type i32, print } from "@rts";
const WORDS: string[] = ["", "a", "A", "ab", "b", "aa", "é", "z", "\u{1f600}", "\uffff", "a\0"];

export function main(_args: string[]): i32 {
  for (const a of WORDS) {
    let line = "";
    for (const b of WORDS) {
      line += a < b ? "<" : a > b ? ">" : "=";
      line += a <= b && !(a > b) ? "." : "!";
      line += a >= b === !(a < b) ? "." : "!";
      line += (a === b) !== (a !== b) ? "." : "!";
    }
    print(line);
  }
  return 0;
}
