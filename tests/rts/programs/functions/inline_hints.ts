/** @inline, @noinline, @elidable and friends do not change results. */
import { type i32, print } from "@rts";

/** @inline */
function small(x: i32): i32 {
  return x + 1;
}

/** @noinline */
function apart(x: i32): i32 {
  return small(x) * 2;
}

/** @elidable */
function pure(x: i32): i32 {
  return x * x;
}

/** @unroll */
function unrolled(items: i32[]): i32 {
  let sum: i32 = 0;
  for (let i = 0; i < items.length; i++) sum += pure(items[i]);
  return sum;
}

/** @dontLookInside */
function opaque(text: string): string {
  return text + "?";
}

export function main(_args: string[]): i32 {
  print(`${small(1)} ${apart(1)} ${pure(5)} ${unrolled([1, 2, 3])} ${opaque("x")}`);
  return 0;
}
