/** A class without a constructor passes its arguments on. */
import { type f64, type i32, print } from "@rts";
class Pair {
  constructor(public a: i32, public b: string = "default") {}
  text(): string {
    return `${this.a} ${this.b}`;
  }
}
class Sub extends Pair {
  extra: f64 = 1.5;
}
class SubSub extends Sub {
  override text(): string {
    return super.text() + ` ${this.extra}`;
  }
}

export function main(_args: string[]): i32 {
  print(new Pair(1, "x").text());
  print(new Sub(2).text());
  print(new SubSub(3, "z").text());
  print(new SubSub(4).text());
  return 0;
}
