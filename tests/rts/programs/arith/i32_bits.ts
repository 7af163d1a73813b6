/** Bitwise operators on i32. */
import { type i32, print } from "@rts";
const MASK: i32 = 0x0f0f0f0f;

function mix(a: i32, b: i32): i32 {
  return (a & MASK) | (b & ~MASK);
}

export function main(_args: string[]): i32 {
  const values: i32[] = [0, -1, 0x55555555, -1431655766, 255];
  for (const a of values) {
    for (const b of values) print(`${a & b} ${a | b} ${a ^ b} ${mix(a, b)}`);
    print(`${~a} ${~~a}`);
  }
  let flags: i32 = 0;
  flags |= 1 << 5;
  flags |= 1 << 31;
  flags ^= 3;
  flags &= ~1;
  print(`${flags} ${(flags & (1 << 5)) !== 0} ${(flags & 4) !== 0}`);
  return 0;
}
