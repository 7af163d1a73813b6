/** Variables assigned on several paths, declared without a value. */
import { type f64, type i32, print } from "@rts";
function f(n: i32): string {
  let text: string;
  let value: f64;
  if (n > 0) {
    text = "positive";
    value = n / 2;
  } else if (n < 0) {
    text = "negative";
    value = -n;
  } else {
    text = "zero";
    value = 0.25;
  }
  let i: i32;
  for (i = 0; i < n; i++) if (i * i > 10) break;
  return `${text} ${value} ${i}`;
}

export function main(_args: string[]): i32 {
  print(f(5));
  print(f(-3));
  print(f(0));
  print(f(2));
  let a: i32 = 1;
  let b: i32 = 2;
  for (let k = 0; k < 7; k++) {
    const saved = a;
    a = b;
    b = saved + b;
  }
  print(`${a} ${b}`);
  return 0;
}
