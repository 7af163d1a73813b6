/** print, write and printError, interleaved and long. */
import { type i32, print, printError, write } from "@rts";
export function main(_args: string[]): i32 {
  write("a");
  printError("to standard error");
  write("b\n");
  printError("é \u{1f600}");
  print("c".repeat(3000));
  for (let i = 0; i < 100; i++) write(`${i},`);
  print("");
  return 0;
}
