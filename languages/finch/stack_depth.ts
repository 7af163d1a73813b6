/**
 * The operand stack of a function, from its instructions and the opcode table alone. Every instruction has one
 * depth, whichever way control reaches it; a violation is a bug of the compiler.
 */
import { type FixedArray, type i32, unreachable } from "@rts";
import type { Handler } from "./code.ts";
import { Flow, OPCODES, Operand, type OpInfo } from "./opcodes.ts";

/** The largest number of values on the operand stack. */
export function maxStackDepth(ops: Int32Array, handlers: FixedArray<Handler>): i32 {
  return new DepthWalk(ops).run(handlers);
}

const UNKNOWN: i32 = -1;

class DepthWalk {
  /** Depth before each instruction. */
  private readonly depths: Int32Array;
  private readonly pending: i32[] = [];
  private largest: i32 = 0;

  constructor(private readonly ops: Int32Array) {
    this.depths = new Int32Array(ops.length);
    this.depths.fill(UNKNOWN);
  }

  run(handlers: FixedArray<Handler>): i32 {
    this.reach(0, 0);
    // Handlers find the error on an empty stack.
    for (let i = 0; i < handlers.length; i++) this.reach(handlers[i].target, 1);
    while (this.pending.length > 0) this.walk(this.pending.pop()!);
    return this.largest;
  }

  /** Control may come to `pc` with `depth` values. */
  private reach(pc: i32, depth: i32): void {
    if (this.depths[pc] !== UNKNOWN) {
      if (this.depths[pc] !== depth) unreachable("two depths at one instruction");
      return;
    }
    if (depth < 0) unreachable("stack underflow");
    if (depth > this.largest) this.largest = depth;
    this.depths[pc] = depth;
    this.pending.push(pc);
  }

  private walk(pc: i32): void {
    const info = OPCODES[this.ops[pc]];
    const depth = this.depths[pc];
    if (info.flow === Flow.Jump || info.flow === Flow.Branch) {
      // The target is the last operand.
      this.reach(this.ops[pc + info.length - 1], depth + info.jumpEffect);
    }
    if (info.flow === Flow.Next || info.flow === Flow.Branch) {
      this.reach(pc + info.length, depth + this.effectAt(pc, info));
    }
  }

  private effectAt(pc: i32, info: OpInfo): i32 {
    let effect = info.effect;
    for (let i = 0; i < info.operands.length; i++) {
      if (info.operands[i] === Operand.Count) effect += info.perCount * this.ops[pc + 1 + i];
    }
    return effect;
  }
}
