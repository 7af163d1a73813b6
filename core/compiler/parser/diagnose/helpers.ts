/** What the actions of the diagnosing parser's grammar share. */
import * as ast from "../../ast/build.ts";
import type { Location } from "../../ast/nodes.ts";
import type { Arg, Arguments, Comprehension, Expr, ExprContext, Keyword } from "../../ast/types.ts";
import type { Token } from "./machine.ts";

/** A copy of a target with another context, down to its items. */
export function withContext(node: Expr, ctx: ExprContext): Expr {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return { ...node, ctx };
    case "Starred":
      return { ...node, ctx, value: withContext(node.value, ctx) };
    case "Tuple":
    case "List":
      return { ...node, ctx, elts: node.elts.map((item) => withContext(item, ctx)) };
    default:
      return node;
  }
}

const CONSTANT_NAMES: Readonly<Record<string, string>> = { None: "None", Ellipsis: "ellipsis" };

/** What messages call the kinds of expressions. */
const EXPRESSION_NAMES: Readonly<Record<string, string>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  FormattedValue: "f-string expression",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
};

/** What messages call an expression. */
export function expressionName(node: Expr): string {
  if (node.kind !== "Constant") return EXPRESSION_NAMES[node.kind]!;
  if (node.value.type === "bool") return node.value.value ? "True" : "False";
  return CONSTANT_NAMES[node.value.type] ?? "literal";
}

/** What a target is for. */
export type TargetUse = "assign" | "delete" | "for";

/** The first part of an expression that cannot be a target, or null. */
export function invalidTarget(node: Expr, use: TargetUse): Expr | null {
  switch (node.kind) {
    case "List":
    case "Tuple":
      for (const item of node.elts) {
        const found = invalidTarget(item, use);
        if (found !== null) return found;
      }
      return null;
    case "Starred":
      return use === "delete" ? node : invalidTarget(node.value, use);
    case "Compare":
      // "for a in b" reads as a comparison.
      if (use !== "for") return node;
      return node.ops[0] === "In" ? invalidTarget(node.left, use) : null;
    case "Name":
    case "Subscript":
    case "Attribute":
      return null;
    default:
      return node;
  }
}

/** The last expression of a comprehension's clause. */
export function lastOf(clauses: readonly Comprehension[]): Expr {
  const { ifs, iter } = clauses[clauses.length - 1]!;
  return ifs.length > 0 ? ifs[ifs.length - 1]! : iter;
}

/** A parameter and its default. */
export interface ParameterPair {
  arg: Arg;
  value: Expr | null;
}

/** What follows the positional parameters. */
export interface StarParameters {
  vararg: Arg | null;
  keywordOnly: ParameterPair[];
  kwarg: Arg | null;
}

/** Puts the parts of a parameter list together. */
export function makeArguments(
  positionalOnly: readonly ParameterPair[],
  plain: readonly ParameterPair[],
  star: StarParameters | null,
): Arguments {
  const keywordOnly = star?.keywordOnly ?? [];
  return ast.arguments_(
    positionalOnly.map((pair) => pair.arg),
    plain.map((pair) => pair.arg),
    star?.vararg ?? null,
    keywordOnly.map((pair) => pair.arg),
    keywordOnly.map((pair) => pair.value),
    star?.kwarg ?? null,
    [...positionalOnly, ...plain].flatMap((pair) => pair.value ?? []),
  );
}

/** A parameter without default. */
export function plainPair(arg: Arg): ParameterPair {
  return { arg, value: null };
}

/** The text of a type comment's token. */
export function commentText(token: Token | null): string | null {
  return token === null ? null : token.text;
}

/** A parameter with its type comment. */
export function commented(arg: Arg, comment: Token | null): Arg {
  return comment === null ? arg : { ...arg, type_comment: comment.text };
}

/** Arguments of a call: positional ones, and then keywords with starred ones among them. */
export interface CallArguments extends Location {
  args: Expr[];
  keywords: Keyword[];
}

/** Sorts what stands behind the positional arguments to where it belongs. */
export function collectArguments(
  at: Location,
  positional: readonly Expr[],
  rest: readonly (Expr | Keyword)[],
): CallArguments {
  return {
    ...at,
    args: [...positional, ...rest.filter((item): item is Expr => item.kind !== "keyword")],
    keywords: rest.filter((item): item is Keyword => item.kind === "keyword"),
  };
}
