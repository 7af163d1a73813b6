/** unreachable ends functions that always return before. */
import { type i32, print, unreachable } from "@rts";
function kind(n: i32): string {
  if (n < 0) return "negative";
  if (n >= 0) return "natural";
  unreachable("no other integers");
}

abstract class Base {
  pick(n: i32): i32 {
    switch (n & 1) {
      case 0:
        return this.even();
      case 1:
        return this.odd();
      default:
        unreachable("one bit");
    }
  }
  even(): i32 {
    unreachable("overridden");
  }
  odd(): i32 {
    unreachable("overridden");
  }
}
class Derived extends Base {
  override even(): i32 {
    return 2;
  }
  override odd(): i32 {
    return 1;
  }
}

export function main(_args: string[]): i32 {
  const b: Base = new Derived();
  print(`${kind(-1)} ${kind(0)} ${b.pick(4)} ${b.pick(7)}`);
  return 0;
}
