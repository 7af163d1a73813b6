/**
 * Drops merge points once the codewriter has taken the IR and inlining has spared their functions: the emitter makes
 * nothing of them, but their operands would live on as variables of their own.
 */
import type { Program, Stmt } from "../ir/ir.ts";
import { childLists, replaceList } from "../ir/walk.ts";

const DROPPED: ReadonlySet<string> = new Set(["jit.merge_point", "jit.can_enter"]);

function dropFrom(body: Stmt[]): void {
  for (const stmt of body) if (stmt.kind !== "instr") childLists(stmt).forEach(dropFrom);
  if (body.some(isDropped)) replaceList(body, body.filter((stmt) => !isDropped(stmt)));
}

function isDropped(stmt: Stmt): boolean {
  return stmt.kind === "instr" && DROPPED.has(stmt.op);
}

/** Drops them from `program`, in place. */
export function mergepoints(program: Program): void {
  for (const func of program.functions) dropFrom(func.body);
}
