/** join of strings and of every kind. */
import { type bool, type f64, type i32, type i64, print, type u32 } from "@rts";
export function main(_args: string[]): i32 {
  const ints: i32[] = [3, -1, 2147483647];
  const longs: i64[] = [1n, -9223372036854775808n];
  const doubles: f64[] = [0.5, 1, -0.0, 1e21];
  const bools: bool[] = [true, false];
  const unsigned: u32[] = [4294967295, 0];
  const words: string[] = ["a", "", "c"];
  const empty: string[] = [];
  print(ints.join(","));
  print(longs.join(" "));
  print(doubles.join("; "));
  print(bools.join("&"));
  print(unsigned.join(""));
  print(`${words.join(",")} ${words.join("")} [${empty.join(",")}] ${["one"].join(",")}`);
  return 0;
}
