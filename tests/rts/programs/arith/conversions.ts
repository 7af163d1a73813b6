/** Integer conversions between the widths. */
import { type i32, i32ToI64, type i64, i64ToF64, i64ToI32, print, type u32, u32ToI64 } from "@rts";
export function main(_args: string[]): i32 {
  const small: i32[] = [0, 1, -1, 2147483647, -2147483648];
  for (const v of small) {
    print(`${i32ToI64(v)} ${BigInt(v)} ${u32ToI64(v >>> 0)} ${v >>> 0}`);
  }
  const big: i64[] = [0n, -1n, 4294967296n, 4294967295n, 2147483648n, -2147483649n, 0x123456789abcdefn];
  for (const v of big) {
    print(`${i64ToI32(v)} ${i64ToF64(v)} ${Number(v)}`);
  }
  const u: u32 = 4294967295;
  print(`${u | 0} ${u32ToI64(u)}`);
  const x: i64 = BigInt(-5) + 3n;
  print(`${x}`);
  return 0;
}
