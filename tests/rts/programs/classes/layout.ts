/** Fields of many sizes in hierarchies do not overlap. */
import {
  type bool,
  type f64,
  type i16,
  type i32,
  type i64,
  type i8,
  print,
  type u16,
  type u32,
  type u8,
} from "@rts";
class P {
  a: u8 = 1;
  b: f64 = 2.5;
  c: i16 = -3;
  d: bool = true;
}
class Q extends P {
  e: i64 = -4n;
  f: u8 = 5;
  g: string = "g";
  h: i8 = -8;
}
class R extends Q {
  i: u16 = 60000;
  j: Q | null = null;
  k: u32 = 4000000000;
  l: f64[] = [0.5];
}

function show(r: R): void {
  print(`${r.a} ${r.b} ${r.c} ${r.d} ${r.e} ${r.f} ${r.g} ${r.h} ${r.i} ${r.j === null} ${r.k} ${r.l[0]}`);
}

export function main(_args: string[]): i32 {
  const r = new R();
  show(r);
  r.a = 255;
  show(r);
  r.c = 32767;
  r.f = 0;
  r.h = 127;
  show(r);
  r.e = 9223372036854775807n;
  r.b = -1e300;
  r.d = false;
  r.i = 0;
  r.k = 0;
  r.j = new Q();
  r.l = [];
  r.l.push(9);
  show(r);
  return 0;
}
