/** A small text algorithm over several methods. */
import { type bool, type i32, print, StringBuilder } from "@rts";
function reverse(text: string): string {
  const b = new StringBuilder();
  for (let i = text.length - 1; i >= 0; i--) b.appendCode(text.charCodeAt(i));
  return b.toString();
}

function isPalindrome(text: string): bool {
  const clean = text.toLowerCase().replaceAll(" ", "").replaceAll(",", "");
  return clean === reverse(clean);
}

export function main(_args: string[]): i32 {
  const words = "the quick brown fox".split(" ");
  words.reverse();
  print(words.map((w: string): string => reverse(w)).join(" "));
  print(`${isPalindrome("A man, a plan, a canal, Panama")} ${isPalindrome("not one")} ${isPalindrome("")}`);
  return 0;
}
