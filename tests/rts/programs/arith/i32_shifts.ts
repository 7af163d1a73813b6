/** Shift counts are taken modulo 32. */
import { type i32, print } from "@rts";
const COUNTS: i32[] = [0, 1, 4, 16, 31, 32, 33, 63, 64, -1];

export function main(_args: string[]): i32 {
  const values: i32[] = [1, -1, 0x12345678, -2147483648, 2147483647];
  for (const v of values) {
    let left = "<<";
    let right = ">>";
    let logical = ">>>";
    for (const c of COUNTS) {
      left += ` ${v << c}`;
      right += ` ${v >> c}`;
      logical += ` ${v >>> c}`;
    }
    print(left);
    print(right);
    print(logical);
  }
  let x: i32 = 3;
  x <<= 4;
  x >>= 1;
  print(`${x}`);
  return 0;
}
