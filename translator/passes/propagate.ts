/**
 * Copy propagation, constant folding and algebraic identities in one forward walk of a function.
 *
 * The walk keeps facts of two kinds about a variable: the operand it equals, and the pure instruction that
 * computed it. A variable with a single definition never needs its facts dropped: every use is dominated by the
 * definition (that is the verifier's rule), and when the fact's own operands have single definitions too, they
 * dominate it in turn, as in SSA form. Facts that involve other variables hold a generation number of each,
 * which every assignment advances; leaving a construct counts as an assignment of all that it assigns,
 * and so does entering a loop or a handler.
 */
import type { Func, Instr, Operand, Stmt, Var } from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import { assignedVars, forEachStmt, mapOperands } from "../ir/walk.ts";
import { simplifyAlgebra } from "./algebra.ts";
import { foldConstant } from "./fold.ts";

/** Opcodes whose operands keep their variables: the codewriter wants each red to be one of its own. */
const KEEPS_OPERANDS: ReadonlySet<string> = new Set(["jit.merge_point", "jit.can_enter"]);

/** Number of definitions of each variable, by id; being a parameter is one. */
export function countDefinitions(func: Func): Int32Array {
  const counts = new Int32Array(func.vars.length);
  for (const param of func.params) counts[param.id]++;
  forEachStmt(func.body, (s) => {
    if (s.kind === "instr") {
      if (s.dst !== null) counts[s.dst.id]++;
      if (s.roots !== undefined) { for (const r of s.roots.reloads) counts[r.into.id] += 2; }
    } else if (s.kind === "try") counts[s.exc.id]++;
  });
  return counts;
}

interface Copy {
  readonly operand: Operand;
  readonly generation: number;
}
interface Definition {
  readonly instr: Instr;
  readonly generations: readonly number[];
}

class Propagator {
  changed = false;
  private readonly definitions: Int32Array;
  private readonly generations: Int32Array;
  private readonly copies: (Copy | null)[];
  private readonly computed: (Definition | null)[];
  /** Variables with several definitions assigned so far, for whoever leaves a construct. */
  private readonly log: Var[] = [];

  constructor(func: Func) {
    this.definitions = countDefinitions(func);
    this.generations = new Int32Array(func.vars.length);
    this.copies = new Array(func.vars.length).fill(null);
    this.computed = new Array(func.vars.length).fill(null);
  }

  private generationOf(o: Operand): number {
    return o.kind === "var" ? this.generations[o.id] : 0;
  }

  /** What an operand equals here. */
  private readonly resolve = (o: Operand): Operand => {
    if (o.kind === "const") return o;
    const copy = this.copies[o.id];
    if (copy === null || copy.generation !== this.generationOf(copy.operand)) return o;
    this.changed = true;
    return copy.operand;
  };

  /** The pure instruction that computed `o`, when its operands are unchanged. */
  private readonly definitionOf = (o: Operand): Instr | null => {
    const definition = o.kind === "var" ? this.computed[o.id] : null;
    if (definition === null) return null;
    const { instr, generations } = definition;
    for (let i = 0; i < generations.length; i++) {
      if (generations[i] !== this.generationOf(instr.args[i])) return null;
    }
    return instr;
  };

  private assign(v: Var): void {
    if (this.definitions[v.id] <= 1) return;
    this.log.push(v);
    this.forget(v);
  }
  private forget(v: Var): void {
    if (this.definitions[v.id] <= 1) return;
    this.generations[v.id]++;
    this.copies[v.id] = null;
    this.computed[v.id] = null;
  }
  private forgetSince(mark: number): void {
    for (let i = mark; i < this.log.length; i++) this.forget(this.log[i]);
  }

  list(body: readonly Stmt[]): void {
    for (const stmt of body) this.stmt(stmt);
  }

  private stmt(s: Stmt): void {
    if (s.kind === "instr") return this.instr(s);
    mapOperands(s, this.resolve);
    const mark = this.log.length;
    switch (s.kind) {
      case "if":
        this.condition(s);
        this.list(s.then);
        this.forgetSince(mark);
        this.list(s.else);
        break;
      case "block":
        this.list(s.body);
        break;
      case "loop":
        for (const v of assignedVars(s.body)) this.forget(v);
        this.list(s.body);
        break;
      case "switch":
        for (const body of s.bodies) {
          this.forgetSince(mark);
          this.list(body);
        }
        break;
      case "try":
        this.list(s.body);
        this.assign(s.exc);
        this.forgetSince(mark);
        this.list(s.handler);
        break;
    }
    this.forgetSince(mark);
  }

  /** `if` looks through negations and comparisons with 0. */
  private condition(s: Stmt & { kind: "if" }): void {
    const d = this.definitionOf(s.cond);
    if (d === null) return;
    if (d.op === "i32.ne" && d.args[1].kind === "const" && d.args[1].value === 0) {
      s.cond = d.args[0];
      this.changed = true;
    } else if (d.op === "i32.eqz" && s.else.length > 0) {
      s.cond = d.args[0];
      [s.then, s.else] = [s.else, s.then];
      this.changed = true;
    }
  }

  private instr(s: Instr): void {
    if (!KEEPS_OPERANDS.has(s.op)) mapOperands(s, this.resolve);
    if (s.dst !== null) this.simplify(s);
    for (const reload of s.roots?.reloads ?? []) this.assign(reload.into);
    if (s.dst === null) return;
    this.assign(s.dst);
    this.learn(s, s.dst);
  }

  private simplify(s: Instr): void {
    if (s.op === "move") return;
    const folded = foldConstant(s);
    const better = folded ?? simplifyAlgebra(s, this.definitionOf);
    if (better === null) return;
    this.changed = true;
    s.imm = null;
    if ("kind" in better) {
      s.op = "move";
      s.args = [better];
    } else {
      s.op = better.op;
      s.args = better.args;
    }
  }

  private learn(s: Instr, dst: Var): void {
    if (s.args.includes(dst)) return;
    if (s.op === "move") {
      this.copies[dst.id] = { operand: s.args[0], generation: this.generationOf(s.args[0]) };
    } else if (opInfo(s.op).pure) {
      this.computed[dst.id] = { instr: s, generations: s.args.map((a) => this.generationOf(a)) };
    }
  }
}

/** Propagates copies and folds in `func`, in place. True when something changed. */
export function propagate(func: Func): boolean {
  const propagator = new Propagator(func);
  propagator.list(func.body);
  return propagator.changed;
}
