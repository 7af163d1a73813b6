/** The ends of i32 in literals, comparisons and wrapping sums. */
import { type i32, print } from "@rts";
const MIN: i32 = -2147483648;
const MAX: i32 = 2147483647;

function sum(a: i32, b: i32): i32 {
  return (a + b) | 0;
}

function difference(a: i32, b: i32): i32 {
  return (a - b) | 0;
}

export function main(_args: string[]): i32 {
  print(`${MIN} ${MAX}`);
  print(`${sum(MAX, 1)} ${sum(MIN, -1)} ${sum(MAX, MAX)} ${sum(MIN, MIN)} ${sum(MIN, MAX)}`);
  print(`${difference(MIN, 1)} ${difference(MAX, -1)} ${difference(0, MIN)} ${difference(MIN, MAX)}`);
  print(`${MIN < MAX} ${MIN <= MIN} ${MAX > MIN} ${MAX >= MAX} ${MIN === MAX} ${MIN !== MAX}`);
  let x: i32 = MIN;
  x += 5;
  print(`${x}`);
  x = MAX;
  x--;
  print(`${x} ${-MAX} ${~MIN} ${~MAX}`);
  return 0;
}
