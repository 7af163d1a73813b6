/** Plain sums, differences, products and negation within i32. */
import { type i32, print } from "@rts";
function compute(a: i32, b: i32, c: i32): i32 {
  return a * b + c - a * (b - c) - -c;
}

export function main(_args: string[]): i32 {
  const values: i32[] = [0, 1, -1, 7, -13, 1000];
  for (const a of values) {
    let line = "";
    for (const b of values) line += `${compute(a, b, 3)} `;
    print(line);
  }
  let n: i32 = 5;
  n += 3;
  n -= 10;
  n *= -7;
  print(`${n} ${n++} ${n} ${++n} ${n--} ${--n} ${-n}`);
  return 0;
}
