/**
 * Copy propagation, constant folding, algebraic identities, simplification of control flow and dead code, in
 * turns until nothing changes. The parts are `propagate.ts` (with the tables `fold.ts` and `algebra.ts`),
 * `cleanup.ts`, `deadcode.ts` and `liveness.ts`; each takes time linear in the function, and the number of turns is bounded.
 */
import type { Func, Program } from "../ir/ir.ts";
import { compactVars } from "../ir/walk.ts";
import { cleanup, retarget } from "./cleanup.ts";
import { countUses, removeDead } from "./deadcode.ts";
import { removeUnreadAssignments } from "./liveness.ts";
import { countDefinitions, propagate } from "./propagate.ts";

/** Turns after which a function is left as it is. */
const MAX_TURNS = 8;

/** Simplifies one function, in place. True when something changed. */
export function simplifyFunc(func: Func): boolean {
  let changed = false;
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    let again = propagate(func);
    if (cleanup(func)) again = true;
    if (removeDead(func, countUses(func))) again = true;
    if (removeUnreadAssignments(func)) again = true;
    if (retarget(func.body, countUses(func), countDefinitions(func))) again = true;
    if (!again) break;
    changed = true;
  }
  if (changed) compactVars(func);
  return changed;
}

/** Simplifies every function of `program`, in place. */
export function simplify(program: Program): void {
  for (const func of program.functions) simplifyFunc(func);
}
