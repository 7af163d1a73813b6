/** Bitwise operators on u32 give i32; `>>> 0` comes back. */
import { type i32, print, type u32 } from "@rts";
export function main(_args: string[]): i32 {
  const a: u32 = 0xdeadbeef;
  const b: u32 = 0xcafebabe;
  print(`${a & b} ${a | b} ${a ^ b} ${~a}`);
  print(`${(a & b) >>> 0} ${(a | b) >>> 0} ${(a ^ b) >>> 0} ${~a >>> 0}`);
  print(`${a << 4} ${(a << 4) >>> 0} ${a >> 4} ${a >>> 4} ${a | 0}`);
  let rotated: u32 = a;
  for (let i = 0; i < 4; i++) {
    rotated = ((rotated << 8) | (rotated >>> 24)) >>> 0;
    print(rotated.toString());
  }
  return 0;
}
