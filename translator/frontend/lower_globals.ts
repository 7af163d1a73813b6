/** Lowers JavaScript's global functions and constants: `Math`, `String`, `Number`, `BigInt`. */
import ts from "typescript";
import { constant } from "../ir/ir.ts";
import { MATH, MATH_I32, type MathEntry, type RuntimeExport, STRING_STATICS } from "../runtime/builtins.ts";
import { callRuntime, checkCount } from "./lower_calls.ts";
import { lowerExpression } from "./lower_expressions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { arg, type Intrinsic } from "./lower_intrinsics.ts";
import { lowerWrapping } from "./lower_operators.ts";
import { textOf } from "./lower_text.ts";
import { BOOL, F64, I32, I64, isInteger, isKind, nonNull, type RType, U64, valueOf } from "./types.ts";

type F = FunctionLowering;
type Node = ts.CallExpression;

/** A call of something that JavaScript has: `Math.f`, `String.fromCharCode`, `BigInt`, … */
export function lowerGlobalCall(f: F, node: Node, name: string): Value {
  if (name.startsWith("Math.")) return lowerMath(f, node, name.slice(5));
  if (name.startsWith("String.")) {
    const fn = STRING_STATICS[name.slice(7)];
    checkCount(f, node.arguments, 1, node);
    if (fn !== undefined) return callRuntime(f, "runtime/string.ts", fn, [arg(f, node, 0, I32)], node);
  }
  const conversion = Object.hasOwn(CONVERSIONS, name) ? CONVERSIONS[name] : undefined;
  if (conversion !== undefined) return conversion(f, node, null);
  f.fe.report("RTS300", node.expression, name);
  return f.const(I32, 0);
}

const CONVERSIONS: Readonly<Record<string, Intrinsic>> = {
  BigInt: (f, node) => {
    const value = arg(f, node, 0, null);
    if (!isInteger(value.type) || valueOf(value.type) !== "i32") f.mismatch(I32, value.type, node);
    const op = isKind(value.type, "u32") ? "i64.extend_i32_u" : "i64.extend_i32_s";
    return { op: f.compute(op, "i64", [value.op], null, node), type: I64 };
  },
  Number: (f, node) => {
    const value = arg(f, node, 0, null);
    if (nonNull(value.type).k === "string") {
      return callRuntime(f, "runtime/number.ts", "parse_f64", [value], node);
    }
    if (valueOf(value.type) !== "i64") return { op: f.coerce(value, F64, node), type: F64 };
    const op = isKind(value.type, "u64") ? "f64.convert_i64_u" : "f64.convert_i64_s";
    return { op: f.compute(op, "f64", [value.op], null, node), type: F64 };
  },
  String: (f, node) => textOf(f, lowerExpression(f, node.arguments[0], null), node),
  "BigInt.asIntN": (f, node) => lowerAsN(f, node, I64),
  "BigInt.asUintN": (f, node) => lowerAsN(f, node, U64),
  "Number.isNaN": (f, node) => {
    const value = arg(f, node, 0, F64).op;
    return { op: f.compute("f64.ne", "i32", [value, value], null, node), type: BOOL };
  },
  isNaN: (f, node) => CONVERSIONS["Number.isNaN"](f, node, null),
  "Number.isInteger": (f, node) => {
    const value = arg(f, node, 0, F64).op;
    const whole = f.compute("f64.trunc", "f64", [value], null, node);
    const rest = f.compute("f64.sub", "f64", [value, whole], null, node); // NaN for infinities
    return { op: f.compute("f64.eq", "i32", [rest, constant("f64", 0)], null, node), type: BOOL };
  },
  "Number.isFinite": (f, node) => {
    const value = arg(f, node, 0, F64).op;
    const nothing = f.compute("f64.sub", "f64", [value, value], null, node); // NaN for infinities
    return { op: f.compute("f64.eq", "i32", [nothing, constant("f64", 0)], null, node), type: BOOL };
  },
};

function lowerAsN(f: F, node: Node, type: RType): Value {
  const bits = node.arguments[0];
  if (!ts.isNumericLiteral(bits) || bits.text !== "64") f.fe.report("RTS218", bits);
  return { op: lowerWrapping(f, node.arguments[1], type).op, type };
}

function lowerMath(f: F, node: Node, name: string): Value {
  const values = node.arguments.map((_, i) => lowerMathArgument(f, node, i));
  const allInts = values.length > 0 &&
    values.every((v) => v.literal || (isInteger(v.type) && valueOf(v.type) === "i32"));
  const entry = (allInts || name === "imul" || name === "clz32" ? MATH_I32[name] : undefined) ?? MATH[name];
  if (entry === undefined) {
    f.fe.report("RTS300", node.expression, `Math.${name}`);
    return f.const(F64, 0);
  }
  if (values.length === 0) {
    f.fe.report("RTS211", node, `Math.${name}`);
    return f.const(F64, 0);
  }
  const isInt = entry === MATH_I32[name];
  const type = isInt ? I32 : F64;
  const args = values.map((value, i) => ({
    op: isInt && isKind(value.type, "u32") ? value.op : f.coerce(value, type, node.arguments[i]),
    type,
  }));
  return callMath(f, node, entry, args, type);
}

function lowerMathArgument(f: F, node: Node, i: number): Value {
  return f.stable(lowerExpression(f, node.arguments[i], null), node.arguments.slice(i + 1), node);
}

function callMath(f: F, node: Node, entry: MathEntry, args: readonly Value[], type: RType): Value {
  if (entry.kind === "op" && args.length <= 2) {
    return { op: f.compute(entry.op, type === F64 ? "f64" : "i32", args.map((a) => a.op), null, node), type };
  }
  if (entry.kind === "host") {
    const which = { op: constant("i32", entry.which), type: I32 };
    return callRuntime(f, "runtime/number.ts", `math_call${entry.arity}`, [which, ...args], node);
  }
  const arity = entry.kind === "op" ? 2 : runtimeArity(f, entry.fn);
  if (args.length > arity) { // `min` and `max` of more than two
    return args.slice(1).reduce((a, b) => callMath(f, node, entry, [a, b], type), args[0]);
  }
  return entry.kind === "call"
    ? callRuntime(f, entry.fn.module, entry.fn.export, args, node)
    : f.const(type, 0);
}

function runtimeArity(f: F, fn: RuntimeExport): number {
  return (f.fe.exported(fn.module, fn.export) as ts.FunctionDeclaration).parameters.length;
}

const GLOBAL_CONSTANTS: Readonly<Record<string, number>> = { NaN: NaN, Infinity: Infinity };

/** `Math.PI`, `Number.MAX_SAFE_INTEGER`, `NaN`; null when there is no such number. */
export function lowerConstantMember(f: F, base: string | null, name: string): Value | null {
  if (base === null) {
    return Object.hasOwn(GLOBAL_CONSTANTS, name) ? f.const(F64, GLOBAL_CONSTANTS[name]) : null;
  }
  const object = base === "Math" ? Math : base === "Number" ? Number : null;
  const value = object === null ? undefined : (object as unknown as Record<string, unknown>)[name];
  return typeof value === "number" ? f.const(F64, value) : null;
}
