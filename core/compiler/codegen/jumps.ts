/** Conditions: code that jumps when an expression is true or false, without making the truth value. */
import type { Node } from "../ast/access.ts";
import { Op } from "../opcodes.ts";
import type { Block } from "./blocks.ts";
import { checkCompare } from "./checks.ts";
import type { Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { addCompare } from "./operators.ts";

/** Jumps to `target` if the truth of the expression is `condition`, goes on otherwise. */
export function jumpIf(c: Compiler, node: Node, target: Block, condition: boolean): void {
  switch (node.kind) {
    case "UnaryOp":
      if (node.op === "Not") return jumpIf(c, node.operand, target, !condition);
      break;
    case "BoolOp":
      return jumpIfBoolOp(c, node, target, condition);
    case "IfExp":
      return jumpIfIfExp(c, node, target, condition);
    case "Compare":
      // The jump belongs to the line of the comparison, and so does what follows without a place of its own.
      c.setPlace(node);
      if (node.ops.length > 1) return jumpIfChain(c, node, target, condition);
  }
  visitExpr(c, node);
  c.jump(condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target);
  c.nextBlock();
}

function jumpIfBoolOp(c: Compiler, node: Node, target: Block, condition: boolean): void {
  const isOr = node.op === "Or";
  const inner = isOr === condition ? target : c.newBlock();
  const last = node.values.length - 1;
  for (let i = 0; i < last; i++) jumpIf(c, node.values[i], inner, isOr);
  jumpIf(c, node.values[last], target, condition);
  if (inner !== target) c.useNextBlock(inner);
}

function jumpIfIfExp(c: Compiler, node: Node, target: Block, condition: boolean): void {
  const end = c.newBlock();
  const otherwise = c.newBlock();
  jumpIf(c, node.test, otherwise, false);
  jumpIf(c, node.body, target, condition);
  c.jumpNoLine(Op.JUMP_FORWARD, end);
  c.useNextBlock(otherwise);
  jumpIf(c, node.orelse, target, condition);
  c.useNextBlock(end);
}

function jumpIfChain(c: Compiler, node: Node, target: Block, condition: boolean): void {
  checkCompare(c, node);
  const last = node.ops.length - 1;
  const cleanup = c.newBlock();
  visitExpr(c, node.left);
  for (let i = 0; i < last; i++) {
    visitExpr(c, node.comparators[i]);
    c.op(Op.DUP_TOP);
    c.op(Op.ROT_THREE);
    addCompare(c, node.ops[i]);
    c.jump(Op.POP_JUMP_IF_FALSE, cleanup);
    c.nextBlock();
  }
  visitExpr(c, node.comparators[last]);
  addCompare(c, node.ops[last]);
  c.jump(condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target);
  c.nextBlock();
  const end = c.newBlock();
  c.jumpNoLine(Op.JUMP_FORWARD, end);
  c.useNextBlock(cleanup);
  c.op(Op.POP_TOP);
  if (!condition) c.jumpNoLine(Op.JUMP_FORWARD, target);
  c.useNextBlock(end);
}
