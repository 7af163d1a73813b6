/** Bitwise operators on i64. */
import { type i32, type i64, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: i64 = 0x123456789abcdef0n;
  const b: i64 = -1n;
  const c: i64 = 0x0f0f0f0f0f0f0f0fn;
  print(`${a & c} ${a | c} ${a ^ c} ${~a} ${a & b} ${a ^ b}`);
  let x: i64 = 5n;
  x |= 1n << 40n;
  x ^= 1n;
  x &= ~(4n);
  print(`${x}`);
  x <<= 3n;
  x >>= 1n;
  print(`${x} ${(x & (1n << 42n)) !== 0n}`);
  return 0;
}
