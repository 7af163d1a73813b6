/**
 * The call graph of a program: who may be called from where, and an order of functions in which callees come
 * before their callers, cycles as groups.
 */
import {
  type ClassDesc,
  type Const,
  type Func,
  type Instr,
  isSubclass,
  type MethodDesc,
  type Program,
  type Signature,
  signatureKey,
} from "../ir/ir.ts";
import { forEachInstr, forEachStmt, operandsOf } from "../ir/walk.ts";

/** Calls `visit` on every function whose address the program takes: in code, initial values and prebuilt objects. */
export function forEachAddressTaken(program: Program, visit: (func: Func) => void): void {
  const constant = ({ value }: Const): void => {
    if (typeof value === "object" && value !== null && "kind" in value && value.kind === "func") visit(value);
  };
  for (const g of program.globals) constant(g.init);
  for (const b of program.prebuilts) {
    if (b.kind === "object") { for (const c of b.values.values()) constant(c); }
    else if (b.kind === "array") { for (const c of b.items) constant(c); }
  }
  for (const f of program.functions) {
    forEachStmt(f.body, (s) => {
      for (const o of operandsOf(s)) if (o.kind === "const") constant(o);
    });
  }
}

const NONE: readonly Func[] = [];

/** Answers what a call instruction may call. */
export class Targets {
  private readonly implementations = new Map<MethodDesc, { cls: ClassDesc; func: Func }[]>();
  private readonly narrowed = new Map<MethodDesc, Map<ClassDesc, Func[]>>();
  private readonly bySignature = new Map<string, Set<Func>>();

  constructor(program: Program) {
    for (const cls of program.classes) {
      for (const [method, func] of cls.impls) {
        const list = this.implementations.get(method) ?? [];
        list.push({ cls, func });
        this.implementations.set(method, list);
      }
    }
    forEachAddressTaken(program, (func) => {
      const key = signatureKey({ params: func.params.map((p) => p.type), result: func.result });
      const set = this.bySignature.get(key) ?? new Set();
      this.bySignature.set(key, set.add(func));
    });
  }

  /** The functions that `s` may call; empty for what is no call of the program's functions. */
  of(s: Instr): Iterable<Func> {
    if (s.op === "call") return [s.imm as Func];
    if (s.op === "callind") return this.withSignature(s.imm as Signature);
    return s.op === "callvirt" ? this.virtual(s.imm as MethodDesc, s.receiver) : NONE;
  }

  /** Functions whose address is taken, of that signature. */
  withSignature(signature: Signature): Iterable<Func> {
    return this.bySignature.get(signatureKey(signature)) ?? NONE;
  }

  /** Implementations that an instance of `receiver` or of a subclass may run. */
  private virtual(method: MethodDesc, receiver: ClassDesc = method.cls): Func[] {
    const known = this.narrowed.get(method)?.get(receiver);
    if (known !== undefined) return known;
    const found = new Set<Func>();
    for (const { cls, func } of this.implementations.get(method) ?? []) {
      // A class above the receiver's may be the one that it inherits from.
      if (isSubclass(cls, receiver) || isSubclass(receiver, cls)) found.add(func);
    }
    const list = [...found];
    const map = this.narrowed.get(method) ?? new Map<ClassDesc, Func[]>();
    this.narrowed.set(method, map.set(receiver, list));
    return list;
  }
}

/** The functions called by each function, without repetition, in order of their first call. */
export function calleesOf(func: Func, targets: Targets): Func[] {
  const callees = new Set<Func>();
  forEachInstr(func.body, (s) => {
    for (const callee of targets.of(s)) callees.add(callee);
  });
  return [...callees];
}

/**
 * Groups of mutually recursive functions, callees' groups before their callers' (Tarjan's strongly connected
 * components, without recursion of our own). A function without recursion is a group of one.
 */
export function bottomUp(functions: readonly Func[], callees: (func: Func) => readonly Func[]): Func[][] {
  const groups: Func[][] = [];
  const index = new Map<Func, number>();
  const low = new Map<Func, number>();
  const stack: Func[] = [];
  const onStack = new Set<Func>();
  const enter = (f: Func): { func: Func; callees: readonly Func[]; next: number } => {
    index.set(f, index.size);
    low.set(f, index.get(f)!);
    stack.push(f);
    onStack.add(f);
    return { func: f, callees: callees(f), next: 0 };
  };
  const lower = (f: Func, to: number): void => void low.set(f, Math.min(low.get(f)!, to));
  for (const root of functions) {
    if (index.has(root)) continue;
    const frames = [enter(root)];
    while (frames.length > 0) {
      const frame = frames[frames.length - 1];
      const callee = frame.callees[frame.next++];
      if (callee !== undefined) {
        if (!index.has(callee)) frames.push(enter(callee));
        else if (onStack.has(callee)) lower(frame.func, index.get(callee)!);
        continue;
      }
      frames.pop();
      if (frames.length > 0) lower(frames[frames.length - 1].func, low.get(frame.func)!);
      if (low.get(frame.func) === index.get(frame.func)) groups.push(popGroup(frame.func, stack, onStack));
    }
  }
  return groups;
}

function popGroup(root: Func, stack: Func[], onStack: Set<Func>): Func[] {
  const group: Func[] = [];
  for (;;) {
    const f = stack.pop()!;
    onStack.delete(f);
    group.push(f);
    if (f === root) return group.reverse();
  }
}
