/**
 * The optimizer of the flow graph: folds constant tests and tuples, threads jumps, copies short exits, removes
 * what cannot be reached and instructions that do nothing.
 *
 * An instruction that does nothing stays where it is the only one of its line: tracing must see the line.
 */
import { Op } from "../opcodes.ts";
import { isTrue } from "../optimize/sequences.ts";
import type { ConstantValue } from "../ast/nodes.ts";
import { type Block, Instr } from "./blocks.ts";
import type { ConstantPool } from "./constants.ts";
import { isJump, isSetup } from "./op_info.ts";
import { optimizeBlock } from "./peephole.ts";
import type { Unit } from "./unit.ts";

/** Blocks of at most this many instructions that leave the function are copied instead of jumped to. */
const MAX_COPY_SIZE = 4;

/** Sets `exit` and `noFallthrough` of a block as emitted. */
export function normalizeBlock(block: Block): void {
  const last = block.instrs[block.instrs.length - 1];
  if (last === undefined) return;
  switch (last.op) {
    case Op.RETURN_VALUE:
    case Op.RAISE_VARARGS:
    case Op.RERAISE:
      block.exit = true;
      block.noFallthrough = true;
      break;
    case Op.JUMP_ABSOLUTE:
    case Op.JUMP_FORWARD:
      block.noFallthrough = true;
  }
  if (last.target !== null) {
    while (last.target.instrs.length === 0) last.target = last.target.next!;
  }
}

/** Copies short exits behind the blocks that jump to them. */
export function extendBlocks(unit: Unit): void {
  for (let i = unit.blocks.length - 1; i >= 0; i--) extendBlock(unit.blocks[i]!);
}

/** Optimizes the blocks from `entry` on, in place. */
export function optimizeGraph(unit: Unit, entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    optimizeBlock(block, unit.consts);
    cleanBlock(block, -1);
  }
  extendBlocks(unit);
  markReachable(entry);
  removeUnreachable(entry);
  let previous: Block | null = null;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    cleanBlock(block, previous === null ? -1 : lastLine(previous));
    previous = block.noFallthrough ? null : block;
  }
  removeEmptyBlocks(entry);
  removeRedundantJumps(entry);
}

function lastLine(block: Block): number {
  const count = block.instrs.length;
  return count > 0 ? block.instrs[count - 1]!.line : -1;
}

/** If a block jumps to a short exit, the exit is copied behind it. */
function extendBlock(block: Block): void {
  const last = block.instrs[block.instrs.length - 1];
  if (last === undefined || (last.op !== Op.JUMP_ABSOLUTE && last.op !== Op.JUMP_FORWARD)) return;
  const target = last.target!;
  if (!target.exit || target.instrs.length > MAX_COPY_SIZE) return;
  last.op = Op.NOP;
  last.target = null;
  copyInstrs(target, block);
  block.exit = true;
}

/** Appends copies of the instructions of one block to another. */
function copyInstrs(from: Block, to: Block): void {
  for (const instr of from.instrs) to.instrs.push(new Instr(instr.op, instr.arg, instr.target, instr.line));
}

/** Counts the ways into each block. */
function markReachable(entry: Block): void {
  const stack: Block[] = [entry];
  entry.predecessors = 1;
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    if (block.next !== null && !block.noFallthrough) reach(block.next, stack);
    for (const instr of block.instrs) if (instr.target !== null) reach(instr.target, stack);
  }
}

function reach(block: Block, stack: Block[]): void {
  if (block.predecessors === 0) stack.push(block);
  block.predecessors++;
}

function removeUnreachable(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.predecessors > 0) continue;
    block.instrs.length = 0;
    block.noFallthrough = false;
  }
}

/** Removes the instructions that do nothing, as far as their line shows elsewhere. */
function cleanBlock(block: Block, previousLine: number): void {
  const instrs = block.instrs;
  let to = 0;
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i]!;
    const line = instr.line;
    if (instr.op === Op.NOP && isUselessNop(block, i, line, previousLine)) continue;
    instrs[to++] = instr;
    previousLine = line;
  }
  instrs.length = to;
}

function isUselessNop(block: Block, index: number, line: number, previousLine: number): boolean {
  if (line < 0 || line === previousLine) return true;
  const following = block.instrs[index + 1];
  if (following !== undefined) {
    if (following.line >= 0 && following.line !== line) return false;
    following.line = line;
    return true;
  }
  let next = block.next;
  while (next !== null && next.instrs.length === 0) next = next.next;
  return next !== null && next.instrs[0]!.line === line;
}

/** Unlinks empty blocks, and moves jumps past them. */
function removeEmptyBlocks(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    let next: Block | null = block.next;
    while (next !== null && next.instrs.length === 0 && next.next !== null) next = next.next;
    block.next = next;
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = block.instrs[block.instrs.length - 1];
    if (last === undefined || last.target === null) continue;
    while (last.target.instrs.length === 0) last.target = last.target.next!;
  }
}

/** Removes jumps to where control goes anyway. */
function removeRedundantJumps(entry: Block): void {
  let removed = false;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = block.instrs[block.instrs.length - 1];
    if (last === undefined || (last.op !== Op.JUMP_ABSOLUTE && last.op !== Op.JUMP_FORWARD)) continue;
    if (last.target !== block.next) continue;
    block.noFallthrough = false;
    last.op = Op.NOP;
    last.target = null;
    cleanBlock(block, -1);
    removed = true;
  }
  if (removed) removeEmptyBlocks(entry);
}

function isExitWithoutLine(block: Block): boolean {
  return block.exit && block.instrs.length > 0 && block.instrs[0]!.line < 0;
}

/** Gives each jump to an exit without a line its own copy, so that the exit can take the line of the jump. */
export function duplicateExits(unit: Unit): void {
  for (let i = unit.blocks.length - 1; i >= 0; i--) {
    const block = unit.blocks[i]!;
    const last = block.instrs[block.instrs.length - 1];
    if (last === undefined || last.target === null || isSetup(last.op)) continue;
    const target = last.target;
    if (!isExitWithoutLine(target) || target.predecessors <= 1) continue;
    const copy = unit.newBlock();
    copyInstrs(target, copy);
    copy.exit = true;
    copy.noFallthrough = target.noFallthrough;
    copy.instrs[0]!.line = last.line;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.next = target.next;
    target.next = copy;
  }
  for (const block of unit.blocks) {
    while (block.next !== null && block.next.instrs.length === 0) block.next = block.next.next;
  }
  // What is left of exits without a line takes that of the block before it, if control comes from there.
  for (const block of unit.blocks) {
    if (block.next === null || block.noFallthrough || block.instrs.length === 0) continue;
    if (isExitWithoutLine(block.next)) block.next.instrs[0]!.line = lastLine(block);
  }
}

/** Gives instructions without a line that of the instruction before them. */
export function propagateLines(entry: Block): void {
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.instrs.length === 0) continue;
    let line = -1;
    for (const instr of block.instrs) {
      if (instr.line < 0) instr.line = line;
      else line = instr.line;
    }
    if (!block.noFallthrough && block.next !== null) inheritLine(block.next, line);
    const last = block.instrs[block.instrs.length - 1]!;
    if (isJump(last.op) && !isSetup(last.op)) inheritLine(last.target!, line);
  }
}

function inheritLine(block: Block, line: number): void {
  if (block.predecessors !== 1 || block.instrs.length === 0) return;
  const first = block.instrs[0]!;
  if (first.line < 0) first.line = line;
}

/** A return must have a line: that of what stands before it. */
export function guaranteeExitLines(entry: Block, firstLine: number): void {
  let line = firstLine;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const last = block.instrs[block.instrs.length - 1];
    if (last === undefined) continue;
    if (last.line >= 0) line = last.line;
    else if (last.op === Op.RETURN_VALUE) { for (const instr of block.instrs) instr.line = line; }
  }
}

/** Makes jumps relative that lead forward, and absolute that lead back. */
export function normalizeJumps(entry: Block): void {
  const visited: Set<Block> = new Set();
  for (let block: Block | null = entry; block !== null; block = block.next) {
    visited.add(block);
    const last = block.instrs[block.instrs.length - 1];
    if (last === undefined || (last.op !== Op.JUMP_ABSOLUTE && last.op !== Op.JUMP_FORWARD)) continue;
    last.op = visited.has(last.target!) ? Op.JUMP_ABSOLUTE : Op.JUMP_FORWARD;
  }
}

/** Drops constants at the end of the pool that folding left unused; the first one may be a docstring. */
export function trimConstants(entry: Block, consts: ConstantPool): void {
  let highest = 0;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) {
      if (instr.op === Op.LOAD_CONST && instr.arg > highest) highest = instr.arg;
    }
  }
  if (consts.items.length > highest + 1) consts.items.length = highest + 1;
}

/** The truth of a constant of the pool. */
export function isTrueConstant(consts: ConstantPool, index: number): boolean {
  const value = consts.items[index]!;
  return value.type === "code" || isTrue(value as ConstantValue);
}
