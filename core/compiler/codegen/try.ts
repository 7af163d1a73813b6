/**
 * Code of `try`. The `finally` block is emitted twice, for the normal and for the exceptional way (and again for
 * each jump out of the statement, see `unwind.ts`).
 */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import type { Block } from "./blocks.ts";
import { type Compiler, STORE } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { visitStmts } from "./statements.ts";
import {
  FB_EXCEPTION_HANDLER,
  FB_FINALLY_END,
  FB_FINALLY_TRY,
  FB_HANDLER_CLEANUP,
  FB_TRY_EXCEPT,
} from "./unit.ts";
import { forgetName } from "./unwind.ts";

/** Emits a `try` statement. */
export function visitTry(c: Compiler, node: Node): void {
  if (node.finalbody.length > 0) visitTryFinally(c, node);
  else visitTryExcept(c, node);
}

function visitTryFinally(c: Compiler, node: Node): void {
  const body = c.newBlock();
  const end = c.newBlock();
  const exit = c.newBlock();
  c.jump(Op.SETUP_FINALLY, end);
  c.useNextBlock(body);
  c.pushFrameBlock(FB_FINALLY_TRY, body, end, node.finalbody);
  if (node.handlers.length > 0) visitTryExcept(c, node);
  else visitStmts(c, node.body);
  c.opNoLine(Op.POP_BLOCK);
  c.popFrameBlock();
  visitStmts(c, node.finalbody);
  c.jumpNoLine(Op.JUMP_FORWARD, exit);
  c.useNextBlock(end);
  c.pushFrameBlock(FB_FINALLY_END, end, null, null);
  visitStmts(c, node.finalbody);
  c.popFrameBlock();
  c.opArg(Op.RERAISE, 0);
  c.useNextBlock(exit);
}

function visitTryExcept(c: Compiler, node: Node): void {
  const body = c.newBlock();
  const except = c.newBlock();
  const orelse = c.newBlock();
  const end = c.newBlock();
  c.jump(Op.SETUP_FINALLY, except);
  c.useNextBlock(body);
  c.pushFrameBlock(FB_TRY_EXCEPT, body, null, null);
  visitStmts(c, node.body);
  c.popFrameBlock();
  c.opNoLine(Op.POP_BLOCK);
  c.jumpNoLine(Op.JUMP_FORWARD, orelse);
  c.useNextBlock(except);
  c.pushFrameBlock(FB_EXCEPTION_HANDLER, null, null, null);
  for (let i = 0; i < node.handlers.length; i++) {
    const handler = node.handlers[i];
    c.setPlace(handler);
    if (handler.type === null && i < node.handlers.length - 1) {
      throw c.error("default 'except:' must be last");
    }
    visitHandler(c, handler, end);
  }
  c.popFrameBlock();
  c.u.line = -1;
  c.opArg(Op.RERAISE, 0);
  c.useNextBlock(orelse);
  visitStmts(c, node.orelse);
  c.useNextBlock(end);
}

function visitHandler(c: Compiler, handler: Node, end: Block): void {
  const next = c.newBlock();
  if (handler.type !== null) {
    c.op(Op.DUP_TOP);
    visitExpr(c, handler.type);
    c.jump(Op.JUMP_IF_NOT_EXC_MATCH, next);
    c.nextBlock();
  }
  c.op(Op.POP_TOP);
  if (handler.name !== null) namedHandler(c, handler, end);
  else plainHandler(c, handler, end);
  c.useNextBlock(next);
}

function plainHandler(c: Compiler, handler: Node, end: Block): void {
  const body = c.newBlock();
  c.op(Op.POP_TOP);
  c.op(Op.POP_TOP);
  c.useNextBlock(body);
  c.pushFrameBlock(FB_HANDLER_CLEANUP, body, null, null);
  visitStmts(c, handler.body);
  c.popFrameBlock();
  c.u.line = -1;
  c.op(Op.POP_EXCEPT);
  c.jump(Op.JUMP_FORWARD, end);
}

/** The body stands in a `try`-`finally` of its own that unbinds the name. */
function namedHandler(c: Compiler, handler: Node, end: Block): void {
  const cleanupEnd = c.newBlock();
  const body = c.newBlock();
  c.nameOp(handler.name, STORE);
  c.op(Op.POP_TOP);
  c.jump(Op.SETUP_FINALLY, cleanupEnd);
  c.useNextBlock(body);
  c.pushFrameBlock(FB_HANDLER_CLEANUP, body, null, handler.name);
  visitStmts(c, handler.body);
  c.popFrameBlock();
  c.u.line = -1;
  c.op(Op.POP_BLOCK);
  c.op(Op.POP_EXCEPT);
  forgetName(c, handler.name);
  c.jump(Op.JUMP_FORWARD, end);
  c.useNextBlock(cleanupEnd);
  c.u.line = -1;
  forgetName(c, handler.name);
  c.opArg(Op.RERAISE, 1);
}
