/**
 * Inlining, bottom-up over the call graph: a callee has had its own calls inlined, and is simplified, before its
 * size is looked at. Small functions go in everywhere; bigger ones with a single call, and marked ones
 * (`@inline`), too. Never: recursive functions (in a cycle of direct calls), `@noinline`, a portal
 * (`jit.merge_point`), and functions that ask for the stack pointer, which is a matter of their own frame.
 *
 * A call becomes the callee's body with fresh variables and labels. A parameter that the callee never assigns is
 * replaced by the argument: nothing in the copy assigns the caller's variables, save the result, at its end.
 * `return` becomes a move, and a branch out of a block unless the end comes next anyway.
 */
import {
  type Func,
  type Instr,
  instr,
  type Label,
  newVar,
  type Operand,
  type Program,
  type Stmt,
  type Var,
} from "../ir/ir.ts";
import {
  assignedVars,
  branchTargets,
  canComplete,
  childLists,
  cloneBody,
  forEachInstr,
  freshRenaming,
  replaceList,
  sizeOf,
} from "../ir/walk.ts";
import { bottomUp } from "./callgraph.ts";
import { cleanup } from "./cleanup.ts";
import { simplifyFunc } from "./simplify.ts";

/** Tuning of the pass; sizes are in statements. */
export interface InlineOptions {
  /** Callees up to this size go in, as far as the caller may grow. Default: 14. */
  readonly small?: number;
  /** Callees up to this size go in even into callers that may not grow: about a call's own size. Default: 3. */
  readonly tiny?: number;
  /** The same for callees with one call in the program and no other use. Default: 80. */
  readonly single?: number;
  /** Added to `small` for each constant argument. Default: 3. */
  readonly constantBonus?: number;
  /** A caller grows to at most its size times this, plus `allowance`. Default: 1.6. */
  readonly growth?: number;
  readonly allowance?: number;
}
const DEFAULTS: Required<InlineOptions> = {
  small: 14,
  tiny: 3,
  single: 80,
  constantBonus: 3,
  growth: 1.6,
  allowance: 120,
};

/** Opcodes that tie a function to its own frame. */
const UNMOVABLE: ReadonlySet<string> = new Set(["stack.pointer", "jit.merge_point", "jit.can_enter"]);

/** What is known of a function as a callee. */
interface Callee {
  readonly size: number;
  /** Parameters that it assigns. */
  readonly assigned: ReadonlySet<Var>;
}

class Inliner {
  private readonly callees = new Map<Func, Callee>();
  private readonly callCounts = new Map<Func, number>();

  constructor(private readonly program: Program, private readonly options: Required<InlineOptions>) {}

  run(): void {
    const { callCounts } = this;
    const direct = new Map<Func, Func[]>();
    for (const f of this.program.functions) {
      const found = new Set<Func>();
      forEachInstr(f.body, (s) => {
        if (s.op !== "call") return;
        const callee = s.imm as Func;
        found.add(callee);
        callCounts.set(callee, (callCounts.get(callee) ?? 0) + 1);
      });
      direct.set(f, [...found]);
    }
    const groups = bottomUp(this.program.functions, (f) => direct.get(f) ?? []);
    for (const group of groups) {
      for (const f of group) this.into(f);
      const [f] = group;
      if (group.length === 1 && !direct.get(f)!.includes(f)) this.offer(f);
    }
  }

  /** Makes `f` known as a callee, if it may be inlined at all. */
  private offer(f: Func): void {
    if (f.hints.noinline) return;
    let movable = true;
    forEachInstr(f.body, (s) => {
      if (UNMOVABLE.has(s.op) || s.roots !== undefined) movable = false;
    });
    if (!movable) return;
    const assigned = assignedVars(f.body);
    const size = sizeOf(f.body);
    this.callees.set(f, { size, assigned: new Set(f.params.filter((p) => assigned.has(p))) });
  }

  /** Inlines into `f`. */
  private into(f: Func): void {
    const before = sizeOf(f.body);
    const budget = { size: before, limit: before * this.options.growth + this.options.allowance };
    if (!this.list(f, f.body, budget)) return;
    cleanup(f);
    simplifyFunc(f);
  }

  private list(caller: Func, body: Stmt[], budget: { size: number; limit: number }): boolean {
    const out: Stmt[] = [];
    let changed = false;
    for (const s of body) {
      if (s.kind !== "instr") {
        for (const list of childLists(s)) if (this.list(caller, list, budget)) changed = true;
      }
      const callee = s.kind === "instr" && s.op === "call" ? this.wanted(s, budget) : null;
      if (callee === null) {
        out.push(s);
        continue;
      }
      changed = true;
      budget.size += callee.size;
      const copy = expand(s as Instr, callee, caller);
      for (const one of copy) out.push(one);
      if (!canComplete(copy)) break;
    }
    if (changed) replaceList(body, out);
    return changed;
  }

  private wanted(s: Instr, budget: { size: number; limit: number }): Callee | null {
    const func = s.imm as Func;
    const callee = this.callees.get(func);
    if (callee === undefined) return null;
    const { options } = this;
    if (func.hints.inline || callee.size <= options.tiny) return callee;
    if (budget.size + callee.size > budget.limit) return null;
    const constants = s.args.filter((a) => a.kind === "const").length;
    const single = this.callCounts.get(func) === 1 && !func.inTable;
    const limit = single ? options.single : options.small + constants * options.constantBonus;
    return callee.size <= limit ? callee : null;
  }
}

/** The statements that stand for a call. */
function expand(call: Instr, callee: Callee, caller: Func): Stmt[] {
  const func = call.imm as Func;
  const out: Stmt[] = [];
  const bound = new Map<Var, Operand>();
  func.params.forEach((param, i) => {
    const arg = call.args[i];
    if (!callee.assigned.has(param)) return void bound.set(param, arg);
    const copy = newVar(caller, param.type, param.name);
    out.push(instr("move", copy, [arg], null, call.pos));
    bound.set(param, copy);
  });
  const body = cloneBody(func.body, freshRenaming(caller, bound));
  const label: Label = { name: func.name };
  replaceReturns(body, call, label, true);
  if (branchTargets(body).has(label)) out.push({ kind: "block", label, body });
  else for (const s of body) out.push(s);
  return out;
}

/** Turns returns into moves to the call's result and branches; `tail`: the end of `body` is the end of it all. */
function replaceReturns(body: Stmt[], call: Instr, label: Label, tail: boolean): void {
  const last = body[body.length - 1];
  for (const s of body) {
    if (s.kind === "instr" || s.kind === "return") continue;
    const lists = childLists(s);
    lists.forEach((list, i) => {
      // The end of a body of a switch falls into the next one.
      const ends = s.kind !== "switch" || i === lists.length - 1;
      // A loop's end is left, and a try body's: what follows is what follows the construct.
      replaceReturns(list, call, label, tail && s === last && ends);
    });
  }
  if (last === undefined || last.kind !== "return") return;
  body.pop();
  if (call.dst !== null && last.value !== null) {
    body.push(instr("move", call.dst, [last.value], null, last.pos));
  }
  if (!tail) body.push({ kind: "br", label });
}

/** Inlines calls in `program`, in place. Functions that are no longer called stay. */
export function inline(program: Program, options: InlineOptions = {}): void {
  new Inliner(program, { ...DEFAULTS, ...options }).run();
}
