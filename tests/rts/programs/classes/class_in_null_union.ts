/** `C | null` parameters, results, fields, conditions and `??`. */
import { type i32, print } from "@rts";
class Box {
  constructor(readonly n: i32, readonly inner: Box | null) {}
}
const EMPTY: Box = new Box(0, null);

function inner(b: Box | null): Box | null {
  if (b === null) return null;
  return b.inner;
}

function depth(b: Box | null): i32 {
  return b === null ? 0 : 1 + depth(b.inner);
}

export function main(_args: string[]): i32 {
  const b = new Box(1, new Box(2, new Box(3, null)));
  print(`${depth(b)} ${depth(null)} ${depth(inner(inner(b)))} ${inner(null) === null}`);
  print(`${(inner(b) ?? EMPTY).n} ${(inner(inner(inner(b))) ?? EMPTY).n}`);
  let at: Box | null = b;
  let sum: i32 = 0;
  while (at !== null && sum < 100) {
    sum += at.n;
    at = at.inner;
  }
  print(`${sum} ${at === null}`);
  return 0;
}
