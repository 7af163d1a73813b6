/**
 * The optimizer of trees: folds constant expressions in place, children before parents.
 *
 * ```ts
 * optimizeTree(tree, { optimize: 0, futureAnnotations: false });
 * ```
 *
 * A folded node becomes a `Constant` and keeps its place. Annotations stay as written where they will be kept
 * as text.
 */
import { docstringOf, type Node } from "../ast/access.ts";
import type { ConstantValue } from "../ast/nodes.ts";
import { binary, unary } from "./arithmetic.ts";
import { item } from "./sequences.ts";
import { enterNode } from "../recursion.ts";
import { uniqueItems } from "./equality.ts";

/** What the optimizer must know of the compilation. */
export interface OptimizeOptions {
  /** The level of `-O`. */
  optimize: number;
  futureAnnotations: boolean;
}

/** Folds the constants of a tree, in place. */
export function optimizeTree(tree: Node, options: OptimizeOptions): void {
  const optimizer = new Optimizer(options);
  if (tree.kind === "Expression") optimizer.expr(tree.body);
  else if (tree.kind === "Interactive") optimizer.stmts(tree.body);
  else optimizer.body(tree.body);
}

/** Turns a node into a constant, unless the value could not be computed. */
function makeConstant(node: Node, value: ConstantValue | null): void {
  if (value === null) return;
  node.kind = "Constant";
  node.value = value;
  node.kind_ = null;
}

const OPPOSITE: Readonly<Record<string, string>> = { Is: "IsNot", IsNot: "Is", In: "NotIn", NotIn: "In" };

class Optimizer {
  private depth = 0;

  constructor(private readonly options: OptimizeOptions) {}

  stmts(body: readonly Node[]): void {
    for (let i = 0; i < body.length; i++) this.stmt(body[i]);
  }

  exprs(list: readonly Node[]): void {
    for (let i = 0; i < list.length; i++) if (list[i] !== null) this.expr(list[i]);
  }

  private optional(node: Node | null): void {
    if (node !== null) this.expr(node);
  }

  /** A body whose first statement only becomes a string by folding must not gain a docstring by it. */
  body(body: Node[]): void {
    const hadDocstring = docstringOf(body) !== null;
    this.stmts(body);
    if (hadDocstring || docstringOf(body) === null) return;
    const statement = body[0];
    statement.value = {
      kind: "JoinedStr",
      values: [statement.value],
      lineno: statement.lineno,
      col_offset: statement.col_offset,
      end_lineno: statement.end_lineno,
      end_col_offset: statement.end_col_offset,
    };
  }

  private stmt(node: Node): void {
    enterNode(++this.depth);
    this.stmtKind(node);
    this.depth--;
  }

  private stmtKind(node: Node): void {
    switch (node.kind) {
      case "Expr":
        return this.expr(node.value);
      case "Assign":
        this.exprs(node.targets);
        return this.expr(node.value);
      case "Return":
        return this.optional(node.value);
      case "AugAssign":
        this.expr(node.target);
        return this.expr(node.value);
      case "AnnAssign":
        this.expr(node.target);
        if (!this.options.futureAnnotations) this.expr(node.annotation);
        return this.optional(node.value);
      case "Delete":
        return this.exprs(node.targets);
      case "Raise":
        this.optional(node.exc);
        return this.optional(node.cause);
      case "Assert":
        this.expr(node.test);
        return this.optional(node.msg);
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.arguments(node.args);
        this.body(node.body);
        this.exprs(node.decorator_list);
        if (!this.options.futureAnnotations) this.optional(node.returns);
        return;
      case "ClassDef":
        this.exprs(node.bases);
        for (const keyword of node.keywords) this.expr(keyword.value);
        this.body(node.body);
        return this.exprs(node.decorator_list);
      default:
        return this.compound(node);
    }
  }

  private compound(node: Node): void {
    switch (node.kind) {
      case "For":
      case "AsyncFor":
        this.expr(node.target);
        this.expr(node.iter);
        this.stmts(node.body);
        this.stmts(node.orelse);
        if (node.kind === "For") foldIterable(node.iter);
        return;
      case "While":
      case "If":
        this.expr(node.test);
        this.stmts(node.body);
        return this.stmts(node.orelse);
      case "With":
      case "AsyncWith":
        for (const withItem of node.items) {
          this.expr(withItem.context_expr);
          this.optional(withItem.optional_vars);
        }
        return this.stmts(node.body);
      case "Try":
        this.stmts(node.body);
        for (const handler of node.handlers) {
          this.optional(handler.type);
          this.stmts(handler.body);
        }
        this.stmts(node.orelse);
        return this.stmts(node.finalbody);
      case "Match":
        this.expr(node.subject);
        for (const matchCase of node.cases) {
          this.pattern(matchCase.pattern);
          this.optional(matchCase.guard);
          this.stmts(matchCase.body);
        }
    }
  }

  expr(node: Node): void {
    enterNode(++this.depth);
    this.exprKind(node);
    this.depth--;
  }

  private exprKind(node: Node): void {
    switch (node.kind) {
      case "Name":
        if (node.ctx === "Load" && node.id === "__debug__") {
          makeConstant(node, { type: "bool", value: this.options.optimize === 0 });
        }
        return;
      case "Constant":
        return;
      case "Attribute":
      case "Starred":
      case "Await":
      case "YieldFrom":
        return this.expr(node.value);
      case "Call":
        this.expr(node.func);
        this.exprs(node.args);
        for (const keyword of node.keywords) this.expr(keyword.value);
        return;
      case "BinOp":
        this.expr(node.left);
        this.expr(node.right);
        if (node.left.kind === "Constant" && node.right.kind === "Constant") {
          makeConstant(node, binary(node.op, node.left.value, node.right.value));
        }
        return;
      case "Compare":
        this.expr(node.left);
        this.exprs(node.comparators);
        return foldCompare(node);
      case "BoolOp":
      case "JoinedStr":
        return this.exprs(node.values);
      case "UnaryOp":
        this.expr(node.operand);
        return foldUnary(node);
      case "Subscript":
        this.expr(node.value);
        this.expr(node.slice);
        return foldSubscript(node);
      case "Tuple":
        this.exprs(node.elts);
        if (node.ctx === "Load") makeConstant(node, constantTuple(node.elts));
        return;
      default:
        return this.otherExpr(node);
    }
  }

  private otherExpr(node: Node): void {
    switch (node.kind) {
      case "List":
      case "Set":
        return this.exprs(node.elts);
      case "Dict":
        this.exprs(node.keys);
        return this.exprs(node.values);
      case "IfExp":
        this.expr(node.test);
        this.expr(node.body);
        return this.expr(node.orelse);
      case "Lambda":
        this.arguments(node.args);
        return this.expr(node.body);
      case "FormattedValue":
        this.expr(node.value);
        return this.optional(node.format_spec);
      case "Slice":
        this.optional(node.lower);
        this.optional(node.upper);
        return this.optional(node.step);
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        this.expr(node.elt);
        return this.generators(node.generators);
      case "DictComp":
        this.expr(node.key);
        this.expr(node.value);
        return this.generators(node.generators);
      case "NamedExpr":
        return this.expr(node.value);
      case "Yield":
        return this.optional(node.value);
    }
  }

  private generators(generators: readonly Node[]): void {
    for (const generator of generators) {
      this.expr(generator.target);
      this.expr(generator.iter);
      this.exprs(generator.ifs);
      foldIterable(generator.iter);
    }
  }

  private arguments(args: Node): void {
    if (!this.options.futureAnnotations) {
      for (const list of [args.posonlyargs, args.args, args.kwonlyargs]) {
        for (const arg of list) this.optional(arg.annotation);
      }
      this.optional(args.vararg?.annotation ?? null);
      this.optional(args.kwarg?.annotation ?? null);
    }
    this.exprs(args.kw_defaults);
    this.exprs(args.defaults);
  }

  private patterns(list: readonly Node[]): void {
    for (const pattern of list) this.pattern(pattern);
  }

  private pattern(node: Node): void {
    switch (node.kind) {
      case "MatchValue":
        return this.expr(node.value);
      case "MatchSequence":
      case "MatchOr":
        return this.patterns(node.patterns);
      case "MatchMapping":
        this.exprs(node.keys);
        return this.patterns(node.patterns);
      case "MatchClass":
        this.expr(node.cls);
        this.patterns(node.patterns);
        return this.patterns(node.kwd_patterns);
      case "MatchAs":
        if (node.pattern !== null) this.pattern(node.pattern);
    }
  }
}

function constantTuple(elements: readonly Node[]): ConstantValue | null {
  for (const element of elements) if (element.kind !== "Constant") return null;
  return { type: "tuple", items: elements.map((element) => element.value) };
}

/** `not a is b` and `not a in b`; other comparisons may not be the opposite of their opposite. */
function foldUnary(node: Node): void {
  const operand = node.operand;
  if (operand.kind === "Constant") {
    makeConstant(node, unary(node.op, operand.value));
  } else if (node.op === "Not" && operand.kind === "Compare" && operand.ops.length === 1) {
    const opposite = OPPOSITE[operand.ops[0]];
    if (opposite === undefined) return;
    operand.ops[0] = opposite;
    Object.assign(node, operand);
  }
}

function foldSubscript(node: Node): void {
  if (node.ctx !== "Load" || node.value.kind !== "Constant" || node.slice.kind !== "Constant") return;
  makeConstant(node, item(node.value.value, node.slice.value));
}

function foldCompare(node: Node): void {
  const op = node.ops[node.ops.length - 1];
  if (op === "In" || op === "NotIn") foldIterable(node.comparators[node.comparators.length - 1]);
}

/** What is only iterated or searched need not be a fresh list or set. */
function foldIterable(node: Node): void {
  if (node.kind === "List") {
    for (const element of node.elts) if (element.kind === "Starred") return;
    node.kind = "Tuple";
    makeConstant(node, constantTuple(node.elts));
  } else if (node.kind === "Set") {
    const tuple = constantTuple(node.elts);
    if (tuple?.type === "tuple") makeConstant(node, { type: "frozenset", items: uniqueItems(tuple.items) });
  }
}
