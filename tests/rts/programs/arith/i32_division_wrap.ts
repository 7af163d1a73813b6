/** The one i32 quotient that does not fit wraps under `| 0`. */
import { type i32, print } from "@rts";
function quotient(a: i32, b: i32): i32 {
  return (a / b) | 0;
}

export function main(_args: string[]): i32 {
  const min: i32 = -2147483648;
  print(`${quotient(min, -1)}`);
  print(`${quotient(min, 1)} ${quotient(min, 2)} ${quotient(min, min)} ${quotient(1, min)}`);
  print(`${quotient(min, 0)} ${quotient(0, 0)} ${quotient(-1, 0)}`);
  return 0;
}
