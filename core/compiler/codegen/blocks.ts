/**
 * Instructions and basic blocks, what the code generator emits into and the optimizer of the flow graph works on.
 *
 * A block ends with at most one jump, its last instruction. `next` is the block that follows in the code; blocks
 * are also linked in the order of their allocation by `Unit.blocks`.
 */

/** An instruction. `target` is set exactly for jumps; a line of -1 means that it has none of its own. */
export class Instr {
  constructor(
    public op: number,
    public arg: number,
    public target: Block | null,
    public line: number,
  ) {}
}

/** A basic block. */
export class Block {
  readonly instrs: Instr[] = [];
  next: Block | null = null;
  /** Ends in `RETURN_VALUE`, as emitted. */
  returns = false;
  /** Leaves the function and contains no jump, so that it can be copied. */
  exit = false;
  /** Control never runs from the end of it into `next`. */
  noFallthrough = false;
  /** How many ways lead into it, once reachability is known. */
  predecessors = 0;
  /** Stack depth at its start; below zero while unknown. */
  startDepth = -1;
  /** Place in the code, in units of instructions. */
  offset = 0;
}
