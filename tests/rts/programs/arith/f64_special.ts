/** NaN, infinities and negative zero. */
import { type f64, type i32, print } from "@rts";
const NAN: f64 = NaN;
const INF: f64 = Infinity;

function sign(x: f64): string {
  return x === 0 ? (1 / x < 0 ? "-0" : "+0") : x < 0 ? "-" : x > 0 ? "+" : "nan";
}

function show(a: f64, b: f64): void {
  print(`${a < b} ${a <= b} ${a > b} ${a >= b} ${a === b} ${a !== b}`);
  print(`${a + b} ${a - b} ${a * b} ${a / b} ${a % b} ${sign(a * b)} ${sign(a % b)}`);
}

export function main(_args: string[]): i32 {
  show(NAN, NAN);
  show(INF, INF);
  show(INF, -INF);
  show(0.0, -0.0);
  show(-0.0, 5.5);
  show(1.5, INF);
  show(-1.5, NAN);
  show(INF, 2.5);
  print(`${sign(-0.0)} ${sign(0.0)} ${sign(-0.0 + 0.0)} ${sign(-0.0 - 0.0)} ${sign(-(0.0))}`);
  return 0;
}
