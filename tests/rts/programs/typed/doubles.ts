/** Float64Array. */
import { type f64, type i32, print } from "@rts";
const NAN: f64 = NaN;

export function main(_args: string[]): i32 {
  const a = new Float64Array(6);
  a[0] = 0.1;
  a[1] = -0.0;
  a[2] = 1e308;
  a[3] = NAN;
  a[4] = a[0] + 0.2;
  let line = "";
  for (const x of a) line += `${x} `;
  print(`${line}${1 / a[1]} ${a[3] === a[3]} ${a[2] * 10}`);
  const n: i32 = 3;
  a[5] = n;
  a[5] /= 2;
  print(`${a[5]}`);
  a.fill(0.25, 2);
  let sum: f64 = 0;
  for (let i = 0; i < a.length; i++) sum += a[i];
  print(`${sum}`);
  return 0;
}
