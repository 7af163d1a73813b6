/** Code of `if` and of loops. */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import type { Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { jumpIf } from "./jumps.ts";
import { visitStmts } from "./statements.ts";
import { FB_FOR_LOOP, FB_WHILE_LOOP, SCOPE_ASYNC_FUNCTION } from "./unit.ts";

/** Emits an `if` statement. */
export function visitIf(c: Compiler, node: Node): void {
  const end = c.newBlock();
  const hasElse = node.orelse.length > 0;
  const otherwise = hasElse ? c.newBlock() : end;
  jumpIf(c, node.test, otherwise, false);
  visitStmts(c, node.body);
  if (hasElse) {
    c.jumpNoLine(Op.JUMP_FORWARD, end);
    c.useNextBlock(otherwise);
    visitStmts(c, node.orelse);
  }
  c.useNextBlock(end);
}

/** Emits a `while` loop; the test stands before the loop and again at its end. */
export function visitWhile(c: Compiler, node: Node): void {
  const loop = c.newBlock();
  const body = c.newBlock();
  const anchor = c.newBlock();
  const end = c.newBlock();
  c.useNextBlock(loop);
  c.pushFrameBlock(FB_WHILE_LOOP, loop, end, null);
  jumpIf(c, node.test, anchor, false);
  c.useNextBlock(body);
  visitStmts(c, node.body);
  c.setPlace(node);
  jumpIf(c, node.test, body, true);
  c.popFrameBlock();
  c.useNextBlock(anchor);
  visitStmts(c, node.orelse);
  c.useNextBlock(end);
}

/** Emits a `for` loop. */
export function visitFor(c: Compiler, node: Node): void {
  const start = c.newBlock();
  const body = c.newBlock();
  const cleanup = c.newBlock();
  const end = c.newBlock();
  c.pushFrameBlock(FB_FOR_LOOP, start, end, null);
  visitExpr(c, node.iter);
  c.op(Op.GET_ITER);
  c.useNextBlock(start);
  c.jump(Op.FOR_ITER, cleanup);
  c.useNextBlock(body);
  visitExpr(c, node.target);
  visitStmts(c, node.body);
  c.u.line = -1;
  c.jump(Op.JUMP_ABSOLUTE, start);
  c.useNextBlock(cleanup);
  c.popFrameBlock();
  visitStmts(c, node.orelse);
  c.useNextBlock(end);
}

/** Emits an `async for` loop; the end of the iteration arrives as an exception. */
export function visitAsyncFor(c: Compiler, node: Node): void {
  if (c.isTopLevelAwait) c.u.entry.coroutine = true;
  else if (c.u.scope !== SCOPE_ASYNC_FUNCTION) throw c.error("'async for' outside async function");
  const start = c.newBlock();
  const except = c.newBlock();
  const end = c.newBlock();
  visitExpr(c, node.iter);
  c.op(Op.GET_AITER);
  c.useNextBlock(start);
  c.pushFrameBlock(FB_FOR_LOOP, start, end, null);
  c.jump(Op.SETUP_FINALLY, except);
  c.op(Op.GET_ANEXT);
  c.loadNone();
  c.op(Op.YIELD_FROM);
  c.op(Op.POP_BLOCK);
  visitExpr(c, node.target);
  visitStmts(c, node.body);
  c.u.line = -1;
  c.jump(Op.JUMP_ABSOLUTE, start);
  c.popFrameBlock();
  c.useNextBlock(except);
  // The exception ends the loop, not the body: it belongs to the line of the iterator.
  c.setPlace(node.iter);
  c.op(Op.END_ASYNC_FOR);
  visitStmts(c, node.orelse);
  c.useNextBlock(end);
}
