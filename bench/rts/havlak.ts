/**
 * Havlak: finds the nesting of loops, reducible and irreducible, in a control flow graph (P. Havlak, "Nesting of
 * Reducible and Irreducible Loops", TOPLAS 1997; the graph is that of R. Hundt, "Loop Recognition in
 * C++/Java/Go/Scala", 2011).
 *
 * Measures maps, sets, growable arrays and union-find over objects. The graph has 5213 blocks; a search of it
 * after one search of the small graph it grows from gives 1605 loops.
 */
import {
  type bool,
  Exception,
  type f64,
  type FixedArray,
  type i32,
  newFixedArray,
  parseI32,
  print,
} from "@rts";

class BasicBlock {
  readonly inEdges: BasicBlock[] = [];
  readonly outEdges: BasicBlock[] = [];

  constructor(readonly name: i32) {}
}

/** A control flow graph under construction: blocks by number; the first one made is the entry. */
class ControlFlowGraph {
  readonly blocks: Map<i32, BasicBlock> = new Map<i32, BasicBlock>();
  entry: BasicBlock | null = null;

  block(name: i32): BasicBlock {
    if (this.blocks.has(name)) return this.blocks.get(name)!;
    const made = new BasicBlock(name);
    this.blocks.set(name, made);
    if (this.entry === null) this.entry = made;
    return made;
  }

  connect(from: i32, to: i32): void {
    const source = this.block(from);
    const target = this.block(to);
    source.outEdges.push(target);
    target.inEdges.push(source);
  }

  /** `start → … → start + length`; the last block. */
  straight(start: i32, length: i32): i32 {
    for (let i = 0; i < length; i++) this.connect(start + i, start + i + 1);
    return start + length;
  }

  /** A two-armed branch; the block where the arms meet. */
  diamond(start: i32): i32 {
    this.connect(start, start + 1);
    this.connect(start, start + 2);
    this.connect(start + 1, start + 3);
    this.connect(start + 2, start + 3);
    return start + 3;
  }

  /** A loop that holds two loops, each around a diamond; the block after it. */
  baseLoop(from: i32): i32 {
    const header = this.straight(from, 1);
    const firstEnd = this.diamond(header);
    const second = this.straight(firstEnd, 1);
    const secondEnd = this.diamond(second);
    const footer = this.straight(secondEnd, 1);
    this.connect(secondEnd, second);
    this.connect(firstEnd, header);
    this.connect(footer, from);
    return this.straight(footer, 1);
  }

  buildSmall(): void {
    this.block(0);
    this.baseLoop(0);
    this.block(1);
    this.connect(0, 2);
  }

  /** `trees` chains of `loops` loops, each with `inner` base loops inside. */
  buildLarge(trees: i32, loops: i32, inner: i32): void {
    let n = 2;
    for (let tree = 0; tree < trees; tree++) {
      this.block(n + 1);
      this.connect(2, n + 1);
      n = n + 1;
      for (let i = 0; i < loops; i++) {
        const top = n;
        n = this.straight(n, 1);
        for (let j = 0; j < inner; j++) n = this.baseLoop(n);
        const bottom = this.straight(n, 1);
        this.connect(n, top);
        n = bottom;
      }
      this.connect(n, 1);
    }
  }
}

/** A loop that was found. The root, which is no loop, holds the outermost ones. */
class Loop {
  readonly blocks: Set<BasicBlock> = new Set<BasicBlock>();
  readonly children: Loop[] = [];
  parent: Loop | null = null;
  nesting: i32 = 0;
  depth: i32 = 0;

  constructor(readonly header: BasicBlock | null, readonly reducible: bool) {
    if (header !== null) this.blocks.add(header);
  }

  setParent(parent: Loop): void {
    this.parent = parent;
    parent.children.push(this);
  }
}

/** All loops of a graph, or of several searched one after the other. */
class LoopForest {
  readonly root: Loop = new Loop(null, true);
  readonly loops: Loop[] = [this.root];

  add(header: BasicBlock, reducible: bool): Loop {
    const loop = new Loop(header, reducible);
    this.loops.push(loop);
    return loop;
  }

  computeNesting(): void {
    for (const loop of this.loops) {
      if (loop !== this.root && loop.parent === null) loop.setParent(this.root);
    }
    this.nest(this.root, 0);
  }

  private nest(loop: Loop, depth: i32): void {
    loop.depth = depth;
    for (const child of loop.children) {
      this.nest(child, depth + 1);
      loop.nesting = Math.max(loop.nesting, child.nesting + 1);
    }
  }
}

/** A block in depth-first order, and the loop that collapsed into it: an element of the union-find forest. */
class Node {
  private parent: Node = this;
  loop: Loop | null = null;

  constructor(readonly block: BasicBlock, readonly number: i32) {}

  /** The representative of this node's set; shortens the path to it. */
  find(): Node {
    let top = this.parent;
    while (top.parent !== top) top = top.parent;
    let node = this.parent;
    this.parent = top;
    while (node !== top) {
      const next = node.parent;
      node.parent = top;
      node = next;
    }
    return top;
  }

  mergeInto(other: Node): void {
    this.parent = other;
  }
}

/** Marks of a header. */
const NOT_A_HEADER: i32 = 0;
const REDUCIBLE: i32 = 1;
const SELF: i32 = 2;
const IRREDUCIBLE: i32 = 3;

const UNVISITED: i32 = -1;

/** One search. Nodes are named by their numbers in depth-first preorder. */
class LoopFinder {
  private readonly nodes: Node[] = [];
  private readonly numbers: Map<BasicBlock, i32> = new Map<BasicBlock, i32>();
  /** By node: the highest number among its descendants in the depth-first tree. */
  private readonly last: FixedArray<i32>;
  private readonly backPredecessors: i32[][] = [];
  private readonly otherPredecessors: Set<i32>[] = [];

  constructor(private readonly graph: ControlFlowGraph, private readonly forest: LoopForest) {
    this.last = newFixedArray<i32>(graph.blocks.size, 0);
  }

  run(): void {
    const entry = this.graph.entry;
    if (entry === null) return;
    for (const block of this.graph.blocks.values()) this.numbers.set(block, UNVISITED);
    this.number(entry);
    this.splitEdges();
    for (let w = this.nodes.length - 1; w >= 0; w--) this.processHeader(w);
  }

  private number(block: BasicBlock): void {
    const index = this.nodes.length;
    this.nodes.push(new Node(block, index));
    this.numbers.set(block, index);
    for (const target of block.outEdges) {
      if (this.numbers.get(target)! === UNVISITED) this.number(target);
    }
    this.last[index] = this.nodes.length - 1;
  }

  private isAncestor(w: i32, v: i32): bool {
    return w <= v && v <= this.last[w];
  }

  /** Sorts the edges into each node by whether they come from a descendant. */
  private splitEdges(): void {
    for (let w = 0; w < this.nodes.length; w++) {
      const back: i32[] = [];
      const other = new Set<i32>();
      for (const source of this.nodes[w].block.inEdges) {
        const v = this.numbers.get(source)!;
        if (v === UNVISITED) continue;
        if (this.isAncestor(w, v)) back.push(v);
        else other.add(v);
      }
      this.backPredecessors.push(back);
      this.otherPredecessors.push(other);
    }
  }

  /** Finds the body of the loop headed by `w`, if there is one, and collapses it into `w`. */
  private processHeader(w: i32): void {
    const body: Node[] = [];
    let mark = NOT_A_HEADER;
    for (const v of this.backPredecessors[w]) {
      if (v === w) mark = SELF;
      else body.push(this.nodes[v].find());
    }
    if (body.length > 0) mark = this.growBody(w, body) ? REDUCIBLE : IRREDUCIBLE;
    if (mark !== NOT_A_HEADER) this.collapse(w, body, mark !== IRREDUCIBLE);
  }

  /** Adds to `body` all that reaches it without passing `w`; false when the loop can be entered elsewhere. */
  private growBody(w: i32, body: Node[]): bool {
    let reducible = true;
    // `body` is its own work list: what is behind `next` has been looked at.
    for (let next = 0; next < body.length; next++) {
      for (const y of this.otherPredecessors[body[next].number]) {
        const outer = this.nodes[y].find();
        if (!this.isAncestor(w, outer.number)) {
          reducible = false;
          this.otherPredecessors[w].add(outer.number);
        } else if (outer.number !== w && !body.includes(outer)) {
          body.push(outer);
        }
      }
    }
    return reducible;
  }

  private collapse(w: i32, body: Node[], reducible: bool): void {
    const header = this.nodes[w];
    const loop = this.forest.add(header.block, reducible);
    header.loop = loop;
    for (const node of body) {
      node.mergeInto(header);
      const inner = node.loop;
      if (inner !== null) inner.setParent(loop);
      else loop.blocks.add(node.block);
    }
  }
}

function findLoops(graph: ControlFlowGraph, forest: LoopForest): void {
  new LoopFinder(graph, forest).run();
}

/** Builds both graphs, searches the large one `n` times; loops found * 10000 + deepest nesting, summed. */
export function run(n: i32): f64 {
  const graph = new ControlFlowGraph();
  graph.buildSmall();
  const first = new LoopForest();
  findLoops(graph, first);
  graph.buildLarge(10, 10, 5);
  findLoops(graph, first);
  if (first.loops.length !== 1605 || graph.blocks.size !== 5213) {
    throw new Exception(`havlak: ${first.loops.length} loops in ${graph.blocks.size} blocks`);
  }
  let checksum: f64 = first.loops.length;
  for (let i = 1; i < n; i++) {
    const forest = new LoopForest();
    findLoops(graph, forest);
    forest.computeNesting();
    checksum += forest.loops.length * 10000.0 + forest.root.nesting;
  }
  return checksum;
}

export function defaultSize(): i32 {
  return 40;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  print(`havlak ${size}: ${run(size)}`);
  return 0;
}
