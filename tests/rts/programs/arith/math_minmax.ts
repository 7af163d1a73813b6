/** abs, min, max on i32 give i32; on doubles they know NaN and -0. */
import { type f64, type i32, print } from "@rts";
const NAN: f64 = NaN;

function clamp(x: i32, low: i32, high: i32): i32 {
  return Math.min(Math.max(x, low), high);
}

function zero(x: f64): string {
  return x === 0 && 1 / x < 0 ? "-0" : `${x}`;
}

export function main(_args: string[]): i32 {
  const a: i32 = -5;
  const b: i32 = 3;
  const m: i32 = Math.min(a, b) + Math.max(a, b) + Math.abs(a);
  print(`${m} ${clamp(10, 0, 7)} ${clamp(-10, 0, 7)} ${clamp(4, 0, 7)} ${Math.abs(-2147483647)}`);
  print(`${Math.min(1.5, -2.5)} ${Math.max(1.5, -2.5)} ${Math.abs(-0.25)}`);
  print(`${Math.min(NAN, 1.0)} ${Math.max(1.0, NAN)} ${zero(Math.abs(-0.0))}`);
  print(`${zero(Math.min(0.0, -0.0))} ${zero(Math.max(-0.0, 0.0))} ${zero(Math.max(-0.0, -0.0))}`);
  print(`${Math.min(a, 0.5)} ${Math.max(b, 0.5)}`);
  return 0;
}
