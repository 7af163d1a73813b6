/** Lowers array literals and function values. */
import ts from "typescript";
import { constant, type Func, type Operand } from "../ir/ir.ts";
import type { ClassType } from "./classes.ts";
import { lowerExpression } from "./lower_expressions.ts";
import { FunctionLowering, type Value } from "./lower_function.ts";
import { lowerStatements } from "./lower_statements.ts";
import { I32, nonNull, type RType, sameType, storageOf, valueOf, VOID } from "./types.ts";

type F = FunctionLowering;

/** Lowers `[a, b, c]`. */
export function lowerArrayLiteral(f: F, node: ts.ArrayLiteralExpression, expected: RType | null): Value {
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
export function lowerFunctionValue(
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
