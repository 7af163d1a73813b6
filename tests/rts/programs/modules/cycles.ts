/** Prebuilt graphs with cycles and shared objects. */
import { type i32, print } from "@rts";
class Node {
  readonly edges: Node[] = [];
  next: Node | null = null;
  constructor(readonly name: string) {}
}
const a: Node = new Node("a");
const b: Node = new Node("b");
const c: Node = new Node("c");
a.next = b;
b.next = c;
c.next = a;
for (const n of [a, b, c]) n.edges.push(a, b, n);
const shared: Node[] = [a, a, b];
const alias: Node[] = shared;

export function main(_args: string[]): i32 {
  let n: Node = a;
  let text = "";
  for (let i = 0; i < 7; i++) {
    text += n.name;
    n = n.next!;
  }
  print(`${text} ${a.next!.next!.next === a} ${shared[0] === shared[1]} ${alias === shared}`);
  for (const x of shared) print(x.edges.map((e: Node): string => e.name).join());
  alias.push(c);
  print(`${shared.length} ${c.edges[2] === c}`);
  return 0;
}
