/** The remainder of doubles, exact, with the sign of the dividend. */
import { type f64, type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const values: f64[] = [0.5, -0.5, 3.75, -3.75, 1e10, 1e300, 0.1, 5e-324];
  for (const a of values) {
    let line = "";
    for (const b of values) line += `${a % b} `;
    print(line);
  }
  let x: f64 = 10.5;
  x %= 3.0;
  print(`${x}`);
  return 0;
}
