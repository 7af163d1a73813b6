/** Nested function declarations and function expressions that capture nothing. */
import { type i32, print } from "@rts";
const BASE: i32 = 100;

function outer(n: i32): i32 {
  function helper(x: i32): i32 {
    return x * 2 + BASE;
  }
  function recursive(x: i32): i32 {
    return x <= 0 ? 0 : x + recursive(x - 1);
  }
  return helper(n) + recursive(n);
}

function other(n: i32): i32 {
  function helper(x: i32): i32 {
    return x - 1;
  }
  const f = function (x: i32): i32 {
    return x * x;
  };
  return f(helper(n));
}

export function main(_args: string[]): i32 {
  print(`${outer(3)} ${outer(10)} ${other(5)}`);
  const local = (x: i32): i32 => x + BASE;
  print(`${local(1)} ${((x: i32): i32 => x * 3)(7)}`);
  return 0;
}
