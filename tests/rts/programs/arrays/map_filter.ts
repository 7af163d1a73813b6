/** map, filter, forEach, reduce with functions that capture nothing. */
import { type bool, type f64, type i32, print } from "@rts";
let total: i32 = 0;

function square(x: i32): i32 {
  return x * x;
}

function isOdd(x: i32): bool {
  return (x & 1) === 1;
}

export function main(_args: string[]): i32 {
  const a: i32[] = [1, 2, 3, 4, 5];
  print(a.map(square).join());
  print(a.filter(isOdd).join());
  print(a.map((x: i32): string => `<${x}>`).join(""));
  print(a.map((x: i32): f64 => x / 2).join(" "));
  a.forEach((x: i32): void => {
    total += x;
  });
  print(`${total} ${a.reduce((sum: i32, x: i32): i32 => sum + x, 100)}`);
  print(a.reduce((text: string, x: i32): string => text + x, ">"));
  print(a.filter((x: i32): bool => x > 2).map(square).reduce((s: i32, x: i32): i32 => s + x, 0).toString());
  return 0;
}
