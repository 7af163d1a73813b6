/** toString of integers, with a radix for i32. */
import { type bool, type i32, type i64, print, type u32, type u64 } from "@rts";
export function main(_args: string[]): i32 {
  const values: i32[] = [0, 1, -1, 255, -255, 123456789, 2147483647, -2147483648];
  for (const v of values) {
    print(`${v.toString()} ${v.toString(2)} ${v.toString(8)} ${v.toString(16)} ${v.toString(36)}`);
  }
  const u: u32 = 4294967295;
  const a: i64 = -123456789012345678n;
  const b: u64 = 18446744073709551615n;
  print(u.toString() + " " + a.toString() + " " + b.toString());
  const flag: bool = values.length > 3;
  print(flag.toString() + " " + flag);
  return 0;
}
