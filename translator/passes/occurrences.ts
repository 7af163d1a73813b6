/**
 * Which variables of a `try`'s body occur outside it as well. An instruction that raises must not assign those: its
 * result goes to a fresh variable first. Others cannot be read after the exception was caught without being
 * assigned again, for variables are defined on every path before they are used.
 */
import type { Func, Stmt, Var } from "../ir/ir.ts";
import { definedVar, forEachStmt, operandsOf } from "../ir/walk.ts";

/** Occurrences of the variables of one function, as its body is when they are first asked for. */
export class Occurrences {
  /** Most functions have no `try`, and are never counted. */
  private counts: Map<Var, number> | null = null;

  constructor(private readonly func: Func) {}

  /** Variables that occur in `body`, a part of the function, and outside it. */
  outside(body: readonly Stmt[]): Set<Var> {
    this.counts ??= countOccurrences(this.func.body, this.func.params);
    const shared = new Set<Var>();
    for (const [variable, count] of countOccurrences(body, [])) {
      if (count < (this.counts.get(variable) ?? 0)) shared.add(variable);
    }
    return shared;
  }
}

/** How often each variable is named in `body`, as an operand or as a result; each of `params` once more. */
function countOccurrences(body: readonly Stmt[], params: readonly Var[]): Map<Var, number> {
  const counts = new Map<Var, number>();
  const count = (variable: Var): void => void counts.set(variable, (counts.get(variable) ?? 0) + 1);
  params.forEach(count);
  forEachStmt(body, (stmt) => {
    const defined = definedVar(stmt);
    if (defined !== null) count(defined);
    for (const operand of operandsOf(stmt)) if (operand.kind === "var") count(operand);
  });
  return counts;
}
