/**
 * What the flattener wants to know of a function's variables beforehand: which are
 * assigned once, which hold the array of a virtualizable, and which an array that does not change.
 */
import type { FieldDesc, Func, Instr, Operand, Var } from "../ir/ir.ts";
import { forEachInstr, forEachStmt, operandsOf } from "../ir/walk.ts";
import { countDefinitions } from "../passes/propagate.ts";

/** How a field takes part in a virtualizable: by value, or as an array whose elements do. */
export function virtualizableRole(field: FieldDesc): "field" | "array" | null {
  const { virtualizable } = field.cls;
  if (virtualizable.includes(field.name)) return "field";
  return virtualizable.includes(`${field.name}[*]`) ? "array" : null;
}

/** Where the array of a virtualizable came from. */
export interface VableArray {
  readonly object: Operand;
  readonly field: FieldDesc;
}

/** Facts about the variables of one function. */
export class VarFacts {
  private readonly definitions: Int32Array;
  /** Variables that hold the array of a virtualizable and are used only to access its elements and length. */
  readonly vableArrays = new Map<Var, VableArray>();
  /** Variables that hold an array marked as immutable. */
  readonly immutableArrays = new Set<Var>();

  constructor(func: Func) {
    const uses = new Int32Array(func.vars.length);
    this.definitions = countDefinitions(func);
    forEachStmt(func.body, (stmt) => {
      for (const operand of operandsOf(stmt)) if (operand.kind === "var") uses[operand.id]++;
    });
    const accesses = new Int32Array(func.vars.length);
    forEachInstr(func.body, (instr) => this.note(instr, accesses));
    for (const variable of this.vableArrays.keys()) {
      if (accesses[variable.id] !== uses[variable.id]) this.vableArrays.delete(variable);
    }
  }

  /** Assigned once: it means the same wherever it is read. */
  isConstant(operand: Operand): boolean {
    return operand.kind === "const" || this.definitions[operand.id] === 1;
  }

  private note(instr: Instr, accesses: Int32Array): void {
    const { op, dst, args } = instr;
    if (ACCESSES.has(op) && args[0].kind === "var") accesses[args[0].id]++;
    if (dst === null || this.definitions[dst.id] !== 1) return;
    if (op === "jit.immutable_array") this.immutableArrays.add(dst);
    if (op !== "getfield" || !this.isConstant(args[0])) return;
    const field = instr.imm as FieldDesc;
    if (virtualizableRole(field) === "array") this.vableArrays.set(dst, { object: args[0], field });
  }
}

/** Instructions whose first operand is the array they access. */
const ACCESSES: ReadonlySet<string> = new Set(["getitem", "setitem", "arraylen"]);
