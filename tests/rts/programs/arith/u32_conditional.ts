/** Conditional expressions whose sides are u32 and i32 that plainly are not negative. */
import { type i32, print, type u32 } from "@rts";

let g: u32 = 7;

function pick(c: boolean, x: u32, text: string): u32 {
  const a: u32 = (c ? x >>> 0 : 0 >>> 2) % (((c ? 5 : 6) | 1) >>> 0);
  g = (c ? (4000000000 >>> 0) : text.length) % 1000;
  const b: u32 = (c ? text.length : x) + 1;
  return a + b + g;
}

export function main(_args: string[]): i32 {
  print(`${pick(true, 4294967295, "abc")} ${g}`);
  print(`${pick(false, 12, "abc")} ${g}`);
  return 0;
}
