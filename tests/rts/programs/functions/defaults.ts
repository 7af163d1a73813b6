/** Default values of parameters: constants, expressions, earlier parameters, calls. */
import { type f64, type i32, print } from "@rts";
let calls: i32 = 0;

function next(): i32 {
  calls++;
  return calls * 10;
}

function f(a: i32, b: i32 = 5, c: i32 = a + b, d: string = "d"): string {
  return `${a} ${b} ${c} ${d}`;
}

function g(x: i32 = next(), y: f64 = 0.5, z: string | null = null): string {
  return `${x} ${y} ${z ?? "null"}`;
}

class C {
  constructor(readonly n: i32 = 7) {}
  add(by: i32 = this.n): i32 {
    return this.n + by;
  }
}

export function main(_args: string[]): i32 {
  print(f(1));
  print(f(1, 2));
  print(f(1, 2, 9));
  print(f(1, 2, 9, "x"));
  print(`${g()}; ${g(3)}; ${g()}; ${g(1, 2, "z")}; ${calls}`);
  print(`${new C().n} ${new C(3).add()} ${new C().add(1)}`);
  return 0;
}
