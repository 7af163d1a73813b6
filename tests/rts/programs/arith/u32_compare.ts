/** u32 compares unsigned, i32 of the same bits signed. */
import { type i32, print, type u32 } from "@rts";
const VALUES: u32[] = [0, 1, 2147483647, 2147483648, 4294967295];

export function main(_args: string[]): i32 {
  for (const a of VALUES) {
    let unsigned = "";
    let signed = "";
    for (const b of VALUES) {
      unsigned += `${a < b} ${a <= b} ${a > b} ${a >= b} ${a === b} `;
      const x: i32 = a | 0;
      const y: i32 = b | 0;
      signed += `${x < y} ${x <= y} ${x > y} ${x >= y} ${x !== y} `;
    }
    print(unsigned);
    print(signed);
  }
  return 0;
}
