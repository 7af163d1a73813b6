/** Code of `with` and `async with`; several items nest. */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import type { Block } from "./blocks.ts";
import type { Compiler } from "./compiler.ts";
import { awaitTop, visitExpr } from "./expressions.ts";
import { visitStmts } from "./statements.ts";
import { FB_ASYNC_WITH, FB_WITH, SCOPE_ASYNC_FUNCTION } from "./unit.ts";
import { callExitWithNones } from "./unwind.ts";

/** Emits a `with` statement from its item number `index` on. */
export function visitWith(c: Compiler, node: Node, index: number): void {
  const item = node.items[index];
  const block = c.newBlock();
  const final = c.newBlock();
  const exit = c.newBlock();
  visitExpr(c, item.context_expr);
  c.jump(Op.SETUP_WITH, final);
  c.useNextBlock(block);
  c.pushFrameBlock(FB_WITH, block, final, node);
  bindResult(c, item);
  if (index + 1 === node.items.length) visitStmts(c, node.body);
  else visitWith(c, node, index + 1);
  c.u.line = -1;
  c.op(Op.POP_BLOCK);
  c.popFrameBlock();
  c.setPlace(node);
  callExitWithNones(c);
  c.op(Op.POP_TOP);
  c.jump(Op.JUMP_FORWARD, exit);
  c.useNextBlock(final);
  c.op(Op.WITH_EXCEPT_START);
  finishExceptional(c, exit);
}

/** Emits an `async with` statement from its item number `index` on. */
export function visitAsyncWith(c: Compiler, node: Node, index: number): void {
  if (c.isTopLevelAwait) c.u.entry.coroutine = true;
  else if (c.u.scope !== SCOPE_ASYNC_FUNCTION) throw c.error("'async with' outside async function");
  const item = node.items[index];
  const block = c.newBlock();
  const final = c.newBlock();
  const exit = c.newBlock();
  visitExpr(c, item.context_expr);
  c.op(Op.BEFORE_ASYNC_WITH);
  awaitTop(c);
  c.jump(Op.SETUP_ASYNC_WITH, final);
  c.useNextBlock(block);
  c.pushFrameBlock(FB_ASYNC_WITH, block, final, node);
  bindResult(c, item);
  if (index + 1 === node.items.length) visitStmts(c, node.body);
  else visitAsyncWith(c, node, index + 1);
  c.popFrameBlock();
  c.op(Op.POP_BLOCK);
  c.setPlace(node);
  callExitWithNones(c);
  awaitTop(c);
  c.op(Op.POP_TOP);
  c.jump(Op.JUMP_ABSOLUTE, exit);
  c.useNextBlock(final);
  c.op(Op.WITH_EXCEPT_START);
  awaitTop(c);
  finishExceptional(c, exit);
}

function bindResult(c: Compiler, item: Node): void {
  if (item.optional_vars === null) c.op(Op.POP_TOP);
  else visitExpr(c, item.optional_vars);
}

/** The result of `__exit__` decides whether the exception goes on. */
function finishExceptional(c: Compiler, exit: Block): void {
  const suppress = c.newBlock();
  c.jump(Op.POP_JUMP_IF_TRUE, suppress);
  c.nextBlock();
  c.opArg(Op.RERAISE, 1);
  c.useNextBlock(suppress);
  for (let i = 0; i < 3; i++) c.op(Op.POP_TOP);
  c.op(Op.POP_EXCEPT);
  c.op(Op.POP_TOP);
  c.useNextBlock(exit);
}
