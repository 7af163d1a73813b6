/** A virtual method with one implementation, called through base and subclass. */
import { type i32, print } from "@rts";
class Base {
  count: i32 = 0;
  bump(by: i32): i32 {
    this.count += by;
    return this.count;
  }
}
class Derived extends Base {
  extra: i32 = 5;
}

function twice(b: Base): i32 {
  return b.bump(1) + b.bump(2);
}

export function main(_args: string[]): i32 {
  const d = new Derived();
  print(`${twice(new Base())} ${twice(d)} ${d.bump(d.extra)} ${d.count}`);
  return 0;
}
