/** parseI32 and parseF64. */
import { type i32, parseF64, parseI32, print } from "@rts";
export function main(_args: string[]): i32 {
  const integers: string[] = ["0", "7", "-7", "0042", "2147483647", "-2147483648"];
  for (const text of integers) print(`${parseI32(text)}`);
  const doubles: string[] = [
    "0",
    "-0",
    "1.5",
    "-2.25e3",
    "1e-7",
    ".5",
    "5.",
    "  12  ",
    "0x1f",
    "Infinity",
    "-Infinity",
    "",
    "abc",
    "1e400",
    "1e",
    "0.1e1x",
    "179769313486231570000000000000000000000",
  ];
  for (const text of doubles) print(`[${text}] ${parseF64(text)}`);
  print(`${1 / parseF64("-0")}`);
  return 0;
}
