/**
 * Maps variables to WebAssembly locals. Few locals keep the engine's compilers fast (V8 gives up on functions with
 * very many), so variables that are never live together share one.
 *
 * Control is structured and every variable is assigned before it is used, so one interval per variable in
 * emission order is enough: from its first to its last occurrence, and over the whole of each loop that holds only some
 * of its occurrences (its value may travel around the loop's back edge). A variable that occurs in one loop alone
 * is assigned anew in each turn. Intervals are coloured by linear scan, per type.
 */
import type { Func, ValueType, Var } from "../ir/ir.ts";
import { evaluationOrder, type Node, repeatedOperands, STATEMENTS, type Tree, type Value } from "./tree.ts";

/** The locals of a function. */
export interface Locals {
  /** Index of the local by variable id; -1 for a variable that lives on the stack alone. */
  readonly indexOf: Int32Array;
  /** Types of the locals after the parameters, in order of index. */
  readonly types: ValueType[];
}

interface Loop {
  readonly parent: Loop | null;
  readonly start: number;
  /** Infinity while the walk is inside. */
  end: number;
}

interface Interval {
  readonly variable: Var;
  start: number;
  end: number;
  /** Innermost loop around the first occurrence. */
  readonly loop: Loop | null;
  /** Loops that it must cover to the end, though it began outside. */
  readonly covers: Loop[];
  /** A variable whose local is a good choice: this one begins as its copy. */
  hint: Var | null;
}

/** Finds the intervals. Positions count up by two for each instruction: operands are read at even ones. */
class LivenessWalk {
  readonly intervals = new Map<Var, Interval>();
  private position = 2;
  private loop: Loop | null = null;

  constructor(params: readonly Var[]) {
    for (const param of params) this.occurs(param, 0);
  }

  private occurs(variable: Var, position: number): void {
    let interval = this.intervals.get(variable);
    if (interval === undefined) {
      interval = { variable, start: position, end: position, loop: this.loop, covers: [], hint: null };
      this.intervals.set(variable, interval);
      return;
    }
    interval.end = position;
    for (let loop = this.loop; loop !== null && loop.start > interval.start; loop = loop.parent) {
      if (!interval.covers.includes(loop)) interval.covers.push(loop);
    }
    for (let loop = interval.loop; loop !== null; loop = loop.parent) {
      if (loop.end < position) interval.start = Math.min(interval.start, loop.start);
    }
  }

  list(trees: readonly Tree[]): void {
    for (const tree of trees) this.tree(tree);
  }

  private tree(tree: Tree): void {
    switch (tree.kind) {
      case "eval":
        this.node(tree.node);
        if (tree.dst !== null) this.assign(tree.dst, tree.node);
        return;
      case "if":
        this.value(tree.cond);
        this.list(tree.then);
        return this.list(tree.else);
      case "switch":
        this.value(tree.value, true);
        return tree.bodies.forEach((body) => this.list(body));
      case "block":
        return this.list(tree.body);
      case "loop": {
        const loop: Loop = { parent: this.loop, start: this.position, end: Infinity };
        this.loop = loop;
        this.position += 2;
        this.list(tree.body);
        loop.end = this.position += 2;
        this.loop = loop.parent;
        this.position += 2;
        return;
      }
      case "return":
        if (tree.value !== null) this.value(tree.value);
    }
  }

  private assign(dst: Var, node: Node): void {
    const position = this.position - 1;
    this.occurs(dst, position);
    const interval = this.intervals.get(dst)!;
    if (interval.start === position && node.args[0]?.kind === "var") interval.hint = node.args[0];
  }

  /** `late`: read after the next assignment, too. */
  private value(value: Value, late = false): void {
    if (value.kind === "node") this.node(value);
    else if (value.kind === "var") this.occurs(value, this.position + (late ? 1 : 0));
  }

  /** The instruction itself is at the position two before the one that this leaves; its result begins between. */
  private node(node: Node): void {
    for (const arg of evaluationOrder(node)) this.value(arg);
    this.position += 2;
    const { instr } = node;
    const repeated = STATEMENTS.has(instr.op) ? instr.args.map((_, i) => i) : repeatedOperands(instr);
    for (const index of repeated) this.value(node.args[index], true);
    for (const store of instr.roots?.stores ?? []) this.occurs(store.value, this.position + 1);
    for (const reload of instr.roots?.reloads ?? []) this.occurs(reload.into, this.position + 1);
    this.position += 2;
  }
}

/** Linear scan for one type. */
class Pool {
  private readonly active: { local: number; variable: Var; end: number }[] = [];

  constructor(private readonly fresh: () => number) {}

  hold(local: number, variable: Var, end: number): void {
    this.active.push({ local, variable, end });
  }

  /** A local that is free from `start` on; the hint's where that is free. */
  take(interval: Interval): number {
    const free = this.active.filter((entry) => entry.end < interval.start);
    const entry = free.find((candidate) => candidate.variable === interval.hint) ?? free[0];
    if (entry === undefined) {
      const local = this.fresh();
      this.hold(local, interval.variable, interval.end);
      return local;
    }
    entry.variable = interval.variable;
    entry.end = interval.end;
    return entry.local;
  }
}

/** The type class of a local: references are `i32`. */
function wasmType(type: ValueType): ValueType {
  return type === "ref" ? "i32" : type;
}

/** Extends the intervals over loops, and sorts them by start. */
function finishedIntervals(walk: LivenessWalk): Interval[] {
  const intervals = [...walk.intervals.values()];
  for (const interval of intervals) {
    for (const loop of interval.covers) interval.end = Math.max(interval.end, loop.end);
  }
  return intervals.sort((a, b) => a.start - b.start || a.variable.id - b.variable.id);
}

/** Assigns locals to the variables that `body` uses. `firstLocal` is the index after all parameters. */
export function assignLocals(func: Func, body: readonly Tree[], firstLocal: number): Locals {
  const walk = new LivenessWalk(func.params);
  walk.list(body);
  const intervals = finishedIntervals(walk);
  const chosen: { variable: Var; type: ValueType; color: number }[] = [];
  const indexOf = new Int32Array(func.vars.length).fill(-1);
  const counts = new Map<ValueType, number>([["i32", 0], ["i64", 0], ["f64", 0]]);
  const pools = new Map<ValueType, Pool>();
  for (const type of counts.keys()) {
    // Colours of one type: parameters as -1 - index, others from 0.
    pools.set(
      type,
      new Pool(() => {
        const color = counts.get(type)!;
        counts.set(type, color + 1);
        return color;
      }),
    );
  }
  func.params.forEach((param, i) => {
    indexOf[param.id] = i;
    pools.get(wasmType(param.type))!.hold(-1 - i, param, walk.intervals.get(param)!.end);
  });
  const isParam = new Set(func.params);
  for (const interval of intervals) {
    if (isParam.has(interval.variable)) continue;
    const type = wasmType(interval.variable.type);
    chosen.push({ variable: interval.variable, type, color: pools.get(type)!.take(interval) });
  }
  const bases = new Map<ValueType, number>();
  const types: ValueType[] = [];
  for (const [type, count] of counts) {
    bases.set(type, firstLocal + types.length);
    for (let i = 0; i < count; i++) types.push(type);
  }
  for (const { variable, type, color } of chosen) {
    indexOf[variable.id] = color < 0 ? -1 - color : bases.get(type)! + color;
  }
  return { indexOf, types };
}
