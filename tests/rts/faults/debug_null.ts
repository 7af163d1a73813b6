// profile: debug
// exit: 70
// stdout: 1
// stderr: debug_null.ts:12:10
/** `!` of null. */
import { type i32, print } from "@rts";
class Node {
  constructor(readonly n: i32, readonly next: Node | null) {}
}

function second(n: Node): i32 {
  return n.next!.n;
}

export function main(_args: string[]): i32 {
  const list = new Node(2, new Node(1, null));
  print(`${second(list)}`);
  print(`${second(list.next!)}`);
  return 0;
}
