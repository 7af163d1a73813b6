/** f64ToI32 and f64ToI64 truncate and saturate; NaN gives 0. */
import { type f64, f64ToI32, f64ToI64, type i32, print } from "@rts";
const NAN: f64 = NaN;
const INF: f64 = Infinity;

export function main(_args: string[]): i32 {
  const values: f64[] = [
    0,
    -0.0,
    0.9,
    -0.9,
    1.5,
    -1.5,
    2147483647,
    2147483647.5,
    2147483648,
    -2147483648,
    -2147483648.5,
    -2147483649,
    1e10,
    -1e10,
    9007199254740993,
    9.3e18,
    -9.3e18,
    1e300,
    -1e300,
  ];
  for (const v of values) print(`${v}: ${f64ToI32(v)} ${f64ToI64(v)}`);
  print(
    `${f64ToI32(NAN)} ${f64ToI64(NAN)} ${f64ToI32(INF)} ${f64ToI64(INF)} ${f64ToI32(-INF)} ${f64ToI64(-INF)}`,
  );
  return 0;
}
