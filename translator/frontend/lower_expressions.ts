/** Lowers expressions, conditions and assignment targets; operators and calls have files of their own. */
import ts from "typescript";
import { constant } from "../ir/ir.ts";
import { isCastable } from "./assignable.ts";
import { literalKind } from "./infer.ts";
import { lowerCall, lowerNew } from "./lower_calls.ts";
import { lowerConditional } from "./lower_conditions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { lowerArrayLiteral, lowerFunctionValue } from "./lower_literals.ts";
import { checkNull, lowerElement, lowerProperty } from "./lower_members.ts";
import { lowerIdentifier } from "./lower_names.ts";
import { lowerBinary, lowerPrefix } from "./lower_operators.ts";
import { lowerUpdate } from "./lower_targets.ts";
import { lowerTemplate, string } from "./lower_text.ts";
import {
  BOOL,
  F64,
  I32,
  I64,
  isReference,
  nonNull,
  NULL,
  type RType,
  sameType,
  typeText,
  U64,
  valueOf,
} from "./types.ts";

type F = FunctionLowering;

/** Lowers an expression. `expected` is the type that the context wants, or null; literals and containers follow it. */
export function lowerExpression(f: F, node: ts.Expression, expected: RType | null): Value {
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return f.const(BOOL, 1);
    case ts.SyntaxKind.FalseKeyword:
      return f.const(BOOL, 0);
    case ts.SyntaxKind.NullKeyword:
      return { op: constant("ref", null), type: NULL };
    case ts.SyntaxKind.ThisKeyword:
      return lowerThis(f, node);
  }
  if (ts.isIdentifier(node)) return lowerIdentifier(f, node);
  if (ts.isNumericLiteral(node)) return lowerNumber(f, node, expected);
  if (ts.isBigIntLiteral(node)) return lowerBigInt(f, node, expected, false);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return string(f, node.text);
  if (ts.isTemplateExpression(node)) return lowerTemplate(f, node);
  if (ts.isParenthesizedExpression(node)) return lowerExpression(f, node.expression, expected);
  if (ts.isBinaryExpression(node)) return lowerBinary(f, node, expected);
  if (ts.isPrefixUnaryExpression(node)) return lowerPrefix(f, node, expected);
  if (ts.isPostfixUnaryExpression(node)) {
    return lowerUpdate(f, node.operand, node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1, true);
  }
  if (ts.isPropertyAccessExpression(node)) return lowerProperty(f, node);
  if (ts.isElementAccessExpression(node)) return lowerElement(f, node);
  if (ts.isCallExpression(node)) return lowerCall(f, node, expected);
  if (ts.isNewExpression(node)) return lowerNew(f, node, expected);
  if (ts.isConditionalExpression(node)) return lowerConditional(f, node, expected);
  if (ts.isNonNullExpression(node)) return lowerNonNull(f, node, expected);
  if (ts.isAsExpression(node)) return lowerAs(f, node, expected);
  if (ts.isArrayLiteralExpression(node)) return lowerArrayLiteral(f, node, expected);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return lowerFunctionValue(f, node, expected);
  f.fe.report("RTS100", node, `a ${ts.SyntaxKind[node.kind]}`);
  return f.const(I32, 0);
}

/** Lowers an expression whose value is not used. */
export function effect(f: F, node: ts.Expression): void {
  if (ts.isParenthesizedExpression(node)) return effect(f, node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    effect(f, node.left);
    return effect(f, node.right);
  }
  if (ts.isPostfixUnaryExpression(node)) {
    lowerUpdate(f, node.operand, node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1, false);
  } else lowerExpression(f, node, null);
}

function lowerThis(f: F, node: ts.Node): Value {
  if (f.owner === null || f.thisVar === null) {
    f.fe.report("RTS303", node, "this");
    return { op: constant("ref", null), type: NULL };
  }
  return { op: f.thisVar, type: f.owner.type };
}

function lowerNumber(f: F, node: ts.NumericLiteral, expected: RType | null): Value {
  const value = Number(node.text);
  if (literalKind(node) === F64 || (expected !== null && sameType(nonNull(expected), F64))) {
    return f.const(F64, value);
  }
  return { op: constant("i32", value), type: I32, literal: true };
}

/** A `bigint` literal, possibly negated. */
export function lowerBigInt(f: F, node: ts.BigIntLiteral, expected: RType | null, negative: boolean): Value {
  const magnitude = BigInt(node.text.replace(/n$/, ""));
  const value = negative ? -magnitude : magnitude;
  const unsigned = expected !== null && sameType(expected, U64);
  const fits = unsigned ? value === BigInt.asUintN(64, value) : value === BigInt.asIntN(64, value);
  const asUnsigned = !fits && !unsigned && value === BigInt.asUintN(64, value);
  if (!fits && !asUnsigned) f.fe.report("RTS203", node, String(value), unsigned ? "u64" : "i64");
  return f.const(unsigned || asUnsigned ? U64 : I64, BigInt.asIntN(64, value));
}

function lowerNonNull(f: F, node: ts.NonNullExpression, expected: RType | null): Value {
  const value = lowerExpression(f, node.expression, expected);
  if (value.type.k === "nullable") {
    f.fe.note(node, "null");
    checkNull(f, value, node);
  }
  if (value.type.k === "kind" && f.isProgram && ts.isIdentifier(node.expression)) {
    f.fe.report("RTS213", node, typeText(value.type));
  }
  return { ...value, type: nonNull(value.type) };
}

function lowerAs(f: F, node: ts.AsExpression, expected: RType | null): Value {
  if (ts.isConstTypeReference(node.type)) return lowerExpression(f, node.expression, expected);
  const type = f.fe.types.resolve(node.type, f.env);
  const value = lowerExpression(f, node.expression, type);
  const inner = nonNull(type);
  if (isReference(value.type) && isReference(type) && f.isProgram && !isCastable(f.fe, value.type, type)) {
    f.fe.report("RTS212", node, typeText(value.type), typeText(type));
  }
  if (value.literal || type.k === "kind") return { op: f.coerce(value, type, node), type };
  if (f.fe.options.debug && inner.k === "class" && value.op.kind === "var" && valueOf(value.type) === "ref") {
    f.fe.note(node, "cast");
    f.emit("check.cast", null, [value.op], f.fe.classes.get(inner).desc, node);
  }
  return {
    op: f.coerce({ ...value, type: valueOf(value.type) === "ref" ? type : value.type }, type, node),
    type,
  };
}
