/** `**` and Math.pow on doubles. */
import { type f64, type i32, print } from "@rts";
const NAN: f64 = NaN;
const INF: f64 = Infinity;

export function main(_args: string[]): i32 {
  const bases: f64[] = [2.0, -2.0, 0.5, 0.0, 1.0, INF];
  const exponents: f64[] = [0.0, 1.0, 2.0, -1.0, 0.5, 10.0];
  for (const b of bases) {
    let line = "";
    for (const e of exponents) line += `${b ** e} ${Math.pow(b, e) === b ** e} `;
    print(line);
  }
  print(`${NAN ** 0.0} ${1.0 ** 3.0} ${Math.pow(2, -1074)} ${Math.pow(2, 1023)} ${2.0 ** 1024.0}`);
  let x: f64 = 3.0;
  x **= 3.0;
  print(`${x} ${2.0 ** 3.0 ** 2.0}`);
  return 0;
}
