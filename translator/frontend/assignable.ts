/**
 * Which references may stand for which. TypeScript compares structures and does not know kinds, so it lets an `i32[]`
 * pass for an `f64[]`, and one class for another that looks the same; to translated code these are different things.
 * Nulls are TypeScript's matter.
 */
import type { Frontend } from "./context.ts";
import type { ClassType } from "./classes.ts";
import { nonNull, readAs, type RType, sameType, valueOf } from "./types.ts";

type FnType = RType & { readonly k: "fn" };

/** True when a value of type `from` may be used as a `to`, without conversion. */
export function isAssignable(fe: Frontend, from: RType, to: RType): boolean {
  const a = nonNull(from);
  const b = nonNull(to);
  if (a.k === "never" || a.k === "null") return true;
  if (a.k === "kind" || b.k === "kind") return sameType(a, b);
  if (b.k === "object") return valueOf(a) === "ref";
  if (a.k === "class" && b.k === "class") {
    const above = ancestor(fe, a, b);
    return above !== null && above.args.every((arg, i) => isSameArgument(fe, arg, b.args[i]));
  }
  if (a.k === "fixed" && b.k === "fixed") return isSameArgument(fe, a.elem, b.elem);
  if (a.k === "fn" && b.k === "fn") return isSameFunction(fe, a, b);
  return a.k === b.k;
}

/** True when a cast from one to the other can hold: one side derives from the other. */
export function isCastable(fe: Frontend, from: RType, to: RType): boolean {
  return nonNull(from).k === "object" || isAssignable(fe, from, to) || isAssignable(fe, to, from);
}

/** `from`, or the class above it, that `to` declares. */
function ancestor(fe: Frontend, from: ClassType, to: ClassType): ClassType | null {
  for (let t: ClassType | null = from; t !== null; t = fe.classes.parentType(t)) {
    if (t.decl === to.decl) return t;
  }
  return null;
}

/** Type arguments that share code and storage; of two classes, one must derive from the other. */
function isSameArgument(fe: Frontend, a: RType, b: RType): boolean {
  if (a.k === "kind" || b.k === "kind") return sameType(a, b);
  return isCastable(fe, a, b) || nonNull(b).k === "object";
}

/** Functions with the same kinds; where they take or give references, one class must derive from the other. */
export function isSameFunction(fe: Frontend, a: FnType, b: FnType): boolean {
  const same = (x: RType, y: RType) => isPassedAlike(fe, x, y);
  return a.params.length === b.params.length && same(a.ret, b.ret) &&
    a.params.every((p, i) => same(p, b.params[i]));
}

/** True when a parameter or result of one type is the same to callers as one of the other. */
export function isPassedAlike(fe: Frontend, a: RType, b: RType): boolean {
  if (valueOf(a) === null || valueOf(b) === null) return valueOf(a) === valueOf(b);
  return isSameArgument(fe, readAs(a), readAs(b));
}
