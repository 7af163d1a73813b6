/** Lowers expressions, conditions and assignment targets; operators and calls have files of their own. */
import ts from "typescript";
import { constant, type FieldDesc, type Func, type GlobalDesc, type Label, type Operand } from "../ir/ir.ts";
import { FunctionLowering, type Value } from "./lower_function.ts";
import { type ClassType, isInstanceField } from "./classes.ts";
import { lowerBinary, lowerPrefix } from "./lower_operators.ts";
import { callGetter, callMethod, callRuntime, callSetter, lowerCall, lowerNew } from "./lower_calls.ts";
import { isCastable } from "./assignable.ts";
import { lowerConstantMember } from "./builtins.ts";
import { lowerStatements } from "./lower_statements.ts";
import {
  BOOL,
  F64,
  I32,
  I64,
  isKind,
  isNumber,
  isReference,
  nonNull,
  NULL,
  nullable,
  readAs,
  type RType,
  sameType,
  storageOf,
  STRING,
  typeText,
  U64,
  valueOf,
  VOID,
} from "./types.ts";
import type { ModuleVariable } from "./freeze.ts";
import { literalKind } from "./infer.ts";

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

/** A string constant. */
export function string(f: F, text: string): Value {
  return { op: constant("ref", f.fe.prebuiltString(text)), type: STRING };
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

function lowerTemplate(f: F, node: ts.TemplateExpression): Value {
  const parts: Value[] = [];
  if (node.head.text !== "") parts.push(string(f, node.head.text));
  for (const span of node.templateSpans) {
    parts.push(textOf(f, lowerExpression(f, span.expression, null), span.expression));
    if (span.literal.text !== "") parts.push(string(f, span.literal.text));
  }
  return concatenate(f, parts, node);
}

/** Concatenates strings from left to right. */
export function concatenate(f: F, parts: readonly Value[], node: ts.Node): Value {
  if (parts.length === 0) return string(f, "");
  let result = parts[0];
  for (let i = 1; i < parts.length;) {
    const three = i + 1 < parts.length;
    const args = three ? [result, parts[i], parts[i + 1]] : [result, parts[i]];
    result = callRuntime(f, "runtime/string.ts", three ? "string_concat3" : "string_concat", args, node);
    i += three ? 2 : 1;
  }
  return result;
}

const TEXT_FUNCTIONS: Readonly<Record<string, string>> = {
  i32: "i32_toString",
  u32: "u32_toString",
  i64: "i64_toString",
  u64: "u64_toString",
  f64: "f64_toString",
  bool: "bool_toString",
};

/** The text of a value, as a template literal gives it. */
export function textOf(f: F, value: Value, node: ts.Node): Value {
  const settled = f.settle(value, node);
  const type = nonNull(settled.type);
  if (settled.type.k === "nullable" && type.k === "string") return textOrNull(f, settled, node);
  if (type.k === "string") return settled;
  const fn = type.k === "kind" ? TEXT_FUNCTIONS[type.name] : undefined;
  if (fn !== undefined) return callRuntime(f, "runtime/number.ts", fn, [settled], node);
  if (type.k === "class" && f.fe.classes.member(type, "toString") !== null) {
    return callMethod(f, settled, "toString", [], node);
  }
  f.mismatch(STRING, settled.type, node);
  return string(f, "");
}

/** The text of a `string | null`: JavaScript writes null out. */
function textOrNull(f: F, value: Value, node: ts.Node): Value {
  const result = f.temp("ref", "text");
  f.mutable.add(result);
  f.emit("move", result, [value.op], null, node);
  const isNull = f.compute("ref.is_null", "i32", [result], null, node);
  f.if(isNull, node, () => f.emit("move", result, [string(f, "null").op], null, node));
  return { op: result, type: STRING };
}

// --- names ---

function lowerIdentifier(f: F, node: ts.Identifier): Value {
  const symbol = f.fe.symbolOf(node);
  if (symbol === undefined) return unknown(f, node);
  const local = f.locals.get(symbol);
  if (local !== undefined) return { op: local.variable, type: narrow(f, node, local.type) };
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined || f.fe.roleOf(declaration) === "lib") {
    return lowerConstantMember(f, null, node.text) ?? unknown(f, node);
  }
  if (ts.isFunctionDeclaration(declaration)) return functionConstant(f, declaration, node);
  if (ts.isVariableDeclaration(declaration)) return lowerModuleVariable(f, declaration, node);
  if (ts.isBindingElement(declaration) || ts.isExportAssignment(declaration)) {
    return moduleValue(f, f.fe.freezer.moduleVariable(declaration), node);
  }
  if (ts.isParameter(declaration)) f.fe.report("RTS301", node, node.text);
  else return unknown(f, node);
  return f.const(I32, 0);
}

function unknown(f: F, node: ts.Node): Value {
  f.fe.report("RTS300", node, node.getText());
  return f.const(I32, 0);
}

/** A function as a value: its slot in the table. */
export function functionConstant(
  f: F,
  node: ts.FunctionDeclaration | ts.MethodDeclaration,
  at: ts.Node,
): Value {
  if (node.typeParameters !== undefined) f.fe.report("RTS207", at, node.typeParameters[0].name.text);
  const func = f.fe.functions.plain(node, new Map());
  func.inTable = true;
  const type: RType = {
    k: "fn",
    params: f.fe.functions.paramTypes(node, f.env),
    ret: f.fe.functions.resultType(node, f.env),
  };
  return { op: constant("i32", func), type };
}

function isModuleLevel(node: ts.VariableDeclaration): boolean {
  return ts.isVariableDeclarationList(node.parent) && ts.isVariableStatement(node.parent.parent) &&
    ts.isSourceFile(node.parent.parent.parent);
}

function lowerModuleVariable(f: F, node: ts.VariableDeclaration, at: ts.Identifier): Value {
  if (!isModuleLevel(node)) {
    f.fe.report("RTS301", at, at.text);
    return f.const(I32, 0);
  }
  return moduleValue(f, f.fe.freezer.moduleVariable(node), at);
}

function moduleValue(f: F, variable: ModuleVariable | null, at: ts.Identifier): Value {
  if (variable === null) return f.const(I32, 0);
  if (variable.global === null) return { op: variable.value, type: narrow(f, at, variable.type) };
  return readGlobal(f, variable.global, variable.type, at);
}

function readGlobal(f: F, global: GlobalDesc, type: RType, at: ts.Expression): Value {
  const op = f.compute("getglobal", global.type, [], global, at, "g");
  return { op, type: narrow(f, at, type) };
}

/**
 * The type of a reference at this place: TypeScript's control flow analysis says whether null is excluded, and which
 * subclass `instanceof` found.
 */
export function narrow(f: F, node: ts.Expression, declared: RType): RType {
  const inner = nonNull(declared);
  const mayNarrowClass = inner.k === "object" ||
    (inner.k === "class" && f.fe.classes.hasSubclasses(inner.decl));
  if (declared.k !== "nullable" && !mayNarrowClass) return declared;
  const found = f.fe.checker.getTypeAtLocation(node);
  if (found.flags & ts.TypeFlags.Never) return declared;
  const hasNull = includesNull(found);
  const narrowed = mayNarrowClass ? narrowClass(f, found, inner) : inner;
  return declared.k === "nullable" && hasNull ? nullable(narrowed) : narrowed;
}

function includesNull(type: ts.Type): boolean {
  if (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return true;
  if (type.isUnion()) return type.types.some(includesNull);
  // A type parameter whose bound admits null
  return (type.flags & ts.TypeFlags.TypeParameter) !== 0 && type.getConstraint() === undefined;
}

function narrowClass(f: F, found: ts.Type, inner: RType): RType {
  const parts = found.isUnion() ? found.types : [found];
  const classes = parts.filter((part) => !(part.flags & ts.TypeFlags.Null));
  if (classes.length !== 1) return inner;
  const declaration = classes[0].getSymbol()?.declarations?.find(ts.isClassDeclaration);
  if (declaration === undefined || (inner.k === "class" && declaration === inner.decl)) return inner;
  const narrowed = subclassType(f, declaration, inner);
  return narrowed ?? inner;
}

/** The type of subclass `declaration` whose ancestor is `base`; null when it does not derive from it. */
export function subclassType(f: F, declaration: ts.ClassDeclaration, base: RType): RType | null {
  return f.fe.classes.derived(declaration, base.k === "class" ? base : null, f.env);
}

// --- members ---

/** A place that can be read and assigned, with its base and index already evaluated. */
export interface Target {
  readonly type: RType;
  load(): Value;
  store(value: Operand): void;
}

function lowerProperty(f: F, node: ts.PropertyAccessExpression): Value {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    f.fe.report("RTS405", node, node.name.text);
    return f.const(I32, 0);
  }
  const constantMember = staticMember(f, node);
  if (constantMember !== null) return constantMember;
  const base = lowerExpression(f, node.expression, null);
  const name = node.name.text;
  const type = nonNull(base.type);
  checkNull(f, base, node);
  if (type.k === "string" && name === "length") {
    return {
      op: f.compute("arraylen", "i32", [base.op], f.fe.stringDesc, node),
      type: I32,
      nonNegative: true,
    };
  }
  if (type.k === "fixed" && name === "length") {
    return {
      op: f.compute("arraylen", "i32", [base.op], f.fe.arrayDesc(storageOf(type.elem)), node),
      type: I32,
      nonNegative: true,
    };
  }
  if (type.k === "class") return lowerMember(f, { op: base.op, type }, name, node);
  f.fe.report("RTS208", node, name, typeText(base.type));
  return f.const(I32, 0);
}

function lowerMember(
  f: F,
  base: { op: Operand; type: ClassType },
  name: string,
  node: ts.PropertyAccessExpression,
): Value {
  const member = f.fe.classes.member(base.type, name);
  if (member !== null && isInstanceField(member.node)) {
    const { desc, type } = fieldOf(f, base.type, member.node, member.owner, name);
    const read = readAs(type);
    return {
      op: f.compute("getfield", valueOf(read) ?? "i32", [base.op], desc, node, name),
      type: narrow(f, node, read),
    };
  }
  if (f.fe.classes.member(base.type, `get ${name}`) !== null) {
    const value = callGetter(f, base, name, node);
    return { op: value.op, type: narrow(f, node, value.type) };
  }
  f.fe.report("RTS208", node, name, typeText(base.type));
  return f.const(I32, 0);
}

/** The IR field and its real type. */
function fieldOf(
  f: F,
  type: ClassType,
  node: ts.PropertyDeclaration | ts.ParameterDeclaration,
  owner: ClassType,
  name: string,
): { desc: FieldDesc; type: RType } {
  const desc = f.fe.classes.field(f.fe.classes.get(type), name).desc;
  const env = f.fe.types.bind(owner.decl.typeParameters, owner.args);
  return { desc, type: f.fe.classes.fieldType(node, env) };
}

/** `C.field`, `Enum.Member`, `Math.PI`, `module.name`: null when the base is a value. */
function staticMember(f: F, node: ts.PropertyAccessExpression): Value | null {
  const symbol = ts.isIdentifier(node.expression) ? f.fe.symbolOf(node.expression) : undefined;
  if (symbol === undefined || f.locals.has(symbol)) return null;
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return null;
  if (ts.isEnumDeclaration(declaration)) return enumMember(f, node);
  if (ts.isClassDeclaration(declaration)) return staticField(f, declaration, node);
  if (ts.isSourceFile(declaration)) return lowerIdentifierAs(f, node);
  if (f.fe.roleOf(declaration) === "lib") {
    return lowerConstantMember(f, (node.expression as ts.Identifier).text, node.name.text);
  }
  return null;
}

function lowerIdentifierAs(f: F, node: ts.PropertyAccessExpression): Value {
  return lowerIdentifier(f, node.name as ts.Identifier);
}

function enumMember(f: F, node: ts.PropertyAccessExpression): Value {
  const member = f.fe.symbolOf(node.name)?.declarations?.find(ts.isEnumMember);
  const value = member === undefined ? undefined : f.fe.checker.getConstantValue(member);
  if (typeof value === "number" && value === (value | 0)) return f.const(I32, value);
  if (typeof value === "number") {
    f.fe.report("RTS203", node, String(value), "i32");
    return f.const(I32, 0);
  }
  const live = member === undefined ? undefined : f.fe.freezer.enumMember(member);
  if (live !== undefined && Number.isInteger(live)) return f.const(I32, live);
  f.fe.report("RTS300", node, node.getText());
  return f.const(I32, 0);
}

function staticField(
  f: F,
  declaration: ts.ClassDeclaration,
  node: ts.PropertyAccessExpression,
): Value | null {
  const member = f.fe.classes.staticMember(declaration, `static ${node.name.text}`) ??
    f.fe.classes.staticMember(declaration, `static get ${node.name.text}`);
  if (member === undefined) {
    f.fe.report("RTS300", node, node.getText());
    return f.const(I32, 0);
  }
  if (ts.isMethodDeclaration(member)) return functionConstant(f, member, node);
  if (ts.isGetAccessor(member)) {
    const func = f.fe.functions.plain(member, new Map());
    const type = f.fe.functions.resultType(member, f.env);
    return { op: f.compute("call", valueOf(type) ?? "i32", [], func, node), type };
  }
  const variable = f.fe.freezer.staticField(
    member.parent as ts.ClassDeclaration,
    member as ts.PropertyDeclaration,
  );
  if (variable === null) return f.const(I32, 0);
  if (variable.global === null) return { op: variable.value, type: variable.type };
  return readGlobal(f, variable.global, variable.type, node);
}

/** Stops in debug when the base of an access is null. */
export function checkNull(f: F, base: Value, node: ts.Node): void {
  if (f.fe.options.debug && base.op !== f.thisVar) f.emit("check.null", null, [base.op], null, node);
}

function lowerElement(f: F, node: ts.ElementAccessExpression): Value {
  const base = lowerExpression(f, node.expression, null);
  const type = nonNull(base.type);
  if (type.k === "string") {
    const stable = f.stable(base, [node.argumentExpression], node);
    const index = lowerIndex(f, node.argumentExpression);
    boundsCheck(f, index, () => f.compute("arraylen", "i32", [stable.op], f.fe.stringDesc, node), node);
    return callRuntime(f, "runtime/string.ts", "string_at", [stable, { op: index, type: I32 }], node);
  }
  return elementTarget(f, node, base).load();
}

function lowerIndex(f: F, node: ts.Expression): Operand {
  const value = lowerExpression(f, node, I32);
  if (value.type.k === "kind" && value.type.name === "u32") return value.op;
  return f.coerce(value, I32, node);
}

function boundsCheck(f: F, index: Operand, length: () => Operand, node: ts.Node): void {
  if (!f.fe.options.debug || f.dead) return;
  f.fe.note(node, "bounds");
  f.emit("check.bounds", null, [index, length()], null, node);
}

function elementTarget(f: F, node: ts.ElementAccessExpression, base: Value): Target {
  const type = nonNull(base.type);
  const elem = f.fe.types.arrayElement(type) ?? (type.k === "fixed" ? type.elem : null);
  if (elem === null) {
    f.fe.report("RTS208", node, "[…]", typeText(base.type));
    return { type: I32, load: () => f.const(I32, 0), store: () => {} };
  }
  checkNull(f, base, node);
  const held = f.stable(base, [node.argumentExpression], node);
  const index =
    f.stable({ op: lowerIndex(f, node.argumentExpression), type: I32 }, restOfAssignment(node), node).op;
  const desc = f.fe.arrayDesc(storageOf(elem));
  const isArray = type.k === "class";
  const read = readAs(elem);
  if (isArray) {
    const length = f.fe.classes.field(f.fe.classes.get(type), "length").desc;
    boundsCheck(f, index, () => f.compute("getfield", "i32", [held.op], length, node), node);
  } else boundsCheck(f, index, () => f.compute("arraylen", "i32", [held.op], desc, node), node);
  const store = (): Operand => {
    if (!isArray) return held.op;
    const items = f.fe.classes.field(f.fe.classes.get(type), "items").desc;
    return f.compute("getfield", "ref", [held.op], items, node, "items");
  };
  return {
    type: elem,
    load: () => ({
      op: f.compute("getitem", valueOf(read) ?? "i32", [store(), index], desc, node, "item"),
      type: narrow(f, node, read),
    }),
    store: (value) => f.emit("setitem", null, [store(), index, value], desc, node),
  };
}

/** The right side of the assignment whose target `node` is: it runs after base and index were evaluated. */
function restOfAssignment(node: ts.Expression): ts.Node[] {
  const parent = node.parent;
  return ts.isBinaryExpression(parent) && parent.left === node ? [parent.right] : [];
}

/** Evaluates the parts of an assignment target. */
export function lowerTarget(f: F, node: ts.Expression): Target {
  if (ts.isParenthesizedExpression(node)) return lowerTarget(f, node.expression);
  if (ts.isNonNullExpression(node)) return lowerTarget(f, node.expression);
  if (ts.isIdentifier(node)) return identifierTarget(f, node);
  if (ts.isElementAccessExpression(node)) return elementTarget(f, node, stableBase(f, node));
  if (ts.isPropertyAccessExpression(node)) return propertyTarget(f, node);
  f.fe.report("RTS216", node);
  return { type: I32, load: () => f.const(I32, 0), store: () => {} };
}

function stableBase(f: F, node: ts.ElementAccessExpression | ts.PropertyAccessExpression): Value {
  return f.stable(lowerExpression(f, node.expression, null), restOfAssignment(node), node);
}

function globalTarget(f: F, node: ts.Expression, global: GlobalDesc, type: RType): Target {
  return {
    type,
    load: () => readGlobal(f, global, type, node),
    store: (value) => f.emit("setglobal", null, [value], global, node),
  };
}

function identifierTarget(f: F, node: ts.Identifier): Target {
  const symbol = f.fe.symbolOf(node);
  const local = symbol && f.locals.get(symbol);
  if (local !== undefined) {
    f.mutable.add(local.variable);
    return {
      type: local.type,
      load: () => ({ op: local.variable, type: narrow(f, node, local.type) }),
      store: (value) => f.move(local.variable, value, node),
    };
  }
  const declaration = symbol?.declarations?.[0];
  if (declaration !== undefined && ts.isVariableDeclaration(declaration) && isModuleLevel(declaration)) {
    const variable = f.fe.freezer.moduleVariable(declaration);
    if (variable !== null && variable.global !== null) {
      return globalTarget(f, node, variable.global, variable.type);
    }
  } else if (
    declaration !== undefined && (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration))
  ) {
    f.fe.report("RTS301", node, node.text);
  } else f.fe.report("RTS300", node, node.text);
  return { type: I32, load: () => f.const(I32, 0), store: () => {} };
}

function propertyTarget(f: F, node: ts.PropertyAccessExpression): Target {
  const fixed = staticTarget(f, node);
  if (fixed !== null) return fixed;
  const base = stableBase(f, node);
  const name = node.name.text;
  const type = nonNull(base.type);
  checkNull(f, base, node);
  if (type.k !== "class") {
    f.fe.report("RTS208", node, name, typeText(base.type));
    return { type: I32, load: () => f.const(I32, 0), store: () => {} };
  }
  const object = { op: base.op, type };
  const member = f.fe.classes.member(type, name);
  if (member !== null && isInstanceField(member.node)) {
    if (f.fe.types.arrayElement(type) !== null && name === "length") return lengthTarget(f, object, node);
    const field = fieldOf(f, type, member.node, member.owner, name);
    return {
      type: field.type,
      load: () => lowerMember(f, object, name, node),
      store: (value) => f.emit("setfield", null, [base.op, value], field.desc, node),
    };
  }
  const setter = f.fe.classes.member(type, `set ${name}`);
  if (setter === null) f.fe.report("RTS208", node, name, typeText(type));
  const param = setter === null ? I32 : setterType(f, setter.node as ts.SetAccessorDeclaration, setter.owner);
  return {
    type: param,
    load: () => lowerMember(f, object, name, node),
    store: (value) => callSetter(f, object, name, { op: value, type: param }, node),
  };
}

function setterType(f: F, node: ts.SetAccessorDeclaration, owner: ClassType): RType {
  return f.fe.functions.paramTypes(node, f.fe.types.bind(owner.decl.typeParameters, owner.args))[0];
}

/** `array.length = n` cuts the array; inside the runtime's own class it is a plain field. */
function lengthTarget(
  f: F,
  object: { op: Operand; type: ClassType },
  node: ts.PropertyAccessExpression,
): Target {
  const desc = f.fe.classes.field(f.fe.classes.get(object.type), "length").desc;
  const inside = f.owner !== null && f.owner.type.decl === object.type.decl;
  return {
    type: I32,
    load: () => lowerMember(f, object, "length", node),
    store: (value) => {
      if (inside || f.fe.roleOf(f.node) === "runtime") {
        f.emit("setfield", null, [object.op, value], desc, node);
      } else callMethod(f, object, "setLength", [{ op: value, type: I32 }], node);
    },
  };
}

function staticTarget(f: F, node: ts.PropertyAccessExpression): Target | null {
  const symbol = ts.isIdentifier(node.expression) ? f.fe.symbolOf(node.expression) : undefined;
  if (symbol === undefined || f.locals.has(symbol)) return null;
  const declaration = symbol.declarations?.find(ts.isClassDeclaration);
  if (declaration === undefined) return null;
  const setter = f.fe.classes.staticMember(declaration, `static set ${node.name.text}`);
  if (setter !== undefined && ts.isSetAccessor(setter)) {
    return staticSetterTarget(f, node, declaration, setter);
  }
  const member = f.fe.classes.staticMember(declaration, `static ${node.name.text}`);
  if (member === undefined || !ts.isPropertyDeclaration(member)) return null;
  if (member.parent !== declaration) { // JavaScript would add a field to the subclass
    f.fe.report("RTS216", node);
    return null;
  }
  const variable = f.fe.freezer.staticField(declaration, member);
  return variable === null || variable.global === null
    ? null
    : globalTarget(f, node, variable.global, variable.type);
}

function staticSetterTarget(
  f: F,
  node: ts.PropertyAccessExpression,
  owner: ts.ClassDeclaration,
  setter: ts.SetAccessorDeclaration,
): Target {
  const type = f.fe.functions.paramTypes(setter, new Map())[0];
  return {
    type,
    load: () => staticField(f, owner, node) ?? f.const(I32, 0),
    store: (value) => f.emit("call", null, [value], f.fe.functions.plain(setter, new Map()), node),
  };
}

/** `x++` and its family. The value is the old one when `wantOld`. */
export function lowerUpdate(f: F, node: ts.Expression, step: 1 | -1, wantOld: boolean): Value {
  const target = lowerTarget(f, node);
  const old = target.load();
  if (!isNumber(old.type)) f.mismatch(I32, old.type, node);
  const value = valueOf(old.type) ?? "i32";
  const kept = wantOld && old.op.kind === "var" && f.mutable.has(old.op)
    ? f.compute("move", value, [old.op], null, node)
    : old.op;
  const amount = constant(value, value === "i64" ? 1n : 1);
  const sum = f.compute(`${value}.${step === 1 ? "add" : "sub"}`, value, [kept, amount], null, node);
  overflowCheck(f, step === 1 ? "+" : "-", old.type, kept, amount, sum, node);
  f.storageCheck(sum, target.type, node);
  target.store(sum);
  return { op: wantOld ? kept : isVariable(node) ? target.load().op : sum, type: old.type };
}

/** True for a target that is a variable: its value is read back, since the assignment may have taken over the temporary. */
export function isVariable(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return isVariable(node.expression);
  return ts.isIdentifier(node);
}

/** In debug, stops when `a ± b = result` left its kind. */
export function overflowCheck(
  f: F,
  operator: string,
  type: RType,
  a: Operand,
  b: Operand,
  result: Operand,
  node: ts.Node,
): void {
  if (!f.fe.options.debug || f.dead || type.k !== "kind" || type.name === "f64") return;
  f.fe.note(node, type.name as "i32");
  if (type.name === "u32" || type.name === "u64") {
    const unsigned = type.name === "u32" ? "i32" : "i64";
    const ok = operator === "+" ? [result, a, "ge_u"] as const : [a, b, "ge_u"] as const;
    const check = f.compute(`${unsigned}.${ok[2]}`, "i32", [ok[0], ok[1]], null, node);
    return f.emit("check.true", null, [check], "integer overflow", node);
  }
  const w = type.name === "i64" ? "i64" : "i32";
  const left = f.compute(`${w}.xor`, w, [a, operator === "+" ? result : b], null, node);
  const right = f.compute(`${w}.xor`, w, operator === "+" ? [b, result] : [a, result], null, node);
  const both = f.compute(`${w}.and`, w, [left, right], null, node);
  const ok = f.compute(`${w}.ge_s`, "i32", [both, constant(w, w === "i64" ? 0n : 0)], null, node);
  f.emit("check.true", null, [ok], "integer overflow", node);
}

// --- conditions ---

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

function lowerConditional(f: F, node: ts.ConditionalExpression, expected: RType | null): Value {
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
  const bothLiteral = a.value.literal === true && b.value.literal === true;
  const type = readAs(
    bothLiteral
      ? I32
      : a.value.literal
      ? b.value.type
      : b.value.literal
      ? a.value.type
      : join(f, a.value.type, b.value.type),
  );
  const variable = f.temp(valueOf(type) ?? "i32", "cond");
  f.mutable.add(variable);
  for (const { body, completes, value, side } of lowered) {
    if (completes) f.extend(body, () => f.emit("move", variable, [f.coerce(value, type, side)], null, side));
  }
  f.pushIf(cond, a.body, b.body, node);
  f.dead = f.dead || (!a.completes && !b.completes);
  const nonNegative = lowered.every(({ value }) =>
    value.literal && ((value.op as { value: number }).value >= 0)
  );
  return { op: variable, type, nonNegative };
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

// --- literals of containers and functions ---

function lowerArrayLiteral(f: F, node: ts.ArrayLiteralExpression, expected: RType | null): Value {
  const wanted = expected === null ? null : nonNull(expected);
  const values: Value[] = [];
  let elem = wanted === null
    ? null
    : f.fe.types.arrayElement(wanted) ?? (wanted.k === "fixed" ? wanted.elem : null);
  node.elements.forEach((element, i) => {
    const value = lowerExpression(f, element, elem);
    elem ??= f.settle(value, element).type;
    values.push(
      f.stable({ op: f.coerce(value, elem, element), type: elem }, node.elements.slice(i + 1), element),
    );
  });
  if (elem === null) {
    f.fe.report("RTS207", node, "of an empty array");
    elem = I32;
  }
  const fixed = wanted !== null && wanted.k === "fixed";
  return arrayOf(f, elem, values.map((v) => v.op), fixed, node);
}

/** A new array of these elements: `FixedArray<elem>` when `fixed`, else `elem[]`. */
export function arrayOf(f: F, elem: RType, values: readonly Operand[], fixed: boolean, node: ts.Node): Value {
  const desc = f.fe.arrayDesc(storageOf(elem));
  const items = values.length === 0 && !fixed
    ? constant("ref", f.fe.emptyArray(desc))
    : f.compute("newarray", "ref", [constant("i32", values.length)], desc, node, "items");
  values.forEach((value, i) => f.emit("setitem", null, [items, constant("i32", i), value], desc, node));
  if (fixed) return { op: items, type: { k: "fixed", elem } };
  const type = f.fe.types.arrayOf(elem) as ClassType;
  const instance = f.fe.classes.get(type);
  f.fe.classes.instantiate(instance);
  const array = f.compute("new", "ref", [], instance.desc, node, "array");
  f.emit(
    "setfield",
    null,
    [array, constant("i32", values.length)],
    f.fe.classes.field(instance, "length").desc,
    node,
  );
  f.emit("setfield", null, [array, items], f.fe.classes.field(instance, "items").desc, node);
  return { op: array, type };
}

/** An arrow function or function expression: a constant, lowered at once so that its result type is known. */
function lowerFunctionValue(
  f: F,
  node: ts.ArrowFunction | ts.FunctionExpression,
  expected: RType | null,
): Value {
  const wanted = expected === null ? null : nonNull(expected);
  const context = wanted !== null && wanted.k === "fn" ? wanted : null;
  const params = node.parameters.map((p, i) => {
    if (p.type !== undefined) return f.fe.types.resolve(p.type, f.env);
    if (context !== null && context.params[i] !== undefined) return context.params[i];
    f.fe.report("RTS202", p, p.name.getText());
    return I32;
  });
  if (context !== null) {
    for (let i = params.length; i < context.params.length; i++) params.push(context.params[i]);
  }
  const { func, ret } = lowerArrow(
    f,
    node,
    params,
    context === null || context.ret.k === "never" ? null : context.ret,
  );
  func.inTable = true;
  return { op: constant("i32", func), type: { k: "fn", params, ret } };
}

/** Lowers an arrow function, once for the same types: type inference and the call itself both ask for it. */
function lowerArrow(
  f: F,
  node: ts.ArrowFunction | ts.FunctionExpression,
  params: readonly RType[],
  contextRet: RType | null,
): { func: Func; ret: RType } {
  const wanted = node.type ? f.fe.types.resolve(node.type, f.env) : contextRet;
  for (const known of f.fe.functions.arrowsOf(node, f.env)) {
    const sameParams = known.params.length === params.length &&
      known.params.every((type, i) => sameType(type, params[i]));
    if (sameParams && (wanted === null || sameType(wanted, known.ret))) return known;
  }
  const lowered = lowerArrowBody(f, node, params, wanted);
  f.fe.functions.arrowsOf(node, f.env).push({ ...lowered, params });
  return lowered;
}

function lowerArrowBody(
  f: F,
  node: ts.ArrowFunction | ts.FunctionExpression,
  params: readonly RType[],
  ret: RType | null,
): { func: Func; ret: RType } {
  const line = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const name = `${f.fe.moduleName(node.getSourceFile())}:arrow@${line}`;
  const func = f.fe.newFunc(name, ret === null ? null : valueOf(ret), f.fe.position(node));
  params.forEach((type, i) => {
    const p = node.parameters[i];
    const variable = {
      kind: "var" as const,
      type: valueOf(type) ?? "i32",
      name: p?.name.getText() ?? "unused",
      id: i,
    };
    func.params.push(variable);
    func.vars.push(variable);
  });
  const lowering = new FunctionLowering(f.fe, func, f.env, null, ret ?? VOID, node);
  lowering.inferResult = ret === null;
  lowering.bindParameters(node, params);
  if (ts.isBlock(node.body)) lowerStatements(lowering, node.body.statements);
  else {
    const value = lowerExpression(lowering, node.body, ret);
    lowering.lowerReturn(value.type.k === "void" || value.type.k === "never" ? null : value, node.body);
  }
  lowering.finish(node);
  return { func, ret: lowering.resultType };
}
