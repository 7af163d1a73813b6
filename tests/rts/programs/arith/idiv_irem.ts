/** idiv and irem agree with each other: a = q * b + r. */
import { type i32, idiv, irem, print } from "@rts";
const VALUES: i32[] = [1, -1, 2, -2, 5, -5, 12345, -12345, 2147483647, -2147483647];

export function main(_args: string[]): i32 {
  let checked: i32 = 0;
  for (const a of VALUES) {
    for (const b of VALUES) {
      const q = idiv(a, b);
      const r = irem(a, b);
      if (((Math.imul(q, b) + r) | 0) !== a) print(`wrong: ${a} ${b}`);
      checked++;
    }
  }
  print(`${checked}`);
  print(`${idiv(7, 2)} ${idiv(-7, 2)} ${idiv(7, -2)} ${idiv(-7, -2)}`);
  print(`${irem(7, 2)} ${irem(-7, 2)} ${irem(7, -2)} ${irem(-7, -2)}`);
  print(`${idiv(-2147483648, 2)} ${irem(-2147483648, 3)} ${irem(-2147483648, -2147483648)}`);
  return 0;
}
