// gcstress: no
/** A graph that is rewired all the time, against a model kept in typed arrays. */
import { arrayCopy, type FixedArray, type i32, newFixedArray, print } from "@rts";
class Node {
  readonly edges: FixedArray<Node | null> = newFixedArray<Node | null>(3, null);
  constructor(public id: i32) {}
}

export function main(_args: string[]): i32 {
  const size: i32 = 200;
  const nodes: Node[] = [];
  const model = new Int32Array(size * 3);
  model.fill(-1);
  for (let i = 0; i < size; i++) nodes.push(new Node(i));
  let state: i32 = 99;
  for (let round = 0; round < 30000; round++) {
    state = ((Math.imul(state, 1103515245) + 12345) | 0) & 0x7fffffff;
    const from = (state >> 4) % size;
    const to = (state >> 12) % size;
    const slot = (state >> 20) % 3;
    if (state % 7 === 0) {
      const fresh = new Node(from);
      arrayCopy(nodes[from].edges, 0, fresh.edges, 0, 3);
      const old = nodes[from];
      nodes[from] = fresh;
      old.id = -1;
    } else {
      nodes[from].edges[slot] = new Node(to);
      model[from * 3 + slot] = to;
    }
  }
  let wrong: i32 = 0;
  for (let i = 0; i < size; i++) {
    for (let s = 0; s < 3; s++) {
      const e = nodes[i].edges[s];
      if ((e === null ? -1 : e.id) !== model[i * 3 + s]) wrong++;
    }
  }
  print(`${wrong} ${nodes.length}`);
  return 0;
}
