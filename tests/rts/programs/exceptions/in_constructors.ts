/** Exceptions from constructors, initializers and super calls. */
import { Exception, type i32, print } from "@rts";
let made: i32 = 0;

function positive(n: i32): i32 {
  if (n <= 0) throw new Exception(`not positive: ${n}`);
  return n;
}

class Base {
  readonly size: i32;
  constructor(size: i32) {
    made++;
    this.size = positive(size);
    made += 10;
  }
}
class Derived extends Base {
  readonly twice: i32 = positive(this.size - 5);
  constructor(size: i32) {
    super(size);
    made += 100;
  }
}

export function main(_args: string[]): i32 {
  for (const n of [10, -1, 3]) {
    let d: Derived | null = null;
    try {
      d = new Derived(n);
    } catch (e) {
      print(e instanceof Exception ? e.message : "?");
    }
    print(`${d === null ? 0 : d.twice} ${made}`);
  }
  return 0;
}
