/**
 * Calls of what TypeScript and the prelude offer, by the tables of `runtime/builtins.ts`; what takes a type or leaves no
 * call behind is lowered here by a function of its own, found in the tables below.
 */
import type ts from "typescript";
import { HOST_TABLE } from "../../core/host/table.ts";
import { constant, type Operand } from "../ir/ir.ts";
import { opInfo } from "../ir/ops.ts";
import {
  PRELUDE_CONSTANTS,
  PRELUDE_FUNCTIONS,
  PRELUDE_HOSTS,
  PRELUDE_OPS,
  type RuntimeExport,
} from "../runtime/builtins.ts";
import { callTarget, lowerArguments } from "./lower_calls.ts";
import { lowerExpression } from "./lower_expressions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { lowerWrapping } from "./lower_operators.ts";
import { BOOL, I32, I64, nonNull, readAs, type RType, storageOf, U64, valueOf, VOID } from "./types.ts";

type F = FunctionLowering;
type Node = ts.CallExpression;

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
