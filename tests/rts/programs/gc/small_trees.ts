/** Trees small enough for a collection at every allocation. */
import { type i32, print } from "@rts";
class Tree {
  constructor(readonly key: i32, readonly left: Tree | null, readonly right: Tree | null) {}
}

function insert(t: Tree | null, key: i32): Tree {
  if (t === null) return new Tree(key, null, null);
  if (key < t.key) return new Tree(t.key, insert(t.left, key), t.right);
  if (key > t.key) return new Tree(t.key, t.left, insert(t.right, key));
  return t;
}

function show(t: Tree | null): string {
  return t === null ? "." : `(${show(t.left)}${t.key}${show(t.right)})`;
}

export function main(_args: string[]): i32 {
  let t: Tree | null = null;
  const versions: Tree[] = [];
  for (let i = 0; i < 12; i++) {
    t = insert(t, (i * 7) % 12);
    versions.push(t);
  }
  for (let i = 0; i < versions.length; i += 3) print(show(versions[i]));
  print(show(t));
  return 0;
}
