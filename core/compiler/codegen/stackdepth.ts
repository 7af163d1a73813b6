/** How deep the stack of a code object can get. */
import { Op } from "../opcodes.ts";
import type { Block } from "./blocks.ts";
import { stackEffect } from "./op_info.ts";
import type { Unit } from "./unit.ts";

/** Follows all ways through the blocks from `entry` on. */
export function stackDepth(unit: Unit, entry: Block): number {
  let deepest = 0;
  const stack: Block[] = [];
  // Generators and coroutines start with the value sent into them.
  push(stack, entry, unit.entry.generator || unit.entry.coroutine ? 1 : 0);
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    let depth = block.startDepth;
    let falls = true;
    for (const instr of block.instrs) {
      if (instr.target !== null) {
        const atTarget = depth + stackEffect(instr.op, instr.arg, true);
        if (atTarget > deepest) deepest = atTarget;
        push(stack, instr.target, atTarget);
      }
      depth += stackEffect(instr.op, instr.arg, false);
      if (depth > deepest) deepest = depth;
      if (leaves(instr.op)) {
        falls = false;
        break;
      }
    }
    if (falls && block.next !== null) push(stack, block.next, depth);
  }
  return deepest;
}

function push(stack: Block[], block: Block, depth: number): void {
  if (block.startDepth >= depth) return;
  block.startDepth = depth;
  stack.push(block);
}

function leaves(op: number): boolean {
  return op === Op.RETURN_VALUE || op === Op.RAISE_VARARGS || op === Op.RERAISE ||
    op === Op.JUMP_ABSOLUTE || op === Op.JUMP_FORWARD;
}
