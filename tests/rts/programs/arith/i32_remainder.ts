/** `%` takes the sign of the dividend. */
import { type i32, print } from "@rts";
const VALUES: i32[] = [1, -1, 3, -3, 10, -10, 2147483647, -2147483648];

export function main(_args: string[]): i32 {
  for (const a of VALUES) {
    let line = "";
    for (const b of VALUES) {
      const r: i32 = (a % b) | 0;
      line += `${r} `;
    }
    print(line);
  }
  let n: i32 = 17;
  n %= 5;
  print(`${n} ${-17 % 5 | 0} ${17 % -5}`);
  const power: i32 = 13 % 8;
  print(`${power} ${power === 5}`);
  return 0;
}
