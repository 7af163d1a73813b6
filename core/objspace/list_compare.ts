/** Comparison of lists, and the search for an element. */
import type { Exception, i32 } from "@rts";
import { CompareOp, identicalOrEqual, richcompare } from "./compare.ts";
import { stackOverflowIn } from "./errors.ts";
import { newBool, W_Int } from "./int.ts";
import { W_List } from "./list.ts";
import { ListKind } from "./list_storage.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented } from "./singletons.ts";
import { W_Str } from "./str/wstr.ts";
import type { MethodEntry } from "./typedef.ts";

/** The six comparisons, for the table of methods. */
export const listCompareMethods: Record<string, MethodEntry> = {
  __lt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareLists(CompareOp.Lt, w_a, w_b)],
  __le__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareLists(CompareOp.Le, w_a, w_b)],
  __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareLists(CompareOp.Eq, w_a, w_b)],
  __ne__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareLists(CompareOp.Ne, w_a, w_b)],
  __gt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareLists(CompareOp.Gt, w_a, w_b)],
  __ge__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareLists(CompareOp.Ge, w_a, w_b)],
};

function compareLists(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  if (!(w_b instanceof W_List)) return w_NotImplemented;
  try {
    return compareElements(op, w_a, w_b);
  } catch (e) {
    throw stackOverflowIn(e as Exception, "in comparison");
  }
}

function compareElements(op: i32, w_a: W_Root, w_b: W_List): W_Root {
  const a = w_a as W_List;
  if (a.length !== w_b.length && (op === CompareOp.Eq || op === CompareOp.Ne)) {
    return newBool(op === CompareOp.Ne);
  }
  const at = firstDifference(a, w_b);
  if (at >= a.length || at >= w_b.length) return newBool(compareNumbers(op, a.length, w_b.length));
  if (op === CompareOp.Eq) return newBool(false);
  if (op === CompareOp.Ne) return newBool(true);
  return richcompare(op, a.getItem(at), w_b.getItem(at));
}

/** `a op b`. */
export function compareNumbers(op: i32, a: i32, b: i32): boolean {
  switch (op) {
    case CompareOp.Lt:
      return a < b;
    case CompareOp.Le:
      return a <= b;
    case CompareOp.Eq:
      return a === b;
    case CompareOp.Ne:
      return a !== b;
    case CompareOp.Gt:
      return a > b;
    default:
      return a >= b;
  }
}

/** First place at which two lists differ, or past the end of one of them. `__eq__` may change the lists. */
function firstDifference(a: W_List, b: W_List): i32 {
  if (a.kind === ListKind.Int && b.kind === ListKind.Int) return firstIntDifference(a, b);
  let i: i32 = 0;
  while (i < a.length && i < b.length && identicalOrEqual(a.getItem(i), b.getItem(i))) i++;
  return i;
}

function firstIntDifference(a: W_List, b: W_List): i32 {
  const p = a.data as BigInt64Array;
  const q = b.data as BigInt64Array;
  const count = Math.min(a.length, b.length);
  for (let i: i32 = 0; i < count; i++) {
    if (p[i] !== q[i]) return i;
  }
  return count;
}

/** First place in `[start, stop)` whose element is or equals `w_value`, or -1. `__eq__` may change the list. */
export function findItem(w_list: W_List, w_value: W_Root, start: i32, stop: i32): i32 {
  if (w_list.kind === ListKind.Int) {
    if (w_value instanceof W_Int) return findInt(w_list, w_value, start, stop);
    if (w_value instanceof W_Str && w_value.getMap() === null) return -1;
  } else if (w_list.kind === ListKind.Float && w_value instanceof W_Str && w_value.getMap() === null) {
    return -1;
  }
  for (let i = start; i < stop && i < w_list.length; i++) {
    if (identicalOrEqual(w_list.getItem(i), w_value)) return i;
  }
  return -1;
}

function findInt(w_list: W_List, w_value: W_Int, start: i32, stop: i32): i32 {
  const data = w_list.data as BigInt64Array;
  const value = w_value.value;
  const end = Math.min(stop, w_list.length);
  for (let i = start; i < end; i++) {
    if (data[i] === value) return i;
  }
  return -1;
}
