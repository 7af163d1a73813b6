/** Code of expressions. Each visitor leaves exactly one value on the stack (none for stores and deletions). */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import { FUNCTION_BLOCK } from "../symtable/flags.ts";
import { visitCall } from "./calls.ts";
import { checkCompare, checkIndex, checkSubscripted } from "./checks.ts";
import { type Compiler, CONTEXTS, LOAD, STORE } from "./compiler.ts";
import { visitComprehension } from "./comprehensions.ts";
import { unpackTargets, visitDict, visitSet } from "./displays.ts";
import { visitDisplay } from "./displays.ts";
import { visitLambda } from "./functions.ts";
import { jumpIf } from "./jumps.ts";
import { addCompare } from "./operators.ts";
import { BINARY_OPS, UNARY_OPS } from "./operators.ts";
import { visitFormattedValue, visitJoinedStr } from "./strings.ts";
import { SCOPE_ASYNC_FUNCTION, SCOPE_COMPREHENSION } from "./unit.ts";

/** Emits an expression; afterwards the place is again what it was. */
export function visitExpr(c: Compiler, node: Node): void {
  const u = c.u;
  const line = u.line;
  const column = u.column;
  const endLine = u.endLine;
  const endColumn = u.endColumn;
  u.line = node.lineno;
  u.column = node.col_offset;
  u.endLine = node.end_lineno;
  u.endColumn = node.end_col_offset;
  dispatch(c, node);
  u.line = line;
  u.column = column;
  u.endLine = endLine;
  u.endColumn = endColumn;
}

/** Emits a list of expressions in order. */
export function visitExprs(c: Compiler, list: readonly Node[]): void {
  for (let i = 0; i < list.length; i++) visitExpr(c, list[i]);
}

function dispatch(c: Compiler, node: Node): void {
  switch (node.kind) {
    case "Name":
      return c.nameOp(node.id, CONTEXTS[node.ctx]!);
    case "Constant":
      return c.loadConst(node.value);
    case "Attribute":
      return visitAttribute(c, node);
    case "Call":
      return visitCall(c, node);
    case "BinOp":
      visitExpr(c, node.left);
      visitExpr(c, node.right);
      return c.op(BINARY_OPS[node.op]!);
    case "Compare":
      return visitCompare(c, node);
    case "Subscript":
      return visitSubscript(c, node);
    case "UnaryOp":
      visitExpr(c, node.operand);
      return c.op(UNARY_OPS[node.op]!);
    case "BoolOp":
      return visitBoolOp(c, node);
    case "Tuple":
      return visitTarget(c, node, Op.BUILD_TUPLE);
    case "List":
      return visitTarget(c, node, Op.BUILD_LIST);
    case "Dict":
      return visitDict(c, node);
    case "Set":
      return visitSet(c, node);
    case "JoinedStr":
      return visitJoinedStr(c, node);
    case "FormattedValue":
      return visitFormattedValue(c, node);
    default:
      return dispatchRest(c, node);
  }
}

function dispatchRest(c: Compiler, node: Node): void {
  switch (node.kind) {
    case "IfExp":
      return visitIfExp(c, node);
    case "Lambda":
      return visitLambda(c, node);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return visitComprehension(c, node);
    case "Slice":
      return visitSlice(c, node);
    case "NamedExpr":
      visitExpr(c, node.value);
      c.op(Op.DUP_TOP);
      return visitExpr(c, node.target);
    case "Yield":
      return visitYield(c, node);
    case "YieldFrom":
      return visitYieldFrom(c, node);
    case "Await":
      return visitAwait(c, node);
    case "Starred":
      throw c.error(
        node.ctx === "Store"
          ? "starred assignment target must be in a list or tuple"
          : "can't use starred expression here",
      );
  }
}

/** Tuples and lists: displays, or targets of assignments and deletions. */
function visitTarget(c: Compiler, node: Node, build: number): void {
  if (node.ctx === "Load") return visitDisplay(c, node.elts, build);
  if (node.ctx === "Del") return visitExprs(c, node.elts);
  unpackTargets(c, node.elts);
  for (const element of node.elts) visitExpr(c, element.kind === "Starred" ? element.value : element);
}

function visitAttribute(c: Compiler, node: Node): void {
  visitExpr(c, node.value);
  if (node.ctx === "Del") return c.opName(Op.DELETE_ATTR, node.attr);
  if (node.ctx === "Store") c.checkName(node.attr, STORE);
  // The line of an attribute is that of its name.
  const line = c.u.line;
  c.u.line = node.end_lineno;
  c.opName(node.ctx === "Load" ? Op.LOAD_ATTR : Op.STORE_ATTR, node.attr);
  c.u.line = line;
}

const SUBSCRIPT_OPS = [Op.BINARY_SUBSCR, Op.STORE_SUBSCR, Op.DELETE_SUBSCR];

function visitSubscript(c: Compiler, node: Node): void {
  const context = CONTEXTS[node.ctx]!;
  if (context === LOAD) {
    checkSubscripted(c, node.value);
    checkIndex(c, node.value, node.slice);
  }
  visitExpr(c, node.value);
  visitExpr(c, node.slice);
  c.op(SUBSCRIPT_OPS[context]!);
}

function visitSlice(c: Compiler, node: Node): void {
  for (const bound of [node.lower, node.upper]) {
    if (bound === null) c.loadNone();
    else visitExpr(c, bound);
  }
  if (node.step !== null) visitExpr(c, node.step);
  c.opArg(Op.BUILD_SLICE, node.step === null ? 2 : 3);
}

function visitBoolOp(c: Compiler, node: Node): void {
  const op = node.op === "And" ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP;
  const end = c.newBlock();
  const last = node.values.length - 1;
  for (let i = 0; i < last; i++) {
    visitExpr(c, node.values[i]);
    c.jump(op, end);
    c.nextBlock();
  }
  visitExpr(c, node.values[last]);
  c.useNextBlock(end);
}

function visitCompare(c: Compiler, node: Node): void {
  checkCompare(c, node);
  visitExpr(c, node.left);
  const last = node.ops.length - 1;
  if (last === 0) {
    visitExpr(c, node.comparators[0]);
    return addCompare(c, node.ops[0]);
  }
  const cleanup = c.newBlock();
  for (let i = 0; i < last; i++) {
    visitExpr(c, node.comparators[i]);
    c.op(Op.DUP_TOP);
    c.op(Op.ROT_THREE);
    addCompare(c, node.ops[i]);
    c.jump(Op.JUMP_IF_FALSE_OR_POP, cleanup);
    c.nextBlock();
  }
  visitExpr(c, node.comparators[last]);
  addCompare(c, node.ops[last]);
  const end = c.newBlock();
  c.jumpNoLine(Op.JUMP_FORWARD, end);
  c.useNextBlock(cleanup);
  c.op(Op.ROT_TWO);
  c.op(Op.POP_TOP);
  c.useNextBlock(end);
}

function visitIfExp(c: Compiler, node: Node): void {
  const end = c.newBlock();
  const otherwise = c.newBlock();
  jumpIf(c, node.test, otherwise, false);
  visitExpr(c, node.body);
  c.jumpNoLine(Op.JUMP_FORWARD, end);
  c.useNextBlock(otherwise);
  visitExpr(c, node.orelse);
  c.useNextBlock(end);
}

function visitYield(c: Compiler, node: Node): void {
  if (c.u.entry.type !== FUNCTION_BLOCK) throw c.error("'yield' outside function");
  if (node.value === null) c.loadNone();
  else visitExpr(c, node.value);
  c.op(Op.YIELD_VALUE);
}

function visitYieldFrom(c: Compiler, node: Node): void {
  if (c.u.entry.type !== FUNCTION_BLOCK) throw c.error("'yield' outside function");
  if (c.u.scope === SCOPE_ASYNC_FUNCTION) throw c.error("'yield from' inside async function");
  visitExpr(c, node.value);
  c.op(Op.GET_YIELD_FROM_ITER);
  c.loadNone();
  c.op(Op.YIELD_FROM);
}

function visitAwait(c: Compiler, node: Node): void {
  if (!c.isTopLevelAwait) {
    if (c.u.entry.type !== FUNCTION_BLOCK) throw c.error("'await' outside function");
    if (c.u.scope !== SCOPE_ASYNC_FUNCTION && c.u.scope !== SCOPE_COMPREHENSION) {
      throw c.error("'await' outside async function");
    }
  }
  visitExpr(c, node.value);
  awaitTop(c);
}

/** Emits the awaiting of what is on top of the stack. */
export function awaitTop(c: Compiler): void {
  c.op(Op.GET_AWAITABLE);
  c.loadNone();
  c.op(Op.YIELD_FROM);
}
