/** Comparisons: rich comparison in CPython's order of attempts, equality as truth, identity. */
import { f64Bits, type i32 } from "@rts";
import { call1, callSpecial2, type } from "./call.ts";
import { getDescriptor } from "./descriptors.ts";
import { OperationError, typeError, typeName } from "./errors.ts";
import { W_Float } from "./float.ts";
import { newBool, W_Int } from "./int.ts";
import { keysEqual } from "./key_equality.ts";
import { W_Property } from "./property.ts";
import { isTrue } from "./truth.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented } from "./singletons.ts";
import { Special } from "./special.ts";

/** Rich comparisons, numbered as in the argument of `COMPARE_OP`. */
export const enum CompareOp {
  Lt,
  Le,
  Eq,
  Ne,
  Gt,
  Ge,
}

/** The comparison with operands exchanged. */
const SWAPPED: Int32Array = new Int32Array([
  CompareOp.Gt,
  CompareOp.Ge,
  CompareOp.Eq,
  CompareOp.Ne,
  CompareOp.Lt,
  CompareOp.Le,
]);
const SYMBOLS: string[] = ["<", "<=", "==", "!=", ">", ">="];

/** `w_a op w_b`, any object. Throws TypeError for an order that neither operand knows. */
export function richcompare(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  const w_result = tryCompare(op, w_a, w_b);
  if (w_result !== w_NotImplemented) return w_result;
  if (op === CompareOp.Eq) return newBool(w_a === w_b);
  if (op === CompareOp.Ne) return newBool(w_a !== w_b);
  throw typeError(
    `'${SYMBOLS[op]}' not supported between instances of '${typeName(w_a)}' and '${typeName(w_b)}'`,
  );
}

function tryCompare(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  const w_typeA = type(w_a);
  const w_typeB = type(w_b);
  const w_left = w_typeA.special[Special.Lt + op];
  const w_right = w_typeB.special[Special.Lt + SWAPPED[op]];
  const reflectedFirst = w_typeA !== w_typeB && w_right !== null && w_typeB.isSubtype(w_typeA);
  if (reflectedFirst) {
    const w_result = callCompare(w_right, w_b, w_a);
    if (w_result !== w_NotImplemented) return w_result;
  }
  if (w_left !== null) {
    const w_result = callCompare(w_left, w_a, w_b);
    if (w_result !== w_NotImplemented) return w_result;
  }
  if (w_right === null || reflectedFirst) return w_NotImplemented;
  return callCompare(w_right, w_b, w_a);
}

/** A comparison method that cannot be bound counts as none. */
function callCompare(w_descr: W_Root, w_self: W_Root, w_other: W_Root): W_Root {
  if (w_descr instanceof W_Property) {
    let w_bound: W_Root;
    try {
      w_bound = getDescriptor(w_descr, w_self, type(w_self));
    } catch (e) {
      if (e instanceof OperationError) return w_NotImplemented;
      throw e;
    }
    return call1(w_bound, w_other);
  }
  return callSpecial2(w_descr, w_self, w_other);
}

/** `w_a == w_b` as truth, without the shortcut for identity. */
export function eq(w_a: W_Root, w_b: W_Root): boolean {
  return isTrue(richcompare(CompareOp.Eq, w_a, w_b));
}
/**
 * `w_a is w_b`. Exact ints of one value are one object to Python, and so are floats of the same bits but for NaN: lists that hold
 * them unboxed make an object for each reading.
 */
export function identical(w_a: W_Root, w_b: W_Root): boolean {
  if (w_a === w_b) return true;
  if (w_a instanceof W_Int) return w_b instanceof W_Int && w_a.value === w_b.value;
  if (!(w_a instanceof W_Float) || !(w_b instanceof W_Float) || w_a.value !== w_b.value) return false;
  return f64Bits(w_a.value) === f64Bits(w_b.value);
}
/** `w_a is w_b or w_a == w_b`: how containers compare. */
export function identicalOrEqual(w_a: W_Root, w_b: W_Root): boolean {
  return w_a === w_b || keysEqual(w_a, w_b);
}
/** `w_a < w_b` as truth. */
export function lt(w_a: W_Root, w_b: W_Root): boolean {
  return isTrue(richcompare(CompareOp.Lt, w_a, w_b));
}
