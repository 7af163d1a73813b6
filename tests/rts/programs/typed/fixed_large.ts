/** A large fixed array of references: cards and survival. */
import { gcCollect, type i32, newFixedArray, print } from "@rts";
class Node {
  constructor(readonly n: i32) {}
}

export function main(_args: string[]): i32 {
  const a = newFixedArray<Node | null>(40000, null);
  gcCollect(1);
  for (let i = 0; i < a.length; i += 371) a[i] = new Node(i);
  gcCollect(0);
  for (let i = 5; i < a.length; i += 1024) a[i] = new Node(-i);
  gcCollect(0);
  gcCollect(1);
  let sum: i32 = 0;
  let count: i32 = 0;
  for (const x of a) {
    if (x === null) continue;
    sum += x.n;
    count++;
  }
  print(`${sum} ${count}`);
  a.fill(null, 1000);
  count = 0;
  for (const x of a) if (x !== null) count++;
  print(`${count}`);
  return 0;
}
