/**
 * Builds expression trees from three-address code, so that values travel on the WebAssembly stack.
 *
 * A temporary with one definition and one use becomes an operand in place. Its evaluation then moves down to the
 * use, past the instructions between, so it must commute with them. While a list of statements is processed,
 * such expressions are *pending*. Invariants:
 *
 * - pending expressions commute with each other and with everything emitted since they were built, so an
 *   instruction may evaluate those that it uses in any order;
 * - an expression is never moved into or past a control statement.
 *
 * Commuting is about memory and effects (`effect` against `effect` and against `reads` of the same field), about
 * the collector (what holds a reference does not move past what can collect: the reference may not be a root
 * there), and about variables (reading against assignment, reloads of roots included).
 */
import type { Func, Instr, Operand, Stmt, Var } from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import {
  Flag,
  IGNORED,
  type Node,
  repeatedOperands,
  STATEMENTS,
  storesReference,
  type Tree,
  type Value,
} from "./tree.ts";

/** A function in tree form. */
export interface TreeFunc {
  readonly body: Tree[];
  /** Some instruction leaves the function when it raises. */
  readonly raisesOut: boolean;
  /** Labels that something branches to. */
  readonly targets: ReadonlySet<unknown>;
}

/** Opcodes that write exactly what their immediate names. */
const PRECISE_WRITES: ReadonlySet<string> = new Set(["setfield", "setitem", "setglobal"]);
/** Opcodes that read exactly what their immediate names. */
const PRECISE_READS: ReadonlySet<string> = new Set(["getfield", "getitem", "getglobal"]);

/** Flags of an instruction alone. */
function flagsOf(instr: Instr): number {
  const info = opInfo(instr.op);
  let flags = 0;
  if (info.reads) flags |= Flag.reads;
  if (info.writes || info.raises !== false) flags |= Flag.effect;
  if (collects(instr)) flags |= Flag.effect | Flag.collects;
  if (instr.dst?.type === "ref" || instr.args.some((arg) => arg.kind === "var" && arg.type === "ref")) {
    flags |= Flag.refs;
  }
  return flags;
}

/** Tells whether an instruction may run the collector. */
function collects(instr: Instr): boolean {
  const info = opInfo(instr.op);
  if (info.collects !== "callee") return info.collects;
  const callee = instr.imm as Partial<Func> | null;
  if (instr.op !== "call" || callee?.effects === null || callee?.effects === undefined) return true;
  return callee.effects.collects;
}

/** Tells whether the memory that `node` reads may be what `instr` writes. */
function mayOverlap(instr: Instr, node: Node): boolean {
  if (!PRECISE_WRITES.has(instr.op)) return true;
  return node.memory.some((read) => read === null || read === instr.imm);
}

class Stackifier {
  private readonly definitions: Int32Array;
  private readonly uses: Int32Array;
  private readonly targets = new Set<unknown>();
  private raisesOut = false;

  constructor(private readonly func: Func) {
    func.vars.forEach((variable, index) => variable.id = index);
    this.definitions = new Int32Array(func.vars.length);
    this.uses = new Int32Array(func.vars.length);
    for (const param of func.params) this.definitions[param.id]++;
    this.countList(func.body);
  }

  run(): TreeFunc {
    const body = this.list(this.func.body);
    return { body, raisesOut: this.raisesOut, targets: this.targets };
  }

  // --- counting ---

  private use(operand: Operand | null): void {
    if (operand?.kind === "var") this.uses[operand.id]++;
  }

  private countList(list: readonly Stmt[]): void {
    for (const stmt of list) this.count(stmt);
  }

  private count(stmt: Stmt): void {
    switch (stmt.kind) {
      case "instr":
        return this.countInstr(stmt);
      case "if":
        this.use(stmt.cond);
        this.countList(stmt.then);
        return this.countList(stmt.else);
      case "switch":
        this.use(stmt.value);
        return stmt.bodies.forEach((body) => this.countList(body));
      case "block":
      case "loop":
        return this.countList(stmt.body);
      case "br":
        this.targets.add(stmt.label);
        return;
      case "return":
        return this.use(stmt.value);
      case "unreachable":
        return;
      case "try":
      case "throw":
        throw new Error(
          `${this.func.name}: ${stmt.kind} in code for the emitter: exceptions were not lowered`,
        );
    }
  }

  private countInstr(instr: Instr): void {
    if (IGNORED.has(instr.op)) return;
    instr.args.forEach((arg) => this.use(arg));
    if (instr.dst !== null) this.definitions[instr.dst.id]++;
    for (const store of instr.roots?.stores ?? []) this.uses[store.value.id]++;
    for (const reload of instr.roots?.reloads ?? []) this.definitions[reload.into.id]++;
    if (instr.onRaise === "return") this.raisesOut = true;
    else if (instr.onRaise !== undefined) this.targets.add(instr.onRaise);
  }

  private isTemporary(variable: Var): boolean {
    return this.definitions[variable.id] === 1 && this.uses[variable.id] === 1;
  }

  // --- building ---

  private list(stmts: readonly Stmt[]): Tree[] {
    const builder = new ListBuilder((variable) => this.isTemporary(variable), this.uses);
    for (const stmt of stmts) this.statement(stmt, builder);
    builder.flushAll();
    return builder.out;
  }

  private statement(stmt: Stmt, builder: ListBuilder): void {
    switch (stmt.kind) {
      case "instr":
        return builder.instruction(stmt);
      case "if": {
        const cond = builder.last(stmt.cond);
        builder.out.push({ ...stmt, cond, then: this.list(stmt.then), else: this.list(stmt.else) });
        return;
      }
      case "switch": {
        const value = builder.last(stmt.value);
        builder.out.push({ ...stmt, value, bodies: stmt.bodies.map((body) => this.list(body)) });
        return;
      }
      case "block":
      case "loop":
        builder.flushAll();
        builder.out.push({ ...stmt, body: this.list(stmt.body) });
        return;
      case "return": {
        const value = stmt.value === null ? null : builder.last(stmt.value);
        builder.flushAll();
        builder.out.push({ ...stmt, value });
        return;
      }
      case "br":
      case "unreachable":
        builder.flushAll();
        builder.out.push(stmt);
    }
  }
}

/** Processes one list of statements. */
class ListBuilder {
  readonly out: Tree[] = [];
  private pending: { variable: Var; node: Node }[] = [];

  constructor(
    private readonly isTemporary: (variable: Var) => boolean,
    private readonly uses: Int32Array,
  ) {}

  /** Emits a pending expression into its variable. */
  private flush(index: number): void {
    const [{ variable, node }] = this.pending.splice(index, 1);
    this.out.push({ kind: "eval", node, dst: variable });
  }

  flushAll(): void {
    while (this.pending.length > 0) this.flush(0);
  }

  /** The operand of a control statement; everything else is emitted before it. */
  last(operand: Operand): Value {
    for (let i = this.pending.length - 1; i >= 0; i--) {
      if (this.pending[i].variable !== operand) this.flush(i);
    }
    return this.take(operand);
  }

  /** The operand's expression where it is pending, no longer pending then; else the operand. */
  private take(operand: Operand): Value {
    const index = this.pending.findIndex(({ variable }) => variable === operand);
    if (index < 0) return operand;
    return this.pending.splice(index, 1)[0].node;
  }

  instruction(instr: Instr): void {
    if (IGNORED.has(instr.op)) return;
    const flags = flagsOf(instr);
    if (instr.dst !== null && this.uses[instr.dst.id] === 0 && (flags & Flag.effect) === 0) return;
    this.flushConflicts(instr, flags);
    const node = this.build(instr, flags);
    if (instr.dst !== null && this.isTemporary(instr.dst) && !STATEMENTS.has(instr.op)) {
      this.pending.push({ variable: instr.dst, node });
    } else {
      const dst = instr.dst !== null && this.uses[instr.dst.id] > 0 ? instr.dst : null;
      this.out.push({ kind: "eval", node, dst });
    }
  }

  private build(instr: Instr, flags: number): Node {
    const node: Node = {
      kind: "node",
      instr,
      args: instr.args.map((arg) => this.take(arg)),
      flags,
      reads: (instr.roots?.stores ?? []).map((store) => store.value),
      writes: (instr.roots?.reloads ?? []).map((reload) => reload.into),
      memory: (flags & Flag.reads) === 0 ? [] : [PRECISE_READS.has(instr.op) ? instr.imm : null],
    };
    for (const arg of node.args) {
      if (arg.kind === "var") node.reads.push(arg);
      if (arg.kind !== "node") continue;
      node.flags |= arg.flags;
      node.reads.push(...arg.reads);
      node.writes.push(...arg.writes);
      node.memory.push(...arg.memory);
    }
    return node;
  }

  /** Emits what must not be evaluated after (or, as an operand, inside) `instr`. */
  private flushConflicts(instr: Instr, flags: number): void {
    const repeated = repeatedOperands(instr);
    const reads = readVariables(instr);
    const barrier = hasBarrier(instr);
    for (let i = 0; i < this.pending.length;) {
      const { variable, node } = this.pending[i];
      const index = instr.args.indexOf(variable);
      const stays = index >= 0
        ? !repeated.includes(index) && !node.writes.some((written) => reads.includes(written)) &&
          !(barrier && (node.flags & Flag.collects) !== 0)
        : !reads.includes(variable) && !conflicts(instr, flags, reads, node);
      if (stays) i++;
      else this.flush(i);
    }
  }
}

/**
 * Tells whether a write barrier comes before the store. Its operands are evaluated behind it: a collection among them
 * would use up what the barrier remembered.
 */
function hasBarrier(instr: Instr): boolean {
  if (instr.op === "setfield") return storesReference(instr, 1);
  return instr.op === "setitem" && storesReference(instr, 2);
}

/** The variables that an instruction reads by itself. */
function readVariables(instr: Instr): Var[] {
  const reads = instr.args.filter((arg): arg is Var => arg.kind === "var");
  return instr.roots === undefined ? reads : [...reads, ...instr.roots.stores.map((store) => store.value)];
}

/** Tells whether a pending expression may not be evaluated after an instruction that does not use it. */
function conflicts(instr: Instr, flags: number, reads: readonly Var[], node: Node): boolean {
  if ((flags & Flag.effect) !== 0) {
    if ((node.flags & Flag.effect) !== 0) return true;
    if ((node.flags & Flag.reads) !== 0 && mayOverlap(instr, node)) return true;
  }
  if ((flags & Flag.reads) !== 0 && (node.flags & Flag.effect) !== 0) return true;
  if ((flags & Flag.collects) !== 0 && (node.flags & Flag.refs) !== 0) return true;
  if ((flags & Flag.refs) !== 0 && (node.flags & Flag.collects) !== 0) return true;
  if (instr.dst !== null && node.reads.includes(instr.dst)) return true;
  if (instr.roots?.reloads.some((reload) => node.reads.includes(reload.into)) === true) return true;
  return node.writes.some((written) => reads.includes(written) || written === instr.dst);
}

/** Puts a function whose passes have run into tree form. */
export function stackify(func: Func): TreeFunc {
  return new Stackifier(func).run();
}
