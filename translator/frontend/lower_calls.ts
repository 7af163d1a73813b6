/** Lowers calls, `new`, and accessors: resolves what is called, binds type parameters, converts arguments. */
import ts from "typescript";
import {
  constant,
  type Func,
  instr,
  type MethodDesc,
  type Operand,
  type ValueType,
  type Var,
} from "../ir/ir.ts";
import { HOST_TABLE, type HostName } from "../../core/host/table.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { type ClassInstance, type ClassType, hasModifier } from "./classes.ts";
import type { FunctionNode } from "./functions.ts";
import { lowerBuiltinCall } from "./builtins.ts";
import { lowerBuiltinNew } from "./lower_builtin_new.ts";
import { lowerGlobalCall } from "./lower_globals.ts";
import { lowerIntrinsic } from "./lower_intrinsics.ts";
import { lowerMethodBuiltin } from "./lower_methods.ts";
import { checkNull } from "./lower_members.ts";
import { lowerExpression } from "./lower_expressions.ts";
import { narrow } from "./lower_names.ts";
import {
  I32,
  isReference,
  NO_ENV,
  nonNull,
  OBJECT,
  readAs,
  type RType,
  type TypeEnv,
  typeText,
  valueOf,
} from "./types.ts";

type F = FunctionLowering;

/** Lowers a call expression. */
export function lowerCall(f: F, node: ts.CallExpression, expected: RType | null): Value {
  const callee = skip(node.expression);
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return superConstructor(f, node);
  if (ts.isIdentifier(callee)) return callNamed(f, node, callee, expected);
  if (ts.isPropertyAccessExpression(callee)) return callProperty(f, node, callee, expected);
  return callValue(f, node, lowerExpression(f, callee, null));
}

function skip(node: ts.Expression): ts.Expression {
  while (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) node = node.expression;
  return node;
}

function callNamed(f: F, node: ts.CallExpression, callee: ts.Identifier, expected: RType | null): Value {
  const symbol = f.fe.symbolOf(callee);
  const declaration =
    symbol?.declarations?.find((d) => !ts.isFunctionDeclaration(d) || d.body !== undefined) ??
      symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) {
    f.fe.report("RTS300", callee, callee.text);
    return f.const(I32, 0);
  }
  if (f.locals.has(symbol)) return callValue(f, node, lowerExpression(f, callee, null));
  if (f.fe.roleOf(declaration) === "lib") return lowerGlobalCall(f, node, callee.text);
  if (ts.isFunctionDeclaration(declaration)) return callDeclared(f, node, declaration, expected);
  if (ts.isVariableDeclaration(declaration) && isConstFunction(declaration)) {
    return callFunction(f, node, declaration.initializer as ts.ArrowFunction, expected);
  }
  return callValue(f, node, lowerExpression(f, callee, null));
}

/** A module-level `const f = (…) => …` with written types is called directly. */
function isConstFunction(node: ts.VariableDeclaration): boolean {
  const init = node.initializer;
  if (init === undefined || !(ts.isArrowFunction(init) || ts.isFunctionExpression(init))) return false;
  const isConst = (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;
  const typed = init.type !== undefined && init.parameters.every((p) => p.type !== undefined);
  return isConst && typed && ts.isSourceFile(node.parent.parent.parent);
}

/** A call of a declared function: a prelude function, a host function, or one of the program's. */
function callDeclared(
  f: F,
  node: ts.CallExpression,
  target: ts.FunctionDeclaration,
  expected: RType | null,
): Value {
  if (f.fe.roleOf(target) === "prelude") {
    const file = target.getSourceFile().fileName;
    const name = target.name?.text ?? "";
    if (file.endsWith("/host.ts")) return callHost(f, node, name as HostName, target);
    const builtin = lowerIntrinsic(f, node, name, target, expected) ??
      lowerBuiltinCall(f, node, name, target, expected);
    if (builtin !== null) return builtin;
  }
  return callFunction(f, node, target, expected);
}

/** Calls the host. */
function callHost(f: F, node: ts.CallExpression, name: HostName, target: ts.FunctionDeclaration): Value {
  const signature = HOST_TABLE[name];
  const types = f.fe.functions.paramTypes(target, NO_ENV);
  const args = lowerArguments(f, node.arguments, target, types, node);
  const result = signature.result as ValueType | null;
  const type = f.fe.functions.resultType(target, NO_ENV);
  const desc = f.fe.host(name, f.fe.signature(signature.params, result));
  const dst = result === null ? null : f.temp(result, name);
  f.emit("callhost", dst, args, desc, node);
  return dst === null ? f.nothing() : { op: dst, type };
}

/**
 * How many arguments the variant takes that a call with `count` arguments goes to; null when the call can fill in the
 * defaults itself: they are literals, and the callee is known.
 */
function variantOf(target: FunctionNode, count: number, isVirtual: boolean): number | null {
  const omitted = target.parameters.slice(count);
  if (omitted.length === 0 || omitted.some((p) => p.initializer === undefined)) return null;
  return isVirtual || omitted.some((p) => !isLiteral(p.initializer as ts.Expression)) ? count : null;
}
function isLiteral(node: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(node)) return isLiteral(node.operand);
  return ts.isLiteralExpression(node) || node.kind === ts.SyntaxKind.NullKeyword ||
    node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword;
}

/** Reports arguments that nothing takes: JavaScript evaluates them, and methods of its own may even use them. */
export function checkCount(f: F, nodes: readonly ts.Expression[], count: number, at: ts.Node): void {
  if (nodes.length > count) f.fe.report("RTS210", nodes[count] ?? at, String(count));
}

/** Lowers arguments to the declared parameters (the first `limit`), literal defaults filled in. */
export function lowerArguments(
  f: F,
  nodes: readonly ts.Expression[],
  target: FunctionNode,
  types: readonly RType[],
  at: ts.Node,
  limit: number | null = null,
): Operand[] {
  const result: Value[] = [];
  checkCount(f, nodes, target.parameters.length, at);
  target.parameters.slice(0, limit ?? undefined).forEach((param, i) => {
    const node = nodes[i] ?? param.initializer;
    if (node === undefined) {
      f.fe.report("RTS211", at, param.name.getText());
      result.push(f.const(I32, 0));
      return;
    }
    const value = lowerExpression(f, node, types[i]);
    const op = argument(f, value, types[i], target, node);
    result.push(f.stable({ op, type: types[i] }, nodes.slice(i + 1), node));
  });
  return result.map((value) => value.op);
}

/** The collector's functions take addresses where programs pass objects. */
function argument(f: F, value: Value, type: RType, target: FunctionNode, node: ts.Node): Operand {
  if (
    valueOf(type) === "i32" && isReference(value.type) && nonNull(type).k !== "fn" &&
    f.fe.roleOf(target) === "gc"
  ) {
    return f.compute("ref.address", "i32", [value.op], null, node);
  }
  return f.coerce(value, type, node);
}

/**
 * Binds the type parameters of a call: written ones, else those that the arguments and the wanted result imply.
 * Arguments that are functions without types come last, for their parameters follow from the others.
 */
function bindCall(
  f: F,
  node: ts.CallExpression | ts.NewExpression,
  params: ts.NodeArray<ts.TypeParameterDeclaration>,
  target: FunctionNode | null,
  resultNode: ts.TypeNode | undefined,
  expected: RType | null,
  outer: TypeEnv,
): Map<ts.Symbol, RType> {
  const env = new Map(outer);
  const symbols = new Set<ts.Symbol>();
  params.forEach((param, i) => {
    const symbol = f.fe.checker.getSymbolAtLocation(param.name) as ts.Symbol;
    symbols.add(symbol);
    if (node.typeArguments?.[i]) env.set(symbol, f.fe.types.resolve(node.typeArguments[i], f.env));
  });
  if (node.typeArguments !== undefined) return env;
  inferFromArguments(f, node, target, symbols, env);
  if (resultNode !== undefined && expected !== null && env.size < symbols.size + outer.size) {
    f.fe.types.unify(resultNode, expected, symbols, env);
  }
  for (const param of params) {
    const symbol = f.fe.checker.getSymbolAtLocation(param.name) as ts.Symbol;
    if (env.has(symbol)) continue;
    if (param.default !== undefined) env.set(symbol, f.fe.types.resolve(param.default, env));
    else {
      f.fe.report("RTS207", node, param.name.text);
      env.set(symbol, OBJECT);
    }
  }
  return env;
}

function inferFromArguments(
  f: F,
  node: ts.CallExpression | ts.NewExpression,
  target: FunctionNode | null,
  symbols: ReadonlySet<ts.Symbol>,
  env: Map<ts.Symbol, RType>,
): void {
  const args = node.arguments ?? [];
  const isLambda = (arg: ts.Expression) => ts.isArrowFunction(arg) || ts.isFunctionExpression(arg);
  for (const lambdas of [false, true]) {
    target?.parameters.forEach((param, i) => {
      const arg = args[i];
      if (arg === undefined || param.type === undefined || isLambda(arg) !== lambdas) return;
      const type = argumentType(f, arg, param.type, env);
      if (type !== null) f.fe.types.unify(param.type, type, symbols, env);
    });
  }
}

/** The type of an argument, found by lowering it on trial. */
function argumentType(f: F, arg: ts.Expression, param: ts.TypeNode, env: TypeEnv): RType | null {
  if (ts.isArrayLiteralExpression(arg) && arg.elements.length === 0) return null;
  let type: RType | null = null;
  const isLambda = ts.isArrowFunction(arg) || ts.isFunctionExpression(arg);
  const context = isLambda ? lambdaContext(f, param, env) : null;
  f.collect(() => type = f.settle(lowerExpression(f, arg, context), arg).type);
  return type;
}

/** Stands for a result type that the function itself will tell. */
const OPEN: RType = { k: "never" };

/** The function type that a parameter wants, as far as its type parameters are known; its result is left open. */
function lambdaContext(f: F, param: ts.TypeNode, env: TypeEnv): RType | null {
  if (!ts.isFunctionTypeNode(param)) return null;
  const params = param.parameters.map((p) => p.type ? f.fe.types.resolve(p.type, env) : I32);
  return { k: "fn", params, ret: OPEN };
}

/** Calls a function of the program. */
function callFunction(f: F, node: ts.CallExpression, target: FunctionNode, expected: RType | null): Value {
  const params = target.typeParameters;
  const env: TypeEnv = params === undefined
    ? NO_ENV
    : bindCall(f, node, params, target, target.type, expected, NO_ENV);
  return callTarget(f, node.arguments, target, env, node);
}

/** Calls `target` with its type parameters bound in `env`. */
export function callTarget(
  f: F,
  nodes: readonly ts.Expression[],
  target: FunctionNode,
  env: TypeEnv,
  node: ts.Node,
): Value {
  const given = variantOf(target, nodes.length, false);
  const args = lowerArguments(f, nodes, target, f.fe.functions.paramTypes(target, env), node, given);
  const typeEnv = canonicalEnv(f, target.typeParameters, env);
  const func = given === null
    ? f.fe.functions.plain(target, typeEnv)
    : f.fe.functions.variant(target, null, typeEnv, given);
  return finishCall(f, func, args, f.fe.functions.resultType(target, env), node);
}

/** Bound type parameters, canonicalized: the key of the function instance. */
function canonicalEnv(
  f: F,
  params: ts.NodeArray<ts.TypeParameterDeclaration> | undefined,
  env: TypeEnv,
): TypeEnv {
  if (params === undefined) return NO_ENV;
  const result = new Map<ts.Symbol, RType>();
  for (const param of params) {
    const symbol = f.fe.checker.getSymbolAtLocation(param.name) as ts.Symbol;
    result.set(symbol, f.fe.classes.canonicalArg(env.get(symbol) ?? OBJECT, param, NO_ENV));
  }
  return result;
}

function finishCall(f: F, func: Func, args: Operand[], type: RType, node: ts.Node): Value {
  const dst = func.result === null ? null : f.temp(func.result, "r");
  f.emit("call", dst, args, func, node);
  if (type.k === "never") f.push({ kind: "unreachable", pos: f.fe.position(node) });
  if (dst === null) return f.nothing(type);
  return { op: dst, type: ts.isExpression(node) ? narrow(f, node, readAs(type)) : readAs(type) };
}

/** Calls a function of the runtime with values at hand. */
export function callRuntime(f: F, path: string, name: string, args: readonly Value[], node: ts.Node): Value {
  const target = f.fe.exported(path, name) as ts.FunctionDeclaration;
  const env = new Map<ts.Symbol, RType>();
  const symbols = new Set(
    (target.typeParameters ?? []).map((p) => f.fe.checker.getSymbolAtLocation(p.name) as ts.Symbol),
  );
  target.parameters.forEach((p, i) => {
    if (p.type && args[i]) f.fe.types.unify(p.type, args[i].type, symbols, env);
  });
  const types = f.fe.functions.paramTypes(target, env);
  const ops = types.map((type, i) => {
    const value = args[i] ?? lowerExpression(f, target.parameters[i].initializer as ts.Expression, type);
    return argument(f, value, type, target, node);
  });
  const func = f.fe.functions.plain(target, canonicalEnv(f, target.typeParameters, env));
  const result = f.fe.functions.resultType(target, env);
  const dst = func.result === null ? null : f.temp(func.result, "r");
  f.emit("call", dst, ops, func, node);
  return dst === null ? f.nothing() : { op: dst, type: readAs(result) };
}

// --- methods ---

function callProperty(
  f: F,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  expected: RType | null,
): Value {
  if (callee.expression.kind === ts.SyntaxKind.SuperKeyword) return callSuper(f, node, callee);
  const fixed = staticCall(f, node, callee, expected);
  if (fixed !== null) return fixed;
  const base = f.stable(lowerExpression(f, callee.expression, null), node.arguments, callee);
  const name = callee.name.text;
  const builtin = lowerMethodBuiltin(f, node, base, name, expected);
  if (builtin !== null) return builtin;
  checkNull(f, base, callee);
  return callMethodNamed(f, node, base, name, expected);
}

/** Calls method `name` of `base` with the arguments of `node`. */
export function callMethodNamed(
  f: F,
  node: ts.CallExpression,
  base: Value,
  name: string,
  expected: RType | null,
): Value {
  const type = nonNull(base.type);
  const callee = node.expression;
  if (type.k !== "class") {
    f.fe.report("RTS208", callee, name, typeText(base.type));
    return f.const(I32, 0);
  }
  const member = f.fe.classes.member(type, name);
  if (member !== null && ts.isMethodDeclaration(member.node)) {
    return callMethodNode(f, node, { op: base.op, type }, member.node, member.owner, expected);
  }
  if (member !== null) return callValue(f, node, lowerExpression(f, callee, null));
  f.fe.report("RTS208", callee, name, typeText(base.type));
  return f.const(I32, 0);
}

/** `C.method(…)`, `Math.f(…)`, `module.f(…)`; null when the base is a value. */
function staticCall(
  f: F,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
  expected: RType | null,
): Value | null {
  const symbol = ts.isIdentifier(callee.expression) ? f.fe.symbolOf(callee.expression) : undefined;
  if (symbol === undefined || f.locals.has(symbol)) return null;
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return null;
  if (ts.isSourceFile(declaration)) return callNamed(f, node, callee.name as ts.Identifier, expected);
  if (ts.isClassDeclaration(declaration) && f.fe.roleOf(declaration) !== "lib") {
    const member = f.fe.classes.staticMember(declaration, `static ${callee.name.text}`);
    if (member !== undefined && ts.isMethodDeclaration(member)) {
      return callFunction(f, node, member, expected);
    }
    return callValue(f, node, lowerExpression(f, callee, null));
  }
  if (f.fe.roleOf(declaration) !== "lib") return null;
  return lowerGlobalCall(f, node, `${(callee.expression as ts.Identifier).text}.${callee.name.text}`);
}

function callMethodNode(
  f: F,
  node: ts.CallExpression,
  base: { op: Operand; type: ClassType },
  method: ts.MethodDeclaration,
  owner: ClassType,
  expected: RType | null,
): Value {
  const ownerEnv = f.fe.types.bind(owner.decl.typeParameters, owner.args);
  const env = method.typeParameters === undefined
    ? ownerEnv
    : bindCall(f, node, method.typeParameters, method, method.type, expected, ownerEnv);
  const types = f.fe.functions.paramTypes(method, env);
  const typeEnv = canonicalEnv(f, method.typeParameters, env);
  const given = variantOf(method, node.arguments.length, isDispatched(f, base.type, owner, method, typeEnv));
  const args = lowerArguments(f, node.arguments, method, types, node, given);
  return invoke(f, base, method, owner, args, f.fe.functions.resultType(method, env), typeEnv, node, given);
}

/** Calls a method, virtually where some subclass overrides it. */
function invoke(
  f: F,
  base: { op: Operand; type: ClassType },
  method: ts.MethodDeclaration,
  owner: ClassType,
  args: readonly Operand[],
  type: RType,
  typeEnv: TypeEnv,
  node: ts.Node,
  given: number | null = null,
): Value {
  const name = method.name.getText();
  if (method.typeParameters !== undefined && f.fe.classes.isVirtual(owner, name)) {
    f.fe.report("RTS404", node, name);
  }
  const all = [base.op, ...args];
  if (!isDispatched(f, base.type, owner, method, typeEnv)) {
    const instance = f.fe.classes.get(owner);
    const func = given === null
      ? f.fe.functions.method(instance, method, typeEnv)
      : f.fe.functions.variant(method, instance, typeEnv, given);
    return finishCall(f, func, all, type, node);
  }
  const receiver = f.fe.classes.get(base.type);
  const dst = dispatch(f, receiver, f.fe.classes.method(receiver, name, given), all, node);
  if (type.k === "never") f.push({ kind: "unreachable", pos: f.fe.position(node) });
  if (dst === null) return f.nothing(type);
  return { op: dst, type: ts.isExpression(node) ? narrow(f, node, readAs(type)) : readAs(type) };
}

/** Emits a call through the vtable, the receiver first among `args`; its result, null for none. */
function dispatch(
  f: F,
  receiver: ClassInstance,
  method: MethodDesc,
  args: Operand[],
  node: ts.Node,
): Var | null {
  const { result } = method.signature;
  const dst = result === null ? null : f.temp(result, "r");
  if (f.dead) return dst;
  const call = instr("callvirt", dst, args, method, f.fe.position(node));
  call.receiver = receiver.desc;
  f.push(call);
  return dst;
}

/** True when a call goes through the vtable. */
function isDispatched(
  f: F,
  receiver: ClassType,
  owner: ClassType,
  method: ts.MethodDeclaration,
  typeEnv: TypeEnv,
): boolean {
  const name = method.name.getText();
  return typeEnv.size === 0 && (f.fe.classes.isVirtual(owner, name) || isInherited(f, receiver, owner, name));
}

/** True when the method found may be overridden below the receiver's class: only then the vtable decides. */
function isInherited(f: F, receiver: ClassType, owner: ClassType, name: string): boolean {
  return receiver.decl !== owner.decl && f.fe.classes.isVirtual(receiver, name);
}

/** Calls method `name` of a value, with values at hand. */
export function callMethod(f: F, base: Value, name: string, args: readonly Value[], node: ts.Node): Value {
  const type = nonNull(base.type) as ClassType;
  const member = f.fe.classes.member(type, name);
  if (member === null) throw new Error(`class ${typeText(type)} has no method ${name}`);
  const method = member.node as ts.MethodDeclaration;
  const env = f.fe.types.bind(member.owner.decl.typeParameters, member.owner.args);
  const types = f.fe.functions.paramTypes(method, env);
  const ops = types.map((param, i) =>
    args[i]
      ? f.coerce(args[i], param, node)
      : f.coerce(lowerExpression(f, method.parameters[i].initializer as ts.Expression, param), param, node)
  );
  return invoke(
    f,
    { op: base.op, type },
    method,
    member.owner,
    ops,
    f.fe.functions.resultType(method, env),
    NO_ENV,
    node,
  );
}

/** Reads an accessor. */
export function callGetter(f: F, base: { op: Operand; type: ClassType }, name: string, node: ts.Node): Value {
  return callAccessor(f, base, `get ${name}`, [], node);
}
/** Writes an accessor. */
export function callSetter(
  f: F,
  base: { op: Operand; type: ClassType },
  name: string,
  value: Value,
  node: ts.Node,
): void {
  callAccessor(f, base, `set ${name}`, [value], node);
}

function callAccessor(
  f: F,
  base: { op: Operand; type: ClassType },
  key: string,
  args: readonly Value[],
  node: ts.Node,
): Value {
  const member = f.fe.classes.member(base.type, key);
  if (member === null) {
    f.fe.report("RTS208", node, key, typeText(base.type));
    return f.const(I32, 0);
  }
  const accessor = member.node as ts.MethodDeclaration;
  const env = f.fe.types.bind(member.owner.decl.typeParameters, member.owner.args);
  const types = f.fe.functions.paramTypes(accessor, env);
  const ops = types.map((param, i) => f.coerce(args[i], param, node));
  const result = f.fe.functions.resultType(accessor, env);
  if (!f.fe.classes.isVirtual(member.owner, key)) {
    const func = f.fe.functions.method(f.fe.classes.get(member.owner), accessor, NO_ENV);
    return finishCall(f, func, [base.op, ...ops], result, node);
  }
  const receiver = f.fe.classes.get(base.type);
  const dst = dispatch(f, receiver, f.fe.classes.method(receiver, key), [base.op, ...ops], node);
  return dst === null ? f.nothing() : { op: dst, type: readAs(result) };
}

function callSuper(f: F, node: ts.CallExpression, callee: ts.PropertyAccessExpression): Value {
  const parent = f.owner?.parent;
  const member = parent ? f.fe.classes.member(parent.type, callee.name.text) : null;
  if (member === null || f.thisVar === null || !ts.isMethodDeclaration(member.node)) {
    f.fe.report("RTS208", callee, callee.name.text, "super");
    return f.const(I32, 0);
  }
  const env = f.fe.types.bind(member.owner.decl.typeParameters, member.owner.args);
  const given = variantOf(member.node, node.arguments.length, false);
  const args = lowerArguments(
    f,
    node.arguments,
    member.node,
    f.fe.functions.paramTypes(member.node, env),
    node,
    given,
  );
  const owner = f.fe.classes.get(member.owner);
  const func = given === null
    ? f.fe.functions.method(owner, member.node, NO_ENV)
    : f.fe.functions.variant(member.node, owner, NO_ENV, given);
  return finishCall(f, func, [f.thisVar, ...args], f.fe.functions.resultType(member.node, env), node);
}

function superConstructor(f: F, node: ts.CallExpression): Value {
  const parent = f.owner?.parent ?? null;
  if (parent === null || f.thisVar === null) {
    f.fe.report("RTS303", node, "super");
    return f.nothing();
  }
  const { func, args } = prepareConstructor(f, parent, parent.type, node.arguments, node);
  if (func !== null) f.emit("call", null, [f.thisVar, ...args], func, node);
  return f.nothing();
}

/** The constructor that `new` of this class runs with these arguments, and its lowered arguments. */
function prepareConstructor(
  f: F,
  instance: ClassInstance,
  type: ClassType,
  nodes: readonly ts.Expression[],
  node: ts.Node,
): { func: Func | null; args: Operand[] } {
  const found = f.fe.functions.constructorNode(type);
  if (found === null) return { func: f.fe.functions.constructorOf(instance), args: [] };
  const env = f.fe.types.bind(found.owner.decl.typeParameters, found.owner.args);
  const types = f.fe.functions.paramTypes(found.node, env);
  // A class without a constructor of its own runs initializers behind the inherited one: it takes all arguments.
  const own = found.owner.decl === type.decl;
  const given = own ? variantOf(found.node, nodes.length, false) : null;
  const args = lowerArguments(f, nodes, found.node, types, node, given);
  const func = given === null
    ? f.fe.functions.constructorOf(instance)
    : f.fe.functions.variant(found.node, instance, NO_ENV, given);
  return { func, args };
}

/** Lowers `new C(…)`. */
export function lowerNew(f: F, node: ts.NewExpression, expected: RType | null): Value {
  const declaration = f.fe.symbolOf(node.expression)?.declarations?.find(ts.isClassDeclaration);
  const builtin = lowerBuiltinNew(f, node, expected);
  if (builtin !== null) return builtin;
  if (declaration !== undefined && hasModifier(declaration, ts.SyntaxKind.DeclareKeyword)) {
    f.fe.report("RTS302", node.expression, node.expression.getText());
    return f.const(I32, 0);
  }
  if (declaration === undefined) {
    f.fe.report("RTS300", node.expression, node.expression.getText());
    return f.const(I32, 0);
  }
  const type = newType(f, node, f.fe.types.classType(declaration, []) as ClassType, expected);
  return newObject(f, type, node.arguments ?? [], node);
}

/** Allocates and constructs. */
export function newObject(f: F, type: ClassType, nodes: readonly ts.Expression[], node: ts.Node): Value {
  const instance = f.fe.classes.get(type);
  f.fe.classes.instantiate(instance);
  // Arguments first: what they allocate must not see the object half made.
  const { func, args } = prepareConstructor(f, instance, type, nodes, node);
  const object = f.compute(
    "new",
    "ref",
    [],
    instance.desc,
    node,
    type.decl.name?.text.toLowerCase() ?? "object",
  );
  if (func !== null) f.emit("call", null, [object, ...args], func, node);
  return { op: object, type };
}

/** The class type that a `new` makes: written type arguments, or those that the context and arguments imply. */
function newType(f: F, node: ts.NewExpression, bare: ClassType, expected: RType | null): ClassType {
  const params = bare.decl.typeParameters;
  if (params === undefined) return bare;
  const wanted = expected === null ? null : nonNull(expected);
  if (
    node.typeArguments === undefined && wanted !== null && wanted.k === "class" && wanted.decl === bare.decl
  ) return wanted;
  const found = f.fe.functions.constructorNode(bare);
  const env = bindCall(
    f,
    node,
    params,
    found?.owner.decl === bare.decl ? found.node : null,
    undefined,
    null,
    NO_ENV,
  );
  const args = params.map((p) => env.get(f.fe.checker.getSymbolAtLocation(p.name) as ts.Symbol) ?? OBJECT);
  return { k: "class", decl: bare.decl, args };
}

// --- function values ---

/** Calls the value of a function type. */
function callValue(f: F, node: ts.CallExpression, callee: Value): Value {
  const type = nonNull(callee.type);
  if (type.k !== "fn") {
    f.fe.report("RTS215", node.expression, typeText(callee.type));
    return f.const(I32, 0);
  }
  checkCount(f, node.arguments, type.params.length, node);
  const held = f.stable(callee, node.arguments, node);
  const args = type.params.map((param, i) => {
    const arg = node.arguments[i];
    if (arg === undefined) {
      f.fe.report("RTS211", node, `${i + 1}`);
      return constant("i32", 0);
    }
    const op = f.coerce(lowerExpression(f, arg, param), param, arg);
    return f.stable({ op, type: param }, node.arguments.slice(i + 1), arg).op;
  });
  const signature = f.fe.signature(type.params.map((p) => valueOf(p) ?? "i32"), valueOf(type.ret));
  const dst = signature.result === null ? null : f.temp(signature.result, "r");
  if (f.fe.options.debug) {
    const ok = f.compute("i32.ne", "i32", [held.op, constant("i32", 0)], null, node);
    f.emit("check.true", null, [ok], "null reference", node);
  }
  f.emit("callind", dst, [held.op, ...args], signature, node);
  return dst === null ? f.nothing(type.ret) : { op: dst, type: narrow(f, node, readAs(type.ret)) };
}

/** `m.get(k) ?? fallback` on a map whose values are not references; null for anything else. */
export function lowerMapGetOr(
  f: F,
  left: ts.Expression,
  right: ts.Expression,
  expected: RType | null,
): Value | null {
  const call = skip(left);
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null;
  if (call.expression.name.text !== "get" || call.arguments.length !== 1) return null;
  const mapType = mapTypeOf(f, call.expression.expression);
  if (mapType === null || isReference(mapType.args[1])) return null;
  const map = f.stable(lowerExpression(f, call.expression.expression, null), call.arguments, call);
  const keyType = mapType.args[0];
  const key = f.coerce(lowerExpression(f, call.arguments[0], keyType), keyType, call);
  const type = readAs(mapType.args[1]);
  const held = {
    op: key.kind === "var" ? f.compute("move", key.type, [key], null, call) : key,
    type: keyType,
  };
  const result = f.temp(valueOf(type) ?? "i32", "found");
  f.mutable.add(result);
  const has = callMethod(f, map, "has", [held], call);
  f.if(
    has.op,
    call,
    () => f.move(result, callMethod(f, map, "get", [held], call).op, call),
    () => f.move(result, f.coerce(lowerExpression(f, right, expected ?? type), type, right), right),
  );
  return { op: result, type };
}

/** The type of an expression when it is a `Map`, found on trial; null otherwise. */
function mapTypeOf(f: F, node: ts.Expression): ClassType | null {
  const found = f.fe.checker.getTypeAtLocation(node).getSymbol()?.name;
  if (found !== "Map" && found !== "ReadonlyMap") return null;
  let type: RType = I32;
  f.collect(() => type = nonNull(lowerExpression(f, node, null).type));
  const map = type as RType;
  return map.k === "class" && map.decl === f.fe.types.runtimeClass("Map") ? map : null;
}
