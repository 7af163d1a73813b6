/** arrayCopy between and within growable arrays. */
import { arrayCopy, type i32, newArray, print } from "@rts";
class Node {
  constructor(readonly n: i32) {}
}

export function main(_args: string[]): i32 {
  const a: i32[] = [1, 2, 3, 4, 5, 6];
  const b = newArray<i32>(6, 0);
  arrayCopy(a, 1, b, 2, 3);
  print(b.join());
  arrayCopy(a, 0, a, 2, 4);
  print(a.join());
  arrayCopy(a, 2, a, 0, 4);
  print(a.join());
  arrayCopy(a, 0, b, 0, 0);
  print(b.join());
  const nodes: Node[] = [new Node(1), new Node(2), new Node(3)];
  const others = newArray<Node | null>(4, null);
  others[3] = nodes[0];
  arrayCopy(nodes, 0, nodes, 1, 2);
  print(nodes.map((x: Node): string => `${x.n}`).join());
  print(`${others[3] === nodes[0]} ${nodes[0] === nodes[1]} ${others[0] === null}`);
  return 0;
}
