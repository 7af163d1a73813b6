/** concat makes a new array. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: i32[] = [1, 2];
  const b: i32[] = [3];
  const c = a.concat(b);
  a.push(9);
  print(`${a.join()} ${b.join()} ${c.join()} ${c.concat(c).join()}`);
  const none: i32[] = [];
  print(`${none.concat(none).length} ${none.concat(b).join()} ${b.concat(none).join()}`);
  const words: string[] = ["x"];
  print(words.concat(["y", "z"]).join("-"));
  return 0;
}
