// gcstress: no
/** Many short-lived trees beside a long-lived one. */
import { type i32, print } from "@rts";
class Tree {
  constructor(readonly left: Tree | null, readonly right: Tree | null) {}
  count(): i32 {
    return 1 + (this.left === null ? 0 : this.left.count()) + (this.right === null ? 0 : this.right.count());
  }
}

function build(depth: i32): Tree {
  return depth === 0 ? new Tree(null, null) : new Tree(build(depth - 1), build(depth - 1));
}

export function main(_args: string[]): i32 {
  const long = build(13);
  for (let depth = 4; depth <= 12; depth += 4) {
    const rounds = 1 << (13 - depth);
    let total: i32 = 0;
    for (let i = 0; i < rounds; i++) total += build(depth).count();
    print(`${rounds} trees of depth ${depth}: ${total}`);
  }
  print(`${long.count()}`);
  return 0;
}
