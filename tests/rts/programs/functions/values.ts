/** Functions in variables, parameters, results; comparison with null and each other. */
import { type i32, print } from "@rts";
type Unary = (x: i32) => i32;

function double(x: i32): i32 {
  return x * 2;
}

function choose(which: i32): Unary | null {
  if (which === 0) return double;
  if (which === 1) return (x: i32): i32 => -x;
  return null;
}

function twice(f: Unary, x: i32): i32 {
  return f(f(x));
}

export function main(_args: string[]): i32 {
  let f: Unary = double;
  print(`${f(4)} ${twice(f, 3)} ${f === double}`);
  f = (x: i32): i32 => x + 1;
  print(`${f(4)} ${twice(f, 3)} ${f === double}`);
  for (let i = 0; i < 3; i++) {
    const g = choose(i);
    print(g === null ? "none" : `${g(5)} ${twice(g, 5)}`);
  }
  print(`${choose(0) === choose(0)} ${choose(0)!(21)} ${choose(2) === null}`);
  return 0;
}
