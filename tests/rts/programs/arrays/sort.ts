/** sort with comparison functions. */
import { type f64, type i32, print } from "@rts";
function ascending(a: i32, b: i32): i32 {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function main(_args: string[]): i32 {
  const a: i32[] = [5, -1, 3, 2147483647, 0, -2147483648, 3];
  a.sort(ascending);
  print(a.join());
  a.sort((x: i32, y: i32): i32 => ascending(y, x));
  print(a.join());
  const words: string[] = ["pear", "apple", "fig", "Banana", "", "apples"];
  words.sort((x: string, y: string): i32 => x < y ? -1 : x > y ? 1 : 0);
  print(words.join(","));
  words.sort((x: string, y: string): i32 => x.length - y.length);
  print(words.join(","));
  const doubles: f64[] = [0.5, -1.5, 1e10, 0.25];
  doubles.sort((x: f64, y: f64): i32 => x < y ? -1 : x > y ? 1 : 0);
  print(doubles.join());
  const empty: i32[] = [];
  empty.sort(ascending);
  print(`${empty.length}`);
  return 0;
}
