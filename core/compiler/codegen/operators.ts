/** Operators of the tree and their opcodes. */
import { Op } from "../opcodes.ts";
import type { Compiler } from "./compiler.ts";

/** Binary operators. */
export const BINARY_OPS: Readonly<Record<string, number>> = {
  Add: Op.BINARY_ADD,
  Sub: Op.BINARY_SUBTRACT,
  Mult: Op.BINARY_MULTIPLY,
  MatMult: Op.BINARY_MATRIX_MULTIPLY,
  Div: Op.BINARY_TRUE_DIVIDE,
  Mod: Op.BINARY_MODULO,
  Pow: Op.BINARY_POWER,
  LShift: Op.BINARY_LSHIFT,
  RShift: Op.BINARY_RSHIFT,
  BitOr: Op.BINARY_OR,
  BitXor: Op.BINARY_XOR,
  BitAnd: Op.BINARY_AND,
  FloorDiv: Op.BINARY_FLOOR_DIVIDE,
};

/** Operators of augmented assignments. */
export const INPLACE_OPS: Readonly<Record<string, number>> = {
  Add: Op.INPLACE_ADD,
  Sub: Op.INPLACE_SUBTRACT,
  Mult: Op.INPLACE_MULTIPLY,
  MatMult: Op.INPLACE_MATRIX_MULTIPLY,
  Div: Op.INPLACE_TRUE_DIVIDE,
  Mod: Op.INPLACE_MODULO,
  Pow: Op.INPLACE_POWER,
  LShift: Op.INPLACE_LSHIFT,
  RShift: Op.INPLACE_RSHIFT,
  BitOr: Op.INPLACE_OR,
  BitXor: Op.INPLACE_XOR,
  BitAnd: Op.INPLACE_AND,
  FloorDiv: Op.INPLACE_FLOOR_DIVIDE,
};

/** Unary operators. */
export const UNARY_OPS: Readonly<Record<string, number>> = {
  Invert: Op.UNARY_INVERT,
  Not: Op.UNARY_NOT,
  UAdd: Op.UNARY_POSITIVE,
  USub: Op.UNARY_NEGATIVE,
};

/** Comparisons: opcode and argument. */
const COMPARE_OPS: Readonly<Record<string, readonly [number, number]>> = {
  Lt: [Op.COMPARE_OP, 0],
  LtE: [Op.COMPARE_OP, 1],
  Eq: [Op.COMPARE_OP, 2],
  NotEq: [Op.COMPARE_OP, 3],
  Gt: [Op.COMPARE_OP, 4],
  GtE: [Op.COMPARE_OP, 5],
  Is: [Op.IS_OP, 0],
  IsNot: [Op.IS_OP, 1],
  In: [Op.CONTAINS_OP, 0],
  NotIn: [Op.CONTAINS_OP, 1],
};

/** Emits a comparison. */
export function addCompare(c: Compiler, operator: string): void {
  const [op, arg] = COMPARE_OPS[operator]!;
  c.opArg(op, arg);
}
