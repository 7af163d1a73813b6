/** Rewriting inside of one block: constant tests, constant tuples, rotations, jumps to jumps. */
import type { ConstantValue } from "../ast/nodes.ts";
import { Op } from "../opcodes.ts";
import type { Block, Instr } from "./blocks.ts";
import { isTrueConstant } from "./cfg.ts";
import type { ConstantPool } from "./constants.ts";

/** Rewrites a block in place. */
export function optimizeBlock(block: Block, consts: ConstantPool): void {
  const instrs = block.instrs;
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i]!;
    switch (instr.op) {
      case Op.LOAD_CONST:
        foldTest(block, i, consts);
        break;
      case Op.BUILD_TUPLE:
        foldTuple(block, i, consts);
        break;
      case Op.ROT_N:
        simplifyRotation(instrs, i);
        break;
      case Op.ROT_TWO:
        foldRotation(instrs, i, 2);
        break;
      case Op.ROT_THREE:
        foldRotation(instrs, i, 3);
        break;
      case Op.ROT_FOUR:
        foldRotation(instrs, i, 4);
        break;
      default:
        if (instr.target !== null && threadJump(instr)) i--;
    }
  }
}

// What is rewritten keeps its argument: Python leaves it in the code even where it has no meaning.

function nop(instr: Instr): void {
  instr.op = Op.NOP;
  instr.target = null;
}

/** A conditional jump on a constant always or never jumps. */
function foldTest(block: Block, index: number, consts: ConstantPool): void {
  const load = block.instrs[index]!;
  const jump = block.instrs[index + 1];
  if (jump === undefined) return;
  const pops = jump.op === Op.POP_JUMP_IF_FALSE || jump.op === Op.POP_JUMP_IF_TRUE;
  if (!pops && jump.op !== Op.JUMP_IF_FALSE_OR_POP && jump.op !== Op.JUMP_IF_TRUE_OR_POP) return;
  const jumpsIf = jump.op === Op.POP_JUMP_IF_TRUE || jump.op === Op.JUMP_IF_TRUE_OR_POP;
  const jumps = isTrueConstant(consts, load.arg) === jumpsIf;
  if (pops || !jumps) nop(load);
  if (jumps) {
    jump.op = Op.JUMP_ABSOLUTE;
    block.noFallthrough = true;
  } else {
    nop(jump);
  }
}

function foldTuple(block: Block, index: number, consts: ConstantPool): void {
  const build = block.instrs[index]!;
  const next = block.instrs[index + 1];
  const count = build.arg;
  if (next !== undefined && next.op === Op.UNPACK_SEQUENCE && next.arg === count) {
    if (count === 1) nop(build);
    else if (count === 2) build.op = Op.ROT_TWO;
    else if (count === 3) build.op = Op.ROT_THREE;
    else return;
    if (count === 3) next.op = Op.ROT_TWO;
    else nop(next);
    return;
  }
  if (index < count) return;
  const items: ConstantValue[] = [];
  for (let i = index - count; i < index; i++) {
    const load = block.instrs[i]!;
    const value = load.op === Op.LOAD_CONST ? consts.items[load.arg]! : null;
    if (value === null || value.type === "code") return;
    items.push(value);
  }
  for (let i = index - count; i < index; i++) nop(block.instrs[i]!);
  build.op = Op.LOAD_CONST;
  build.arg = consts.add({ type: "tuple", items });
}

function simplifyRotation(instrs: Instr[], index: number): void {
  const instr = instrs[index]!;
  const count = instr.arg;
  if (count <= 1) nop(instr);
  else if (count === 2) instr.op = Op.ROT_TWO;
  else if (count === 3) instr.op = Op.ROT_THREE;
  else if (count === 4) instr.op = Op.ROT_FOUR;
  foldRotation(instrs, index, count);
}

/** As many rotations in a row as there are values leave everything as it was. */
function foldRotation(instrs: Instr[], index: number, count: number): void {
  if (index < count - 1) return;
  const last = instrs[index]!;
  for (let i = index - count + 1; i < index; i++) {
    if (instrs[i]!.op !== last.op || instrs[i]!.arg !== last.arg) return;
  }
  for (let i = index - count + 1; i <= index; i++) nop(instrs[i]!);
}

/** Moves a jump to the target of the jump that it leads to. True if the instruction must be looked at again. */
function threadJump(instr: Instr): boolean {
  skipEmpty(instr);
  const target = instr.target!.instrs[0]!;
  switch (instr.op) {
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      return threadKeepingJump(instr, target);
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.FOR_ITER:
      return threadTo(instr, target, instr.op === Op.FOR_ITER);
    case Op.JUMP_ABSOLUTE:
    case Op.JUMP_FORWARD:
      return threadUnconditional(instr, target);
    default:
      return false;
  }
}

function threadTo(instr: Instr, target: Instr, forwardOnly: boolean): boolean {
  const isThrough = target.op === Op.JUMP_FORWARD || (!forwardOnly && target.op === Op.JUMP_ABSOLUTE);
  if (!isThrough || target.line !== instr.line || instr.target === target.target) return false;
  instr.target = target.target;
  return true;
}

/** The outcome of a test decides the outcome of the same test at the target. */
function threadKeepingJump(instr: Instr, target: Instr): boolean {
  if (instr.line !== target.line) return false;
  const onFalse = instr.op === Op.JUMP_IF_FALSE_OR_POP;
  const popSame = onFalse ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
  const keepOpposite = onFalse ? Op.JUMP_IF_TRUE_OR_POP : Op.JUMP_IF_FALSE_OR_POP;
  if (target.op === popSame) {
    instr.op = popSame;
    instr.target = target.target;
    return true;
  }
  if (target.op === keepOpposite) {
    instr.op = popSame;
    instr.target = instr.target!.next;
    return true;
  }
  const passes = target.op === Op.JUMP_ABSOLUTE || target.op === Op.JUMP_FORWARD || target.op === instr.op;
  if (!passes || instr.target === target.target) return false;
  instr.target = target.target;
  return true;
}

function threadUnconditional(instr: Instr, target: Instr): boolean {
  if (target.op !== Op.JUMP_ABSOLUTE && target.op !== Op.JUMP_FORWARD) return false;
  if (target.line !== instr.line || instr.target === target.target) return false;
  instr.target = target.target;
  return true;
}

/** Lets a jump lead to the next block that is not empty. */
function skipEmpty(instr: Instr): void {
  while (instr.target!.instrs.length === 0) instr.target = instr.target!.next!;
}
