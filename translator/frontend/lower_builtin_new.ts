/** Lowers `new` of typed arrays, maps, sets and arrays. */
import ts from "typescript";
import { constant } from "../ir/ir.ts";
import type { ClassType } from "./classes.ts";
import { newObject } from "./lower_calls.ts";
import { lowerExpression } from "./lower_expressions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { arrayOf } from "./lower_literals.ts";
import { convert } from "./lower_methods.ts";
import { TYPED_ARRAYS } from "./resolve.ts";
import { I32, nonNull, readAs, type RType, storageOf } from "./types.ts";

type F = FunctionLowering;

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
