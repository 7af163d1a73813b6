/**
 * The text of an expression, as postponed annotations keep it: canonical, with the fewest parentheses.
 *
 * ```ts
 * unparse(annotation); // "Dict[str, int]"
 * ```
 */
import type { Node } from "../ast/access.ts";
import type { ConstantValue } from "../ast/nodes.ts";
import { constantRepr, stringRepr } from "./repr.ts";

export { constantRepr, stringRepr } from "./repr.ts";

// Levels of precedence, from the loosest.
const TUPLE = 0;
const TEST = 1;
const OR = 2;
const AND = 3;
const NOT = 4;
const COMPARE = 5;
const EXPR = 6;
const FACTOR = 12;
const AWAIT = 14;
const ATOM = 15;

const BINARY: Readonly<Record<string, readonly [string, number]>> = {
  BitOr: [" | ", 6],
  BitXor: [" ^ ", 7],
  BitAnd: [" & ", 8],
  LShift: [" << ", 9],
  RShift: [" >> ", 9],
  Add: [" + ", 10],
  Sub: [" - ", 10],
  Mult: [" * ", 11],
  MatMult: [" @ ", 11],
  Div: [" / ", 11],
  Mod: [" % ", 11],
  FloorDiv: [" // ", 11],
  Pow: [" ** ", 13],
};

const UNARY: Readonly<Record<string, readonly [string, number]>> = {
  Invert: ["~", FACTOR],
  Not: ["not ", NOT],
  UAdd: ["+", FACTOR],
  USub: ["-", FACTOR],
};

const COMPARISONS: Readonly<Record<string, string>> = {
  Eq: " == ",
  NotEq: " != ",
  Lt: " < ",
  LtE: " <= ",
  Gt: " > ",
  GtE: " >= ",
  Is: " is ",
  IsNot: " is not ",
  In: " in ",
  NotIn: " not in ",
};

/** The text of an expression. */
export function unparse(node: Node): string {
  return expr(node, TEST);
}

function parenthesize(needed: boolean, text: string): string {
  return needed ? `(${text})` : text;
}

function list(nodes: readonly Node[], level: number): string {
  return nodes.map((node) => expr(node, level)).join(", ");
}

function expr(node: Node, level: number): string {
  switch (node.kind) {
    case "Name":
      return node.id;
    case "Constant":
      return (node.kind_ ?? "") + constantText(node.value);
    case "Attribute":
      return attribute(node);
    case "Subscript":
      return `${expr(node.value, ATOM)}[${expr(node.slice, TUPLE)}]`;
    case "Tuple":
      return tuple(node, level);
    case "List":
      return `[${list(node.elts, TEST)}]`;
    case "Set":
      return `{${list(node.elts, TEST)}}`;
    case "Dict":
      return dict(node);
    case "Call":
      return call(node);
    case "BinOp":
      return binOp(node, level);
    case "BoolOp":
      return boolOp(node, level);
    case "UnaryOp":
      return unaryOp(node, level);
    case "Compare":
      return compare(node, level);
    case "Starred":
      return "*" + expr(node.value, EXPR);
    default:
      return otherExpr(node, level);
  }
}

function otherExpr(node: Node, level: number): string {
  switch (node.kind) {
    case "Lambda":
      return lambda(node, level);
    case "IfExp":
      return ifExp(node, level);
    case "ListComp":
      return `[${expr(node.elt, TEST)}${generators(node)}]`;
    case "SetComp":
      return `{${expr(node.elt, TEST)}${generators(node)}}`;
    case "GeneratorExp":
      return `(${expr(node.elt, TEST)}${generators(node)})`;
    case "DictComp":
      return `{${expr(node.key, TEST)}: ${expr(node.value, TEST)}${generators(node)}}`;
    case "Slice":
      return slice(node);
    case "JoinedStr":
    case "FormattedValue":
      return "f" + stringRepr(fstringPart(node));
    case "Yield":
      return node.value === null ? "(yield)" : `(yield ${expr(node.value, TEST)})`;
    case "YieldFrom":
      return `(yield from ${expr(node.value, TEST)})`;
    case "Await":
      return parenthesize(level > AWAIT, "await " + expr(node.value, ATOM));
    case "NamedExpr":
      return parenthesize(level > TUPLE, `${expr(node.target, ATOM)} := ${expr(node.value, ATOM)}`);
    default:
      throw new TypeError(`not an expression: ${node.kind}`);
  }
}

/** Infinity has no literal but one that overflows. */
function constantText(value: ConstantValue): string {
  if (value.type === "Ellipsis") return "...";
  if (value.type === "tuple") {
    return `(${value.items.map(constantText).join(", ")}${value.items.length === 1 ? "," : ""})`;
  }
  const text = constantRepr(value);
  return value.type === "float" || value.type === "complex" ? text.replaceAll("inf", "1e309") : text;
}

function attribute(node: Node): string {
  const isInt = node.value.kind === "Constant" && node.value.value.type === "int";
  return expr(node.value, ATOM) + (isInt ? " ." : ".") + node.attr;
}

function tuple(node: Node, level: number): string {
  if (node.elts.length === 0) return "()";
  return parenthesize(level > TUPLE, list(node.elts, TEST) + (node.elts.length === 1 ? "," : ""));
}

function dict(node: Node): string {
  const items = node.values.map((value: Node, i: number) =>
    node.keys[i] === null ? "**" + expr(value, EXPR) : `${expr(node.keys[i], TEST)}: ${expr(value, TEST)}`
  );
  return `{${items.join(", ")}}`;
}

function call(node: Node): string {
  const func = expr(node.func, ATOM);
  if (node.args.length === 1 && node.keywords.length === 0 && node.args[0].kind === "GeneratorExp") {
    return func + expr(node.args[0], ATOM);
  }
  const args = node.args.map((arg: Node) => expr(arg, TEST));
  for (const keyword of node.keywords) {
    args.push((keyword.arg === null ? "**" : keyword.arg + "=") + expr(keyword.value, TEST));
  }
  return `${func}(${args.join(", ")})`;
}

function binOp(node: Node, level: number): string {
  const [op, own] = BINARY[node.op]!;
  const right = node.op === "Pow";
  const text = expr(node.left, own + (right ? 1 : 0)) + op + expr(node.right, own + (right ? 0 : 1));
  return parenthesize(level > own, text);
}

function boolOp(node: Node, level: number): string {
  const own = node.op === "And" ? AND : OR;
  const parts = node.values.map((value: Node) => expr(value, own + 1));
  return parenthesize(level > own, parts.join(node.op === "And" ? " and " : " or "));
}

function unaryOp(node: Node, level: number): string {
  const [op, own] = UNARY[node.op]!;
  return parenthesize(level > own, op + expr(node.operand, own));
}

function compare(node: Node, level: number): string {
  let text = expr(node.left, COMPARE + 1);
  for (let i = 0; i < node.ops.length; i++) {
    text += COMPARISONS[node.ops[i]]! + expr(node.comparators[i], COMPARE + 1);
  }
  return parenthesize(level > COMPARE, text);
}

function ifExp(node: Node, level: number): string {
  const text = `${expr(node.body, TEST + 1)} if ${expr(node.test, TEST + 1)} else ${expr(node.orelse, TEST)}`;
  return parenthesize(level > TEST, text);
}

/** Without positional parameters there is no space before the star, as Python has it. */
function lambda(node: Node, level: number): string {
  const space = node.args.posonlyargs.length + node.args.args.length > 0 ? " " : "";
  return parenthesize(level > TEST, `lambda${space}${parameters(node.args)}: ${expr(node.body, TEST)}`);
}

function parameters(args: Node): string {
  const parts: string[] = [];
  const positional = args.posonlyargs.concat(args.args);
  const firstDefault = positional.length - args.defaults.length;
  positional.forEach((arg: Node, i: number) => {
    parts.push(parameter(arg, i >= firstDefault ? args.defaults[i - firstDefault] : null));
    if (i + 1 === args.posonlyargs.length) parts.push("/");
  });
  if (args.vararg !== null) parts.push("*" + parameter(args.vararg, null));
  else if (args.kwonlyargs.length > 0) parts.push("*");
  args.kwonlyargs.forEach((arg: Node, i: number) => parts.push(parameter(arg, args.kw_defaults[i] ?? null)));
  if (args.kwarg !== null) parts.push("**" + parameter(args.kwarg, null));
  return parts.join(", ");
}

function parameter(arg: Node, value: Node | null): string {
  const name = arg.annotation === null ? arg.arg : `${arg.arg}: ${expr(arg.annotation, TEST)}`;
  return value === null ? name : `${name}=${expr(value, TEST)}`;
}

function generators(node: Node): string {
  let text = "";
  for (const generator of node.generators) {
    text += generator.is_async ? " async for " : " for ";
    text += `${expr(generator.target, TUPLE)} in ${expr(generator.iter, TEST + 1)}`;
    for (const condition of generator.ifs) text += " if " + expr(condition, TEST + 1);
  }
  return text;
}

function slice(node: Node): string {
  const part = (bound: Node | null) => bound === null ? "" : expr(bound, TEST);
  return `${part(node.lower)}:${part(node.upper)}${node.step === null ? "" : ":" + part(node.step)}`;
}

function fstringPart(node: Node): string {
  switch (node.kind) {
    case "Constant":
      return node.value.value.replaceAll("{", "{{").replaceAll("}", "}}");
    case "JoinedStr":
      return node.values.map(fstringPart).join("");
    case "FormattedValue":
      return replacementField(node);
    default:
      throw new TypeError(`not part of an f-string: ${node.kind}`);
  }
}

function replacementField(node: Node): string {
  const text = expr(node.value, TEST + 1);
  const conversion = node.conversion > 0 ? "!" + String.fromCharCode(node.conversion) : "";
  const format = node.format_spec === null ? "" : ":" + fstringPart(node.format_spec);
  return `{${text.startsWith("{") ? " " : ""}${text}${conversion}${format}}`;
}
