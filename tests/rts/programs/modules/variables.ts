/** Mutable module variables of every kind. */
import { type bool, type f64, type i32, type i64, print, type u32, type u64 } from "@rts";
class Box {
  constructor(readonly n: i32) {}
}
let i: i32 = 5;
let u: u32 = 4294967295;
let l: i64 = -1n;
let m: u64 = 18446744073709551615n;
let d: f64 = 0.25;
let flag: bool = false;
let s: string = "start";
let maybe: string | null = null;
let box: Box | null = null;
let items: i32[] = [];
let f: (x: i32) => i32 = (x: i32): i32 => x;
i = i * 2;
s += " at top level";
items.push(i);

function change(): void {
  i++;
  u = (u + 2) >>> 0;
  l *= 5n;
  m -= 5n;
  d /= 2;
  flag = !flag;
  s = s + "!";
  maybe = maybe === null ? "set" : null;
  box = new Box(i);
  items.push(i);
  if (flag) f = (x: i32): i32 => -x;
  else f = (x: i32): i32 => x * 100;
}

function show(): void {
  print(
    `${i} ${u} ${l} ${m} ${d} ${flag} ${s} ${maybe ?? "null"} ${box === null ? 0 : box.n} ${items.join()} ${
      f(3)
    }`,
  );
}

export function main(_args: string[]): i32 {
  show();
  for (let k = 0; k < 3; k++) {
    change();
    show();
  }
  return 0;
}
