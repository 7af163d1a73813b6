/** An override has its own default value. */
import { type i32, print } from "@rts";
class Base {
  f(n: i32 = 1): string {
    return `base ${n}`;
  }
}
class Derived extends Base {
  override f(n: i32 = 2): string {
    return `derived ${n} ${super.f()}`;
  }
}

export function main(_args: string[]): i32 {
  const all: Base[] = [new Base(), new Derived()];
  for (const x of all) print(`${x.f()} / ${x.f(9)}`);
  return 0;
}
