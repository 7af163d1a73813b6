/**
 * Removal of assignments that no path reads: a backward walk that knows which variables are live at each point.
 *
 * At a branch, what is live is what is live at its target; where an instruction may raise inside a `try`, what
 * the handler reads is live as well. Loops are approximated from above, so that one walk is enough: at the head
 * of a loop everything counts as live that the loop reads, that is live after it, or that is live at a label or
 * in a handler outside it.
 */
import type { Func, Instr, Label, Stmt, Var } from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import { operandsOf, switchSkips, usedVars } from "../ir/walk.ts";
import { isDroppable } from "./deadcode.ts";

/** A set of variables by id. */
type Live = Uint32Array;

const has = (live: Live, v: Var): boolean => (live[v.id >>> 5] >>> (v.id & 31) & 1) === 1;
const add = (live: Live, v: Var): void => void (live[v.id >>> 5] |= 1 << (v.id & 31));
const remove = (live: Live, v: Var): void => void (live[v.id >>> 5] &= ~(1 << (v.id & 31)));
function union(into: Live, from: Live): void {
  for (let i = 0; i < into.length; i++) into[i] |= from[i];
}

class Eliminator {
  changed = false;
  private readonly labels = new Map<Label, Live>();
  /** Live at the entry of the innermost handler around; empty outside of any. */
  private caught: Live;
  private readonly none: Live;

  constructor(func: Func) {
    this.none = new Uint32Array((func.vars.length + 31) >>> 5);
    this.caught = this.none;
  }

  /** Walks `body` backwards from what is live after it to what is live before it; `live` is changed. */
  list(body: Stmt[], live: Live): Live {
    let removed = false;
    for (let i = body.length - 1; i >= 0; i--) {
      const s = body[i];
      if (s.kind === "instr") {
        if (this.instr(s, live)) continue;
        body.splice(i, 1);
        removed = true;
      } else live = this.stmt(s, live);
    }
    if (removed) this.changed = true;
    return live;
  }

  /** False when the instruction is to be removed. */
  private instr(s: Instr, live: Live): boolean {
    if (s.dst !== null && !has(live, s.dst)) {
      if (isDroppable(s) && s.roots === undefined) return false;
      s.dst = null;
      this.changed = true;
    }
    for (const r of s.roots?.reloads ?? []) remove(live, r.into);
    if (s.dst !== null) remove(live, s.dst);
    for (const o of s.args) if (o.kind === "var") add(live, o);
    for (const r of s.roots?.stores ?? []) add(live, r.value);
    if (opInfo(s.op).raises !== false) union(live, this.caught);
    return true;
  }

  private stmt(s: Exclude<Stmt, Instr>, after: Live): Live {
    switch (s.kind) {
      case "if": {
        const live = this.list(s.then, after.slice());
        union(live, this.list(s.else, after));
        return this.reading(s, live);
      }
      case "block":
        this.labels.set(s.label, after.slice());
        return this.leave(s.label, this.list(s.body, after));
      case "loop":
        this.labels.set(s.label, this.loopHead(s, after));
        return this.leave(s.label, this.list(s.body, after));
      case "br":
        return this.labels.get(s.label)!.slice();
      case "switch":
        return this.switch(s, after);
      case "try":
        return this.try(s, after);
      case "throw":
        return this.reading(s, this.caught.slice());
      case "return":
      case "unreachable":
        return this.reading(s, this.none.slice());
    }
  }

  private leave(label: Label, live: Live): Live {
    this.labels.delete(label);
    return live;
  }

  private reading(s: Stmt, live: Live): Live {
    for (const o of operandsOf(s)) if (o.kind === "var") add(live, o);
    return live;
  }

  private loopHead(s: Stmt & { kind: "loop" }, after: Live): Live {
    const head = after.slice();
    for (const v of usedVars(s.body)) add(head, v);
    for (const live of this.labels.values()) union(head, live);
    union(head, this.caught);
    return head;
  }

  private switch(s: Stmt & { kind: "switch" }, after: Live): Live {
    this.labels.set(s.label, after.slice());
    const entry = switchSkips(s) ? after.slice() : this.none.slice();
    let live = after;
    for (let i = s.bodies.length - 1; i >= 0; i--) {
      live = this.list(s.bodies[i], live.slice());
      union(entry, live);
    }
    this.labels.delete(s.label);
    return this.reading(s, entry);
  }

  private try(s: Stmt & { kind: "try" }, after: Live): Live {
    const handler = this.list(s.handler, after.slice());
    remove(handler, s.exc);
    const outer = this.caught;
    this.caught = handler;
    const live = this.list(s.body, after);
    this.caught = outer;
    // The verifier asks that the handler's variables are defined at the entry, whatever comes before what raises.
    union(live, handler);
    return live;
  }
}

/** Removes assignments of `func` that no path reads, in place. True when something changed. */
export function removeUnreadAssignments(func: Func): boolean {
  const eliminator = new Eliminator(func);
  const words = (func.vars.length + 31) >>> 5;
  eliminator.list(func.body, new Uint32Array(words));
  return eliminator.changed;
}
