/** i64ToU64 and u64ToI64 keep the bits. */
import { type i32, type i64, i64ToF64, i64ToU64, print, type u64, u64ToF64, u64ToI64 } from "@rts";
export function main(_args: string[]): i32 {
  const values: i64[] = [0n, 1n, -1n, -9223372036854775808n, 9223372036854775807n];
  for (const v of values) {
    const u: u64 = i64ToU64(v);
    print(`${v} ${u} ${u64ToI64(u)} ${u64ToI64(u) === v}`);
    print(`${i64ToF64(v)} ${u64ToF64(u)}`);
  }
  return 0;
}
