/**
 * Virtual calls become direct ones where few classes can receive them. A class counts when the program has
 * instances of it: a `new` somewhere, or a prebuilt object. One implementation: a plain call. Few: tests of the
 * type info, the most derived class first, each followed by a direct call, the last without a test.
 *
 * A null receiver is a bug of the program (the debug profile has checked it before), so it may run anything.
 */
import {
  type ClassDesc,
  constant,
  findImpl,
  type Func,
  type Instr,
  instr,
  isSubclass,
  type MethodDesc,
  newVar,
  type Program,
  type Stmt,
  type Var,
} from "../ir/ir.ts";
import { forEachInstr, forEachStmt, mapStmts } from "../ir/walk.ts";
import { countDefinitions } from "./propagate.ts";

/** Tuning of the pass. */
export interface DevirtualizeOptions {
  /** Most classes with an implementation of their own that a chain of tests may tell apart. Default: 4. */
  readonly maxTargets?: number;
}

/** The receivers for which one implementation runs: those below `cls` that no later case takes. */
interface Case {
  /** The class that defines the implementation. */
  readonly cls: ClassDesc;
  readonly func: Func;
  /** Classes with instances that get here. */
  readonly receivers: ClassDesc[];
}

class Devirtualizer {
  private readonly instantiated: ReadonlySet<ClassDesc>;
  private readonly cases = new Map<MethodDesc, Map<ClassDesc, Case[]>>();

  constructor(private readonly program: Program, private readonly maxTargets: number) {
    this.instantiated = instantiatedClasses(program);
  }

  func(func: Func): void {
    let exact: Map<Var, ClassDesc> | null = null;
    mapStmts(func.body, (s) => {
      if (s.kind !== "instr" || s.op !== "callvirt") return s;
      exact ??= exactClasses(func);
      return this.call(s, func, exact);
    });
  }

  private call(s: Instr, func: Func, exact: ReadonlyMap<Var, ClassDesc>): Stmt | Stmt[] {
    const method = s.imm as MethodDesc;
    const receiver = s.args[0];
    const cls = receiver.kind === "var" ? exact.get(receiver) : prebuiltClass(receiver.value);
    const only = cls === undefined ? null : findImpl(cls, method);
    if (only !== null) return direct(s, only);
    const cases = this.casesOf(method, s.receiver ?? method.cls);
    if (cases.length === 0 || cases.length > this.maxTargets) return s;
    if (cases.every((c) => c.func === cases[0].func)) return direct(s, cases[0].func);
    return chain(s, cases, func);
  }

  private casesOf(method: MethodDesc, receiver: ClassDesc): Case[] {
    const byClass = this.cases.get(method) ?? new Map<ClassDesc, Case[]>();
    this.cases.set(method, byClass);
    let cases = byClass.get(receiver);
    if (cases === undefined) byClass.set(receiver, cases = this.computeCases(method, receiver));
    return cases;
  }

  private computeCases(method: MethodDesc, receiver: ClassDesc): Case[] {
    const byDefiner = new Map<ClassDesc, Case>();
    for (const cls of this.program.classes) {
      if (!this.instantiated.has(cls) || !isSubclass(cls, receiver)) continue;
      const definer = definerOf(cls, method);
      if (definer === null) continue;
      const known = byDefiner.get(definer);
      if (known !== undefined) known.receivers.push(cls);
      else byDefiner.set(definer, { cls: definer, func: definer.impls.get(method)!, receivers: [cls] });
    }
    // Stable: classes of the same depth stay in the program's order.
    return [...byDefiner.values()].sort((a, b) => depthOf(b.cls) - depthOf(a.cls));
  }
}

function instantiatedClasses(program: Program): Set<ClassDesc> {
  const found = new Set<ClassDesc>();
  for (const f of program.functions) {
    forEachInstr(f.body, (s) => {
      if (s.op === "new") found.add(s.imm as ClassDesc);
    });
  }
  for (const b of program.prebuilts) if (b.kind === "object") found.add(b.cls);
  return found;
}

/** Variables that hold instances of exactly one class: defined once, by `new`. */
function exactClasses(func: Func): Map<Var, ClassDesc> {
  const definitions = countDefinitions(func);
  const exact = new Map<Var, ClassDesc>();
  forEachStmt(func.body, (s) => {
    if (s.kind !== "instr" || s.dst === null || definitions[s.dst.id] !== 1) return;
    const source = s.op === "move" ? s.args[0] : null;
    const cls = s.op === "new" ? s.imm as ClassDesc : source?.kind === "var" ? exact.get(source) : undefined;
    if (cls !== undefined) exact.set(s.dst, cls);
  });
  return exact;
}

function prebuiltClass(value: unknown): ClassDesc | undefined {
  return typeof value === "object" && value !== null && "cls" in value ? value.cls as ClassDesc : undefined;
}

/** The class at or above `cls` whose implementation of `method` its instances run. */
function definerOf(cls: ClassDesc, method: MethodDesc): ClassDesc | null {
  for (let c: ClassDesc | null = cls; c !== null; c = c.parent) if (c.impls.has(method)) return c;
  return null;
}

function depthOf(cls: ClassDesc): number {
  let depth = 0;
  for (let c = cls.parent; c !== null; c = c.parent) depth++;
  return depth;
}

function direct(s: Instr, func: Func): Instr {
  return instr("call", s.dst, [...s.args], func, s.pos);
}

/** Tests and calls; one load of the type info serves all tests against a single class. */
function chain(s: Instr, cases: readonly Case[], func: Func): Stmt[] {
  const receiver = s.args[0];
  const tested = cases.slice(0, -1);
  const out: Stmt[] = [];
  let info: Var | null = null;
  if (tested.some((c) => c.receivers.length === 1)) {
    info = newVar(func, "i32", "type");
    out.push(instr("typeinfo", info, [receiver], null, s.pos));
  }
  let rest: Stmt[] = out;
  for (const c of tested) {
    const hit = newVar(func, "i32", "is");
    const single = c.receivers.length === 1 && info !== null;
    rest.push(
      single
        ? instr("i32.eq", hit, [info!, constant("i32", c.receivers[0])], null, s.pos)
        : instr("instanceof", hit, [receiver], c.cls, s.pos),
    );
    const next: Stmt[] = [];
    rest.push({ kind: "if", cond: hit, then: [direct(s, c.func)], else: next, pos: s.pos });
    rest = next;
  }
  rest.push(direct(s, cases[cases.length - 1].func));
  return out;
}

/** Makes virtual calls of `program` direct, in place. */
export function devirtualize(program: Program, options: DevirtualizeOptions = {}): void {
  const devirtualizer = new Devirtualizer(program, options.maxTargets ?? 4);
  for (const func of program.functions) devirtualizer.func(func);
}
