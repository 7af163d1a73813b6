/** A virtual method with two implementations. */
import { type i32, print } from "@rts";
class Node {
  constructor(readonly next: Node | null) {}
  weight(): i32 {
    return 1;
  }
}
class Heavy extends Node {
  constructor(next: Node | null, private readonly w: i32) {
    super(next);
  }
  override weight(): i32 {
    return this.w;
  }
}

export function main(_args: string[]): i32 {
  let list: Node | null = null;
  for (let i = 0; i < 50; i++) list = i % 3 === 0 ? new Heavy(list, i) : new Node(list);
  let total: i32 = 0;
  for (let n = list; n !== null; n = n.next) total += n.weight();
  print(`${total}`);
  return 0;
}
