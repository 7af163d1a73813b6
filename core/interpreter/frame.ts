/**
 * Frames. Locals, cells, free variables and the value stack stand in one array, in this order; `depth` is the first
 * free place. Places at and above `depth` hold null: what is popped is forgotten at once.
 *
 * The JIT treats frames as virtualizables: while a trace runs, the fields named in the tag live in its variables.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import type { W_BaseException } from "../objspace/base_exception.ts";
import { W_Cell } from "../objspace/cell.ts";
import type { W_Dict } from "../objspace/dict.ts";
import type { OperationError } from "../objspace/errors.ts";
import { W_Root } from "../objspace/root.ts";
import type { W_Type } from "../objspace/type.ts";
import { frameType } from "../objspace/types.ts";
import type { W_Code } from "./code.ts";
import type { FrameDebug } from "./debug.ts";
import type { W_GeneratorBase } from "./generator.ts";

/** Sorts of blocks: where an exception continues, and what for. */
export const enum BlockKind {
  /** `SETUP_FINALLY` and its kin: the handler gets the exception. */
  Finally = 122,
  /** An exception is being handled: leaving restores the one before. */
  Handler = 257,
}

/** A block of the block stack. */
export class FrameBlock {
  readonly kind: i32;
  /** Byte offset of the handler. */
  readonly handler: i32;
  /** Depth of the value stack when the block began. */
  readonly level: i32;
  readonly previous: FrameBlock | null;
  constructor(kind: i32, handler: i32, level: i32, previous: FrameBlock | null) {
    this.kind = kind;
    this.handler = handler;
    this.level = level;
    this.previous = previous;
  }
}

/** A frame. @virtualizable code, slots[*], depth, lasti, block, w_globals, w_locals, handled */
export class PyFrame extends W_Root {
  readonly code: W_Code;
  readonly slots: FixedArray<W_Root | null>;
  depth: i32;
  /** Byte offset of the current instruction; -2 before the first. */
  lasti: i32 = -2;
  block: FrameBlock | null = null;
  readonly w_globals: W_Dict;
  readonly w_builtins: W_Dict;
  /** The namespace of a class body or module; null for functions, until somebody asks for `locals()`. */
  w_locals: W_Root | null;
  /** The frame that runs this one; null when it does not run. */
  back: PyFrame | null = null;
  /** The exception that this frame is handling. */
  handled: W_BaseException | null = null;
  /** The exception that was being handled when the frame was entered. */
  outerHandled: W_BaseException | null = null;
  /** The generator whose frame this is. */
  generator: W_GeneratorBase | null = null;
  /** What is raised where the frame goes on; null to go on ordinarily. */
  thrown: OperationError | null = null;
  /** What the iterator of `yield from` returned, from its end to the next instruction. */
  yieldFromResult: W_Root | null = null;
  /** What tracing needs; null while nobody traces. */
  debug: FrameDebug | null = null;
  /** The frame is executing or about to be. */
  isRunning: boolean = false;
  /** The frame has ended: by return or exception. */
  isFinished: boolean = false;

  /** `slots` has the places that `code` needs. @inline */
  constructor(
    code: W_Code,
    slots: FixedArray<W_Root | null>,
    w_globals: W_Dict,
    w_builtins: W_Dict,
    w_locals: W_Root | null,
  ) {
    super();
    this.code = code;
    this.slots = slots;
    this.depth = code.stackBase;
    this.w_globals = w_globals;
    this.w_builtins = w_builtins;
    this.w_locals = w_locals;
  }

  override typeOf(): W_Type {
    return frameType;
  }

  push(w_value: W_Root): void {
    this.slots[this.depth] = w_value;
    this.depth++;
  }

  pop(): W_Root {
    const depth = this.depth - 1;
    this.depth = depth;
    const w_value = this.slots[depth]!;
    this.slots[depth] = null;
    return w_value;
  }

  /** The value `below` places under the top. */
  peek(below: i32): W_Root {
    return this.slots[this.depth - 1 - below]!;
  }

  /** Forgets all values from `level` up. */
  dropTo(level: i32): void {
    for (let i = level; i < this.depth; i++) this.slots[i] = null;
    this.depth = level;
  }

  pushBlock(kind: i32, handler: i32, level: i32): void {
    this.block = new FrameBlock(kind, handler, level, this.block);
  }

  /** Makes the cells of the frame, and takes over those of the closure. */
  setUpCells(closure: FixedArray<W_Cell> | null): void {
    const code = this.code;
    const slots = this.slots;
    let at = code.nlocals;
    const taken = code.cellArguments;
    for (let i = 0; i < code.cellvars.length; i++) {
      const argument = taken === null ? -1 : taken[i];
      if (argument >= 0) {
        slots[at++] = new W_Cell(slots[argument]);
        slots[argument] = null;
      } else {
        slots[at++] = new W_Cell(null);
      }
    }
    if (closure === null) return;
    for (let i = 0; i < closure.length; i++) slots[at++] = closure[i];
  }

  /** `f_lineno`: -1 when the instruction has no line. */
  line(): i32 {
    const debug = this.debug;
    if (debug !== null && debug.line >= 0) return debug.line;
    return this.code.lineOf(this.lasti);
  }
}

/** A frame with nothing in it. */
export function newFrame(
  code: W_Code,
  w_globals: W_Dict,
  w_builtins: W_Dict,
  w_locals: W_Root | null,
): PyFrame {
  return new PyFrame(code, frameSlots(code), w_globals, w_builtins, w_locals);
}

/** The places of a frame. */
export function frameSlots(code: W_Code): FixedArray<W_Root | null> {
  return newFixedArray<W_Root | null>(code.frameSize, null);
}
