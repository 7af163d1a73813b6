/**
 * The control-flow graph of a function after exception lowering, and data flow over it.
 *
 * Passes that transform bodies work on the statement tree; those that only annotate instructions (barriers,
 * roots) flatten it first: blocks of the very same instruction objects, without copies. Invariants:
 *
 * - blocks are numbered in the order in which they were opened; block 0 is the entry;
 * - an instruction with a handler (`onRaise` a label) is the last of its block, whose successors are what follows
 *   and the handler; an `onRaise` of "return" is no edge, for nothing is live there;
 * - `operand` is what the end of the block reads: the condition, switch value or result;
 * - only reachable blocks have a place in `order`, which is a reverse postorder.
 */
import type { Func, Instr, Label, Operand, Stmt } from "../ir/ir.ts";
import { type Bits, BitTable } from "./bits.ts";

/** A basic block. */
export interface Block {
  readonly index: number;
  readonly instrs: Instr[];
  operand: Operand | null;
  readonly succs: Block[];
  readonly preds: Block[];
  /** Number of loops around it. */
  readonly depth: number;
}

/** A function's blocks. */
export interface Cfg {
  readonly blocks: readonly Block[];
  /** Reachable blocks, in reverse postorder. */
  readonly order: readonly Block[];
  /** Some reachable block is its own successor, directly or not: data flow takes several rounds. */
  readonly loops: boolean;
}

/** Flattens the body of `func`, which must not contain `try` or `throw`. */
export function buildCfg(func: Func): Cfg {
  const builder = new Builder();
  builder.list(func.body);
  const order = reversePostorder(builder.blocks[0]);
  const reached = new Set(order);
  for (const block of order) for (const succ of block.succs) succ.preds.push(block);
  for (const block of builder.blocks) if (!reached.has(block)) block.instrs.length = 0;
  const loops = order.some(({ depth }) => depth > 0);
  return { blocks: builder.blocks, order, loops };
}

class Builder {
  readonly blocks: Block[] = [];
  private readonly targets = new Map<Label, Block>();
  private depth = 0;
  private current = this.open();

  private open(): Block {
    const { depth } = this;
    const block = { index: this.blocks.length, instrs: [], operand: null, succs: [], preds: [], depth };
    this.blocks.push(block);
    return block;
  }

  /** Statements after one that does not complete go into a block without predecessors. */
  list(body: readonly Stmt[]): void {
    for (const stmt of body) this.stmt(stmt);
  }

  private goto(block: Block): void {
    this.current.succs.push(block);
  }
  private start(block: Block): void {
    this.goto(block);
    this.current = block;
  }
  private target(label: Label): Block {
    const block = this.targets.get(label);
    if (block === undefined) throw new Error(`branch to ${label.name}, which is not around it`);
    return block;
  }

  private stmt(stmt: Stmt): void {
    switch (stmt.kind) {
      case "instr":
        return this.instr(stmt);
      case "if":
        return this.branch(stmt.cond, [stmt.then, stmt.else]);
      case "block": {
        const end = this.open();
        this.targets.set(stmt.label, end);
        this.list(stmt.body);
        return this.start(end);
      }
      case "loop":
        return this.loop(stmt.label, stmt.body);
      case "br":
        this.goto(this.target(stmt.label));
        return this.stop();
      case "switch":
        return this.switch(stmt);
      case "return":
        this.current.operand = stmt.value;
        return this.stop();
      case "unreachable":
        return this.stop();
      case "try":
      case "throw":
        throw new Error(`${stmt.kind} is not lowered yet`);
    }
  }

  private stop(): void {
    this.current = this.open();
  }

  private instr(instr: Instr): void {
    this.current.instrs.push(instr);
    if (instr.onRaise === undefined || instr.onRaise === "return") return;
    this.goto(this.target(instr.onRaise));
    this.start(this.open());
  }

  private branch(cond: Operand, arms: readonly Stmt[][]): void {
    const from = this.current;
    from.operand = cond;
    const end = this.open();
    for (const arm of arms) {
      this.current = from;
      this.start(this.open());
      this.list(arm);
      this.goto(end);
    }
    this.current = end;
  }

  private loop(label: Label, body: readonly Stmt[]): void {
    const end = this.open();
    this.depth++;
    const head = this.open();
    this.targets.set(label, head);
    this.start(head);
    this.list(body);
    this.depth--;
    this.start(end);
  }

  private switch(stmt: Stmt & { kind: "switch" }): void {
    const from = this.current;
    from.operand = stmt.value;
    const end = this.open();
    this.targets.set(stmt.label, end);
    const heads = stmt.bodies.map(() => this.open());
    for (const index of new Set([stmt.default, ...stmt.cases.values()])) {
      from.succs.push(index === -1 ? end : heads[index]);
    }
    stmt.bodies.forEach((body, i) => {
      this.current = heads[i];
      this.list(body);
      this.goto(i + 1 < heads.length ? heads[i + 1] : end);
    });
    this.current = end;
  }
}

/** Iterative depth-first search: bodies nest deeper than JavaScript's stack likes. */
function reversePostorder(entry: Block): Block[] {
  const order: Block[] = [];
  const seen = new Set([entry]);
  const stack = [{ block: entry, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (top.next === top.block.succs.length) {
      order.push(top.block);
      stack.pop();
      continue;
    }
    const succ = top.block.succs[top.next++];
    if (seen.has(succ)) continue;
    seen.add(succ);
    stack.push({ block: succ, next: 0 });
  }
  return order.reverse();
}

/** What a block does to a set: `out = gen | in & ~kill` (backwards: `in` from `out`). */
export interface Transfer {
  readonly gen: BitTable;
  readonly kill: BitTable;
}

/** Empty transfer sets for each block of `cfg`, over `size` elements. */
export function newTransfer(cfg: Cfg, size: number): Transfer {
  return { gen: new BitTable(cfg.blocks.length, size), kill: new BitTable(cfg.blocks.length, size) };
}

/** Appends an effect to the transfer of a row, in the direction of the flow. */
export function genBit(transfer: Transfer, row: number, bit: number): void {
  transfer.gen.add(row, bit);
  transfer.kill.delete(row, bit);
}
/** Appends the opposite effect, see {@link genBit}. */
export function killBit(transfer: Transfer, row: number, bit: number): void {
  transfer.kill.add(row, bit);
  transfer.gen.delete(row, bit);
}

/**
 * Sets row `row` of `to` to `gen | from & ~kill`; true when that changed it. Works on words: views of rows would
 * cost more than the work itself.
 */
function apply({ gen, kill }: Transfer, row: number, from: BitTable, to: BitTable): boolean {
  const end = (row + 1) * gen.words;
  let changed = false;
  for (let i = row * gen.words; i < end; i++) {
    const value = gen.data[i] | from.data[i] & ~kill.data[i];
    if (value === to.data[i]) continue;
    to.data[i] = value;
    changed = true;
  }
  return changed;
}

/**
 * Backward "on some path" analysis: the sets at the end of each block. `transfer` takes the set at the end of a
 * block to the one at its start.
 */
export function solveBackward(cfg: Cfg, transfer: Transfer): BitTable {
  const { size } = transfer.gen;
  const ins = new BitTable(cfg.blocks.length, size);
  const outs = new BitTable(cfg.blocks.length, size);
  for (let changed = true; changed;) {
    changed = false;
    for (let i = cfg.order.length - 1; i >= 0; i--) {
      const { index, succs } = cfg.order[i];
      for (const succ of succs) uniteRows(outs, index, ins, succ.index);
      if (apply(transfer, index, outs, ins)) changed = true;
    }
    if (!cfg.loops) break;
  }
  return outs;
}

/**
 * Forward "on every path" analysis: the sets at the start of each block. `entry` is the set at the start of the
 * function.
 */
export function solveForwardMust(cfg: Cfg, transfer: Transfer, entry: Bits): BitTable {
  const { size } = transfer.gen;
  const ins = new BitTable(cfg.blocks.length, size);
  const outs = new BitTable(cfg.blocks.length, size);
  ins.fill();
  outs.fill();
  ins.row(0).set(entry);
  for (let changed = true; changed;) {
    changed = false;
    for (const { index, preds } of cfg.order) {
      for (const pred of preds) intersectRows(ins, index, outs, pred.index);
      if (apply(transfer, index, ins, outs)) changed = true;
    }
    if (!cfg.loops) break;
  }
  return ins;
}

function uniteRows(to: BitTable, row: number, from: BitTable, fromRow: number): void {
  const { words } = to;
  for (let i = 0; i < words; i++) to.data[row * words + i] |= from.data[fromRow * words + i];
}
function intersectRows(to: BitTable, row: number, from: BitTable, fromRow: number): void {
  const { words } = to;
  for (let i = 0; i < words; i++) to.data[row * words + i] &= from.data[fromRow * words + i];
}
