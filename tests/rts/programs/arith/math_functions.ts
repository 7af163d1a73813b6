/** The functions of Math on doubles. */
import { type f64, type i32, print } from "@rts";
const PI: f64 = Math.PI;

export function main(_args: string[]): i32 {
  const values: f64[] = [0.0, 0.5, 1.0, 2.0, 10.0, -1.0];
  for (const x of values) {
    print(`${Math.sqrt(x)} ${Math.sin(x)} ${Math.cos(x)} ${Math.tan(x)}`);
    print(`${Math.asin(x)} ${Math.acos(x)} ${Math.atan(x)} ${Math.exp(x)}`);
    print(`${Math.log(x)} ${Math.log2(x)} ${Math.log10(x)} ${Math.cbrt(x)}`);
    print(`${Math.atan2(x, 2.0)} ${Math.hypot(x, 3.0)} ${Math.pow(x, 1.5)}`);
  }
  print(`${Math.sin(PI)} ${Math.cos(PI)} ${Math.atan2(-1, -1)} ${Math.sqrt(2)} ${Math.hypot(3, 4)}`);
  return 0;
}
