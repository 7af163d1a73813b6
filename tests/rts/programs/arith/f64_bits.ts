/** f64Bits and f64FromBits. */
import { type f64, f64Bits, f64FromBits, type i32, print } from "@rts";
const INF: f64 = Infinity;

export function main(_args: string[]): i32 {
  const values: f64[] = [0.0, -0.0, 1.0, -1.5, 0.1, 5e-324, 1.7976931348623157e308, INF];
  for (const v of values) {
    const bits = f64Bits(v);
    print(`${v} ${bits} ${f64FromBits(bits) === v}`);
  }
  print(`${f64FromBits(0x3ff0000000000001n)} ${f64FromBits(-4503599627370496n)} ${f64FromBits(1n)}`);
  const nan = f64FromBits(0x7ff8000000000000n);
  print(`${nan} ${nan === nan}`);
  return 0;
}
