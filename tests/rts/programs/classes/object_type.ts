/** The type `object` holds any instance. */
import { type i32, print } from "@rts";
class A {
  constructor(readonly n: i32) {}
}
class B {
  constructor(readonly s: string) {}
}

function show(o: object): string {
  if (o instanceof A) return `A ${o.n}`;
  if (o instanceof B) return `B ${o.s}`;
  return "other";
}

class Holder {
  constructor(public content: object | null) {}
}

export function main(_args: string[]): i32 {
  const all: object[] = [new A(1), new B("b"), new Holder(null)];
  for (const o of all) print(show(o));
  const h = new Holder(new A(5));
  print(`${show(h.content!)} ${(h.content as A).n} ${h.content === all[0]}`);
  h.content = all[0];
  print(`${h.content === all[0]} ${h.content === null}`);
  return 0;
}
