/** Code of simple statements, and the dispatch over all of them. */
import type { Node } from "../ast/access.ts";
import { PyError } from "../errors.ts";
import { Op } from "../opcodes.ts";
import { type Compiler, LOAD, STORE } from "./compiler.ts";
import { visitExpr, visitExprs } from "./expressions.ts";
import { visitAnnotation, visitClassDef, visitFunctionDef } from "./functions.ts";
import { visitImport, visitImportFrom } from "./imports.ts";
import { jumpIf } from "./jumps.ts";
import { visitAsyncFor, visitFor, visitIf, visitWhile } from "./loops.ts";
import { visitMatch } from "./match.ts";
import { INPLACE_OPS } from "./operators.ts";
import { visitTry } from "./try.ts";
import { visitBreak, visitContinue, visitReturn } from "./unwind.ts";
import { visitAsyncWith, visitWith } from "./with.ts";

/** Emits statements in order. */
export function visitStmts(c: Compiler, list: readonly Node[]): void {
  for (let i = 0; i < list.length; i++) visitStmt(c, list[i]);
}

/** Emits a statement. */
export function visitStmt(c: Compiler, node: Node): void {
  c.setPlace(node);
  switch (node.kind) {
    case "Expr":
      return visitExprStmt(c, node.value);
    case "Assign":
      return visitAssign(c, node);
    case "Return":
      return visitReturn(c, node);
    case "If":
      return visitIf(c, node);
    case "For":
      return visitFor(c, node);
    case "While":
      return visitWhile(c, node);
    case "Try":
      return visitTry(c, node);
    case "With":
      return visitWith(c, node, 0);
    case "FunctionDef":
    case "AsyncFunctionDef":
      return visitFunctionDef(c, node);
    case "ClassDef":
      return visitClassDef(c, node);
    case "AugAssign":
      return visitAugAssign(c, node);
    case "AnnAssign":
      return visitAnnAssign(c, node);
    default:
      return visitRareStmt(c, node);
  }
}

function visitRareStmt(c: Compiler, node: Node): void {
  switch (node.kind) {
    case "Raise":
      return visitRaise(c, node);
    case "Assert":
      return visitAssert(c, node);
    case "Delete":
      return visitExprs(c, node.targets);
    case "Import":
      return visitImport(c, node);
    case "ImportFrom":
      return visitImportFrom(c, node);
    case "Pass":
      return c.op(Op.NOP);
    case "Break":
      return visitBreak(c);
    case "Continue":
      return visitContinue(c);
    case "Match":
      return visitMatch(c, node);
    case "AsyncFor":
      return visitAsyncFor(c, node);
    case "AsyncWith":
      return visitAsyncWith(c, node, 0);
  }
}

function visitExprStmt(c: Compiler, value: Node): void {
  if (c.interactive && c.nestLevel <= 1) {
    visitExpr(c, value);
    return c.op(Op.PRINT_EXPR);
  }
  if (value.kind === "Constant") return c.op(Op.NOP);
  visitExpr(c, value);
  c.u.line = -1;
  c.op(Op.POP_TOP);
}

function visitAssign(c: Compiler, node: Node): void {
  visitExpr(c, node.value);
  const last = node.targets.length - 1;
  for (let i = 0; i <= last; i++) {
    if (i < last) c.op(Op.DUP_TOP);
    visitExpr(c, node.targets[i]);
  }
}

function visitAugAssign(c: Compiler, node: Node): void {
  const target = node.target;
  const operator = INPLACE_OPS[node.op]!;
  c.setPlace(target);
  switch (target.kind) {
    case "Attribute":
      visitExpr(c, target.value);
      c.op(Op.DUP_TOP);
      c.u.line = target.end_lineno;
      c.opName(Op.LOAD_ATTR, target.attr);
      augment(c, node, operator);
      c.u.line = target.end_lineno;
      c.op(Op.ROT_TWO);
      return c.opName(Op.STORE_ATTR, target.attr);
    case "Subscript":
      visitExpr(c, target.value);
      visitExpr(c, target.slice);
      c.op(Op.DUP_TOP_TWO);
      c.op(Op.BINARY_SUBSCR);
      augment(c, node, operator);
      c.op(Op.ROT_THREE);
      return c.op(Op.STORE_SUBSCR);
    case "Name":
      c.nameOp(target.id, LOAD);
      augment(c, node, operator);
      return c.nameOp(target.id, STORE);
    default:
      throw new PyError("SystemError", "invalid node type for augmented assignment");
  }
}

/** The value and the operator; what follows belongs to the target again. */
function augment(c: Compiler, node: Node, operator: number): void {
  c.setPlace(node);
  visitExpr(c, node.value);
  c.op(operator);
  c.setPlace(node.target);
}

function visitAnnAssign(c: Compiler, node: Node): void {
  const target = node.target;
  if (node.value !== null) {
    visitExpr(c, node.value);
    visitExpr(c, target);
  }
  switch (target.kind) {
    case "Name":
      c.checkName(target.id, STORE);
      if (node.simple && c.keepsAnnotations) storeAnnotation(c, node);
      break;
    case "Attribute":
      c.checkName(target.attr, STORE);
      if (node.value === null) evaluate(c, target.value);
      break;
    case "Subscript":
      if (node.value === null) {
        evaluate(c, target.value);
        evaluateSlice(c, target.slice);
      }
      break;
    default:
      throw new PyError("SystemError", "invalid node type for annotated assignment");
  }
  if (!node.simple && !c.futureAnnotations && c.keepsAnnotations) evaluate(c, node.annotation);
}

function storeAnnotation(c: Compiler, node: Node): void {
  visitAnnotation(c, node.annotation);
  c.opName(Op.LOAD_NAME, "__annotations__");
  c.loadString(c.mangle(node.target.id));
  c.op(Op.STORE_SUBSCR);
}

/** Evaluates an expression for its effects only. */
function evaluate(c: Compiler, node: Node): void {
  visitExpr(c, node);
  c.op(Op.POP_TOP);
}

function evaluateSlice(c: Compiler, node: Node): void {
  if (node.kind === "Slice") {
    for (const part of [node.lower, node.upper, node.step]) if (part !== null) evaluate(c, part);
  } else if (node.kind === "Tuple") {
    for (const element of node.elts) evaluateSlice(c, element);
  } else {
    evaluate(c, node);
  }
}

function visitRaise(c: Compiler, node: Node): void {
  let count = 0;
  if (node.exc !== null) {
    visitExpr(c, node.exc);
    count++;
    if (node.cause !== null) {
      visitExpr(c, node.cause);
      count++;
    }
  }
  c.opArg(Op.RAISE_VARARGS, count);
}

function visitAssert(c: Compiler, node: Node): void {
  const test = node.test;
  const isTuple = test.kind === "Tuple"
    ? test.elts.length > 0
    : test.kind === "Constant" && test.value.type === "tuple" && test.value.items.length > 0;
  if (isTuple) c.warn("assertion is always true, perhaps remove parentheses?");
  if (c.options.optimize > 0) return;
  const end = c.newBlock();
  jumpIf(c, test, end, true);
  c.op(Op.LOAD_ASSERTION_ERROR);
  if (node.msg !== null) {
    visitExpr(c, node.msg);
    c.opArg(Op.CALL_FUNCTION, 1);
  }
  c.opArg(Op.RAISE_VARARGS, 1);
  c.useNextBlock(end);
}
