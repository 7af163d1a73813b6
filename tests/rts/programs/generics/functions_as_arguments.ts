/** Function types over type parameters. */
import { type f64, type i32, print } from "@rts";
class Reducer<T, A> {
  constructor(private readonly step: (acc: A, x: T) => A, private readonly start: A) {}
  run(items: T[]): A {
    let acc = this.start;
    for (const x of items) acc = this.step(acc, x);
    return acc;
  }
}

function apply<T, R>(x: T, f: (x: T) => R): R {
  return f(x);
}

function compose(f: (x: i32) => i32, g: (x: i32) => string, x: i32): string {
  return g(f(x));
}

export function main(_args: string[]): i32 {
  const sum = new Reducer<i32, i32>((a: i32, x: i32): i32 => a + x, 0);
  const text = new Reducer<i32, string>((a: string, x: i32): string => a + x, "#");
  const mean = new Reducer<f64, f64>((a: f64, x: f64): f64 => (a + x) / 2, 0);
  print(`${sum.run([1, 2, 3])} ${text.run([4, 5])} ${mean.run([1, 2, 4.5])}`);
  print(
    `${apply<i32, string>(3, (x: i32): string => `n${x}`)} ${
      apply<string, i32>("four", (s: string): i32 => s.length)
    }`,
  );
  print(compose((x: i32): i32 => x * x, (x: i32): string => `[${x}]`, 9));
  return 0;
}
