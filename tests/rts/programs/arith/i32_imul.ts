/** Math.imul wraps. */
import { type i32, print } from "@rts";
function power(base: i32, exponent: i32): i32 {
  let result: i32 = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}

export function main(_args: string[]): i32 {
  print(`${Math.imul(2147483647, 2)} ${Math.imul(-2147483648, -1)} ${Math.imul(65536, 65536)}`);
  print(`${Math.imul(0x12345678, 0x9abcdef)} ${Math.imul(-5, 12)} ${Math.imul(0, -1)}`);
  for (let i = 0; i < 40; i += 3) print(`${power(3, i)} ${power(-7, i)}`);
  let hash: i32 = -2128831035;
  const text = "the quick brown fox";
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  print(`${hash}`);
  return 0;
}
