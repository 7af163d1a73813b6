// args: $DIR/lib/text.txt $DIR/lib/missing.txt
/** readTextFile, and HostError when there is no such file. */
import { HostError, type i32, print, readTextFile } from "@rts";
export function main(args: string[]): i32 {
  const text = readTextFile(args[0]);
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) print(`${i}: ${lines[i]} (${lines[i].length})`);
  try {
    print(readTextFile(args[1]));
  } catch (e) {
    if (!(e instanceof HostError)) throw e;
    print(`host error ${e.message.length > 0}`);
  }
  return 0;
}
