/**
 * Removal of instructions whose result nobody reads and that do nothing else, and of results that nobody reads.
 * A variable that is read only to compute itself (`i = i + 1`) counts as unread.
 */
import type { Func, Instr, Stmt } from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import { childLists, forEachStmt, operandsOf } from "../ir/walk.ts";

/** True when an instruction does nothing but compute its result; an object that nobody holds need not exist. */
export function isDroppable(s: Instr): boolean {
  if (s.op === "new") return true;
  const info = opInfo(s.op);
  return info.pure || (info.reads && !info.writes && info.raises === false && info.collects === false);
}

/** How often each variable is read, by id; reads by a droppable instruction that assigns the variable are left out. */
export function countUses(func: Func): Int32Array {
  const uses = new Int32Array(func.vars.length);
  forEachStmt(func.body, (s) => {
    const own = s.kind === "instr" && isDroppable(s) ? s.dst : null;
    for (const o of operandsOf(s)) if (o.kind === "var" && o !== own) uses[o.id]++;
    if (s.kind === "instr" && s.roots !== undefined) { for (const r of s.roots.stores) uses[r.value.id]++; }
  });
  return uses;
}

/** Removes dead instructions of `func`, in place, given {@link countUses}, which is kept up to date. */
export function removeDead(func: Func, uses: Int32Array): boolean {
  let changed = false;
  for (let again = true; again;) {
    again = false;
    if (sweep(func.body, uses)) again = changed = true;
  }
  return changed;
}

/** One backward walk: an operand's definition usually comes before, so one walk removes whole chains. */
function sweep(body: Stmt[], uses: Int32Array): boolean {
  let changed = false;
  let dead = 0;
  for (let i = body.length - 1; i >= 0; i--) {
    const s = body[i];
    if (s.kind !== "instr") {
      const lists = childLists(s);
      for (let j = lists.length - 1; j >= 0; j--) if (sweep(lists[j], uses)) changed = true;
      continue;
    }
    if (s.dst !== null && uses[s.dst.id] > 0) continue;
    if (isDroppable(s)) {
      for (const o of s.args) if (o.kind === "var" && o !== s.dst) uses[o.id]--;
      body[i] = DEAD;
      dead++;
    } else if (s.dst !== null) {
      s.dst = null;
      changed = true;
    }
  }
  if (dead > 0) {
    let out = 0;
    for (const s of body) if (s !== DEAD) body[out++] = s;
    body.length = out;
  }
  return changed || dead > 0;
}
/** Stands for a removed statement during a walk. */
const DEAD: Stmt = { kind: "unreachable", pos: 0 };
