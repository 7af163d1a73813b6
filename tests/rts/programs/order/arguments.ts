/** Arguments, receivers and `new` from left to right. */
import { type i32, print } from "@rts";
let log: string = "";

class Thing {
  constructor(readonly a: i32, readonly b: i32) {
    log += "N";
  }
  at(x: i32, y: i32): i32 {
    log += "M";
    return this.a * x + this.b * y;
  }
}

function n(name: string, value: i32): i32 {
  log += name;
  return value;
}

function thing(name: string): Thing {
  log += name;
  return new Thing(n("p", 1), n("q", 2));
}

function f(a: i32, b: i32, c: i32): i32 {
  log += "F";
  return a + b + c;
}

export function main(_args: string[]): i32 {
  const r = thing("t").at(n("x", 3), f(n("a", 1), n("b", 2), n("c", 3)));
  print(`${r} ${log}`);
  log = "";
  const items: i32[] = [n("1", 1), n("2", 2), f(n("3", 3), 0, n("4", 4))];
  print(`${items.join()} ${log}`);
  return 0;
}
