/**
 * Calls of what TypeScript and the prelude offer, by the tables of `runtime/builtins.ts`; what takes a type or leaves no
 * call behind is lowered here by a function of its own, found in the tables below.
 */
import ts from "typescript";
import { constant, type DriverDesc, type Operand } from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import {
  FIXED_METHODS,
  INDEXED_VARIANTS,
  KEY_FUNCTIONS,
  MATH,
  MATH_I32,
  type MathEntry,
  NUMBER_METHODS,
  PRELUDE_CONSTANTS,
  PRELUDE_FUNCTIONS,
  PRELUDE_HOSTS,
  PRELUDE_OPS,
  type RuntimeExport,
  STRING_METHODS,
  STRING_STATICS,
} from "../runtime/builtins.ts";
import { HOST_TABLE } from "../../core/host/table.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { arrayOf, lowerCondition, lowerExpression, textOf } from "./lower_expressions.ts";
import { equality, lowerWrapping } from "./lower_operators.ts";
import {
  callMethodNamed,
  callRuntime,
  callTarget,
  checkCount,
  lowerArguments,
  newObject,
} from "./lower_calls.ts";
import type { ClassType } from "./classes.ts";
import { TYPED_ARRAYS } from "./resolve.ts";
import { zero } from "./lower_statements.ts";
import {
  BOOL,
  F64,
  I32,
  I64,
  isInteger,
  isKind,
  nonNull,
  readAs,
  type RType,
  storageOf,
  STRING,
  U64,
  valueOf,
  VOID,
} from "./types.ts";

type F = FunctionLowering;
type Node = ts.CallExpression;

// --- prelude functions by table ---

/** A function of the prelude that the runtime or an opcode stands for; null when it is in no table. */
export function lowerBuiltinCall(
  f: F,
  node: Node,
  name: string,
  target: ts.FunctionDeclaration,
  expected: RType | null,
): Value | null {
  const fixed = PRELUDE_CONSTANTS[name];
  if (fixed !== undefined) return f.const(BOOL, fixed);
  const host = PRELUDE_HOSTS[name];
  if (host !== undefined) {
    const args = lowerArguments(
      f,
      node.arguments,
      target,
      f.fe.functions.paramTypes(target, new Map()),
      node,
    );
    const signature = HOST_TABLE[host];
    f.emit("callhost", null, args, f.fe.host(host, f.fe.signature(signature.params, signature.result)), node);
    return f.nothing();
  }
  if (PRELUDE_OPS[name] !== undefined) return lowerOpCall(f, node, name, target, expected);
  const runtime = PRELUDE_FUNCTIONS[name];
  return runtime === undefined ? null : callExport(f, node, runtime, expected);
}

/** Functions of the prelude whose result has the type of the argument. */
const SAME_TYPE: ReadonlySet<string> = new Set(["promote", "hintImmutableArray"]);
/** Functions whose argument is arithmetic that wraps. */
const WRAPPING: Readonly<Record<string, RType>> = { wrap64: I64, wrapU64: U64 };
/** Functions whose last argument must not be 0. */
const DIVISIONS: ReadonlySet<string> = new Set(["idiv", "irem", "udiv", "urem"]);

function lowerOpCall(
  f: F,
  node: Node,
  name: string,
  target: ts.FunctionDeclaration,
  expected: RType | null,
): Value {
  const wrapping = WRAPPING[name];
  if (wrapping !== undefined) {
    const value = lowerWrapping(f, node.arguments[0], wrapping);
    if (valueOf(value.type) !== "i64") f.mismatch(wrapping, value.type, node);
    return { op: value.op, type: wrapping };
  }
  if (SAME_TYPE.has(name) || target.typeParameters !== undefined) {
    return lowerHint(f, node, name, target, expected);
  }
  const types = f.fe.functions.paramTypes(target, new Map());
  const args = lowerArguments(f, node.arguments, target, types, node);
  if (DIVISIONS.has(name)) {
    f.divisorCheck(() => f.compute("i32.ne", "i32", [args[1], constant("i32", 0)], null, node), node);
  }
  const type = f.fe.functions.resultType(target, new Map());
  return { op: applyOps(f, name, args, node) ?? f.nothing().op, type: readAs(type) };
}

/** Applies the opcode sequence of a prelude function; null when it has no result. */
function applyOps(f: F, name: string, args: Operand[], node: ts.Node): Operand | null {
  const sequence = PRELUDE_OPS[name];
  const widened = sequence.extendArgument;
  if (widened !== undefined) {
    args[widened] = f.compute("i64.extend_i32_u", "i64", [args[widened]], null, node);
  }
  let result: Operand | null = args[0];
  for (const op of sequence.ops) {
    const info = opInfo(op);
    const imm = info.imm === "number" ? 0 : null;
    const operands: Operand[] = op === sequence.ops[0] ? args : [result as Operand];
    if (info.result === null) {
      f.emit(op, null, operands, imm, node);
      result = null;
    } else {
      const type = info.result === "same" ? operands[0].type : info.result as "i32";
      result = f.compute(op, type, operands, imm, node);
    }
  }
  return result;
}

/** A hint, or `addressOf` and `objectAt`: generic functions that are one opcode. */
function lowerHint(
  f: F,
  node: Node,
  name: string,
  target: ts.FunctionDeclaration,
  expected: RType | null,
): Value {
  const arg = f.settle(lowerExpression(f, node.arguments[0], SAME_TYPE.has(name) ? expected : null), node);
  const op = applyOps(f, name, [arg.op], node) as Operand;
  if (SAME_TYPE.has(name)) return { op, type: arg.type };
  if (node.typeArguments?.[0] !== undefined && name === "objectAt") {
    return { op, type: f.fe.types.resolve(node.typeArguments[0], f.env) };
  }
  const result = target.type === undefined ? VOID : f.fe.types.resolve(target.type, new Map());
  return { op, type: result.k === "object" && expected !== null ? expected : result };
}

/** Calls the exported function that stands for a prelude function, with the call's own arguments. */
function callExport(f: F, node: Node, runtime: RuntimeExport, expected: RType | null): Value {
  const target = f.fe.exported(runtime.module, runtime.export) as ts.FunctionDeclaration;
  if (target.typeParameters === undefined) return callTarget(f, node.arguments, target, new Map(), node);
  return callGeneric(f, node, runtime, target, expected);
}

/** `newArray` and `newFixedArray`: the element type is written, wanted by the context, or that of the fill value. */
function callGeneric(
  f: F,
  node: Node,
  runtime: RuntimeExport,
  target: ts.FunctionDeclaration,
  expected: RType | null,
): Value {
  const wanted = expected === null ? null : nonNull(expected);
  let elem: RType | null = node.typeArguments?.[0] ? f.fe.types.resolve(node.typeArguments[0], f.env) : null;
  if (elem === null && wanted !== null) {
    elem = wanted.k === "fixed" ? wanted.elem : f.fe.types.arrayElement(wanted);
  }
  const length = f.stable(lowerExpression(f, node.arguments[0], I32), node.arguments.slice(1), node);
  const lengthOp = f.coerce(length, I32, node.arguments[0]);
  const fill = f.settle(lowerExpression(f, node.arguments[1], elem), node.arguments[1]);
  elem ??= fill.type;
  const fillOp = f.coerce(fill, elem, node.arguments[1]);
  const isFixed = runtime.export === "newFixedFilled";
  if (isFixed && isZeroConstant(fillOp)) {
    const items = f.compute("newarray", "ref", [lengthOp], f.fe.arrayDesc(storageOf(elem)), node, "items");
    return { op: items, type: { k: "fixed", elem } };
  }
  const symbol = f.fe.checker.getSymbolAtLocation(
    (target.typeParameters as ts.NodeArray<ts.TypeParameterDeclaration>)[0].name,
  );
  const canonical = f.fe.classes.canonicalArg(elem, undefined, new Map());
  const func = f.fe.functions.plain(target, new Map([[symbol as ts.Symbol, storageArg(elem, canonical)]]));
  const op = f.compute("call", "ref", [lengthOp, fillOp], func, node);
  return { op, type: isFixed ? { k: "fixed", elem } : f.fe.types.arrayOf(elem) };
}

/** Storage kinds stay what they are as type arguments. */
function storageArg(elem: RType, canonical: RType): RType {
  return elem.k === "kind" ? elem : canonical;
}

function isZeroConstant(op: Operand): boolean {
  return op.kind === "const" && (op.value === null || op.value === 0n || Object.is(op.value, 0));
}

// --- intrinsics and other functions lowered one by one ---

type Intrinsic = (f: F, node: Node, expected: RType | null) => Value;

function arg(f: F, node: Node, i: number, type: RType | null): Value {
  const value = lowerExpression(f, node.arguments[i], type);
  const op = type === null ? f.settle(value, node).op : f.coerce(value, type, node.arguments[i]);
  return f.stable({ op, type: type ?? value.type }, node.arguments.slice(i + 1), node);
}
function typeArg(f: F, node: Node, fallback: () => RType): RType {
  const written = node.typeArguments?.[0];
  return written === undefined ? fallback() : f.fe.types.resolve(written, f.env);
}

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  newString: (f, node) => ({
    op: f.compute("newarray", "ref", [arg(f, node, 0, I32).op], f.fe.stringDesc, node),
    type: STRING,
  }),
  setUnit: (f, node) => {
    const args = [arg(f, node, 0, STRING).op, arg(f, node, 1, I32).op, arg(f, node, 2, I32).op];
    f.emit("setitem", null, args, f.fe.stringDesc, node);
    return f.nothing();
  },
  copyUnits: (f, node) => {
    const types = [STRING, I32, STRING, I32, I32];
    f.emit("arraycopy", null, types.map((type, i) => arg(f, node, i, type).op), f.fe.stringDesc, node);
    return f.nothing();
  },
  getHashField: (f, node) => ({ op: f.compute("load.i32", "i32", [address(f, node)], 12, node), type: I32 }),
  setHashField: (f, node) => {
    const at = address(f, node);
    f.emit("store.i32", null, [at, arg(f, node, 1, I32).op], 12, node);
    return f.nothing();
  },
  unitsOf: (f, node) => ({
    op: f.compute("i32.add", "i32", [address(f, node), constant("i32", f.fe.stringDesc.base)], null, node),
    type: f.fe.types.addressType,
  }),
  newZeroedArray: (f, node, expected) => {
    const elem = typeArg(f, node, () => elementOf(expected));
    const desc = f.fe.arrayDesc(storageOf(elem));
    const length = node.arguments[0];
    if (ts.isNumericLiteral(length) && length.text === "0") {
      return { op: constant("ref", f.fe.emptyArray(desc)), type: { k: "fixed", elem } };
    }
    return {
      op: f.compute("newarray", "ref", [arg(f, node, 0, I32).op], desc, node),
      type: { k: "fixed", elem },
    };
  },
  zeroOf: (f, node, expected) => {
    const type = readAs(typeArg(f, node, () => expected ?? I32));
    return { op: zero(type), type };
  },
  hashKey: (f, node) => {
    const key = arg(f, node, 0, null);
    const entry = KEY_FUNCTIONS[keyKind(typeArg(f, node, () => key.type))];
    return callRuntime(f, entry.hash.module, entry.hash.export, [key], node);
  },
  sameKey: (f, node) => {
    const a = arg(f, node, 0, null);
    const b = arg(f, node, 1, null);
    const entry = KEY_FUNCTIONS[keyKind(a.type)];
    if (keyKind(a.type) === "string") return nullSafe(f, a, b, node);
    if (typeof entry.same === "string") {
      return { op: f.compute(entry.same, "i32", [a.op, b.op], null, node), type: BOOL };
    }
    return callRuntime(f, entry.same.module, entry.same.export, [a, b], node);
  },
  strictEquals: (f, node) => {
    const a = arg(f, node, 0, null);
    const b = arg(f, node, 1, null);
    return nonNull(a.type).k === "string"
      ? nullSafe(f, a, b, node)
      : { op: equality(f, "===", a, b, node), type: BOOL };
  },
  textOf: (f, node) => textOf(f, lowerExpression(f, node.arguments[0], null), node),
  classNameOf: (f, node) => {
    const info = f.compute("typeinfo", "i32", [arg(f, node, 0, null).op], null, node);
    const name = f.compute("load.i32", "i32", [info], 16, node);
    return { op: f.compute("ref.at", "ref", [name], null, node), type: STRING };
  },
  callMain: (f, node) => {
    const args = arg(f, node, 0, null);
    const target = f.fe.mainFunction as ts.FunctionDeclaration;
    const func = f.fe.functions.plain(target, new Map());
    return { op: f.compute("call", "i32", func.params.length === 0 ? [] : [args.op], func, node), type: I32 };
  },
  layout: (f, node) => {
    const name = node.arguments[0];
    if (!ts.isStringLiteral(name)) f.fe.report("RTS501", name);
    const text = ts.isStringLiteral(name) ? name.text : "";
    return { op: f.compute("layout", "i32", [], text, node), type: f.fe.types.addressType };
  },
  callSlot: (f, node) => {
    f.emit("callind", null, [arg(f, node, 0, I32).op], f.fe.signature([], null), node);
    return f.nothing();
  },
  arrayCopy: lowerArrayCopy,
  assert: lowerAssert,
  unreachable: (f, node) => {
    f.fe.note(node, "unreachable");
    f.push({ kind: "unreachable", pos: f.fe.position(node) });
    return f.nothing({ k: "never" });
  },
};

function address(f: F, node: Node): Operand {
  return f.compute("ref.address", "i32", [arg(f, node, 0, STRING).op], null, node);
}
function elementOf(expected: RType | null): RType {
  const wanted = expected === null ? I32 : nonNull(expected);
  return wanted.k === "fixed" ? wanted.elem : I32;
}
function keyKind(type: RType): string {
  const inner = nonNull(type);
  if (inner.k === "kind") {
    return readAs(inner).k === "kind" ? (readAs(inner) as { name: string }).name : "i32";
  }
  return inner.k === "string" ? "string" : inner.k === "fn" ? "i32" : "object";
}
function nullSafe(f: F, a: Value, b: Value, node: ts.Node): Value {
  // Shared code sees `string` where a program may have `string | null`.
  const op = equality(f, "===", { ...a, type: { k: "nullable", of: STRING } }, {
    ...b,
    type: { k: "nullable", of: STRING },
  }, node);
  return { op, type: BOOL };
}

function lowerArrayCopy(f: F, node: Node): Value {
  const from = storeOf(f, arg(f, node, 0, null), node);
  const start = arg(f, node, 1, I32).op;
  const to = storeOf(f, arg(f, node, 2, null), node);
  const at = arg(f, node, 3, I32).op;
  const count = arg(f, node, 4, I32).op;
  if (storageOf(from.elem) !== storageOf(to.elem)) f.mismatch(to.elem, from.elem, node);
  f.emit("arraycopy", null, [from.op, start, to.op, at, count], f.fe.arrayDesc(storageOf(to.elem)), node);
  return f.nothing();
}

/** The fixed array that holds the elements of an array of any form. */
function storeOf(f: F, array: Value, node: ts.Node): { op: Operand; elem: RType } {
  const type = nonNull(array.type);
  if (type.k === "fixed") return { op: array.op, elem: type.elem };
  const elem = f.fe.types.arrayElement(type);
  if (elem === null) {
    f.mismatch({ k: "fixed", elem: I32 }, array.type, node);
    return { op: array.op, elem: I32 };
  }
  const items = f.fe.classes.field(f.fe.classes.get(type as ClassType), "items").desc;
  return { op: f.compute("getfield", "ref", [array.op], items, node, "items"), elem };
}

function lowerAssert(f: F, node: Node): Value {
  lowerCondition(f, node.arguments[0], () => {}, () => {
    const declaration = f.fe.exported("prelude/exceptions.ts", "AssertionError") as ts.ClassDeclaration;
    const type = f.fe.types.classType(declaration, []) as ClassType;
    const error = newObject(f, type, [node.arguments[1]], node);
    f.push({ kind: "throw", value: error.op, pos: f.fe.position(node) });
  });
  return f.nothing();
}

/** An intrinsic; null when `name` is none. */
export function lowerIntrinsic(
  f: F,
  node: Node,
  name: string,
  _target: ts.FunctionDeclaration,
  expected: RType | null,
): Value | null {
  return Object.hasOwn(INTRINSICS, name) ? INTRINSICS[name](f, node, expected) : null;
}

// --- global functions and constants ---

/** A call of something that JavaScript has: `Math.f`, `String.fromCharCode`, `BigInt`, … */
export function lowerGlobalCall(f: F, node: Node, name: string): Value {
  if (name.startsWith("Math.")) return lowerMath(f, node, name.slice(5));
  if (name.startsWith("String.")) {
    const fn = STRING_STATICS[name.slice(7)];
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

// --- methods of values that are no class instances ---

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
function convert(
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

// --- jit drivers ---

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

// --- new ---

/** `new Int32Array(n)`, `new Map()`, and so on; null for classes of the program. */
export function lowerBuiltinNew(f: F, node: ts.NewExpression, expected: RType | null): Value | null {
  if (!ts.isIdentifier(node.expression)) return null;
  const symbol = f.fe.symbolOf(node.expression);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined || f.fe.roleOf(declaration) !== "lib") return null;
  const elem = TYPED_ARRAYS[symbol.name];
  if (elem !== undefined) return newTypedArray(f, node, elem);
  if (symbol.name === "Map" || symbol.name === "Set") return newTable(f, node, symbol.name, expected);
  if (symbol.name === "Array") return newArrayOfLength(f, node, expected);
  return null;
}

function newTypedArray(f: F, node: ts.NewExpression, elem: RType): Value {
  const first = node.arguments?.[0];
  const type: RType = { k: "fixed", elem };
  if (first !== undefined && ts.isArrayLiteralExpression(first)) {
    const values = first.elements.map((e, i) =>
      convert(f, e, readAs(elem), first.elements.slice(i + 1), node)
    );
    return arrayOf(f, elem, values, true, node);
  }
  const length = first === undefined
    ? constant("i32", 0)
    : f.coerce(lowerExpression(f, first, I32), I32, first);
  return { op: f.compute("newarray", "ref", [length], f.fe.arrayDesc(storageOf(elem)), node, "items"), type };
}

function newTable(f: F, node: ts.NewExpression, name: string, expected: RType | null): Value {
  const decl = f.fe.types.runtimeClass(name);
  const wanted = expected === null ? null : nonNull(expected);
  const args = node.typeArguments?.map((arg) => f.fe.types.resolve(arg, f.env)) ??
    (wanted !== null && wanted.k === "class" && wanted.decl === decl ? wanted.args : null);
  if (args === null) f.fe.report("RTS207", node, name === "Map" ? "K" : "T");
  else if (f.isProgram && node.typeArguments !== undefined) {
    f.fe.types.checkKey(args[0], node.typeArguments[0]);
  }
  if (node.arguments?.length) f.fe.report("RTS219", node.arguments[0], name);
  const type: ClassType = {
    k: "class",
    decl,
    args: args ?? [I32, I32].slice(0, decl.typeParameters?.length),
  };
  return newObject(f, type, [], node);
}

/** `new Array<T>(n)` is not RTS with a length; without one it is an empty array. */
function newArrayOfLength(f: F, node: ts.NewExpression, expected: RType | null): Value {
  const wanted = expected === null ? null : f.fe.types.arrayElement(nonNull(expected));
  const elem = node.typeArguments?.[0] ? f.fe.types.resolve(node.typeArguments[0], f.env) : wanted ?? I32;
  if (node.arguments?.length) f.fe.report("RTS219", node.arguments[0], "Array");
  return arrayOf(f, elem, [], false, node);
}
