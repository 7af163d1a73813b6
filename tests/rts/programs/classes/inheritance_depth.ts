/** A chain of six classes, with fields and overrides at each level. */
import { type f64, type i32, type i64, print, type u8 } from "@rts";
class A {
  a: i32 = 1;
  name(): string {
    return "A";
  }
  sum(): i32 {
    return this.a;
  }
}
class B extends A {
  b: i32 = 10;
  override sum(): i32 {
    return super.sum() + this.b;
  }
}
class C extends B {
  c: u8 = 100;
  override name(): string {
    return "C" + super.name();
  }
}
class D extends C {
  d: f64 = 0.5;
  override sum(): i32 {
    return super.sum() + this.c;
  }
}
class E extends D {
  e: i64 = 7n;
  override name(): string {
    return "E" + super.name();
  }
}
class F extends E {
  f: string = "f";
  override sum(): i32 {
    return super.sum() * 2;
  }
}

export function main(_args: string[]): i32 {
  const all: A[] = [new A(), new B(), new C(), new D(), new E(), new F()];
  for (const x of all) {
    print(
      `${x.name()} ${x.sum()} ${x instanceof B} ${x instanceof C} ${x instanceof D} ${x instanceof E} ${
        x instanceof F
      }`,
    );
  }
  const f = all[5] as F;
  print(`${f.a} ${f.b} ${f.c} ${f.d} ${f.e} ${f.f}`);
  return 0;
}
