/** i32 and u32 widen to f64 in assignments, arguments and mixed arithmetic. */
import { type f64, type i32, print, type u32 } from "@rts";
function half(x: f64): f64 {
  return x / 2;
}

class Point {
  constructor(readonly x: f64, readonly y: f64) {}
}

export function main(_args: string[]): i32 {
  const a: i32 = -7;
  const b: u32 = 4294967295;
  print(`${half(a)} ${half(b)}`);
  const sum: f64 = a + 0.5;
  const mixed: f64 = b + 0.25 - a * 1.5;
  print(`${sum} ${mixed} ${a < 0.5} ${b > 1.5}`);
  const p = new Point(a, b);
  print(`${p.x + p.y}`);
  const values: f64[] = [1, 2.5, a, b];
  let total: f64 = 0;
  for (const v of values) total += v;
  print(`${total}`);
  total += a;
  print(`${total}`);
  return 0;
}
