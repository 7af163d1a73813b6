/** splice(start, count) removes and returns. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: i32[] = [0, 1, 2, 3, 4, 5, 6, 7];
  print(`${a.splice(2, 3).join()} ${a.join()}`);
  print(`${a.splice(0, 1).join()} ${a.join()}`);
  print(`[${a.splice(1, 0).join()}] ${a.join()}`);
  print(`${a.splice(-2, 1).join()} ${a.join()}`);
  print(`${a.splice(1, 100).join()} ${a.join()}`);
  const words: string[] = ["a", "b", "c"];
  words.splice(1, 1);
  print(words.join());
  return 0;
}
