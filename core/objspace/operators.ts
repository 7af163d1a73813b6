/**
 * Binary, in-place and unary operators, in CPython's order of attempts: a reflected method of a proper subclass goes
 * first, and the `+` and `*` of sequences wait for the other operand's reflected method.
 */
import type { i32 } from "@rts";
import { W_MethodDescr } from "./builtin_function.ts";
import { callSpecial1, callSpecial2, type } from "./call.ts";
import { W_Complex } from "./complex.ts";
import { type OperationError, typeError, typeName, valueError } from "./errors.ts";
import { W_Float, W_FloatBase } from "./float.ts";
import { W_Integer } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { Special } from "./special.ts";
import type { W_Type } from "./type.ts";
import { callSpecial3 } from "./call.ts";

/** Binary operators, by number: those of `BINARY_*` and `INPLACE_*`, and `divmod`. */
export const enum BinaryOp {
  Add,
  Sub,
  Mul,
  Matmul,
  Truediv,
  Floordiv,
  Mod,
  Pow,
  Lshift,
  Rshift,
  And,
  Or,
  Xor,
  Divmod,
}

/** Special method of each operator; the reflected one follows it, then the in-place one. */
const LEFT: Int32Array = new Int32Array([
  Special.Add,
  Special.Sub,
  Special.Mul,
  Special.Matmul,
  Special.Truediv,
  Special.Floordiv,
  Special.Mod,
  Special.Pow,
  Special.Lshift,
  Special.Rshift,
  Special.And,
  Special.Or,
  Special.Xor,
  Special.Divmod,
]);
const SYMBOLS: string[] = [
  "+",
  "-",
  "*",
  "@",
  "/",
  "//",
  "%",
  "** or pow()",
  "<<",
  ">>",
  "&",
  "|",
  "^",
  "divmod()",
];
const INPLACE_SYMBOLS: string[] = [
  "+=",
  "-=",
  "*=",
  "@=",
  "/=",
  "//=",
  "%=",
  "**=",
  "<<=",
  ">>=",
  "&=",
  "|=",
  "^=",
  "",
];

/** `w_a op w_b`. Throws TypeError where neither operand knows how. */
export function binary(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  const w_result = tryBinary(op, w_a, w_b);
  if (w_result === w_NotImplemented) throw unsupported(op, SYMBOLS[op], w_a, w_b);
  return w_result;
}

/** `w_a op= w_b`: the value to assign. */
export function inplace(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  const w_descr = type(w_a).special[LEFT[op] + 2];
  if (w_descr !== null) {
    const w_result = callSpecial2(w_descr, w_a, w_b);
    if (w_result !== w_NotImplemented) return w_result;
  }
  const w_result = tryBinary(op, w_a, w_b);
  if (w_result === w_NotImplemented) throw unsupported(op, INPLACE_SYMBOLS[op], w_a, w_b);
  return w_result;
}

/** The same, or `NotImplemented`. */
export function tryBinary(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  const left = LEFT[op];
  const w_typeA = type(w_a);
  const w_typeB = type(w_b);
  const w_left = w_typeA.special[left];
  if (w_typeA === w_typeB) return w_left === null ? w_NotImplemented : callSpecial2(w_left, w_a, w_b);
  const w_right = w_typeB.special[left + 1];
  if (w_right === null) return w_left === null ? w_NotImplemented : callLeft(w_left, w_a, w_b);
  if (w_left === null) return callSpecial2(w_right, w_b, w_a);
  if (reflectedFirst(left, w_typeA, w_typeB, w_left, w_right)) {
    const w_result = callSpecial2(w_right, w_b, w_a);
    return w_result === w_NotImplemented ? callSpecial2(w_left, w_a, w_b) : w_result;
  }
  const w_result = callSpecial2(w_left, w_a, w_b);
  return w_result === w_NotImplemented ? callSpecial2(w_right, w_b, w_a) : w_result;
}

function callLeft(w_left: W_Root, w_a: W_Root, w_b: W_Root): W_Root {
  return callSpecial2(w_left, w_a, w_b);
}

function reflectedFirst(
  left: i32,
  w_typeA: W_Type,
  w_typeB: W_Type,
  w_left: W_Root,
  w_right: W_Root,
): boolean {
  if (w_left instanceof W_MethodDescr && w_left.code.isSequenceSlot) {
    return !(w_right instanceof W_MethodDescr && w_right.code.isSequenceSlot);
  }
  if (!w_typeB.isSubtype(w_typeA)) return false;
  return w_typeA.special[left + 1] !== w_right;
}

function unsupported(op: i32, symbol: string, w_a: W_Root, w_b: W_Root): OperationError {
  if (op === BinaryOp.Rshift && typeName(w_a) === "builtin_function_or_method") {
    const hint = printHint(w_a);
    if (hint !== "") {
      return typeError(
        `unsupported operand type(s) for ${symbol}: '${typeName(w_a)}' and '${typeName(w_b)}'${hint}`,
      );
    }
  }
  return typeError(`unsupported operand type(s) for ${symbol}: '${typeName(w_a)}' and '${typeName(w_b)}'`);
}

/** `print >> f`: what Python 2 programs write. */
function printHint(w_a: W_Root): string {
  return isPrint(w_a) ? '. Did you mean "print(<message>, file=<output_stream>)"?' : "";
}

/** `pow(w_a, w_b, w_c)` with a modulus that is not None. */
export function power(w_a: W_Root, w_b: W_Root, w_c: W_Root): W_Root {
  if (w_c === w_None) return binary(BinaryOp.Pow, w_a, w_b);
  const w_descr = type(w_a).special[Special.Pow];
  if (w_descr !== null) {
    const w_result = callSpecial3(w_descr, w_a, w_b, w_c);
    if (w_result !== w_NotImplemented) return w_result;
  }
  refuseModulus(w_a, w_b);
  refuseModulus(w_a, w_c);
  throw typeError(
    `unsupported operand type(s) for ** or pow(): '${typeName(w_a)}', '${typeName(w_b)}', '${typeName(w_c)}'`,
  );
}

/** Raises what the built-in `__pow__` of another operand says of a modulus: floats and complex numbers know none. */
function refuseModulus(w_a: W_Root, w_operand: W_Root): void {
  if (type(w_a) === type(w_operand)) return;
  if (w_operand instanceof W_FloatBase) {
    throw typeError("pow() 3rd argument not allowed unless all arguments are integers");
  }
  const isNumber = w_a instanceof W_FloatBase || w_a instanceof W_Integer;
  if (w_operand instanceof W_Complex && isNumber) throw valueError("complex modulo");
}

/** `-w_a`, `+w_a`, `~w_a` by the number of the special method. */
export function unary(special: i32, w_a: W_Root): W_Root {
  const w_descr = type(w_a).special[special];
  if (w_descr === null) throw badUnary(special, w_a);
  return callSpecial1(w_descr, w_a);
}

function badUnary(special: i32, w_a: W_Root): OperationError {
  const symbol = special === Special.Neg ? "-" : special === Special.Pos ? "+" : "~";
  return typeError(`bad operand type for unary ${symbol}: '${typeName(w_a)}'`);
}

export function neg(w_a: W_Root): W_Root {
  if (w_a instanceof W_Float) return new W_Float(-w_a.value);
  return unary(Special.Neg, w_a);
}
export function add(w_a: W_Root, w_b: W_Root): W_Root {
  return binary(BinaryOp.Add, w_a, w_b);
}
export function sub(w_a: W_Root, w_b: W_Root): W_Root {
  return binary(BinaryOp.Sub, w_a, w_b);
}
export function mul(w_a: W_Root, w_b: W_Root): W_Root {
  return binary(BinaryOp.Mul, w_a, w_b);
}
export function floordiv(w_a: W_Root, w_b: W_Root): W_Root {
  return binary(BinaryOp.Floordiv, w_a, w_b);
}
export function mod(w_a: W_Root, w_b: W_Root): W_Root {
  return binary(BinaryOp.Mod, w_a, w_b);
}

/** The built-in `print`, for the hint above; `builtins` sets it. */
let w_print: W_Root | null = null;
export function setPrintFunction(w_function: W_Root): void {
  w_print = w_function;
}
function isPrint(w_a: W_Root): boolean {
  return w_a === w_print;
}
