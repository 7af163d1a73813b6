/** Lowers methods of values that are no class instances: strings, numbers, arrays, and JIT drivers. */
import ts from "typescript";
import { constant, type DriverDesc, type Operand } from "../ir/ir.ts";
import {
  FIXED_METHODS,
  INDEXED_VARIANTS,
  NUMBER_METHODS,
  type RuntimeExport,
  STRING_METHODS,
} from "../runtime/builtins.ts";
import type { ClassType } from "./classes.ts";
import { callMethodNamed, callRuntime, checkCount } from "./lower_calls.ts";
import { lowerExpression } from "./lower_expressions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { arg } from "./lower_intrinsics.ts";
import { I32, nonNull, readAs, type RType, STRING, typeText } from "./types.ts";

type F = FunctionLowering;
type Node = ts.CallExpression;

/** A method of a string, number, fixed array, or `JitDriver`; null when the value is another's. */
export function lowerMethodBuiltin(
  f: F,
  node: Node,
  base: Value,
  name: string,
  _expected: RType | null,
): Value | null {
  const type = nonNull(base.type);
  if (type.k === "string") return stringMethod(f, node, base, name);
  if (type.k === "kind") return numberMethod(f, node, base, name);
  if (type.k === "fixed") return fixedMethod(f, node, base, name, type.elem);
  if (type.k !== "class") return null;
  if (type.decl.name?.text === "JitDriver" && f.fe.roleOf(type.decl) === "prelude") {
    return driverMethod(f, node, name);
  }
  if (f.fe.types.arrayElement(type) !== null) return arrayMethod(f, node, base, name);
  return null;
}

function stringMethod(f: F, node: Node, base: Value, name: string): Value | null {
  if (name === "toString") return base;
  if (name === "charCodeAt") {
    const index = arg(f, node, 0, I32).op;
    if (f.fe.options.debug) {
      const length = f.compute("arraylen", "i32", [base.op], f.fe.stringDesc, node);
      f.fe.note(node, "bounds");
      f.emit("check.bounds", null, [index, length], null, node);
    }
    return { op: f.compute("getitem", "i32", [base.op, index], f.fe.stringDesc, node), type: I32 };
  }
  const fn = STRING_METHODS[name];
  return fn === undefined ? null : withReceiver(f, node, { module: "runtime/string.ts", export: fn }, base);
}

/** Calls a runtime function with the receiver as its first argument. */
function withReceiver(f: F, node: Node, runtime: RuntimeExport, base: Value): Value {
  const target = f.fe.exported(runtime.module, runtime.export) as ts.FunctionDeclaration;
  checkCount(f, node.arguments, target.parameters.length - 1, node);
  const args = node.arguments.map((expression, i) => {
    const param = target.parameters[i + 1]?.type;
    const context = param !== undefined && target.typeParameters === undefined
      ? f.fe.types.resolve(param, new Map())
      : null;
    const elem = nonNull(base.type);
    const value = lowerExpression(
      f,
      expression,
      context ?? (elem.k === "fixed" && i === 0 ? elem.elem : null),
    );
    return f.stable(
      context === null ? value : { op: f.coerce(value, context, expression), type: context },
      node.arguments.slice(i + 1),
      node,
    );
  });
  return callRuntime(
    f,
    runtime.module,
    runtime.export,
    [{ ...base, type: nonNull(base.type) }, ...args],
    node,
  );
}

function numberMethod(f: F, node: Node, base: Value, name: string): Value | null {
  const settled = f.settle(base, node);
  const fn = NUMBER_METHODS[(readAs(settled.type) as { name: string }).name]?.[name];
  return fn === undefined
    ? null
    : withReceiver(f, node, { module: "runtime/number.ts", export: fn }, settled);
}

function fixedMethod(f: F, node: Node, base: Value, name: string, elem: RType): Value | null {
  const runtime = FIXED_METHODS[name];
  if (runtime === undefined) return null;
  const target = f.fe.exported(runtime.module, runtime.export) as ts.FunctionDeclaration;
  const symbol = f.fe.checker.getSymbolAtLocation(
    (target.typeParameters as ts.NodeArray<ts.TypeParameterDeclaration>)[0].name,
  );
  const types = f.fe.functions.paramTypes(target, new Map([[symbol as ts.Symbol, elem]]));
  const ops = types.slice(1).map((type, i): Operand => {
    const expression = node.arguments[i] ?? target.parameters[i + 1].initializer;
    return expression === undefined
      ? f.const(I32, 0).op
      : convert(f, expression, type, node.arguments.slice(i + 1), node);
  });
  const canonical = elem.k === "kind" ? elem : f.fe.classes.canonicalArg(elem, undefined, new Map());
  const func = f.fe.functions.plain(target, new Map([[symbol as ts.Symbol, canonical]]));
  const dst = func.result === null ? null : f.temp(func.result, "r");
  f.emit("call", dst, [base.op, ...ops], func, node);
  return dst === null ? f.nothing() : { op: dst, type: base.type };
}

/** Lowers an operand and converts it. */
export function convert(
  f: F,
  expression: ts.Expression,
  type: RType,
  later: readonly ts.Expression[],
  node: ts.Node,
): Operand {
  const op = f.coerce(lowerExpression(f, expression, type), type, expression);
  return f.stable({ op, type }, later, node).op;
}

/** Callbacks that take the index too go to the variant that passes it. */
function arrayMethod(f: F, node: Node, base: Value, name: string): Value | null {
  const elem = f.fe.types.arrayElement(nonNull(base.type));
  if (name === "join" && f.isProgram && elem !== null && elem.k !== "kind" && elem.k !== "string") {
    f.fe.report("RTS208", node.expression, name, typeText(base.type));
    return { op: constant("ref", null), type: STRING };
  }
  if (f.fe.options.debug && (name === "pop" || name === "shift")) {
    f.fe.note(node, "nonempty");
    const length = f.fe.classes.field(f.fe.classes.get(nonNull(base.type) as ClassType), "length").desc;
    f.emit(
      "check.bounds",
      null,
      [constant("i32", 0), f.compute("getfield", "i32", [base.op], length, node)],
      null,
      node,
    );
  }
  const variant = INDEXED_VARIANTS[name];
  const callback = node.arguments[0];
  if (variant === undefined || callback === undefined) return null;
  const isLambda = ts.isArrowFunction(callback) || ts.isFunctionExpression(callback);
  const count = isLambda
    ? callback.parameters.length
    : f.fe.checker.getTypeAtLocation(callback).getCallSignatures()[0]?.parameters.length;
  if (count !== 2) return null;
  return callMethodNamed(f, node, base, variant, null);
}

function driverMethod(f: F, node: Node, name: string): Value | null {
  const ops: Readonly<Record<string, string>> = {
    jitMergePoint: "jit.merge_point",
    canEnterJit: "jit.can_enter",
  };
  if (ops[name] === undefined) return null;
  const receiver = (node.expression as ts.PropertyAccessExpression).expression;
  const declaration = f.fe.symbolOf(receiver)?.declarations?.find(ts.isVariableDeclaration);
  const driver: DriverDesc | null = declaration === undefined ? null : f.fe.freezer.driver(declaration);
  if (driver === null) {
    f.fe.report("RTS500", receiver);
    return f.nothing();
  }
  const args = node.arguments.map((expression) =>
    f.settle(lowerExpression(f, expression, null), expression).op
  );
  f.emit(ops[name], null, args, driver, node);
  return f.nothing();
}
