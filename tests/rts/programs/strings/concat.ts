/** concat, `+` and `+=` with every kind. */
import { type bool, type f64, type i32, type i64, print, type u32 } from "@rts";
class Names {
  constructor(public first: string, public last: string) {}
}

export function main(_args: string[]): i32 {
  print("a".concat("b") + "c".concat(""));
  const i: i32 = -3;
  const u: u32 = 4294967295;
  const l: i64 = 5000000000n;
  const d: f64 = 0.25;
  const b: bool = true;
  print("i32 " + i + " u32 " + u + " i64 " + l + " f64 " + d + " bool " + b);
  print(i + "/" + d);
  let s = "";
  s += i;
  s += u;
  s += l;
  s += d;
  s += b;
  print(s);
  const n = new Names("ada", "lovelace");
  n.first += "!";
  n.last = n.first + " " + n.last;
  print(n.last);
  return 0;
}
