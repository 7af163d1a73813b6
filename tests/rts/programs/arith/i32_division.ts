/** `(a / b) | 0` truncates, and gives 0 for a divisor of 0; `/` is an f64. */
import { type f64, type i32, print } from "@rts";
const VALUES: i32[] = [0, 1, -1, 2, -2, 7, -7, 100, 2147483647, -2147483648];

function quotient(a: i32, b: i32): i32 {
  return (a / b) | 0;
}

export function main(_args: string[]): i32 {
  for (const a of VALUES) {
    let line = `${a}:`;
    for (const b of VALUES) {
      if (a === -2147483648 && b === -1) continue;
      line += ` ${quotient(a, b)}`;
    }
    print(line);
  }
  const a: i32 = 7;
  const b: i32 = 2;
  const exact: f64 = a / b;
  print(`${exact} ${a / b} ${-a / b} ${b / a} ${1 / b}`);
  print(`${a / 0} ${-a / 0}`);
  return 0;
}
