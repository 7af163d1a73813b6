/**
 * Binary trees: builds and walks many short-lived perfect trees beside one that lives throughout.
 *
 * Measures allocation and the collector. A tree of depth `d` must count `2^(d+1) - 1` nodes.
 */
import { Exception, type f64, type i32, parseI32, print } from "@rts";

class Tree {
  constructor(readonly left: Tree | null, readonly right: Tree | null) {}

  /** Number of nodes. */
  count(): i32 {
    const left = this.left;
    const right = this.right;
    if (left === null || right === null) return 1;
    return 1 + left.count() + right.count();
  }
}

function build(depth: i32): Tree {
  if (depth === 0) return new Tree(null, null);
  return new Tree(build(depth - 1), build(depth - 1));
}

const MIN_DEPTH: i32 = 4;

/** Builds `count` trees of `depth`, one after the other; the sum of their nodes. */
function churn(count: i32, depth: i32): i32 {
  let nodes = 0;
  for (let i = 0; i < count; i++) nodes += build(depth).count();
  if (nodes !== count * ((2 << depth) - 1)) throw new Exception(`binary trees: ${nodes} at depth ${depth}`);
  return nodes;
}

/** Trees up to depth `n` (at least 6); the number of nodes counted in all. */
export function run(n: i32): f64 {
  const maxDepth = Math.max(MIN_DEPTH + 2, n);
  let checksum: f64 = build(maxDepth + 1).count();
  const longLived = build(maxDepth);
  for (let depth = MIN_DEPTH; depth <= maxDepth; depth += 2) {
    checksum += churn(1 << (maxDepth - depth + MIN_DEPTH), depth);
  }
  return checksum + longLived.count();
}

export function defaultSize(): i32 {
  return 15;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  print(`binary_trees ${size}: ${run(size)}`);
  return 0;
}
