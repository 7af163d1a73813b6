/** for … of over arrays, also while the array grows. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: i32[] = [1, 2, 3];
  let line = "";
  for (const x of a) {
    line += `${x} `;
    if (x < 3) a.push(x + 10);
  }
  print(line);
  for (let x of a) {
    x += 1;
    if (x === 4) continue;
    if (x > 11) break;
    print(`${x}`);
  }
  for (const row of [[1, 2], [3]]) for (const x of row) print(`${x}`);
  const none: string[] = [];
  for (const x of none) print(x);
  return 0;
}
