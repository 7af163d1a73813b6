/**
 * Operators: the case of two integers first, everything else through the methods of {@link W_Root}. Their
 * results are what the interpreter pushes.
 */
import type { bool, i32 } from "@rts";
import { fault } from "./errors.ts";
import { addInts, expectInt, multiplyInts, newInt, subtractInts, W_Int } from "./numbers.ts";
import { Op } from "./opcodes.ts";
import type { W_Root } from "./root.ts";
import { newBool, W_Range } from "./values.ts";

/** `a + b` */
export function add(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return addInts(w_a.value, w_b.value);
  return w_a.add(w_b);
}
/** `a - b` */
export function subtract(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return subtractInts(w_a.value, w_b.value);
  return w_a.subtract(w_b);
}
/** `a * b` */
export function multiply(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return multiplyInts(w_a.value, w_b.value);
  return w_a.multiply(w_b);
}
/** `a < b` */
export function less(w_a: W_Root, w_b: W_Root): bool {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return w_a.value < w_b.value;
  return w_a.less(w_b);
}
/** `a <= b` */
export function lessOrEqual(w_a: W_Root, w_b: W_Root): bool {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return w_a.value <= w_b.value;
  return w_a.lessOrEqual(w_b);
}
/** `a == b` */
export function equal(w_a: W_Root, w_b: W_Root): bool {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return w_a.value === w_b.value;
  return w_a.equals(w_b);
}

/** The operators that have no case for integers here, by opcode. */
export function binary(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  switch (op) {
    case Op.Divide:
      return w_a.divide(w_b);
    case Op.Quotient:
      return w_a.quotient(w_b);
    case Op.Remainder:
      return w_a.remainder(w_b);
    case Op.NotEqual:
      return newBool(!equal(w_a, w_b));
    case Op.MakeRange:
      return new W_Range(expectInt(w_a, "the start of a range"), expectInt(w_b, "the end of a range"));
    default:
      return bitwise(op, expectInt(w_a, "a bit operand"), expectInt(w_b, "a bit operand"));
  }
}

function bitwise(op: i32, a: i32, b: i32): W_Root {
  switch (op) {
    case Op.BitAnd:
      return newInt(a & b);
    case Op.BitOr:
      return newInt(a | b);
    case Op.BitXor:
      return newInt(a ^ b);
  }
  if (b < 0 || b > 31) throw fault(`shift by ${b}`);
  return newInt(op === Op.ShiftLeft ? a << b : a >> b);
}
