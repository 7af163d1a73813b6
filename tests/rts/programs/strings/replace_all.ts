/** replaceAll of strings. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  print("a-b-c".replaceAll("-", "+"));
  print("aaaa".replaceAll("aa", "b"));
  print("aaaaa".replaceAll("aa", "b"));
  print("none".replaceAll("x", "y"));
  print("drop the spaces".replaceAll(" ", ""));
  print("grow".replaceAll("o", "ooo"));
  print("".replaceAll("x", "y") + "|");
  print("tab\tnew".replaceAll("\t", "\\t"));
  return 0;
}
