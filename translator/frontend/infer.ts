/**
 * Types of initializers of fields and module variables that have no annotation, read off their form without lowering
 * them (they may be top-level code, which is not RTS).
 */
import ts from "typescript";
import type { Frontend } from "./context.ts";
import { BOOL, F64, I32, I64, type RType, STRING, type TypeEnv } from "./types.ts";
import { TYPED_ARRAYS } from "./resolve.ts";

/** The type that `node` says it has; null when its form does not tell. */
export function inferInitializer(fe: Frontend, node: ts.Expression, env: TypeEnv): RType | null {
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
      return BOOL;
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
    case ts.SyntaxKind.TemplateExpression:
      return STRING;
    case ts.SyntaxKind.BigIntLiteral:
      return I64;
  }
  if (ts.isNumericLiteral(node)) return literalKind(node);
  if (ts.isParenthesizedExpression(node)) return inferInitializer(fe, node.expression, env);
  if (ts.isAsExpression(node)) {
    return ts.isConstTypeReference(node.type) ? null : fe.types.resolve(node.type, env);
  }
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.ExclamationToken ? BOOL : inferInitializer(fe, node.operand, env);
  }
  if (ts.isBinaryExpression(node)) return inferBinary(fe, node, env);
  if (ts.isNewExpression(node)) return inferNew(fe, node, env);
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) {
    const elem = inferInitializer(fe, node.elements[0], env);
    return elem === null ? null : fe.types.arrayOf(elem);
  }
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return inferFunction(fe, node, env);
  if (ts.isCallExpression(node)) return inferCall(fe, node, env);
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return inferName(fe, node, env);
  return null;
}

/** `i32`, or `f64` when the literal is written with a dot or an exponent. */
export function literalKind(node: ts.NumericLiteral): RType {
  const text = node.getText();
  return /^0[xbo]/i.test(text) || !/[.e]/i.test(text) ? I32 : F64;
}

function inferBinary(fe: Frontend, node: ts.BinaryExpression, env: TypeEnv): RType | null {
  const operator = node.operatorToken.kind;
  const left = inferInitializer(fe, node.left, env);
  const right = inferInitializer(fe, node.right, env);
  switch (operator) {
    case ts.SyntaxKind.BarToken:
    case ts.SyntaxKind.AmpersandToken:
    case ts.SyntaxKind.CaretToken:
    case ts.SyntaxKind.LessThanLessThanToken:
    case ts.SyntaxKind.GreaterThanGreaterThanToken:
      return left === I64 ? I64 : I32;
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left === I64 ? I64 : F64;
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.MinusToken:
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.PercentToken:
      if (left === STRING || right === STRING) return STRING;
      return left === F64 || right === F64 ? F64 : left;
  }
  return null;
}

function inferNew(fe: Frontend, node: ts.NewExpression, env: TypeEnv): RType | null {
  const symbol = fe.symbolOf(node.expression);
  const declaration = symbol?.declarations?.find(ts.isClassDeclaration);
  const args = (node.typeArguments ?? []).map((arg) => fe.types.resolve(arg, env));
  if (symbol !== undefined && (declaration === undefined || fe.roleOf(declaration) === "lib")) {
    const elem = TYPED_ARRAYS[symbol.name];
    if (elem !== undefined) return { k: "fixed", elem };
    if (symbol.name === "Map" || symbol.name === "Set") {
      return args.length === 0 ? null : { k: "class", decl: fe.types.runtimeClass(symbol.name), args };
    }
    return null;
  }
  if (declaration === undefined) return null;
  const params = declaration.typeParameters?.length ?? 0;
  return params === args.length ? fe.types.classType(declaration, args) : null;
}

function inferFunction(
  fe: Frontend,
  node: ts.ArrowFunction | ts.FunctionExpression,
  env: TypeEnv,
): RType | null {
  if (node.type === undefined || node.parameters.some((p) => p.type === undefined)) return null;
  return {
    k: "fn",
    params: node.parameters.map((p) => fe.types.resolve(p.type as ts.TypeNode, env)),
    ret: fe.types.resolve(node.type, env),
  };
}

function inferCall(fe: Frontend, node: ts.CallExpression, env: TypeEnv): RType | null {
  const declaration = fe.checker.getResolvedSignature(node)?.declaration;
  if (declaration === undefined || declaration.type === undefined || ts.isJSDocSignature(declaration)) {
    return null;
  }
  if (fe.roleOf(declaration) === "lib") return null;
  const params = declaration.typeParameters;
  const args = node.typeArguments?.map((arg) => fe.types.resolve(arg, env)) ?? [];
  if (params !== undefined && params.length !== args.length) {
    const first = node.arguments[1] ?? node.arguments[0];
    const inferred = first ? inferInitializer(fe, first, env) : null;
    if (params.length !== 1 || inferred === null) return null;
    args.push(inferred);
  }
  return fe.types.resolve(declaration.type, fe.types.bind(params, args));
}

function inferName(fe: Frontend, node: ts.Expression, env: TypeEnv): RType | null {
  const declaration = fe.symbolOf(node)?.declarations?.[0];
  if (declaration === undefined || fe.roleOf(declaration) === "lib") return null;
  if (ts.isEnumMember(declaration)) return I32;
  if (ts.isVariableDeclaration(declaration) || ts.isPropertyDeclaration(declaration)) {
    if (declaration.type) return fe.types.resolve(declaration.type, env);
    return declaration.initializer ? inferInitializer(fe, declaration.initializer, env) : null;
  }
  if (ts.isFunctionDeclaration(declaration)) {
    if (declaration.type === undefined) return null;
    return {
      k: "fn",
      params: declaration.parameters.map((p) => p.type ? fe.types.resolve(p.type, env) : I32),
      ret: fe.types.resolve(declaration.type, env),
    };
  }
  return null;
}
