/** toFixed of doubles. */
import { type f64, type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const values: f64[] = [0.0, 1.005, 1.45, -1.5, 123.456, 0.000001, 1e20, 2.5, -0.0001];
  for (const v of values) print(`${v.toFixed(0)} ${v.toFixed(1)} ${v.toFixed(2)} ${v.toFixed(6)}`);
  const n: f64 = 12;
  print(n.toFixed(3));
  return 0;
}
