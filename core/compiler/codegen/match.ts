/** Code of `match`: the cases in turn, each with a chain of blocks that clean the stack when it fails. */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import type { Block } from "./blocks.ts";
import { type Compiler, STORE } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { jumpIf } from "./jumps.ts";
import { visitPattern } from "./patterns.ts";
import { visitStmts } from "./statements.ts";

/**
 * What is known while a pattern is matched. On the stack lie, from the top: `onTop` values in use, then the
 * captured values, one for each of `stores`.
 */
export interface PatternContext {
  stores: string[];
  /** Whether a pattern that always matches may stand here. */
  allowIrrefutable: boolean;
  /** `failPop[n]` pops `n` values and fails. */
  failPop: Block[];
  onTop: number;
}

/** Emits a `match` statement. */
export function visitMatch(c: Compiler, node: Node): void {
  visitExpr(c, node.subject);
  const end = c.newBlock();
  const cases = node.cases.length;
  const hasDefault = cases > 1 && isWildcard(node.cases[cases - 1].pattern);
  const tested = hasDefault ? cases - 1 : cases;
  for (let i = 0; i < tested; i++) visitCase(c, node.cases[i], i === tested - 1, i === cases - 1, end);
  if (hasDefault) visitDefault(c, node.cases[cases - 1], end);
  c.useNextBlock(end);
}

/** The subject is kept for the next case unless this is the last one that tests it. */
function visitCase(c: Compiler, node: Node, lastTested: boolean, last: boolean, end: Block): void {
  c.setPlace(node.pattern);
  if (!lastTested) c.op(Op.DUP_TOP);
  const allowIrrefutable = node.guard !== null || last;
  const pc: PatternContext = { stores: [], allowIrrefutable, failPop: [], onTop: 0 };
  visitPattern(c, node.pattern, pc);
  for (const name of pc.stores) c.nameOp(name, STORE);
  if (node.guard !== null) {
    ensureFailPop(c, pc, 0);
    jumpIf(c, node.guard, pc.failPop[0]!, false);
  }
  if (!lastTested) c.op(Op.POP_TOP);
  visitStmts(c, node.body);
  c.jump(Op.JUMP_FORWARD, end);
  // Failing belongs to the pattern, not to the end of the body.
  c.setPlace(node.pattern);
  emitFailPop(c, pc);
}

function visitDefault(c: Compiler, node: Node, end: Block): void {
  c.setPlace(node.pattern);
  // Only for the line: the case itself needs no code.
  c.op(Op.NOP);
  if (node.guard !== null) jumpIf(c, node.guard, end, false);
  visitStmts(c, node.body);
}

/** Whether the pattern is `_`. */
export function isWildcard(pattern: Node): boolean {
  return pattern.kind === "MatchAs" && pattern.name === null;
}

function ensureFailPop(c: Compiler, pc: PatternContext, count: number): void {
  while (pc.failPop.length < count + 1) pc.failPop.push(c.newBlock());
}

/** Jumps to where the pattern fails, with all that it left on the stack popped. */
export function jumpToFailPop(c: Compiler, pc: PatternContext, op: number): void {
  const pops = pc.onTop + pc.stores.length;
  ensureFailPop(c, pc, pops);
  c.jump(op, pc.failPop[pops]!);
  c.nextBlock();
}

/** Emits the blocks of failure; code goes on in the last one. */
export function emitFailPop(c: Compiler, pc: PatternContext): void {
  if (pc.failPop.length === 0) return c.nextBlock();
  for (let i = pc.failPop.length - 1; i > 0; i--) {
    c.useNextBlock(pc.failPop[i]!);
    c.op(Op.POP_TOP);
  }
  c.useNextBlock(pc.failPop[0]!);
  pc.failPop = [];
}
