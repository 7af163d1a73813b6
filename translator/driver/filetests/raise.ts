/** A raise that its handler's function inlines is a branch; allocation can raise as well. */
import { Exception, type i32 } from "@rts";

function half(n: i32): i32 {
  if ((n & 1) !== 0) throw new Exception("odd");
  return n >> 1;
}

export function halves(n: i32): i32 {
  let count = 0;
  try {
    for (let rest = n; rest !== 0; rest = half(rest)) count++;
  } catch (_) {
    return -count;
  }
  return count;
}
