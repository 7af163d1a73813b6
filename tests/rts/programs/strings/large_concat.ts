/** Doubling concatenation up to 64 K units. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  let text = "0123456789abcdef";
  while (text.length < 65536) text = text + text;
  print(`${text.length} ${text.charCodeAt(65535)} ${text.substring(32767, 32785)}`);
  let ones: i32 = 0;
  for (let i = 0; i < text.length; i++) if (text[i] === "1") ones++;
  print(`${ones}`);
  const other = text + "x";
  print(`${other > text} ${other.length} ${other.startsWith(text)}`);
  return 0;
}
