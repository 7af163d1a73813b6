/** Empty arrays share nothing that a program can see: contents, growth, identity. */
import { type FixedArray, type i32, newFixedArray, print } from "@rts";

class Pair {
  readonly left: i32[] = [];
  readonly right: i32[] = [];
  readonly names: string[] = [];
  readonly seen: Set<i32> = new Set<i32>();
  readonly counts: Map<string, i32> = new Map<string, i32>();
}

function same(a: FixedArray<i32>, b: FixedArray<i32>): string {
  return a === b ? "same" : "different";
}

export function main(_args: string[]): i32 {
  const pairs: Pair[] = [];
  for (let i = 0; i < 3; i++) pairs.push(new Pair());
  pairs[0].left.push(1);
  pairs[1].names.push("a");
  pairs[2].seen.add(7);
  pairs[2].counts.set("x", 1);
  for (const p of pairs) {
    print(
      `${p.left.length} ${p.right.length} ${p.names.join()} ${p.seen.size} ${p.counts.size} ${p.seen.has(7)}`,
    );
  }
  const first = newFixedArray<i32>(0, 0);
  print(`${same(first, first)} ${same(first, newFixedArray<i32>(0, 0))}`);
  const grown: i32[] = [];
  for (let i = 0; i < 40; i++) grown.push(i);
  const other: i32[] = [];
  print(
    `${grown.join()} ${other.length} ${other.concat(grown).length} ${other.slice(0).length} ${
      other.indexOf(1)
    }`,
  );
  other.length = 0;
  other.unshift(5);
  print(`${other.join()} ${other.splice(0, 1).length} ${other.length} ${other.reverse().length}`);
  const set = new Set<i32>();
  set.clear();
  for (let i = 0; i < 9; i++) {
    set.add(i);
    set.delete(i - 3);
  }
  let text = "";
  for (const x of set) text += `${x} `;
  print(text);
  return 0;
}
