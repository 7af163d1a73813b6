/** Doubles print in their shortest form, as JavaScript's do. */
import { type f64, type i32, print } from "@rts";
const NAN: f64 = NaN;
const INF: f64 = Infinity;

export function main(_args: string[]): i32 {
  const values: f64[] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.1,
    0.2,
    0.3,
    1e21,
    1e20,
    123456789012345680000,
    1e-6,
    1e-7,
    1.5e-7,
    5e-324,
    1.7976931348623157e308,
    2.2250738585072014e-308,
    4.35,
    0.1 + 0.2,
    100,
    1e5,
    9007199254740993,
    1 / 3,
    2 / 3,
    1e100,
    -1.25e-10,
    123.456,
    4294967296,
    1e23,
  ];
  for (const v of values) print(`${v} ${v.toString()} ` + v);
  print(`${NAN} ${INF} ${-INF}`);
  return 0;
}
