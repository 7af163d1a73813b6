/** Code of `return`, `break` and `continue`: leaving the constructs in between in good order. */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import { FUNCTION_BLOCK } from "../symtable/flags.ts";
import { type Compiler, DELETE, STORE } from "./compiler.ts";
import { awaitTop, visitExpr } from "./expressions.ts";
import { visitStmts } from "./statements.ts";
import {
  FB_ASYNC_WITH,
  FB_FINALLY_END,
  FB_FINALLY_TRY,
  FB_FOR_LOOP,
  FB_HANDLER_CLEANUP,
  FB_POP_VALUE,
  FB_TRY_EXCEPT,
  FB_WHILE_LOOP,
  FB_WITH,
  type FrameBlock,
} from "./unit.ts";

/** Emits a `return`. */
export function visitReturn(c: Compiler, node: Node): void {
  const value = node.value;
  const preserve = value !== null && value.kind !== "Constant";
  const entry = c.u.entry;
  if (entry.type !== FUNCTION_BLOCK) throw c.error("'return' outside function");
  if (value !== null && entry.coroutine && entry.generator) {
    throw c.error("'return' with value in async generator");
  }
  if (preserve) {
    visitExpr(c, value);
  } else if (value !== null) {
    c.setPlace(value);
    c.op(Op.NOP);
  }
  if (value === null || value.lineno !== node.lineno) {
    c.setPlace(node);
    c.op(Op.NOP);
  }
  unwindAll(c, preserve, false);
  if (value === null) c.loadNone();
  else if (!preserve) c.loadConst(value.value);
  c.op(Op.RETURN_VALUE);
  c.nextBlock();
}

/** Emits a `break`. */
export function visitBreak(c: Compiler): void {
  const loop = unwindToLoop(c, "'break' outside loop");
  unwind(c, loop, false);
  c.jump(Op.JUMP_ABSOLUTE, loop.exit!);
}

/** Emits a `continue`. */
export function visitContinue(c: Compiler): void {
  const loop = unwindToLoop(c, "'continue' not properly in loop");
  c.jump(Op.JUMP_ABSOLUTE, loop.block!);
}

function unwindToLoop(c: Compiler, message: string): FrameBlock {
  const line = c.u.line;
  c.op(Op.NOP);
  const loop = unwindAll(c, false, true);
  if (loop !== null) return loop;
  // Of the place of the statement only the line outlives the unwinding; so it is in Python.
  c.u.line = line;
  throw c.error(message);
}

/**
 * Unwinds all constructs, or those inside of the innermost loop, which is returned then. Each is taken off the
 * stack while the code that leaves it is emitted, and put back afterwards.
 */
function unwindAll(c: Compiler, preserve: boolean, toLoop: boolean): FrameBlock | null {
  const blocks = c.u.frameBlocks;
  const top = blocks[blocks.length - 1];
  if (top === undefined) return null;
  if (toLoop && (top.type === FB_WHILE_LOOP || top.type === FB_FOR_LOOP)) return top;
  blocks.pop();
  unwind(c, top, preserve);
  const loop = unwindAll(c, preserve, toLoop);
  blocks.push(top);
  return loop;
}

/** Emits the leaving of one construct; `preserve` keeps the value on top of the stack. */
function unwind(c: Compiler, info: FrameBlock, preserve: boolean): void {
  switch (info.type) {
    case FB_FOR_LOOP:
    case FB_POP_VALUE:
      if (preserve) c.op(Op.ROT_TWO);
      return c.op(Op.POP_TOP);
    case FB_TRY_EXCEPT:
      return c.op(Op.POP_BLOCK);
    case FB_FINALLY_TRY:
      return unwindFinallyTry(c, info, preserve);
    case FB_FINALLY_END:
      if (preserve) c.op(Op.ROT_FOUR);
      for (let i = 0; i < 3; i++) c.op(Op.POP_TOP);
      if (preserve) c.op(Op.ROT_FOUR);
      return c.op(Op.POP_EXCEPT);
    case FB_WITH:
    case FB_ASYNC_WITH:
      return unwindWith(c, info, preserve);
    case FB_HANDLER_CLEANUP:
      return unwindHandler(c, info, preserve);
  }
}

function unwindFinallyTry(c: Compiler, info: FrameBlock, preserve: boolean): void {
  c.op(Op.POP_BLOCK);
  if (preserve) c.pushFrameBlock(FB_POP_VALUE, null, null, null);
  visitStmts(c, info.datum);
  if (preserve) c.popFrameBlock();
  // What follows happens after the statement that unwinds.
  c.u.line = -1;
}

function unwindWith(c: Compiler, info: FrameBlock, preserve: boolean): void {
  c.setPlace(info.datum);
  c.op(Op.POP_BLOCK);
  if (preserve) c.op(Op.ROT_TWO);
  callExitWithNones(c);
  if (info.type === FB_ASYNC_WITH) awaitTop(c);
  c.op(Op.POP_TOP);
  c.u.line = -1;
}

function unwindHandler(c: Compiler, info: FrameBlock, preserve: boolean): void {
  if (info.datum !== null) c.op(Op.POP_BLOCK);
  if (preserve) c.op(Op.ROT_FOUR);
  c.op(Op.POP_EXCEPT);
  if (info.datum !== null) forgetName(c, info.datum);
}

/** The name of an exception handler is unbound after it; it is bound to None first, for it may be unbound. */
export function forgetName(c: Compiler, name: string): void {
  c.loadNone();
  c.nameOp(name, STORE);
  c.nameOp(name, DELETE);
}

/** Calls the `__exit__` on the stack as for no exception. */
export function callExitWithNones(c: Compiler): void {
  c.loadNone();
  c.op(Op.DUP_TOP);
  c.op(Op.DUP_TOP);
  c.opArg(Op.CALL_FUNCTION, 3);
}
