/** slice with clamped and negative ends. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: i32[] = [0, 1, 2, 3, 4];
  print(`${a.slice().join()} | ${a.slice(2).join()} | ${a.slice(-2).join()} | ${a.slice(9).join()}`);
  const ends: i32[] = [0, 2, 5, 7, -1, -9];
  for (const s of ends) {
    let line = "";
    for (const e of ends) line += `[${a.slice(s, e).join()}] `;
    print(line);
  }
  const copy = a.slice();
  copy[0] = 99;
  copy.push(5);
  print(`${a.join()} ${copy.join()}`);
  return 0;
}
