/** super in constructors and methods: order of initialization. */
import { type i32, print } from "@rts";
const log: string[] = [];

function note(text: string): i32 {
  log.push(text);
  return log.length;
}

class A {
  a: i32 = note("A.a");
  constructor(n: i32) {
    note(`A(${n})`);
  }
  greet(): string {
    return "A.greet";
  }
}
class B extends A {
  b: i32 = note("B.b");
  constructor(n: i32) {
    note("before super");
    super(note("argument") + n);
    note("B()");
  }
  override greet(): string {
    return super.greet() + " B.greet";
  }
}
class C extends B {
  c: i32 = note("C.c");
  override greet(): string {
    return "C.greet " + super.greet();
  }
}

export function main(_args: string[]): i32 {
  const c = new C(10);
  for (const line of log) print(line);
  print(`${c.a} ${c.b} ${c.c} ${c.greet()}`);
  return 0;
}
