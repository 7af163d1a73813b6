/**
 * Which blocks surround each instruction, as setting `f_lineno` needs to know. The blocks of an instruction are a number
 * of three bits for each, the innermost in the lowest bits.
 */
import { type i32, type i64, i64ToI32 } from "@rts";
import type { W_Code } from "./code.ts";
import { Op } from "./opcode.ts";

/** Sorts of blocks. */
export const enum Surrounding {
  With = 1,
  Loop = 2,
  Try = 3,
  Except = 4,
}

const BITS: i64 = 3n;
const MASK: i64 = 7n;
/** Values past this one would lose bits. */
const LIMIT: i64 = 1n << 60n;
export const UNREACHED: i64 = -2n;
export const TOO_DEEP: i64 = -1n;

export function pushBlock(blocks: i64, kind: i64): i64 {
  if (blocks < 0n || blocks >= LIMIT) return TOO_DEEP;
  return (blocks << BITS) | kind;
}
export function popBlock(blocks: i64): i64 {
  return blocks >> BITS;
}
export function innermost(blocks: i64): i32 {
  return i64ToI32(blocks & MASK);
}

const WITH: i64 = 1n;
const LOOP: i64 = 2n;
const TRY: i64 = 3n;
const EXCEPT: i64 = 4n;

/** The argument of the instruction with number `i`, extensions included. */
function argumentAt(bytecode: Uint8Array, i: i32): i32 {
  let arg: i32 = bytecode[2 * i + 1];
  let shift: i32 = 8;
  for (let j = i - 1; j >= 0 && bytecode[2 * j] === Op.EXTENDED_ARG && shift < 32; j--) {
    arg |= bytecode[2 * j + 1] << shift;
    shift += 8;
  }
  return arg;
}

class BlockMarker {
  readonly blocks: BigInt64Array;
  private readonly bytecode: Uint8Array;
  /** An earlier instruction was reached by a later one. */
  goesBack: boolean = false;

  constructor(bytecode: Uint8Array) {
    this.bytecode = bytecode;
    this.blocks = new BigInt64Array((bytecode.length >> 1) + 1);
    for (let i: i32 = 0; i < this.blocks.length; i++) this.blocks[i] = UNREACHED;
    this.blocks[0] = 0n;
  }

  /** Goes over all instructions once. */
  pass(): void {
    this.goesBack = false;
    for (let i: i32 = 0; i < this.bytecode.length >> 1; i++) {
      if (this.blocks[i] !== UNREACHED) this.follow(i, this.blocks[i]);
    }
  }

  private reach(from: i32, to: i32, blocks: i64): void {
    if (to < from && this.blocks[to] === UNREACHED) this.goesBack = true;
    this.blocks[to] = blocks;
  }

  private follow(i: i32, blocks: i64): void {
    const relative = argumentAt(this.bytecode, i) + i + 1;
    switch (this.bytecode[2 * i]) {
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP:
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
      case Op.JUMP_IF_NOT_EXC_MATCH:
        this.reach(i, argumentAt(this.bytecode, i), blocks);
        this.reach(i, i + 1, blocks);
        return;
      case Op.JUMP_ABSOLUTE:
        this.reach(i, argumentAt(this.bytecode, i), blocks);
        return;
      case Op.JUMP_FORWARD:
        this.reach(i, relative, blocks);
        return;
      case Op.SETUP_FINALLY:
        this.reach(i, relative, pushBlock(blocks, EXCEPT));
        this.reach(i, i + 1, pushBlock(blocks, TRY));
        return;
      case Op.SETUP_WITH:
      case Op.SETUP_ASYNC_WITH:
        this.reach(i, relative, pushBlock(blocks, EXCEPT));
        this.reach(i, i + 1, pushBlock(blocks, WITH));
        return;
      case Op.GET_ITER:
      case Op.GET_AITER:
        // A comprehension's function takes the iterator at once.
        this.reach(i, i + 1, this.bytecode[2 * i + 2] === Op.CALL_FUNCTION ? blocks : pushBlock(blocks, LOOP));
        return;
      case Op.FOR_ITER:
        this.reach(i, i + 1, blocks);
        this.reach(i, relative, popBlock(blocks));
        return;
      case Op.POP_BLOCK:
      case Op.POP_EXCEPT:
        this.reach(i, i + 1, popBlock(blocks));
        return;
      case Op.END_ASYNC_FOR:
        this.reach(i, i + 1, popBlock(popBlock(blocks)));
        return;
      case Op.RETURN_VALUE:
      case Op.RAISE_VARARGS:
      case Op.RERAISE:
        return;
      default:
        this.reach(i, i + 1, blocks);
    }
  }
}

/** The blocks of every instruction of `code`. */
export function blocksOf(code: W_Code): BigInt64Array {
  const marker = new BlockMarker(code.bytecode);
  do marker.pass(); while (marker.goesBack);
  return marker.blocks;
}
