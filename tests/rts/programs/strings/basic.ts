/** Length, units, characters, concatenation. */
import { type i32, print } from "@rts";
const GREETING = "hello";

export function main(_args: string[]): i32 {
  print(GREETING + ", " + "world");
  print(`${GREETING.length} ${GREETING[0]} ${GREETING[4]} ${GREETING.charAt(1)} ${GREETING.charCodeAt(1)}`);
  let text = "";
  for (let i = GREETING.length - 1; i >= 0; i--) text += GREETING[i];
  print(text);
  text += "!";
  text = text + text;
  print(text + text.length);
  print(`${"".length} ${"" === ""} [${""}]`);
  return 0;
}
