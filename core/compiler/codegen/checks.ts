/** Warnings about expressions that cannot mean what they say. */
import type { Node } from "../ast/access.ts";
import type { ConstantValue } from "../ast/nodes.ts";
import type { Compiler } from "./compiler.ts";

const TYPE_NAMES: Readonly<Record<string, string>> = {
  Tuple: "tuple",
  List: "list",
  ListComp: "list",
  Dict: "dict",
  DictComp: "dict",
  Set: "set",
  SetComp: "set",
  GeneratorExp: "generator",
  Lambda: "function",
  JoinedStr: "str",
  FormattedValue: "str",
};

const CONSTANT_TYPE_NAMES: Readonly<Record<ConstantValue["type"], string>> = {
  None: "NoneType",
  Ellipsis: "ellipsis",
  bool: "bool",
  int: "int",
  float: "float",
  complex: "complex",
  str: "str",
  bytes: "bytes",
  tuple: "tuple",
  frozenset: "frozenset",
};

const NOT_CALLABLE: ReadonlySet<string> = new Set([
  "Constant",
  "Tuple",
  "List",
  "ListComp",
  "Dict",
  "DictComp",
  "Set",
  "SetComp",
  "GeneratorExp",
  "JoinedStr",
  "FormattedValue",
]);

const NOT_SUBSCRIPTABLE: ReadonlySet<string> = new Set(["Set", "SetComp", "GeneratorExp", "Lambda"]);
const NOT_SUBSCRIPTABLE_CONSTANTS: ReadonlySet<string> = new Set([
  "None",
  "Ellipsis",
  "bool",
  "int",
  "float",
  "complex",
  "frozenset",
]);

const SEQUENCES: ReadonlySet<string> = new Set(["Tuple", "List", "ListComp", "JoinedStr", "FormattedValue"]);
const SEQUENCE_CONSTANTS: ReadonlySet<string> = new Set(["str", "bytes", "tuple"]);

/** The type that the value of an expression has for sure, or null. */
function typeName(node: Node): string | null {
  if (node.kind === "Constant") return CONSTANT_TYPE_NAMES[node.value.type as ConstantValue["type"]];
  return TYPE_NAMES[node.kind] ?? null;
}

/** Warns of calling what is never callable. */
export function checkCaller(c: Compiler, node: Node): void {
  if (!NOT_CALLABLE.has(node.kind)) return;
  c.warn(`'${typeName(node)}' object is not callable; perhaps you missed a comma?`);
}

/** Warns of subscripting what never has items. */
export function checkSubscripted(c: Compiler, node: Node): void {
  const warns = node.kind === "Constant"
    ? NOT_SUBSCRIPTABLE_CONSTANTS.has(node.value.type)
    : NOT_SUBSCRIPTABLE.has(node.kind);
  if (warns) c.warn(`'${typeName(node)}' object is not subscriptable; perhaps you missed a comma?`);
}

/** Warns of an index that a sequence never takes. */
export function checkIndex(c: Compiler, node: Node, index: Node): void {
  const indexType = typeName(index);
  if (indexType === null || indexType === "int" || indexType === "bool") return;
  const warns = node.kind === "Constant" ? SEQUENCE_CONSTANTS.has(node.value.type) : SEQUENCES.has(node.kind);
  if (!warns) return;
  const what = `${typeName(node)} indices must be integers or slices, not ${indexType}`;
  c.warn(`${what}; perhaps you missed a comma?`);
}

/** Warns of comparing with a literal by identity. */
export function checkCompare(c: Compiler, node: Node): void {
  let left = hasIdentity(node.left);
  for (let i = 0; i < node.ops.length; i++) {
    const right = hasIdentity(node.comparators[i]);
    const op = node.ops[i];
    if ((op === "Is" || op === "IsNot") && !(left && right)) {
      return c.warn(
        op === "Is"
          ? '"is" with a literal. Did you mean "=="?'
          : '"is not" with a literal. Did you mean "!="?',
      );
    }
    left = right;
  }
}

/** Whether `is` makes sense on the value: all but literals, save the singletons. */
function hasIdentity(node: Node): boolean {
  if (node.kind !== "Constant") return true;
  const type = node.value.type;
  return type === "None" || type === "bool" || type === "Ellipsis";
}
