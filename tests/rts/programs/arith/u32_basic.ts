/** u32 sums, differences, products, quotients and remainders within the kind. */
import { type i32, print, type u32, udiv, urem } from "@rts";
const TOP: u32 = 4294967295;

function scale(a: u32, b: u32): u32 {
  return a * b;
}

export function main(_args: string[]): i32 {
  const a: u32 = 4000000000;
  const b: u32 = 3;
  print(`${TOP} ${a} ${a - b} ${scale(1000000, 4000)}`);
  print(`${a % b} ${(a / b) >>> 0} ${a / b}`);
  print(`${udiv(TOP, 2)} ${urem(TOP, 7)} ${udiv(TOP, TOP)} ${udiv(1, TOP)} ${urem(5, TOP)}`);
  let c: u32 = 0;
  c += 7;
  c *= 3;
  c -= 1;
  c++;
  print(`${c} ${c++} ${c}`);
  c = (c - 30) >>> 0;
  print(`${c}`);
  return 0;
}
