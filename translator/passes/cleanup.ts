/**
 * Simplification of control flow, in one walk from the inside out: constant conditions, unreachable code, blocks
 * without branches to them, branches to where control goes anyway, constructs without contents. Structure is only
 * taken away, save that code after `if c { …; br L }` moves into the `else` when that lets block L disappear.
 */
import type { Func, Label, Stmt, Var } from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import { childLists, forEachStmt, replaceList, stmtCanComplete } from "../ir/walk.ts";

/** Blocks with more branches than this keep them: moving code into `else` nests it once per branch. */
const MAX_SUNK_BRANCHES = 6;

class Cleaner {
  changed = false;
  /** Branches left to each label. */
  private readonly branches = new Map<Label, number>();
  private readonly targets: ReadonlySet<Label>;

  constructor(body: readonly Stmt[]) {
    forEachStmt(body, (s) => {
      if (s.kind === "br") this.count(s.label, 1);
    });
    const { branches } = this;
    this.targets = { has: (label: Label) => (branches.get(label) ?? 0) > 0 } as ReadonlySet<Label>;
  }

  private count(label: Label, by: number): void {
    this.branches.set(label, (this.branches.get(label) ?? 0) + by);
  }

  /** Takes the branches of statements that go away off the counts. */
  private drop(stmts: readonly Stmt[]): void {
    this.changed = true;
    forEachStmt(stmts, (s) => {
      if (s.kind === "br") this.count(s.label, -1);
    });
  }

  list(body: Stmt[]): void {
    const out: Stmt[] = [];
    let touched = false;
    for (let i = 0; i < body.length; i++) {
      const stmt = body[i];
      if (stmt.kind !== "instr") { for (const list of childLists(stmt)) this.list(list); }
      const mapped = this.stmt(stmt);
      if (mapped === null) out.push(stmt);
      else {
        touched = true;
        for (const one of mapped) out.push(one);
      }
      const last = out.length > 0 ? out[out.length - 1] : null;
      if (last !== null && !stmtCanComplete(last, this.targets) && i + 1 < body.length) {
        this.drop(body.slice(i + 1));
        touched = true;
        break;
      }
    }
    if (touched) replaceList(body, out);
  }

  /** What replaces a statement whose insides are clean; null for itself. */
  private stmt(s: Stmt): readonly Stmt[] | null {
    const result = this.rewrite(s);
    if (result !== null) this.changed = true;
    return result;
  }

  private rewrite(s: Stmt): readonly Stmt[] | null {
    switch (s.kind) {
      case "instr":
        return s.op === "move" && s.dst !== null && s.args[0] === s.dst ? [] : null;
      case "if":
        return this.if(s);
      case "block":
        return this.block(s);
      case "loop":
        return this.targets.has(s.label) ? null : s.body;
      case "switch":
        return this.switch(s);
      case "try":
        if (mayRaise(s.body)) return null;
        this.drop(s.handler);
        return s.body;
      default:
        return null;
    }
  }

  private if(s: Stmt & { kind: "if" }): readonly Stmt[] | null {
    if (s.cond.kind === "const" && typeof s.cond.value === "number") {
      this.drop(s.cond.value !== 0 ? s.else : s.then);
      return s.cond.value !== 0 ? s.then : s.else;
    }
    return s.then.length + s.else.length === 0 ? [] : null;
  }

  private block(s: Stmt & { kind: "block" }): readonly Stmt[] | null {
    if (this.targets.has(s.label)) this.dropTails(s.body, s.label);
    const left = this.branches.get(s.label) ?? 0;
    if (left > 0 && left <= MAX_SUNK_BRANCHES && this.sinkable(s.body, s.label) === left) {
      this.sink(s.body, s.label);
    }
    return this.targets.has(s.label) ? null : s.body;
  }

  /** Removes `br label` where the end of `body`, which is just before the label's exit, comes next anyway. */
  private dropTails(body: Stmt[], label: Label): void {
    const last = body[body.length - 1];
    if (last === undefined) return;
    switch (last.kind) {
      case "br":
        if (last.label !== label) return;
        body.pop();
        this.count(label, -1);
        this.changed = true;
        return;
      case "switch":
        if (last.bodies.length > 0) this.dropTails(last.bodies[last.bodies.length - 1], label);
        return;
      case "if":
      case "block":
      case "loop":
      case "try":
        for (const list of childLists(last)) this.dropTails(list, label);
    }
  }

  /** Number of `if c { …; br label }` (or with `else`) directly in `body`, including those that would move. */
  private sinkable(body: readonly Stmt[], label: Label): number {
    let count = 0;
    for (const s of body) if (s.kind === "if" && sunkArm(s, label) !== null) count++;
    return count;
  }

  /** Moves what follows `if c { …; br label }` into its other arm, and drops the branch. */
  private sink(body: Stmt[], label: Label): void {
    const at = body.findIndex((s) => s.kind === "if" && sunkArm(s, label) !== null);
    if (at < 0) return;
    const s = body[at] as Stmt & { kind: "if" };
    const arm = sunkArm(s, label)!;
    const other = arm === s.then ? s.else : s.then;
    for (const moved of body.splice(at + 1)) other.push(moved);
    arm.pop();
    this.count(label, -1);
    this.changed = true;
    this.dropTails(other, label);
    this.sink(other, label);
  }

  private switch(s: Stmt & { kind: "switch" }): readonly Stmt[] | null {
    if (s.value.kind === "const" && typeof s.value.value === "number") {
      return this.constantSwitch(s, s.cases.get(s.value.value) ?? s.default);
    }
    const last = s.bodies[s.bodies.length - 1];
    if (last !== undefined && this.targets.has(s.label)) this.dropTails(last, s.label);
    for (const [value, index] of s.cases) {
      if (index === s.default) {
        s.cases.delete(value);
        this.changed = true;
      }
    }
    this.dropUnentered(s);
    if (s.bodies.every((body) => body.length === 0)) return [];
    return null;
  }

  /** Only the body that is entered remains, and those that it falls into. */
  private constantSwitch(s: Stmt & { kind: "switch" }, index: number): readonly Stmt[] {
    const body: Stmt[] = [];
    let open = index >= 0;
    s.bodies.forEach((one, i) => {
      if (!open || i < index) return this.drop(one);
      for (const stmt of one) body.push(stmt);
      const last = one[one.length - 1];
      if (last !== undefined && !stmtCanComplete(last, this.targets)) open = false;
    });
    if (body.length === 0) return [];
    const block: Stmt = { kind: "block", label: s.label, body };
    return this.block(block) ?? [block];
  }

  private dropUnentered(s: Stmt & { kind: "switch" }): void {
    const entered = new Set([...s.cases.values(), s.default]);
    let open = false;
    s.bodies.forEach((body, i) => {
      if (!open && !entered.has(i) && body.length > 0) {
        this.drop(body);
        body.length = 0;
      }
      const last = body[body.length - 1];
      const starts = open || entered.has(i);
      open = starts && (last === undefined || stmtCanComplete(last, this.targets));
    });
  }
}

/** The arm of `s` that ends in `br label` while the other one is open. */
function sunkArm(s: Stmt & { kind: "if" }, label: Label): Stmt[] | null {
  const ends = (arm: Stmt[]): boolean => {
    const last = arm[arm.length - 1];
    return last !== undefined && last.kind === "br" && last.label === label;
  };
  if (ends(s.then)) return s.then;
  return ends(s.else) ? s.else : null;
}

/** Tells whether something in `body` may raise, as far as the opcode table knows. */
export function mayRaise(body: readonly Stmt[]): boolean {
  for (const s of body) {
    if (s.kind === "throw") return true;
    if (s.kind === "instr") {
      if (opInfo(s.op).raises !== false) return true;
    } else if (s.kind === "try" ? mayRaise(s.handler) : childLists(s).some(mayRaise)) return true;
  }
  return false;
}

/**
 * Lets an instruction write to where the next statement copies its result, when that copy is the only use:
 * `t = op(…); x = move(t)` becomes `x = op(…)`. `uses` and `definitions`: counts by variable id.
 */
export function retarget(body: Stmt[], uses: Int32Array, definitions: Int32Array): boolean {
  let changed = false;
  for (let i = 0; i < body.length; i++) {
    const s = body[i];
    if (s.kind !== "instr") {
      for (const list of childLists(s)) if (retarget(list, uses, definitions)) changed = true;
      continue;
    }
    const next = body[i + 1];
    if (s.dst === null || next === undefined || next.kind !== "instr" || next.op !== "move") continue;
    const t: Var = s.dst;
    if (next.args[0] !== t || next.dst === null || next.dst === t) continue;
    if (uses[t.id] !== 1 || definitions[t.id] !== 1) continue;
    s.dst = next.dst;
    body.splice(i + 1, 1);
    changed = true;
  }
  return changed;
}

/** Cleans up the control flow of `func`, in place. True when something changed. */
export function cleanup(func: Func): boolean {
  const cleaner = new Cleaner(func.body);
  cleaner.list(func.body);
  const last = func.body[func.body.length - 1];
  if (last !== undefined && last.kind === "return" && last.value === null) {
    func.body.pop();
    cleaner.changed = true;
  }
  return cleaner.changed;
}
