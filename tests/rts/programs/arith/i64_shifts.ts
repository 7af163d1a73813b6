/** i64 shifts by the operators and by the prelude's functions. */
import { type i32, type i64, print, shl64, shr64, shrU64 } from "@rts";
const COUNTS: i32[] = [0, 1, 31, 32, 33, 62, 63, 64, 65, -1];

export function main(_args: string[]): i32 {
  const values: i64[] = [1n, -1n, 0x123456789abcdefn, -9223372036854775808n];
  for (const v of values) {
    let left = "shl";
    let logical = "shrU";
    let right = "shr";
    for (const c of COUNTS) {
      left += ` ${shl64(v, c)}`;
      logical += ` ${shrU64(v, c)}`;
      right += ` ${shr64(v, c)}`;
    }
    print(left);
    print(logical);
    print(right);
    print(`${v >> 0n} ${v >> 4n} ${v >> 63n} ${(v >> 60n) << 60n}`);
  }
  return 0;
}
