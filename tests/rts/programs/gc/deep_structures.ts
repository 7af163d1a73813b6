// gcstress: no
/** Structures too deep for a recursive marker. */
import { gcCollect, type i32, print } from "@rts";
class Link {
  constructor(readonly next: Link | null, readonly n: i32) {}
}
class Nest {
  readonly inner: Nest[] = [];
}

export function main(_args: string[]): i32 {
  let list: Link | null = null;
  for (let i = 0; i < 200000; i++) list = new Link(list, i);
  const root = new Nest();
  let at = root;
  for (let i = 0; i < 30000; i++) {
    const inner = new Nest();
    at.inner.push(inner);
    at = inner;
  }
  gcCollect(0);
  gcCollect(1);
  let length: i32 = 0;
  for (let l = list; l !== null; l = l.next) length++;
  let depth: i32 = 0;
  for (let n = root; n.inner.length > 0; n = n.inner[0]) depth++;
  print(`${length} ${depth}`);
  return 0;
}
