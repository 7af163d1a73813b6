/** split by a separator. */
import { type i32, print } from "@rts";
function show(parts: string[]): void {
  let line = `${parts.length}:`;
  for (const p of parts) line += ` [${p}]`;
  print(line);
}

export function main(_args: string[]): i32 {
  show("a,b,c".split(","));
  show(",a,,b,".split(","));
  show("abc".split(","));
  show("".split(","));
  show("one--two--three-".split("--"));
  show("aaa".split("aa"));
  show("line 1\nline 2\n".split("\n"));
  print("a b c".split(" ").join("+"));
  return 0;
}
