/** Classes that refer to each other, and to themselves. */
import { type i32, print } from "@rts";
class Parent {
  children: Child[] = [];
  constructor(readonly name: string) {}
  add(name: string): Child {
    const child = new Child(this, name);
    this.children.push(child);
    return child;
  }
}
class Child {
  friend: Child | null = null;
  constructor(readonly parent: Parent, readonly name: string) {}
  path(): string {
    return this.parent.name + "/" + this.name;
  }
}

export function main(_args: string[]): i32 {
  const p = new Parent("p");
  const a = p.add("a");
  const b = p.add("b");
  a.friend = b;
  b.friend = a;
  for (const c of p.children) print(`${c.path()} ${c.friend!.path()} ${c.friend!.friend === c}`);
  print(`${a.parent.children[1].friend!.parent.children.length}`);
  return 0;
}
