/** Double dispatch between two hierarchies. */
import { type i32, print } from "@rts";
abstract class Visitor {
  abstract visitLeaf(leaf: Leaf): void;
  abstract visitPair(pair: Pair): void;
}
abstract class Node {
  abstract accept(visitor: Visitor): void;
}
class Leaf extends Node {
  constructor(readonly n: i32) {
    super();
  }
  override accept(visitor: Visitor): void {
    visitor.visitLeaf(this);
  }
}
class Pair extends Node {
  constructor(readonly a: Node, readonly b: Node) {
    super();
  }
  override accept(visitor: Visitor): void {
    visitor.visitPair(this);
  }
}
class Summer extends Visitor {
  total: i32 = 0;
  override visitLeaf(leaf: Leaf): void {
    this.total += leaf.n;
  }
  override visitPair(pair: Pair): void {
    pair.a.accept(this);
    pair.b.accept(this);
  }
}
class Printer extends Visitor {
  text: string = "";
  override visitLeaf(leaf: Leaf): void {
    this.text += leaf.n;
  }
  override visitPair(pair: Pair): void {
    this.text += "(";
    pair.a.accept(this);
    this.text += " ";
    pair.b.accept(this);
    this.text += ")";
  }
}

export function main(_args: string[]): i32 {
  const tree = new Pair(new Leaf(1), new Pair(new Pair(new Leaf(2), new Leaf(3)), new Leaf(4)));
  const s = new Summer();
  const p = new Printer();
  tree.accept(s);
  tree.accept(p);
  print(`${s.total} ${p.text}`);
  return 0;
}
