/** Comparison of deques. */
import type { i32 } from "@rts";
import { CompareOp, identicalOrEqual, richcompare } from "../../core/objspace/compare.ts";
import { runtimeError } from "../../core/objspace/errors.ts";
import { newBool } from "../../core/objspace/int.ts";
import { compareNumbers } from "../../core/objspace/list_compare.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_NotImplemented } from "../../core/objspace/singletons.ts";
import type { MethodEntry } from "../../core/objspace/typedef.ts";
import { W_Deque } from "./deque.ts";

/** The six comparisons, for the table of methods. */
export const dequeCompareMethods: Record<string, MethodEntry> = {
  __lt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareDeques(CompareOp.Lt, w_a, w_b)],
  __le__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareDeques(CompareOp.Le, w_a, w_b)],
  __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareDeques(CompareOp.Eq, w_a, w_b)],
  __ne__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareDeques(CompareOp.Ne, w_a, w_b)],
  __gt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareDeques(CompareOp.Gt, w_a, w_b)],
  __ge__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareDeques(CompareOp.Ge, w_a, w_b)],
};

function compareDeques(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  if (!(w_b instanceof W_Deque)) return w_NotImplemented;
  const a = w_a as W_Deque;
  if (op === CompareOp.Eq || op === CompareOp.Ne) {
    if (a === w_b) return newBool(op === CompareOp.Eq);
    if (a.length !== w_b.length) return newBool(op === CompareOp.Ne);
  }
  const at = firstDifference(a, w_b);
  if (at >= a.length || at >= w_b.length) return newBool(compareNumbers(op, a.length, w_b.length));
  if (op === CompareOp.Eq) return newBool(false);
  if (op === CompareOp.Ne) return newBool(true);
  return richcompare(op, a.getItem(at), w_b.getItem(at));
}

/** First place at which the deques differ, or past the end of one. Throws RuntimeError when `__eq__` changes one. */
function firstDifference(a: W_Deque, b: W_Deque): i32 {
  const stateA = a.state;
  const stateB = b.state;
  let at: i32 = 0;
  while (at < a.length && at < b.length) {
    const isEqual = identicalOrEqual(a.getItem(at), b.getItem(at));
    if (a.state !== stateA || b.state !== stateB) throw runtimeError("deque mutated during iteration");
    if (!isEqual) return at;
    at++;
  }
  return at;
}
