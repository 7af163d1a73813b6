/**
 * Activations. Slots `[0, localCount)` hold arguments and locals, those above are the operand stack. The stack
 * depth at each instruction is known at compile time, so the interpreter keeps it beside the pc, not here.
 * Slots above the depth are null: a dead value would keep its object alive, and stay in every trace.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import type { W_Closure } from "./callables.ts";
import type { Code } from "./code.ts";
import type { W_Root } from "./root.ts";

/** @virtualizable code, closure, slots[*] */
export class Frame {
  readonly code: Code;
  readonly closure: W_Closure;
  readonly slots: FixedArray<W_Root | null>;

  constructor(code: Code, closure: W_Closure) {
    this.code = code;
    this.closure = closure;
    this.slots = newFixedArray<W_Root | null>(code.frameSize, null);
  }

  /**
   * Empties the slots from `from` up to `to`.
   * @unroll
   */
  clear(from: i32, to: i32): void {
    for (let i = from; i < to; i++) this.slots[i] = null;
  }
}
