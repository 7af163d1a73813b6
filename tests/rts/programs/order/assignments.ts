/** Assignments are expressions; chains go from right to left. */
import { type i32, print } from "@rts";
let log: string = "";

class Pair {
  a: i32 = 0;
  b: i32 = 0;
}

function pair(p: Pair, name: string): Pair {
  log += name;
  return p;
}

function n(v: i32): i32 {
  log += v;
  return v;
}

export function main(_args: string[]): i32 {
  let x: i32;
  let y: i32;
  let z: i32;
  x = y = z = 4;
  print(`${x} ${y} ${z} ${x = 5} ${x += 2} ${x}`);
  const p = new Pair();
  pair(p, "A").a = pair(p, "B").b = n(9);
  print(`${p.a} ${p.b} ${log}`);
  const a: i32[] = [0, 0];
  a[n(0)] = a[n(1)] = n(3);
  print(`${a.join()} ${log}`);
  if ((y = n(8)) > 7) print(`${y}`);
  while ((z = z - 1) > 1);
  print(`${z}`);
  return 0;
}
