/** Counting and rotating bits of 32. */
import { ctz32, type i32, popcnt32, print, rotl32 } from "@rts";
export function main(_args: string[]): i32 {
  const values: i32[] = [0, 1, -1, 2, 0x00ff0000, -2147483648, 0x12345678, 6];
  for (const v of values) {
    print(
      `${Math.clz32(v)} ${ctz32(v)} ${popcnt32(v)} ${rotl32(v, 0)} ${rotl32(v, 7)} ${rotl32(v, 31)} ${
        rotl32(v, 33)
      }`,
    );
  }
  let total: i32 = 0;
  for (let i = 0; i < 1000; i++) total += popcnt32(Math.imul(i, -1640531535));
  print(`${total}`);
  return 0;
}
