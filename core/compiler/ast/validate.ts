/**
 * Checks a tree that did not come from the parser, but from `ast` objects that a program has put together: what the
 * grammar guarantees and the table of nodes does not say. Types of fields are taken for granted.
 *
 * The order of the checks is CPython's, since the first that fails is what the program gets to see.
 */
import { PyError } from "../parser/errors.ts";
import type { ConstantValue } from "./nodes.ts";
import type * as t from "./types.ts";

/** A constant that no code can hold, for {@link validate} to refuse: `typeName` is the name of its class. */
export interface InvalidConstant {
  type: "invalid";
  typeName: string;
}

function fail(message: string, className = "ValueError"): never {
  throw new PyError(className, message);
}

const FORBIDDEN_NAMES = new Set(["None", "True", "False"]);

function checkName(name: string): void {
  if (FORBIDDEN_NAMES.has(name)) fail(`identifier field can't represent '${name}' constant`);
}

function checkConstant(value: ConstantValue | InvalidConstant): void {
  if (value.type === "invalid") fail(`got an invalid type in Constant: ${value.typeName}`, "TypeError");
  if (value.type === "tuple" || value.type === "frozenset") value.items.forEach(checkConstant);
}

function nonEmpty(items: readonly unknown[], what: string, owner: string): void {
  if (items.length === 0) fail(`empty ${what} on ${owner}`);
}

type MaybeExpr = t.Expr | null;

/** Checks expressions, some of which may be missing. */
function loads(...nodes: readonly MaybeExpr[]): void {
  for (const node of nodes) if (node !== null) expression(node, "Load");
}

/** Checks a list of expressions; null stands for a Python `None` in it. */
function expressions(nodes: readonly MaybeExpr[], ctx: t.ExprContext, noneAllowed = false): void {
  for (const node of nodes) {
    if (node !== null) expression(node, ctx);
    else if (!noneAllowed) fail("None disallowed in expression list");
  }
}

function keywords(nodes: readonly t.Keyword[]): void {
  for (const node of nodes) loads(node.value);
}

function comprehensions(nodes: readonly t.Comprehension[]): void {
  if (nodes.length === 0) fail("comprehension with no generators");
  for (const { target, iter, ifs } of nodes) {
    expression(target, "Store");
    loads(iter);
    expressions(ifs, "Load");
  }
}

function parameters(node: t.Arguments): void {
  for (const arg of [...node.posonlyargs, ...node.args]) loads(arg.annotation);
  if (node.vararg !== null) loads(node.vararg.annotation);
  for (const arg of node.kwonlyargs) loads(arg.annotation);
  if (node.kwarg !== null) loads(node.kwarg.annotation);
  if (node.defaults.length > node.posonlyargs.length + node.args.length) {
    fail("more positional defaults than args on arguments");
  }
  if (node.kw_defaults.length !== node.kwonlyargs.length) {
    fail("length of kwonlyargs is not the same as kw_defaults on arguments");
  }
  expressions(node.defaults, "Load");
  expressions(node.kw_defaults, "Load", true);
}

/** Checks by kind. */
type Checks<N extends { kind: string }> = {
  readonly [K in N["kind"]]: (node: Extract<N, { kind: K }>, ctx: t.ExprContext) => void;
};

function comprehensionOf(node: { elt: t.Expr; generators: t.Comprehension[] }): void {
  comprehensions(node.generators);
  loads(node.elt);
}

const EXPRESSIONS: Checks<t.Expr> = {
  BoolOp: (node) => {
    if (node.values.length < 2) fail("BoolOp with less than 2 values");
    expressions(node.values, "Load");
  },
  NamedExpr: (node) => loads(node.value),
  BinOp: (node) => loads(node.left, node.right),
  UnaryOp: (node) => loads(node.operand),
  Lambda: (node) => {
    parameters(node.args);
    loads(node.body);
  },
  IfExp: (node) => loads(node.test, node.body, node.orelse),
  Dict: (node) => {
    if (node.keys.length !== node.values.length) fail("Dict doesn't have the same number of keys as values");
    expressions(node.keys, "Load", true);
    expressions(node.values, "Load");
  },
  Set: (node) => expressions(node.elts, "Load"),
  ListComp: comprehensionOf,
  SetComp: comprehensionOf,
  GeneratorExp: comprehensionOf,
  DictComp: (node) => {
    comprehensions(node.generators);
    loads(node.key, node.value);
  },
  Await: (node) => loads(node.value),
  Yield: (node) => loads(node.value),
  YieldFrom: (node) => loads(node.value),
  Compare: (node) => {
    if (node.comparators.length === 0) fail("Compare with no comparators");
    if (node.comparators.length !== node.ops.length) {
      fail("Compare has a different number of comparators and operands");
    }
    expressions(node.comparators, "Load");
    loads(node.left);
  },
  Call: (node) => {
    loads(node.func);
    expressions(node.args, "Load");
    keywords(node.keywords);
  },
  FormattedValue: (node) => loads(node.value, node.format_spec),
  JoinedStr: (node) => expressions(node.values, "Load"),
  Constant: (node) => checkConstant(node.value),
  Attribute: (node) => loads(node.value),
  Subscript: (node) => loads(node.slice, node.value),
  Starred: (node, ctx) => expression(node.value, ctx),
  Name: () => {},
  List: (node, ctx) => expressions(node.elts, ctx),
  Tuple: (node, ctx) => expressions(node.elts, ctx),
  Slice: (node) => loads(node.lower, node.upper, node.step),
};

/** Checks an expression that stands where `ctx` is asked for. */
function expression(node: t.Expr, ctx: t.ExprContext): void {
  if (node.kind === "Name") checkName(node.id);
  if ("ctx" in node) {
    if (node.ctx !== ctx) fail(`expression must have ${ctx} context but has ${node.ctx} instead`);
  } else if (ctx !== "Load") {
    fail(`expression which can't be assigned to in ${ctx} context`);
  }
  (EXPRESSIONS[node.kind] as (node: t.Expr, ctx: t.ExprContext) => void)(node, ctx);
}

const REAL = new Set(["int", "float"]);
const ANY_NUMBER = new Set(["int", "float", "complex"]);
const IMAGINARY = new Set(["complex"]);
const MATCHABLE = new Set(["int", "float", "bytes", "complex", "str"]);

function isNumber(node: t.Expr, types: ReadonlySet<string>): boolean {
  return node.kind === "Constant" && types.has(node.value.type);
}

function isNegative(node: t.Expr, types: ReadonlySet<string>): boolean {
  return node.kind === "UnaryOp" && node.op === "USub" && isNumber(node.operand, types);
}

function isComplexLiteral(node: t.Expr): boolean {
  if (node.kind !== "BinOp" || (node.op !== "Add" && node.op !== "Sub")) return false;
  return (isNumber(node.left, REAL) || isNegative(node.left, REAL)) && isNumber(node.right, IMAGINARY);
}

/** Checks an expression that is a pattern, or the key of one. */
function patternValue(node: t.Expr): void {
  loads(node);
  if (node.kind === "Constant") {
    if (!MATCHABLE.has(node.value.type)) fail("unexpected constant inside of a literal pattern");
    return;
  }
  if (node.kind === "Attribute" || node.kind === "JoinedStr") return;
  if (!isNegative(node, ANY_NUMBER) && !isComplexLiteral(node)) {
    fail("patterns may only match literals and attribute lookups");
  }
}

function checkCapture(name: string): void {
  if (name === "_") fail("can't capture name '_' in patterns");
  checkName(name);
}

function isSingleton(value: ConstantValue): boolean {
  return value.type === "None" || value.type === "bool";
}

function patterns(nodes: readonly t.Pattern[], starAllowed: boolean): void {
  for (const node of nodes) pattern(node, starAllowed);
}

type PatternChecks = {
  readonly [K in t.Pattern["kind"]]: (node: Extract<t.Pattern, { kind: K }>, starAllowed: boolean) => void;
};

const PATTERNS: PatternChecks = {
  MatchValue: (node) => patternValue(node.value),
  MatchSingleton: (node) => {
    if (!isSingleton(node.value)) fail("MatchSingleton can only contain True, False and None");
  },
  MatchSequence: (node) => patterns(node.patterns, true),
  MatchMapping: (node) => {
    if (node.keys.length !== node.patterns.length) {
      fail("MatchMapping doesn't have the same number of keys as patterns");
    }
    if (node.rest !== null) checkCapture(node.rest);
    for (const key of node.keys) {
      if (key.kind !== "Constant" || !isSingleton(key.value)) patternValue(key);
    }
    patterns(node.patterns, false);
  },
  MatchClass: (node) => {
    if (node.kwd_attrs.length !== node.kwd_patterns.length) {
      fail("MatchClass doesn't have the same number of keyword attributes as patterns");
    }
    loads(node.cls);
    let cls = node.cls;
    while (cls.kind === "Attribute") cls = cls.value;
    if (cls.kind !== "Name") fail("MatchClass cls field can only contain Name or Attribute nodes.");
    node.kwd_attrs.forEach(checkName);
    patterns(node.patterns, false);
    patterns(node.kwd_patterns, false);
  },
  MatchStar: (node, starAllowed) => {
    if (!starAllowed) fail("can't use MatchStar here");
    if (node.name !== null) checkCapture(node.name);
  },
  MatchAs: (node) => {
    if (node.name !== null) checkCapture(node.name);
    if (node.pattern === null) return;
    if (node.name === null) fail("MatchAs must specify a target name if a pattern is given");
    pattern(node.pattern, false);
  },
  MatchOr: (node) => {
    if (node.patterns.length < 2) fail("MatchOr requires at least 2 patterns");
    patterns(node.patterns, false);
  },
};

function pattern(node: t.Pattern, starAllowed: boolean): void {
  (PATTERNS[node.kind] as (node: t.Pattern, starAllowed: boolean) => void)(node, starAllowed);
}

function body(nodes: readonly (t.Stmt | null)[], owner: string): void {
  nonEmpty(nodes, "body", owner);
  statements(nodes);
}

function functionDef(node: t.FunctionDefNode | t.AsyncFunctionDefNode): void {
  body(node.body, node.kind);
  parameters(node.args);
  expressions(node.decorator_list, "Load");
  loads(node.returns);
}

function forLoop(node: t.ForNode | t.AsyncForNode): void {
  expression(node.target, "Store");
  loads(node.iter);
  body(node.body, node.kind);
  statements(node.orelse);
}

function withBlock(node: t.WithNode | t.AsyncWithNode): void {
  nonEmpty(node.items, "items", node.kind);
  for (const { context_expr, optional_vars } of node.items) {
    loads(context_expr);
    if (optional_vars !== null) expression(optional_vars, "Store");
  }
  body(node.body, node.kind);
}

function conditional(node: t.IfNode | t.WhileNode): void {
  loads(node.test);
  body(node.body, node.kind);
  statements(node.orelse);
}

function tryBlock(node: t.TryNode): void {
  body(node.body, "Try");
  if (node.handlers.length === 0) {
    if (node.finalbody.length === 0) fail("Try has neither except handlers nor finalbody");
    if (node.orelse.length > 0) fail("Try has orelse but no except handlers");
  }
  for (const handler of node.handlers) {
    loads(handler.type);
    body(handler.body, "ExceptHandler");
  }
  statements(node.finalbody);
  statements(node.orelse);
}

const STATEMENTS: Checks<t.Stmt> = {
  FunctionDef: functionDef,
  AsyncFunctionDef: functionDef,
  ClassDef: (node) => {
    body(node.body, "ClassDef");
    expressions(node.bases, "Load");
    keywords(node.keywords);
    expressions(node.decorator_list, "Load");
  },
  Return: (node) => loads(node.value),
  Delete: (node) => {
    nonEmpty(node.targets, "targets", "Delete");
    expressions(node.targets, "Del");
  },
  Assign: (node) => {
    nonEmpty(node.targets, "targets", "Assign");
    expressions(node.targets, "Store");
    loads(node.value);
  },
  AugAssign: (node) => {
    expression(node.target, "Store");
    loads(node.value);
  },
  AnnAssign: (node) => {
    if (node.target.kind !== "Name" && node.simple !== 0) {
      fail("AnnAssign with simple non-Name target", "TypeError");
    }
    expression(node.target, "Store");
    loads(node.value, node.annotation);
  },
  For: forLoop,
  AsyncFor: forLoop,
  While: conditional,
  If: conditional,
  With: withBlock,
  AsyncWith: withBlock,
  Match: (node) => {
    loads(node.subject);
    nonEmpty(node.cases, "cases", "Match");
    for (const matchCase of node.cases) {
      pattern(matchCase.pattern, false);
      loads(matchCase.guard);
      body(matchCase.body, "match_case");
    }
  },
  Raise: (node) => {
    if (node.exc === null && node.cause !== null) fail("Raise with cause but no exception");
    loads(node.exc, node.cause);
  },
  Try: tryBlock,
  Assert: (node) => loads(node.test, node.msg),
  Import: (node) => nonEmpty(node.names, "names", "Import"),
  ImportFrom: (node) => {
    if (node.level !== null && node.level < 0) fail("Negative ImportFrom level");
    nonEmpty(node.names, "names", "ImportFrom");
  },
  Global: (node) => nonEmpty(node.names, "names", "Global"),
  Nonlocal: (node) => nonEmpty(node.names, "names", "Nonlocal"),
  Expr: (node) => loads(node.value),
  Pass: () => {},
  Break: () => {},
  Continue: () => {},
};

function statements(nodes: readonly (t.Stmt | null)[]): void {
  for (const node of nodes) {
    if (node === null) fail("None disallowed in statement list");
    (STATEMENTS[node.kind] as (node: t.Stmt, ctx: t.ExprContext) => void)(node, "Load");
  }
}

/** Checks a tree. Throws a `PyError` of class `ValueError`, `TypeError` or `RecursionError`. */
export function validate(tree: t.ModNode): void {
  try {
    switch (tree.kind) {
      case "Module":
      case "Interactive":
        return statements(tree.body);
      case "Expression":
        return loads(tree.body);
      case "FunctionType":
        expressions(tree.argtypes, "Load");
        return loads(tree.returns);
    }
  } catch (error) {
    if (error instanceof RangeError) {
      fail("maximum recursion depth exceeded during compilation", "RecursionError");
    }
    throw error;
  }
}
