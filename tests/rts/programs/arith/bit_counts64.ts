/** Counting bits of 64. */
import { clz64, ctz64, type i32, type i64, popcnt64, print, shl64, wrap64 } from "@rts";
export function main(_args: string[]): i32 {
  const values: i64[] = [0n, 1n, -1n, 4294967296n, -9223372036854775808n, 0xff00ff00ff00n, 2147483648n];
  for (const v of values) print(`${clz64(v)} ${ctz64(v)} ${popcnt64(v)}`);
  for (let i = 0; i < 64; i += 9) {
    const v = shl64(1n, i);
    print(`${i} ${clz64(v)} ${ctz64(v)} ${popcnt64(wrap64(v - 1n))}`);
  }
  return 0;
}
