/** Removes functions that nothing reaches any more: not the exports, no table, no prebuilt object, no call. */
import {
  type Const,
  findImpl,
  type Func,
  type MethodDesc,
  type Operand,
  type Prebuilt,
  type Program,
} from "../ir/ir.ts";
import { forEachStmt, operandsOf } from "../ir/walk.ts";

/** Drops unreachable functions from `program`. */
export function prune(program: Program): void {
  const reached = new Set<Func>();
  const pending: Func[] = [];
  const reach = (func: Func) => {
    if (reached.has(func)) return;
    reached.add(func);
    pending.push(func);
  };
  const methods = new Set<MethodDesc>();
  for (const func of program.exports.values()) reach(func);
  for (const prebuilt of program.prebuilts) {
    constantsOf(prebuilt).forEach((value) => reachConst(value, reach));
  }
  for (const global of program.globals) reachConst(global.init, reach);
  for (let func = pending.pop(); func !== undefined; func = pending.pop()) {
    visit(func, reach, (method) => {
      if (methods.has(method)) return;
      methods.add(method);
      for (const impl of implementations(program, method)) reach(impl);
    });
  }
  program.functions = program.functions.filter((func) => reached.has(func));
  for (const cls of program.classes) {
    for (const [method, impl] of cls.impls) if (!reached.has(impl)) cls.impls.delete(method);
  }
}

function implementations(program: Program, method: MethodDesc): Func[] {
  const found: Func[] = [];
  for (const cls of program.classes) {
    const impl = cls.impls.get(method) ?? (cls.abstract ? null : findImpl(cls, method));
    if (impl !== null && impl !== undefined) found.push(impl);
  }
  return found;
}

function constantsOf(prebuilt: Prebuilt): Const[] {
  if (prebuilt.kind === "object") return [...prebuilt.values.values()];
  return prebuilt.kind === "array" ? prebuilt.items : [];
}

function reachConst(operand: Operand, reach: (func: Func) => void): void {
  if (operand.kind !== "const") return;
  const { value } = operand;
  if (typeof value === "object" && value !== null && "kind" in value && value.kind === "func") reach(value);
}

function visit(func: Func, reach: (func: Func) => void, called: (method: MethodDesc) => void): void {
  forEachStmt(func.body, (stmt) => {
    for (const operand of operandsOf(stmt)) reachConst(operand, reach);
    if (stmt.kind !== "instr") return;
    if (stmt.op === "call") reach(stmt.imm as Func);
    if (stmt.op === "callvirt") called(stmt.imm as MethodDesc);
  });
}
