/** `>>> literal` from 1 to 31 gives an i32; other counts give a u32. */
import { type i32, print, type u32 } from "@rts";
function high(x: i32): i32 {
  return x >>> 24;
}

function half(x: i32): i32 {
  return x >>> 1;
}

function whole(x: i32): u32 {
  return x >>> 0;
}

function by(x: i32, count: i32): u32 {
  return x >>> count;
}

export function main(_args: string[]): i32 {
  const values: i32[] = [-1, -2147483648, 0x7fffffff, 0x12345678, 0];
  for (const v of values) print(`${high(v)} ${half(v)} ${whole(v)} ${by(v, 3)} ${by(v, 32)} ${v >>> 31}`);
  const n: i32 = (-16 >>> 28) - 3;
  print(`${n}`);
  return 0;
}
