/** Lowers strings, templates and the texts of values. */
import type ts from "typescript";
import { constant } from "../ir/ir.ts";
import { TEXT_FUNCTIONS } from "../runtime/builtins.ts";
import { callMethod, callRuntime } from "./lower_calls.ts";
import { lowerExpression } from "./lower_expressions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { nonNull, STRING } from "./types.ts";

type F = FunctionLowering;

/** A string constant. */
export function string(f: F, text: string): Value {
  return { op: constant("ref", f.fe.prebuiltString(text)), type: STRING };
}

/** Lowers a template literal. */
export function lowerTemplate(f: F, node: ts.TemplateExpression): Value {
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

/** The text of a value, as a template literal gives it. */
export function textOf(f: F, value: Value, node: ts.Node): Value {
  const settled = f.settle(value, node);
  const type = nonNull(settled.type);
  if (settled.type.k === "nullable" && type.k === "string") return textOrNull(f, settled, node);
  if (type.k === "string") return settled;
  const fn = type.k === "kind" ? TEXT_FUNCTIONS[type.name] : undefined;
  if (fn !== undefined) return callRuntime(f, fn.module, fn.export, [settled], node);
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
