/** `(…) >>> 0` wraps sums and differences to u32. */
import { type i32, print, type u32 } from "@rts";
function sum(a: u32, b: u32): u32 {
  return (a + b) >>> 0;
}

function difference(a: u32, b: u32): u32 {
  return (a - b) >>> 0;
}

export function main(_args: string[]): i32 {
  const top: u32 = 4294967295;
  print(`${sum(top, 1)} ${sum(top, top)} ${difference(0, 1)} ${difference(0, top)}`);
  let state: u32 = 123456789;
  for (let i = 0; i < 5; i++) {
    state = Math.imul(state | 0, 1664525) >>> 0;
    state = (state + 1013904223) >>> 0;
    print(`${state}`);
  }
  return 0;
}
