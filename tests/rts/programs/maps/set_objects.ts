/** Sets of objects, i64 and f64. */
import { type f64, type i32, type i64, print } from "@rts";
class Node {
  next: Node | null = null;
}

function cycleLength(start: Node): i32 {
  const seen = new Set<Node>();
  let n: Node | null = start;
  while (n !== null && !seen.has(n)) {
    seen.add(n);
    n = n.next;
  }
  return seen.size;
}

export function main(_args: string[]): i32 {
  const first = new Node();
  let last = first;
  for (let i = 0; i < 40; i++) {
    const node = new Node();
    last.next = node;
    last = node;
  }
  print(`${cycleLength(first)}`);
  last.next = first.next;
  print(`${cycleLength(first)}`);
  const longs = new Set<i64>();
  longs.add(1n);
  longs.add(4294967297n);
  longs.add(1n);
  const doubles = new Set<f64>();
  doubles.add(0.1);
  doubles.add(0.1 + 0.0);
  doubles.add(-0.0);
  doubles.add(0.0);
  print(`${longs.size} ${doubles.size}`);
  return 0;
}
