/**
 * Which functions have the shadow stack's parameter, and which of them use it.
 *
 * A function *uses* it when it can collect, checks the stack (recursion), asks for the stack pointer, or calls
 * something that uses it. It *has* the parameter when it uses it or is in the table, where all functions of a type look alike.
 * A caller without the parameter may call a function that has but does not use it, passing 0.
 */
import {
  type ClassDesc,
  findImpl,
  type Func,
  type Instr,
  isSubclass,
  type MethodDesc,
  type Program,
  type Signature,
  signatureKey,
} from "../ir/ir.ts";
import { forEachInstr } from "../ir/walk.ts";
import { storesReference } from "./tree.ts";

/** The answers of {@link analyzeStackNeeds}. */
export interface StackNeeds {
  has(func: Func): boolean;
  uses(func: Func): boolean;
}

/** Collector functions that an instruction may call implicitly. */
function implicitCallees(instr: Instr): readonly string[] {
  switch (instr.op) {
    case "new":
      return ["gcReserve"];
    case "newarray":
      return ["gcReserve", "gcNewArray"];
    case "setfield":
      return storesReference(instr, 1) ? ["gcWriteBarrier"] : [];
    case "setitem":
      return storesReference(instr, 2) ? ["gcWriteBarrier", "gcCardBarrier"] : [];
    case "arraycopy":
    case "arrayfill":
      return ["gcArrayWriteBarrier"];
    default:
      return [];
  }
}

/** The call graph, reversed: what to look at again when something turns out to use the stack. */
class Graph {
  private readonly callers = new Map<unknown, Func[]>();
  private readonly using = new Set<unknown>();
  private readonly tables = new Map<string, Func[]>();
  private readonly virtuals = new Map<MethodDesc, Map<ClassDesc, Func[]>>();

  constructor(private readonly program: Program) {
    for (const func of program.functions) {
      if (func.inTable) this.push(this.tables, signatureKey(signatureOf(func)), func);
    }
    const work: Func[] = [];
    for (const func of program.functions) if (this.scan(func)) work.push(func);
    for (let func = work.pop(); func !== undefined; func = work.pop()) this.mark(func, work);
  }

  private push<K>(map: Map<K, Func[]>, key: K, func: Func): void {
    const list = map.get(key);
    if (list === undefined) map.set(key, [func]);
    else list.push(func);
  }

  private mark(func: Func, work: Func[]): void {
    if (this.using.has(func)) return;
    this.using.add(func);
    work.push(...this.callers.get(func) ?? []);
  }

  /** Notes the callees of `func`; true when it uses the stack by itself. */
  private scan(func: Func): boolean {
    let uses = func.effects === null || func.effects.collects || func.effects.recursive;
    forEachInstr(func.body, (instr) => {
      if (instr.op === "stack.pointer" || instr.roots !== undefined) uses = true;
      for (const callee of this.callees(instr)) this.push(this.callers, callee, func);
    });
    return uses;
  }

  private callees(instr: Instr): Func[] {
    if (instr.op === "call") return [instr.imm as Func];
    if (instr.op === "callvirt") return this.implementations(instr.imm as MethodDesc, instr.receiver);
    if (instr.op === "callind") return this.tables.get(signatureKey(instr.imm as Signature)) ?? [];
    return implicitCallees(instr).flatMap((name) => this.program.exports.get(name) ?? []);
  }

  /** What a virtual call may run; remembered by method and receiver class. */
  private implementations(method: MethodDesc, receiver = method.cls): Func[] {
    const known = this.virtuals.get(method)?.get(receiver);
    if (known !== undefined) return known;
    const found = new Set<Func>();
    for (const cls of this.program.classes) {
      const impl = isSubclass(cls, receiver) ? findImpl(cls, method) : null;
      if (impl !== null) found.add(impl);
    }
    const list = [...found];
    const byReceiver = this.virtuals.get(method) ?? new Map<ClassDesc, Func[]>();
    this.virtuals.set(method, byReceiver.set(receiver, list));
    return list;
  }

  uses(func: Func): boolean {
    return this.using.has(func);
  }
}

function signatureOf(func: Func): Signature {
  return { params: func.params.map((param) => param.type), result: func.result };
}

/** Analyzes all functions of `program`. */
export function analyzeStackNeeds(program: Program): StackNeeds {
  const graph = new Graph(program);
  return {
    uses: (func) => graph.uses(func),
    has: (func) => graph.uses(func) || func.inTable,
  };
}
