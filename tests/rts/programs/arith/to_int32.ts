/** `x | 0` on an f64 or a u32 is JavaScript's ToInt32. */
import { type f64, type i32, print, type u32 } from "@rts";
const NAN: f64 = NaN;
const INF: f64 = Infinity;

function toInt(x: f64): i32 {
  return x | 0;
}

export function main(_args: string[]): i32 {
  const values: f64[] = [
    0.5,
    -0.5,
    1.99,
    -1.99,
    2147483648,
    2147483649.7,
    4294967296,
    4294967297,
    -2147483649,
    -4294967297.5,
    1e15,
    -1e15,
    9007199254740991,
    1.5e19,
    1e100,
    5e-324,
  ];
  for (const v of values) print(`${v} ${toInt(v)}`);
  print(`${toInt(NAN)} ${toInt(INF)} ${toInt(-INF)} ${toInt(-0.0)}`);
  const u: u32 = 3000000000;
  print(`${u | 0}`);
  return 0;
}
