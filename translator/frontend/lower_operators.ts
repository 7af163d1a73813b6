/** Lowers unary and binary operators, assignments included. Tables give the opcode of each operator on each kind. */
import ts from "typescript";
import { constant, instr, newVar, type Operand, type Var } from "../ir/ir.ts";
import { MATH_FUNCTIONS } from "../../core/host/table.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { concatenate, textOf } from "./lower_text.ts";
import { effect, lowerBigInt, lowerExpression } from "./lower_expressions.ts";
import { isVariable, lowerTarget, lowerUpdate, overflowCheck, type Target } from "./lower_targets.ts";
import { join, lowerCondition } from "./lower_conditions.ts";
import { callRuntime, lowerMapGetOr } from "./lower_calls.ts";
import {
  BOOL,
  F64,
  I32,
  isInteger,
  isKind,
  isNumber,
  isReference,
  type KindName,
  nonNull,
  readAs,
  type RType,
  sameType,
  typeText,
  U32,
  valueOf,
} from "./types.ts";

type F = FunctionLowering;
const K = ts.SyntaxKind;

type OpsByKind = Readonly<Record<"i32" | "u32" | "i64" | "u64" | "f64", string>>;

const ARITHMETIC: Readonly<Record<string, OpsByKind>> = {
  "+": { i32: "i32.add", u32: "i32.add", i64: "i64.add", u64: "i64.add", f64: "f64.add" },
  "-": { i32: "i32.sub", u32: "i32.sub", i64: "i64.sub", u64: "i64.sub", f64: "f64.sub" },
  "*": { i32: "i32.mul", u32: "i32.mul", i64: "i64.mul", u64: "i64.mul", f64: "f64.mul" },
  "/": { i32: "i32.div_s", u32: "i32.div_u", i64: "i64.div_s", u64: "i64.div_u", f64: "f64.div" },
  "%": { i32: "i32.rem_s", u32: "i32.rem_u", i64: "i64.rem_s", u64: "i64.rem_u", f64: "f64.rem" },
};

const COMPARISON: Readonly<Record<string, OpsByKind>> = {
  "<": { i32: "i32.lt_s", u32: "i32.lt_u", i64: "i64.lt_s", u64: "i64.lt_u", f64: "f64.lt" },
  "<=": { i32: "i32.le_s", u32: "i32.le_u", i64: "i64.le_s", u64: "i64.le_u", f64: "f64.le" },
  ">": { i32: "i32.gt_s", u32: "i32.gt_u", i64: "i64.gt_s", u64: "i64.gt_u", f64: "f64.gt" },
  ">=": { i32: "i32.ge_s", u32: "i32.ge_u", i64: "i64.ge_s", u64: "i64.ge_u", f64: "f64.ge" },
};

const EQUALITY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "===": { i32: "i32.eq", i64: "i64.eq", f64: "f64.eq", ref: "ref.eq" },
  "!==": { i32: "i32.ne", i64: "i64.ne", f64: "f64.ne", ref: "ref.eq" },
};

/** Suffix of the Wasm opcode; `>>` on unsigned 64-bit values is logical, as bigint's is on what is not negative. */
const BITWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "&": { i64: "and", u64: "and", i32: "and" },
  "|": { i64: "or", u64: "or", i32: "or" },
  "^": { i64: "xor", u64: "xor", i32: "xor" },
  "<<": { i64: "shl", u64: "shl", i32: "shl" },
  ">>": { i64: "shr_s", u64: "shr_u", i32: "shr_s" },
  ">>>": { i32: "shr_u" },
};

const COMPOUND: Partial<Record<ts.SyntaxKind, string>> = {
  [K.PlusEqualsToken]: "+",
  [K.MinusEqualsToken]: "-",
  [K.AsteriskEqualsToken]: "*",
  [K.SlashEqualsToken]: "/",
  [K.PercentEqualsToken]: "%",
  [K.AsteriskAsteriskEqualsToken]: "**",
  [K.AmpersandEqualsToken]: "&",
  [K.BarEqualsToken]: "|",
  [K.CaretEqualsToken]: "^",
  [K.LessThanLessThanEqualsToken]: "<<",
  [K.GreaterThanGreaterThanEqualsToken]: ">>",
  [K.GreaterThanGreaterThanGreaterThanEqualsToken]: ">>>",
};

/** Lowers a binary expression of any operator. */
export function lowerBinary(f: F, node: ts.BinaryExpression, expected: RType | null): Value {
  const token = node.operatorToken.kind;
  switch (token) {
    case K.EqualsToken:
      return lowerAssignment(f, node);
    case K.CommaToken:
      effect(f, node.left);
      return lowerExpression(f, node.right, expected);
    case K.AmpersandAmpersandToken:
    case K.BarBarToken:
      return lowerShortCircuit(f, node);
    case K.QuestionQuestionToken:
      return lowerNullish(f, node, expected);
    case K.InstanceOfKeyword:
      return lowerInstanceOf(f, node);
  }
  const compound = COMPOUND[token];
  if (compound !== undefined) return lowerCompound(f, node, compound);
  return lowerOperator(f, node, ts.tokenToString(token) ?? "", expected, false);
}

function lowerOperator(
  f: F,
  node: ts.BinaryExpression,
  operator: string,
  expected: RType | null,
  wraps: boolean,
): Value {
  if (BITWISE[operator] !== undefined) return lowerBitwise(f, node, operator);
  if (EQUALITY[operator] !== undefined) return lowerEquality(f, node, operator);
  const comparing = COMPARISON[operator] !== undefined;
  const want = comparing ? null : numericContext(expected);
  let left = lowerExpression(f, node.left, want);
  left = f.stable(left, [node.right], node.left);
  const right = lowerExpression(f, node.right, rightContext(left, want));
  if (comparing) return compare(f, operator, left, right, node);
  return arithmetic(f, operator, left, right, node, wraps);
}

/** A wanted number kind passes down to literals; a wanted `f64` does not turn integer operands into doubles. */
function numericContext(expected: RType | null): RType | null {
  return expected !== null && expected.k === "kind" && valueOf(expected) === "i64" ? expected : null;
}
function rightContext(left: Value, want: RType | null): RType | null {
  return left.type.k === "kind" && valueOf(left.type) === "i64" ? left.type : want;
}

// --- arithmetic ---

/** Brings two numbers to one kind; null (reported) when they do not mix. */
function unify(
  f: F,
  a: Value,
  b: Value,
  operator: string,
  node: ts.Node,
): { a: Operand; b: Operand; type: RType } | null {
  if (!isNumber(a.type) || !isNumber(b.type)) return mismatch(f, a, b, operator, node);
  if (a.literal && b.literal) return { a: f.coerce(a, I32, node), b: f.coerce(b, I32, node), type: I32 };
  if (a.literal && valueOf(b.type) !== "i64") return { a: f.coerce(a, b.type, node), b: b.op, type: b.type };
  if (b.literal && valueOf(a.type) !== "i64") return { a: a.op, b: f.coerce(b, a.type, node), type: a.type };
  if (sameType(a.type, b.type)) return { a: a.op, b: b.op, type: a.type };
  const is64 = valueOf(a.type) === "i64" || valueOf(b.type) === "i64";
  if (is64) return constants64(a, b) ?? mismatch(f, a, b, operator, node);
  if (isKind(a.type, "u32") && b.nonNegative) return { a: a.op, b: b.op, type: U32 };
  if (isKind(b.type, "u32") && a.nonNegative) return { a: a.op, b: b.op, type: U32 };
  if (isKind(a.type, "f64") || isKind(b.type, "f64")) {
    return { a: f.toF64(a, node), b: f.toF64(b, node), type: F64 };
  }
  return mismatch(f, a, b, operator, node);
}

/** A `bigint` literal mixes with both 64-bit kinds. */
function constants64(a: Value, b: Value): { a: Operand; b: Operand; type: RType } | null {
  if (valueOf(a.type) !== "i64" || valueOf(b.type) !== "i64") return null;
  if (a.op.kind === "const") return { a: a.op, b: b.op, type: b.type };
  return b.op.kind === "const" ? { a: a.op, b: b.op, type: a.type } : null;
}

function mismatch(f: F, a: Value, b: Value, operator: string, node: ts.Node): null {
  f.fe.report("RTS204", node, operator, typeText(a.type), typeText(b.type));
  return null;
}

/** `left operator right` for `+ - * / % **`. With `wraps`, the result is taken modulo 2^32 by the context. */
function arithmetic(f: F, operator: string, left: Value, right: Value, node: ts.Node, wraps: boolean): Value {
  if (operator === "+" && (nonNull(left.type).k === "string" || nonNull(right.type).k === "string")) {
    return concatenate(f, [textOf(f, left, node), textOf(f, right, node)], node);
  }
  if (operator === "**") {
    const which = { op: constant("i32", MATH_FUNCTIONS.indexOf("pow")), type: I32 };
    return callRuntime(f, "runtime/number.ts", "math_call2", [
      which,
      asF64(f, left, node),
      asF64(f, right, node),
    ], node);
  }
  if (operator === "/" && isWord(left) && isWord(right)) {
    return doubleArithmetic(f, operator, left, right, node);
  }
  const pair = unify(f, left, right, operator, node);
  const ops = ARITHMETIC[operator];
  if (pair === null || ops === undefined) {
    if (ops === undefined) f.fe.report("RTS204", node, operator, typeText(left.type), typeText(right.type));
    return f.const(
      isNumber(left.type) ? f.settle(left, node).type : I32,
      valueOf(left.type) === "i64" ? 0n : 0,
    );
  }
  if (isKind(pair.type, "f64")) {
    return doubleArithmetic(
      f,
      operator,
      { op: pair.a, type: pair.type },
      { op: pair.b, type: pair.type },
      node,
    );
  }
  if (operator === "/" || operator === "%") return divide(f, operator, pair, node);
  const value = valueOf(pair.type) ?? "i32";
  const op = f.compute(
    ops[(pair.type as { name: keyof OpsByKind }).name],
    value,
    [pair.a, pair.b],
    null,
    node,
  );
  if (!wraps) {
    if (operator === "*") productCheck(f, pair.type, pair.a, pair.b, node);
    else overflowCheck(f, operator, pair.type, pair.a, pair.b, op, node);
  }
  return { op, type: pair.type };
}

/** A 32-bit integer or a literal. */
function isWord(value: Value): boolean {
  return value.literal === true || (isInteger(value.type) && valueOf(value.type) === "i32");
}

function asF64(f: F, value: Value, node: ts.Node): Value {
  return { op: f.coerce(value, F64, node), type: F64 };
}

function doubleArithmetic(f: F, operator: string, a: Value, b: Value, node: ts.Node): Value {
  f.fe.note(node, "none");
  const left = f.toF64(a, node);
  const right = f.toF64(b, node);
  if (operator === "%") {
    return callRuntime(
      f,
      "runtime/number.ts",
      "f64_rem",
      [{ op: left, type: F64 }, { op: right, type: F64 }],
      node,
    );
  }
  return { op: f.compute(ARITHMETIC[operator].f64, "f64", [left, right], null, node), type: F64 };
}

type Pair = { a: Operand; b: Operand; type: RType };

/** Integer `/` (64-bit) and `%`. Divisors must not be 0; that they are is an internal error, not a trap. */
function divide(f: F, operator: string, pair: Pair, node: ts.Node): Value {
  const value = valueOf(pair.type) ?? "i32";
  f.divisorCheck(
    () => f.compute(`${value}.ne`, "i32", [pair.b, constant(value, value === "i64" ? 0n : 0)], null, node),
    node,
  );
  const op = ARITHMETIC[operator][(pair.type as { name: keyof OpsByKind }).name];
  return { op: guardedDivision(f, op, value as "i32" | "i64", pair, node), type: pair.type };
}

/** Divides without ever trapping: division by 0 gives 0, and the one quotient that overflows wraps. */
function guardedDivision(f: F, op: string, value: "i32" | "i64", pair: Pair, node: ts.Node): Operand {
  const zero = constant(value, value === "i64" ? 0n : 0);
  const divisor = pair.b.kind === "const" ? pair.b.value as number | bigint : null;
  const safe = divisor !== null && Number(divisor) !== 0 && (Number(divisor) !== -1 || !op.endsWith("div_s"));
  if (safe) return f.compute(op, value, [pair.a, pair.b], null, node);
  const result = f.temp(value, "quotient");
  f.mutable.add(result);
  f.emit("move", result, [zero], null, node);
  const divides = f.compute(`${value}.ne`, "i32", [pair.b, zero], null, node);
  f.if(divides, node, () => {
    if (!op.endsWith("div_s")) {
      return f.move(result, f.compute(op, value, [pair.a, pair.b], null, node), node);
    }
    const minusOne = constant(value, value === "i64" ? -1n : -1);
    const negates = f.compute(`${value}.eq`, "i32", [pair.b, minusOne], null, node);
    f.if(
      negates,
      node,
      () => f.move(result, f.compute(`${value}.sub`, value, [zero, pair.a], null, node), node),
      () => f.move(result, f.compute(op, value, [pair.a, pair.b], null, node), node),
    );
  });
  return result;
}

/** In debug, stops when a product leaves its kind: compares with the exact product of twice the width, or divides back. */
function productCheck(f: F, type: RType, a: Operand, b: Operand, node: ts.Node): void {
  if (!f.fe.options.debug || f.dead || type.k !== "kind") return;
  f.fe.note(node, type.name as "i32");
  if (type.name === "i32" || type.name === "u32") {
    const extend = type.name === "i32" ? "i64.extend_i32_s" : "i64.extend_i32_u";
    const x = f.compute(extend, "i64", [a], null, node);
    const y = f.compute(extend, "i64", [b], null, node);
    const exact = f.compute("i64.mul", "i64", [x, y], null, node);
    const low = f.compute("i32.wrap_i64", "i32", [exact], null, node);
    const back = f.compute(extend, "i64", [low], null, node);
    return f.emit(
      "check.true",
      null,
      [f.compute("i64.eq", "i32", [exact, back], null, node)],
      "integer overflow",
      node,
    );
  }
  const fits = callRuntime(
    f,
    "runtime/number.ts",
    type.name === "i64" ? "i64_productFits" : "u64_productFits",
    [
      { op: a, type },
      { op: b, type },
    ],
    node,
  );
  f.emit("check.true", null, [fits.op], "integer overflow", node);
}

/** Lowers 64-bit arithmetic whose result the context takes modulo 2^64: sums, differences, products and shifts wrap. */
export function lowerWrapping(f: F, expression: ts.Expression, type: RType): Value {
  const node = skipParentheses(expression);
  if (ts.isBinaryExpression(node)) {
    const operator = ts.tokenToString(node.operatorToken.kind) ?? "";
    if (operator === "+" || operator === "-" || operator === "*") {
      const left = f.stable(lowerWrapping(f, node.left, type), [node.right], node.left);
      const right = lowerWrapping(f, node.right, type);
      if (valueOf(left.type) !== "i64" || valueOf(right.type) !== "i64") {
        return mismatchValue(f, left, right, operator, node);
      }
      return {
        op: f.compute(`i64.${WRAPPING_NAMES[operator]}`, "i64", [left.op, right.op], null, node),
        type,
      };
    }
  }
  if (
    ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken && !ts.isBigIntLiteral(node.operand)
  ) {
    const value = lowerWrapping(f, node.operand, type);
    return { op: f.compute("i64.sub", "i64", [constant("i64", 0n), value.op], null, node), type };
  }
  return lowerExpression(f, node, type);
}
const WRAPPING_NAMES: Readonly<Record<string, string>> = { "+": "add", "-": "sub", "*": "mul" };

function mismatchValue(f: F, left: Value, right: Value, operator: string, node: ts.Node): Value {
  mismatch(f, left, right, operator, node);
  return f.const(left.type, valueOf(left.type) === "i64" ? 0n : 0);
}

// --- comparison ---

function compare(f: F, operator: string, left: Value, right: Value, node: ts.Node): Value {
  if (nonNull(left.type).k === "string" && nonNull(right.type).k === "string") {
    const order = callRuntime(f, "runtime/string.ts", "string_compare", [left, right], node);
    return {
      op: f.compute(COMPARISON[operator].i32, "i32", [order.op, constant("i32", 0)], null, node),
      type: BOOL,
    };
  }
  const pair = unify(f, left, right, operator, node);
  if (pair === null) return f.const(BOOL, 0);
  const op = COMPARISON[operator][(pair.type as { name: keyof OpsByKind }).name];
  return { op: f.compute(op, "i32", [pair.a, pair.b], null, node), type: BOOL };
}

function lowerEquality(f: F, node: ts.BinaryExpression, operator: string): Value {
  let left = lowerExpression(f, node.left, null);
  left = f.stable(left, [node.right], node.left);
  const right = lowerExpression(f, node.right, rightContext(left, null));
  return { op: equality(f, operator, left, right, node), type: BOOL };
}

/** `left === right` or `left !== right` for values of any type. */
export function equality(f: F, operator: string, left: Value, right: Value, node: ts.Node): Operand {
  const negate = operator === "!==";
  const inverted = (op: Operand): Operand => negate ? f.compute("i32.eqz", "i32", [op], null, node) : op;
  if (left.type.k === "null" || right.type.k === "null") {
    const other = left.type.k === "null" ? right : left;
    if (other.type.k === "kind" || isUndefinedInstead(f, node)) {
      mismatch(f, left, right, operator, node);
      return constant("i32", 0);
    }
    if (valueOf(other.type) === "i32") return inverted(f.compute("i32.eqz", "i32", [other.op], null, node));
    return inverted(f.compute("ref.is_null", "i32", [other.op], null, node));
  }
  if (nonNull(left.type).k === "string" && nonNull(right.type).k === "string") {
    return inverted(stringEquals(f, left, right, node));
  }
  if (isKind(left.type, "bool") && isKind(right.type, "bool")) {
    return f.compute(EQUALITY[operator].i32, "i32", [left.op, right.op], null, node);
  }
  if (isReference(left.type) && isReference(right.type)) {
    return inverted(f.compute("ref.eq", "i32", [left.op, right.op], null, node));
  }
  if (nonNull(left.type).k === "fn" && nonNull(right.type).k === "fn") {
    return f.compute(EQUALITY[operator].i32, "i32", [left.op, right.op], null, node);
  }
  const pair = unify(f, left, right, operator, node);
  if (pair === null) return constant("i32", 0);
  return f.compute(EQUALITY[operator][valueOf(pair.type) ?? "i32"], "i32", [pair.a, pair.b], null, node);
}

/** True for `m.get(k) === null`: untranslated, what is missing is undefined. */
function isUndefinedInstead(f: F, node: ts.Node): boolean {
  if (!f.isProgram || !ts.isBinaryExpression(node)) return false;
  const side = node.right.kind === K.NullKeyword ? node.left : node.right;
  const type = f.fe.checker.getTypeAtLocation(side);
  const parts = type.isUnion() ? type.types : [type];
  const has = (flag: ts.TypeFlags) => parts.some((part) => (part.flags & flag) !== 0);
  return has(ts.TypeFlags.Undefined) && !has(ts.TypeFlags.Null);
}

/** Equality of strings, null included. */
export function stringEquals(f: F, left: Value, right: Value, node: ts.Node): Operand {
  if (left.type.k !== "nullable" && right.type.k !== "nullable") {
    return callRuntime(f, "runtime/string.ts", "string_equals", [left, right], node).op;
  }
  const result = f.temp("i32", "equal");
  f.mutable.add(result);
  f.move(result, f.compute("ref.eq", "i32", [left.op, right.op], null, node), node);
  const isNull = f.compute(
    "i32.or",
    "i32",
    [
      f.compute("ref.is_null", "i32", [left.op], null, node),
      f.compute("ref.is_null", "i32", [right.op], null, node),
    ],
    null,
    node,
  );
  f.if(isNull, node, () => {}, () => {
    f.move(result, callRuntime(f, "runtime/string.ts", "string_equals", [left, right], node).op, node);
  });
  return result;
}

function lowerInstanceOf(f: F, node: ts.BinaryExpression): Value {
  const value = lowerExpression(f, node.left, null);
  const declaration = f.fe.symbolOf(node.right)?.declarations?.find(ts.isClassDeclaration);
  if (declaration === undefined || !isReference(value.type)) {
    f.fe.report("RTS217", node);
    return f.const(BOOL, 0);
  }
  if (declaration.typeParameters === undefined) {
    const { desc } = f.fe.classes.get({ k: "class", decl: declaration, args: [] });
    return { op: f.compute("instanceof", "i32", [value.op], desc, node), type: BOOL };
  }
  return instanceOfGeneric(f, declaration, value.op, node);
}

/** Tests every instance of a generic class; which there are is known when all code is lowered. */
function instanceOfGeneric(f: F, declaration: ts.ClassDeclaration, value: Operand, node: ts.Node): Value {
  const result = f.temp("i32", "is");
  f.mutable.add(result);
  f.emit("move", result, [constant("i32", 0)], null, node);
  const { body } = f.collect(() => {});
  f.pushBlock(f.label("generic"), body);
  f.fe.afterLowering.push(() => {
    for (const instance of f.fe.classes.instancesOf(declaration)) {
      const test = instr(
        "instanceof",
        newVar(f.func, "i32", "t"),
        [value],
        instance.desc,
        f.fe.position(node),
      );
      body.push(test, instr("i32.or", result, [result, test.dst as Var]));
    }
  });
  return { op: result, type: BOOL };
}

// --- bitwise ---

function lowerBitwise(f: F, node: ts.BinaryExpression, operator: string): Value {
  const left0 = lowerBitOperand(f, node.left, node.right);
  const left = f.stable(left0, [node.right], node.left);
  const right = lowerBitOperand(f, node.right, node.left, left);
  return bitwise(f, operator, left, right, node);
}

/** Operands of bitwise operators are taken modulo 2^32, so sums and differences in them wrap. */
function lowerBitOperand(
  f: F,
  expression: ts.Expression,
  other: ts.Expression | null,
  left?: Value,
): Value {
  const node = skipParentheses(expression);
  if (ts.isBinaryExpression(node)) {
    const inner = ts.tokenToString(node.operatorToken.kind) ?? "";
    if (inner === "+" || inner === "-") return lowerWrapped(f, node, inner);
    if (inner === "*" && isZero(other)) return lowerWrappedProduct(f, node);
    if (inner === "/" && isZero(other)) return lowerQuotient(f, node);
  }
  return lowerExpression(f, node, left !== undefined && valueOf(left.type) === "i64" ? left.type : null);
}

function skipParentheses(node: ts.Expression): ts.Expression {
  while (ts.isParenthesizedExpression(node)) node = node.expression;
  return node;
}
function isZero(node: ts.Expression | null): boolean {
  if (node === null) return false;
  const bare = skipParentheses(node);
  return ts.isNumericLiteral(bare) && Number(bare.text) === 0;
}

function lowerWrapped(f: F, node: ts.BinaryExpression, operator: string): Value {
  const left0 = lowerBitOperand(f, node.left, null);
  const left = f.stable(left0, [node.right], node.left);
  const right = lowerBitOperand(f, node.right, null);
  // Modulo 2^32 signs do not matter: mixed i32 and u32 operands are fine here.
  const mixed = valueOf(left.type) === "i32" && valueOf(right.type) === "i32" && !left.literal &&
    !right.literal;
  if (mixed && isInteger(left.type) && isInteger(right.type)) {
    return arithmetic(f, operator, { ...left, type: I32 }, { ...right, type: I32 }, node, true);
  }
  return arithmetic(f, operator, left, right, node, true);
}

/** A product is exact untranslated below 2^53: for certain when one factor is a literal of at most 21 bits. */
function lowerWrappedProduct(f: F, node: ts.BinaryExpression): Value {
  const small = [node.left, node.right].some((side) => {
    const bare = skipParentheses(side);
    return ts.isNumericLiteral(bare) && Number(bare.text) <= 0x200000;
  });
  const value = lowerOperator(f, node, "*", null, small);
  // On u32 there is no other way to write it: the product must stay in the kind, as anywhere.
  if (valueOf(value.type) === "i32" && !isKind(value.type, "u32") && !small) f.fe.report("RTS205", node);
  return value;
}

/** `(a / b) | 0` and `(a / b) >>> 0` on integers; the operator outside turns `u32` into `i32` where it must. */
function lowerQuotient(f: F, node: ts.BinaryExpression): Value {
  let left = lowerExpression(f, node.left, null);
  left = f.stable(left, [node.right], node.left);
  const right = lowerExpression(f, node.right, rightContext(left, null));
  const pair = unify(f, left, right, "/", node);
  if (pair === null) return f.const(I32, 0);
  if (valueOf(pair.type) !== "i32") return arithmetic(f, "/", left, right, node, false);
  const unsigned = isKind(pair.type, "u32");
  const op = guardedDivision(f, unsigned ? "i32.div_u" : "i32.div_s", "i32", pair, node);
  return { op, type: unsigned ? U32 : I32 };
}

/** `left operator right` for bitwise operators. */
function bitwise(f: F, operator: string, left: Value, right: Value, node: ts.Node): Value {
  if (valueOf(left.type) === "i64" || valueOf(right.type) === "i64") {
    return bitwise64(f, operator, left, right, node);
  }
  const a = toInt32(f, left, node);
  const b = toInt32(f, right, node);
  const type = operator === ">>>" ? unsignedShiftType(b) : I32;
  const nonNegative = isMask(operator, a, b) || (operator === ">>>" && type === I32);
  if (b.kind === "const" && b.value === 0 && (operator === "|" || operator === ">>>")) return { op: a, type };
  if (b.kind === "const" && a.kind === "const") return { op: fold32(operator, a, b), type, nonNegative };
  return { op: f.compute(`i32.${BITWISE[operator].i32}`, "i32", [a, b], null, node), type, nonNegative };
}

/** `x & c` with a constant that is not negative. */
function isMask(operator: string, a: Operand, b: Operand): boolean {
  const positive = (op: Operand) => op.kind === "const" && (op.value as number) >= 0;
  return operator === "&" && (positive(a) || positive(b));
}

/** Constants fold here, so that `1 << 3` may label a case. */
function fold32(operator: string, a: Operand, b: Operand): Operand {
  const x = (a as { value: number }).value;
  const y = (b as { value: number }).value;
  switch (operator) {
    case "&":
      return constant("i32", x & y);
    case "|":
      return constant("i32", x | y);
    case "^":
      return constant("i32", x ^ y);
    case "<<":
      return constant("i32", x << y);
    case ">>":
      return constant("i32", x >> y);
    default:
      return constant("i32", (x >>> y) | 0);
  }
}

/** What a constant shift of at least 1 gives fits both kinds. */
function unsignedShiftType(count: Operand): RType {
  return count.kind === "const" && ((count.value as number) & 31) !== 0 ? I32 : U32;
}

function bitwise64(f: F, operator: string, left: Value, right: Value, node: ts.Node): Value {
  const pair = unify(f, left, right, operator, node);
  const suffix = pair === null ? undefined : BITWISE[operator][(pair.type as { name: KindName }).name];
  if (pair === null || suffix === undefined) {
    if (pair !== null) mismatch(f, left, right, operator, node);
    return f.const(left.type, 0n);
  }
  return { op: f.compute(`i64.${suffix}`, "i64", [pair.a, pair.b], null, node), type: pair.type };
}

/** JavaScript's ToInt32. */
export function toInt32(f: F, value: Value, node: ts.Node): Operand {
  if (value.op.kind === "const" && typeof value.op.value === "number") {
    return constant("i32", value.op.value | 0);
  }
  if (isKind(value.type, "f64")) return callRuntime(f, "runtime/number.ts", "f64_toInt32", [value], node).op;
  if (valueOf(value.type) !== "i32" || value.type.k !== "kind") f.mismatch(I32, value.type, node);
  return value.op;
}

// --- short circuits ---

function lowerShortCircuit(f: F, node: ts.BinaryExpression): Value {
  const result = f.temp("i32", "bool");
  f.mutable.add(result);
  lowerCondition(
    f,
    node,
    () => f.emit("move", result, [constant("i32", 1)], null, node),
    () => f.emit("move", result, [constant("i32", 0)], null, node),
  );
  return { op: result, type: BOOL };
}

function lowerNullish(f: F, node: ts.BinaryExpression, expected: RType | null): Value {
  const lookup = lowerMapGetOr(f, node.left, node.right, expected);
  if (lookup !== null) return lookup;
  const left = lowerExpression(f, node.left, expected);
  if (!isReference(left.type) && nonNull(left.type).k !== "fn") return left;
  const value = valueOf(left.type) ?? "ref";
  const result = f.temp(value, "nullish");
  f.mutable.add(result);
  f.emit("move", result, [left.op], null, node);
  const isNull = f.compute(value === "ref" ? "ref.is_null" : "i32.eqz", "i32", [result], null, node);
  let type: RType = nonNull(left.type);
  f.if(isNull, node, () => {
    const right = lowerExpression(f, node.right, expected ?? left.type);
    f.move(result, f.coerce(right, right.type.k === "null" ? left.type : right.type, node.right), node);
    type = join(f, type, right.type);
  });
  return { op: result, type };
}

// --- assignment ---

function lowerAssignment(f: F, node: ts.BinaryExpression): Value {
  const target = lowerTarget(f, node.left);
  const value = lowerExpression(f, node.right, target.type);
  const op = f.coerce(value, target.type, node.right);
  target.store(op);
  if (ts.isExpressionStatement(node.parent)) return { op, type: readAs(target.type) };
  const stays = op.kind === "const" || !isVariable(node.left);
  return stays ? { op, type: readAs(value.literal ? target.type : value.type) } : target.load();
}

function lowerCompound(f: F, node: ts.BinaryExpression, operator: string): Value {
  const target: Target = lowerTarget(f, node.left);
  const old = f.stable(target.load(), [node.right], node.left);
  const result = BITWISE[operator] !== undefined
    ? bitwise(f, operator, old, lowerBitOperand(f, node.right, node.left, old), node)
    : arithmetic(f, operator, old, lowerExpression(f, node.right, rightContext(old, null)), node, false);
  const op = f.coerce(result, target.type, node);
  target.store(op);
  return isVariable(node.left) && !ts.isExpressionStatement(node.parent)
    ? target.load()
    : { op, type: readAs(target.type) };
}

// --- unary ---

/** Lowers `!x`, `-x`, `~x`, `++x`, `--x`. */
export function lowerPrefix(f: F, node: ts.PrefixUnaryExpression, expected: RType | null): Value {
  switch (node.operator) {
    case K.PlusPlusToken:
      return lowerUpdate(f, node.operand, 1, false);
    case K.MinusMinusToken:
      return lowerUpdate(f, node.operand, -1, false);
    case K.ExclamationToken: {
      const value = lowerExpression(f, node.operand, BOOL);
      if (!isKind(value.type, "bool")) f.fe.report("RTS206", node.operand, typeText(value.type));
      return { op: f.compute("i32.eqz", "i32", [value.op], null, node), type: BOOL };
    }
    case K.TildeToken: {
      const value = lowerExpression(f, node.operand, expected);
      if (valueOf(value.type) === "i64") {
        return {
          op: f.compute("i64.xor", "i64", [value.op, constant("i64", -1n)], null, node),
          type: value.type,
        };
      }
      const op = toInt32(f, value, node);
      if (op.kind === "const") return f.const(I32, ~(op.value as number));
      return { op: f.compute("i32.xor", "i32", [op, constant("i32", -1)], null, node), type: I32 };
    }
    case K.MinusToken:
      return lowerMinus(f, node, expected);
  }
  f.fe.report("RTS159", node);
  return f.const(I32, 0);
}

function lowerMinus(f: F, node: ts.PrefixUnaryExpression, expected: RType | null): Value {
  const operand = skipParentheses(node.operand);
  if (ts.isBigIntLiteral(operand)) return lowerBigInt(f, operand, expected, true);
  const value = lowerExpression(f, operand, expected);
  if (value.op.kind === "const" && typeof value.op.value === "number" && isNumber(value.type)) {
    const negated = -value.op.value;
    if (value.literal && Object.is(negated, -0)) return f.const(F64, -0);
    return value.literal
      ? { op: constant("i32", negated), type: I32, literal: true }
      : f.const(value.type, negated);
  }
  if (isKind(value.type, "f64")) {
    return { op: f.compute("f64.neg", "f64", [value.op], null, node), type: F64 };
  }
  if (!isInteger(value.type)) {
    f.mismatch(I32, value.type, node);
    return value;
  }
  const w = valueOf(value.type) ?? "i32";
  const zero = constant(w, w === "i64" ? 0n : 0);
  const op = f.compute(`${w}.sub`, w, [zero, value.op], null, node);
  overflowCheck(f, "-", value.type, zero, value.op, op, node);
  return { op, type: value.type };
}
