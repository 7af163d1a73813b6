/** floor, ceil, trunc, round, sign, fround at edge values. */
import { type f64, type i32, print } from "@rts";
const NAN: f64 = NaN;
const INF: f64 = Infinity;

function zero(x: f64): string {
  return x === 0 && 1 / x < 0 ? "-0" : `${x}`;
}

export function main(_args: string[]): i32 {
  const values: f64[] = [
    0.5,
    -0.5,
    1.5,
    2.5,
    -1.5,
    -2.5,
    0.49999999999999994,
    -0.0,
    0.0,
    4503599627370495.5,
    9007199254740992,
    -0.2,
    1e300,
    NAN,
    INF,
    -INF,
  ];
  for (const v of values) {
    print(
      `${zero(v)}: ${zero(Math.floor(v))} ${zero(Math.ceil(v))} ${zero(Math.trunc(v))} ${
        zero(Math.round(v))
      }` +
        ` ${zero(Math.sign(v))} ${zero(Math.fround(v))}`,
    );
  }
  print(`${Math.fround(0.1)} ${Math.fround(16777217)} ${Math.fround(1e40)}`);
  return 0;
}
