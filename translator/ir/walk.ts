/**
 * Walking and rewriting of function bodies: the one place that knows which statement holds which operands and
 * which lists of statements. Rewriters change bodies in place; statements are never shared between bodies, so
 * whoever duplicates code goes through {@link cloneBody}.
 */
import {
  type Func,
  type Instr,
  type Label,
  newVar,
  type Operand,
  type RootInfo,
  type Stmt,
  type Var,
} from "./ir.ts";

const NO_LISTS: readonly Stmt[][] = [];
const NO_OPERANDS: readonly Operand[] = [];

/** The statement lists directly inside `stmt`, in the order in which control enters them. */
export function childLists(stmt: Stmt): readonly Stmt[][] {
  switch (stmt.kind) {
    case "if":
      return [stmt.then, stmt.else];
    case "block":
    case "loop":
      return [stmt.body];
    case "switch":
      return stmt.bodies;
    case "try":
      return [stmt.body, stmt.handler];
    default:
      return NO_LISTS;
  }
}

/** The operands that `stmt` itself reads, without those of statements inside it. */
export function operandsOf(stmt: Stmt): readonly Operand[] {
  switch (stmt.kind) {
    case "instr":
      return stmt.args;
    case "if":
      return [stmt.cond];
    case "switch":
    case "throw":
      return [stmt.value];
    case "return":
      return stmt.value === null ? NO_OPERANDS : [stmt.value];
    default:
      return NO_OPERANDS;
  }
}

/** Replaces each operand that `stmt` itself reads by `map` of it. */
export function mapOperands(stmt: Stmt, map: (operand: Operand) => Operand): void {
  switch (stmt.kind) {
    case "instr":
      for (let i = 0; i < stmt.args.length; i++) stmt.args[i] = map(stmt.args[i]);
      break;
    case "if":
      stmt.cond = map(stmt.cond);
      break;
    case "switch":
    case "throw":
      stmt.value = map(stmt.value);
      break;
    case "return":
      if (stmt.value !== null) stmt.value = map(stmt.value);
      break;
  }
}

/** The variable that `stmt` itself assigns: an instruction's result, a `try`'s exception. */
export function definedVar(stmt: Stmt): Var | null {
  if (stmt.kind === "instr") return stmt.dst;
  return stmt.kind === "try" ? stmt.exc : null;
}

/** Variables that the root pass' information of an instruction reads (`stores`) and assigns (`reloads`). */
export function rootVars(stmt: Stmt): { read: Var[]; assigned: Var[] } {
  const roots = stmt.kind === "instr" ? stmt.roots : undefined;
  if (roots === undefined) return { read: [], assigned: [] };
  return { read: roots.stores.map((s) => s.value), assigned: roots.reloads.map((r) => r.into) };
}

/** Calls `visit` on every statement, outer before inner, in program order. */
export function forEachStmt(body: readonly Stmt[], visit: (stmt: Stmt) => void): void {
  for (const stmt of body) {
    visit(stmt);
    if (stmt.kind === "instr") continue;
    for (const list of childLists(stmt)) forEachStmt(list, visit);
  }
}

/** Calls `visit` on every instruction, in program order. */
export function forEachInstr(body: readonly Stmt[], visit: (instr: Instr) => void): void {
  for (const stmt of body) {
    if (stmt.kind === "instr") visit(stmt);
    else for (const list of childLists(stmt)) forEachInstr(list, visit);
  }
}

/**
 * Rewrites a body in place, inner statements first: `map` returns the replacement of a statement, which is
 * the statement itself, a list (empty to remove it), or another statement.
 */
export function mapStmts(body: Stmt[], map: (stmt: Stmt) => Stmt | readonly Stmt[]): void {
  let out: Stmt[] | null = null;
  for (let i = 0; i < body.length; i++) {
    const stmt = body[i];
    if (stmt.kind !== "instr") { for (const list of childLists(stmt)) mapStmts(list, map); }
    const mapped = map(stmt);
    if (mapped === stmt && out === null) continue;
    out ??= body.slice(0, i);
    if (Array.isArray(mapped)) { for (const one of mapped) out.push(one); }
    else out.push(mapped as Stmt);
  }
  if (out !== null) replaceList(body, out);
}

/** Makes `list` hold `items`, keeping its identity. */
export function replaceList(list: Stmt[], items: readonly Stmt[]): void {
  list.length = 0;
  for (const item of items) list.push(item);
}

/** The label that `stmt` itself may go to: a `br`'s, or the handler's of an instruction that may raise. */
export function targetOf(stmt: Stmt): Label | null {
  if (stmt.kind === "br") return stmt.label;
  if (stmt.kind !== "instr" || stmt.onRaise === undefined || stmt.onRaise === "return") return null;
  return stmt.onRaise;
}

/** Labels that some statement in `body` goes to. */
export function branchTargets(body: readonly Stmt[]): Set<Label> {
  const targets = new Set<Label>();
  forEachStmt(body, (stmt) => {
    const target = targetOf(stmt);
    if (target !== null) targets.add(target);
  });
  return targets;
}

/**
 * Tells whether control can reach the end of `body`. `targets`: labels that branches inside it name, when the
 * caller has them at hand; labels that no statement of `body` owns do not matter.
 */
export function canComplete(
  body: readonly Stmt[],
  targets: ReadonlySet<Label> = branchTargets(body),
): boolean {
  for (const stmt of body) if (!stmtCanComplete(stmt, targets)) return false;
  return true;
}

/** Tells whether control can go on after `stmt`; `targets` as in {@link canComplete}. */
export function stmtCanComplete(stmt: Stmt, targets: ReadonlySet<Label> = branchTargets([stmt])): boolean {
  switch (stmt.kind) {
    case "instr":
      return true;
    case "if":
      return canComplete(stmt.then, targets) || canComplete(stmt.else, targets);
    case "block":
      return targets.has(stmt.label) || canComplete(stmt.body, targets);
    case "loop":
      return canComplete(stmt.body, targets);
    case "switch":
      return targets.has(stmt.label) || switchSkips(stmt) || stmt.bodies.length === 0 ||
        canComplete(stmt.bodies[stmt.bodies.length - 1], targets);
    case "try":
      return canComplete(stmt.body, targets) || canComplete(stmt.handler, targets);
    default:
      return false;
  }
}

/** Tells whether some value of the switch goes past the last body. */
export function switchSkips(stmt: Stmt & { kind: "switch" }): boolean {
  if (stmt.default === -1) return true;
  for (const index of stmt.cases.values()) if (index === -1) return true;
  return false;
}

/** Number of statements in `body`, nested ones included. */
export function sizeOf(body: readonly Stmt[]): number {
  let size = 0;
  forEachStmt(body, () => size++);
  return size;
}

/** Like {@link sizeOf}, but gives up above `limit` and returns a number greater than it. */
export function sizeUpTo(body: readonly Stmt[], limit: number): number {
  let size = 0;
  for (const stmt of body) {
    size++;
    if (stmt.kind !== "instr") {
      for (const list of childLists(stmt)) size += sizeUpTo(list, limit - size);
    }
    if (size > limit) return size;
  }
  return size;
}

/** Variables that statements in `body` assign, root reloads included. */
export function assignedVars(body: readonly Stmt[], into: Set<Var> = new Set()): Set<Var> {
  forEachStmt(body, (stmt) => {
    const defined = definedVar(stmt);
    if (defined !== null) into.add(defined);
    if (stmt.kind === "instr" && stmt.roots !== undefined) {
      for (const r of stmt.roots.reloads) into.add(r.into);
    }
  });
  return into;
}

/** Variables that statements in `body` read, root stores included. */
export function usedVars(body: readonly Stmt[], into: Set<Var> = new Set()): Set<Var> {
  forEachStmt(body, (stmt) => {
    for (const operand of operandsOf(stmt)) if (operand.kind === "var") into.add(operand);
    if (stmt.kind === "instr" && stmt.roots !== undefined) {
      for (const s of stmt.roots.stores) into.add(s.value);
    }
  });
  return into;
}

/** How a copy of a body names what the original named. */
export interface Renaming {
  /** The operand to read instead of a variable. */
  readonly use: (variable: Var) => Operand;
  /** The variable to assign instead of a variable. */
  readonly define: (variable: Var) => Var;
}

/** A renaming that gives every variable met a fresh copy in `target`, and reads `bound` ones from the map. */
export function freshRenaming(target: Func, bound: ReadonlyMap<Var, Operand> = new Map()): Renaming {
  const fresh = new Map<Var, Var>();
  const define = (variable: Var): Var => {
    const known = bound.get(variable) ?? fresh.get(variable);
    if (known !== undefined) {
      if (known.kind === "var") return known;
      throw new Error(`${variable.name} is bound to a constant and assigned`);
    }
    const copy = newVar(target, variable.type, variable.name);
    fresh.set(variable, copy);
    return copy;
  };
  return { define, use: (variable) => bound.get(variable) ?? define(variable) };
}

/** A deep copy of `body` with variables renamed and every label of its own replaced by a fresh one. */
export function cloneBody(body: readonly Stmt[], renaming: Renaming): Stmt[] {
  return cloneList(body, renaming, new Map());
}

function cloneList(body: readonly Stmt[], renaming: Renaming, labels: Map<Label, Label>): Stmt[] {
  return body.map((stmt) => cloneStmt(stmt, renaming, labels));
}

function cloneStmt(stmt: Stmt, renaming: Renaming, labels: Map<Label, Label>): Stmt {
  const operand = (o: Operand): Operand => o.kind === "var" ? renaming.use(o) : o;
  const list = (body: readonly Stmt[]): Stmt[] => cloneList(body, renaming, labels);
  const own = (label: Label): Label => {
    const copy: Label = { name: label.name };
    labels.set(label, copy);
    return copy;
  };
  switch (stmt.kind) {
    case "instr": {
      const dst = stmt.dst === null ? null : renaming.define(stmt.dst);
      const copy: Instr = { ...stmt, args: stmt.args.map(operand), dst };
      if (stmt.roots !== undefined) copy.roots = cloneRoots(stmt.roots, renaming);
      const target = targetOf(stmt);
      if (target !== null) copy.onRaise = labels.get(target) ?? target;
      return copy;
    }
    case "if":
      return { ...stmt, cond: operand(stmt.cond), then: list(stmt.then), else: list(stmt.else) };
    case "block":
    case "loop":
      return { kind: stmt.kind, label: own(stmt.label), body: list(stmt.body) };
    case "br":
      return { kind: "br", label: labels.get(stmt.label) ?? stmt.label };
    case "switch": {
      const label = own(stmt.label);
      const value = operand(stmt.value);
      return { ...stmt, label, value, cases: new Map(stmt.cases), bodies: stmt.bodies.map(list) };
    }
    case "try":
      return {
        kind: "try",
        body: list(stmt.body),
        exc: renaming.define(stmt.exc),
        handler: list(stmt.handler),
      };
    case "return":
      return { ...stmt, value: stmt.value === null ? null : operand(stmt.value) };
    case "throw":
      return { ...stmt, value: operand(stmt.value) };
    case "unreachable":
      return { ...stmt };
  }
}

function cloneRoots(roots: RootInfo, renaming: Renaming): RootInfo {
  return {
    ...roots,
    stores: roots.stores.map((s) => ({ slot: s.slot, value: renaming.define(s.value) })),
    reloads: roots.reloads.map((r) => ({ slot: r.slot, into: renaming.define(r.into) })),
  };
}

/** Drops variables that nothing in the body names (parameters stay) and numbers the rest densely. */
export function compactVars(func: Func): void {
  const named = usedVars(func.body, assignedVars(func.body, new Set(func.params)));
  func.vars = func.vars.filter((v) => named.has(v));
  func.vars.forEach((v, i) => v.id = i);
}
