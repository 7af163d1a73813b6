/** Lowers conditions, short circuits as jumps, and conditional expressions. */
import ts from "typescript";
import type { Label, Operand } from "../ir/ir.ts";
import type { ClassType } from "./classes.ts";
import { lowerExpression } from "./lower_expressions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { narrow } from "./lower_names.ts";
import {
  BOOL,
  F64,
  I32,
  isKind,
  nonNull,
  nullable,
  readAs,
  type RType,
  sameType,
  typeText,
  valueOf,
} from "./types.ts";

type F = FunctionLowering;

/** Runs `then` or `otherwise` by a condition, with short circuits as jumps. */
export function lowerCondition(
  f: F,
  node: ts.Expression,
  then: () => void,
  otherwise: (() => void) | null,
): void {
  const bare = stripNot(node);
  if (!isShortCircuit(bare.node)) {
    const cond = conditionValue(f, node);
    return f.if(cond, node, then, otherwise ?? undefined);
  }
  const no = f.label("else");
  const end = f.label("endif");
  if (otherwise === null) {
    f.block(no, () => {
      jumpUnless(f, node, no);
      then();
    });
    return;
  }
  f.block(end, () => {
    f.block(no, () => {
      jumpUnless(f, node, no);
      then();
      if (!f.dead) f.br(end);
    });
    if (!f.dead) otherwise();
  });
}

function stripNot(node: ts.Expression): { node: ts.Expression; negated: boolean } {
  let negated = false;
  for (;;) {
    if (ts.isParenthesizedExpression(node)) node = node.expression;
    else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      negated = !negated;
      node = node.operand;
    } else return { node, negated };
  }
}

function isShortCircuit(node: ts.Expression): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ||
      node.operatorToken.kind === ts.SyntaxKind.BarBarToken);
}

/** Jumps to `label` when the condition is false (or true, when `sense`). */
function jumpUnless(f: F, expression: ts.Expression, label: Label, sense = false): void {
  const { node, negated } = stripNot(expression);
  const when = negated ? !sense : sense; // jump when the bare condition equals this
  if (!isShortCircuit(node)) {
    const cond = conditionValue(f, node);
    return when ? f.if(cond, node, () => f.br(label)) : f.if(cond, node, () => {}, () => f.br(label));
  }
  const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  if (isAnd === !when) { // `&&` jumping when false, or `||` jumping when true: either side alone decides
    jumpUnless(f, node.left, label, when);
    jumpUnless(f, node.right, label, when);
    return;
  }
  const skip = f.label("skip");
  f.block(skip, () => {
    jumpUnless(f, node.left, skip, !when);
    jumpUnless(f, node.right, label, when);
  });
}

function conditionValue(f: F, node: ts.Expression): Operand {
  const value = lowerExpression(f, node, BOOL);
  if (!isKind(value.type, "bool")) f.fe.report("RTS206", node, typeText(value.type));
  return value.op;
}

/** Lowers `c ? a : b`. */
export function lowerConditional(f: F, node: ts.ConditionalExpression, expected: RType | null): Value {
  return expected !== null && expected.k !== "void"
    ? conditionalAs(f, node, readAs(expected))
    : conditionalJoin(f, node);
}

function conditionalAs(f: F, node: ts.ConditionalExpression, type: RType): Value {
  const variable = f.temp(valueOf(type) ?? "i32", "cond");
  f.mutable.add(variable);
  const side = (expression: ts.Expression) => () => {
    const value = lowerExpression(f, expression, type);
    f.move(variable, f.coerce(value, type, expression), expression);
  };
  lowerCondition(f, node.condition, side(node.whenTrue), side(node.whenFalse));
  return { op: variable, type: narrow(f, node, type) };
}

/** Without a wanted type, both sides are lowered first, and their common type decides. */
function conditionalJoin(f: F, node: ts.ConditionalExpression): Value {
  const cond = conditionValue(f, node.condition);
  const lowered = [node.whenTrue, node.whenFalse].map((side) => {
    let value = f.nothing();
    const list = f.collect(() => value = lowerExpression(f, side, null));
    return { ...list, value, side };
  });
  const [a, b] = lowered;
  const type = readAs(joinValues(f, a.value, b.value));
  const variable = f.temp(valueOf(type) ?? "i32", "cond");
  f.mutable.add(variable);
  for (const { body, completes, value, side } of lowered) {
    if (completes) f.extend(body, () => f.emit("move", variable, [f.coerce(value, type, side)], null, side));
  }
  f.pushIf(cond, a.body, b.body, node);
  f.dead = f.dead || (!a.completes && !b.completes);
  const nonNegative = isKind(type, "i32") && lowered.every(({ value }) => isNonNegative(value));
  return { op: variable, type, nonNegative };
}

/** The type of two values together: a literal follows the other, an `i32` that is not negative a `u32`. */
function joinValues(f: F, a: Value, b: Value): RType {
  if (a.literal && b.literal) return I32;
  if (a.literal) return b.type;
  if (b.literal) return a.type;
  if (isKind(a.type, "u32") && b.nonNegative) return a.type;
  if (isKind(b.type, "u32") && a.nonNegative) return b.type;
  return join(f, a.type, b.type);
}
function isNonNegative(value: Value): boolean {
  return value.literal ? (value.op as { value: number }).value >= 0 : value.nonNegative === true;
}

/** The least type that both are. */
export function join(f: F, a: RType, b: RType): RType {
  if (a.k === "never") return b;
  if (b.k === "never" || sameType(a, b)) return a;
  if (a.k === "null" || b.k === "null") return nullable(a.k === "null" ? b : a);
  if (a.k === "nullable" || b.k === "nullable") return nullable(join(f, nonNull(a), nonNull(b)));
  if (a.k === "kind" && b.k === "kind") return isKind(a, "bool") === isKind(b, "bool") ? F64 : a;
  if (a.k === "class" && b.k === "class") {
    for (let t: ClassType | null = a; t !== null; t = f.fe.classes.parentType(t)) {
      for (let u: ClassType | null = b; u !== null; u = f.fe.classes.parentType(u)) {
        if (t.decl === u.decl) return t;
      }
    }
  }
  return valueOf(a) === "ref" ? { k: "object" } : a;
}
