/** length can be set to a smaller value. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: string[] = ["a", "b", "c", "d"];
  a.length = 2;
  print(`${a.length} ${a.join("")}`);
  a.push("x");
  print(a.join(""));
  a.length = 0;
  print(`${a.length} [${a.join("")}]`);
  a.push("y");
  print(`${a.length} ${a[0]}`);
  a.length--;
  print(`${a.length}`);
  return 0;
}
