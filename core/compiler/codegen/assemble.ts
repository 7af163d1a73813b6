/** From blocks to a code object: optimization, stack depth, jump offsets, bytes and line table. */
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_NOFREE,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeObject,
  PYCF_MASK,
} from "../code.ts";
import { Op } from "../opcodes.ts";
import { FUNCTION_BLOCK } from "../symtable/flags.ts";
import { type Block, Instr } from "./blocks.ts";
import {
  duplicateExits,
  extendBlocks,
  guaranteeExitLines,
  normalizeBlock,
  normalizeJumps,
  optimizeGraph,
  propagateLines,
  trimConstants,
} from "./cfg.ts";
import type { Compiler } from "./compiler.ts";
import { LineTable } from "./linetable.ts";
import { isRelative } from "./op_info.ts";
import { stackDepth } from "./stackdepth.ts";

/** Finishes the current unit. `addNone` returns None at its end, else what is on the stack. */
export function assemble(c: Compiler, addNone: boolean): CodeObject {
  const unit = c.u;
  if (!unit.current.returns) {
    unit.line = -1;
    if (addNone) c.loadNone();
    c.op(Op.RETURN_VALUE);
  }
  for (const block of unit.blocks) normalizeBlock(block);
  extendBlocks(unit);
  const entry = unit.blocks[0]!;
  const flags = codeFlags(c);
  insertGeneratorStart(entry, flags);
  const firstLine = unit.firstLine > 0 ? unit.firstLine : Math.max(entry.instrs[0]!.line, 1);
  optimizeGraph(unit, entry);
  duplicateExits(unit);
  trimConstants(entry, unit.consts);
  propagateLines(entry);
  guaranteeExitLines(entry, firstLine);
  normalizeJumps(entry);
  const stacksize = stackDepth(unit, entry);
  const size = assignOffsets(entry);
  return makeCode(c, emit(entry, size, firstLine), { flags, firstLine, stacksize });
}

function codeFlags(c: Compiler): number {
  const entry = c.u.entry;
  let flags = c.options.flags & PYCF_MASK;
  if (entry.type === FUNCTION_BLOCK) {
    flags |= CO_NEWLOCALS | CO_OPTIMIZED;
    if (entry.nested) flags |= CO_NESTED;
    if (entry.generator) flags |= entry.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
    else if (entry.coroutine) flags |= CO_COROUTINE;
    if (entry.varargs) flags |= CO_VARARGS;
    if (entry.varkeywords) flags |= CO_VARKEYWORDS;
  } else if (c.isTopLevelAwait && entry.coroutine && !entry.generator) {
    flags |= CO_COROUTINE;
  }
  return flags;
}

/** What suspends starts with a value sent into it; the argument says what sort it is. */
function insertGeneratorStart(entry: Block, flags: number): void {
  if ((flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) === 0) return;
  const kind = flags & CO_COROUTINE ? 1 : flags & CO_ASYNC_GENERATOR ? 2 : 0;
  entry.instrs.unshift(new Instr(Op.GEN_START, kind, null, -1));
}

/** The size of an instruction with its prefixes, in units. */
function instrSize(arg: number): number {
  return arg <= 0xff ? 1 : arg <= 0xffff ? 2 : arg <= 0xffffff ? 3 : 4;
}

/** Places the blocks and resolves jumps, until the sizes of the jumps' arguments settle. Returns the size. */
function assignOffsets(entry: Block): number {
  for (;;) {
    let total = 0;
    for (let block: Block | null = entry; block !== null; block = block.next) {
      block.offset = total;
      for (const instr of block.instrs) total += instrSize(instr.arg);
    }
    if (resolveJumps(entry)) return total;
  }
}

function resolveJumps(entry: Block): boolean {
  let settled = true;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    let offset = block.offset;
    for (const instr of block.instrs) {
      const size = instrSize(instr.arg);
      offset += size;
      if (instr.target === null) continue;
      instr.arg = instr.target.offset - (isRelative(instr.op) ? offset : 0);
      if (instrSize(instr.arg) !== size) settled = false;
    }
  }
  return settled;
}

function emit(entry: Block, size: number, firstLine: number): { code: Uint8Array; linetable: Uint8Array } {
  const code = new Uint8Array(size * 2);
  const lines = new LineTable(firstLine);
  let at = 0;
  for (let block: Block | null = entry; block !== null; block = block.next) {
    for (const instr of block.instrs) {
      lines.at(instr.line, at);
      const arg = instr.arg;
      for (let shift = (instrSize(arg) - 1) * 8; shift > 0; shift -= 8) {
        code[at++] = Op.EXTENDED_ARG;
        code[at++] = (arg >>> shift) & 0xff;
      }
      code[at++] = instr.op;
      code[at++] = arg & 0xff;
    }
  }
  return { code, linetable: lines.finish(at) };
}

function makeCode(
  c: Compiler,
  emitted: { code: Uint8Array; linetable: Uint8Array },
  facts: { flags: number; firstLine: number; stacksize: number },
): CodeObject {
  const u = c.u;
  const isClosed = u.freevars.names.length === 0 && u.cellvars.names.length === 0;
  return {
    type: "code",
    argcount: u.posonlyargcount + u.argcount,
    posonlyargcount: u.posonlyargcount,
    kwonlyargcount: u.kwonlyargcount,
    nlocals: u.varnames.names.length,
    stacksize: facts.stacksize,
    flags: isClosed ? facts.flags | CO_NOFREE : facts.flags,
    code: emitted.code,
    consts: u.consts.items,
    names: u.names.names,
    varnames: u.varnames.names,
    freevars: u.freevars.names,
    cellvars: u.cellvars.names,
    filename: c.options.filename,
    name: u.name,
    firstlineno: facts.firstLine,
    linetable: emitted.linetable,
  };
}
