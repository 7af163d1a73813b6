/** Lowers the intrinsics and the prelude functions that take a type, or leave no call behind. */
import ts from "typescript";
import { constant, type Operand } from "../ir/ir.ts";
import { KEY_FUNCTIONS } from "../runtime/builtins.ts";
import type { ClassType } from "./classes.ts";
import { callRuntime, newObject } from "./lower_calls.ts";
import { lowerCondition } from "./lower_conditions.ts";
import { lowerExpression } from "./lower_expressions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { equality } from "./lower_operators.ts";
import { zero } from "./lower_statements.ts";
import { textOf } from "./lower_text.ts";
import { BOOL, I32, nonNull, readAs, type RType, storageOf, STRING } from "./types.ts";

type F = FunctionLowering;
type Node = ts.CallExpression;

/** Lowers one call. */
export type Intrinsic = (f: F, node: Node, expected: RType | null) => Value;

/** Lowers argument `i`, converted to `type` where that is known. */
export function arg(f: F, node: Node, i: number, type: RType | null): Value {
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
