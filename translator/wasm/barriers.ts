/**
 * Write barriers: a test of the container's GC word inline, a call of the collector behind it. docs/translator.md
 * defines the flags. The stores themselves are the caller's. The collector's barriers never collect, so what is on the
 * stack stays valid.
 */
import type { Instr } from "../ir/ir.ts";
import type { FunctionEmitter } from "./function.ts";
import { Op } from "./opcodes.ts";
import type { Value } from "./tree.ts";

const GC_WORD = 4;
const TRACK_YOUNG = 1;
const HAS_CARDS = 2;

/** Pushes whether `object` has a flag. */
function testFlag(f: FunctionEmitter, object: Value, flag: number): void {
  f.value(object);
  f.code.load32(GC_WORD);
  f.code.i32Const(flag);
  f.code.op(Op.i32And);
}

function callBarrier(
  f: FunctionEmitter,
  name: "gcWriteBarrier" | "gcCardBarrier",
  instr: Instr,
  args: readonly Value[],
): void {
  for (const arg of args) f.value(arg);
  f.call(f.context.collector(name), instr);
}

/** Before a reference is stored in a field of `object`, a variable or constant. */
export function barrierForObject(f: FunctionEmitter, instr: Instr, object: Value): void {
  testFlag(f, object, TRACK_YOUNG);
  f.rarely(() => callBarrier(f, "gcWriteBarrier", instr, [object]));
}

/** Before a reference is stored in an element. */
export function barrierForElement(f: FunctionEmitter, instr: Instr, array: Value, index: Value): void {
  testFlag(f, array, TRACK_YOUNG);
  f.rarely(() => {
    testFlag(f, array, HAS_CARDS);
    f.within(Op.if, null, () => {
      callBarrier(f, "gcCardBarrier", instr, [array, index]);
      f.code.op(Op.else);
      callBarrier(f, "gcWriteBarrier", instr, [array]);
    });
  });
}

/** Before references are stored in elements from `start` to what `pushEnd` pushes. All values are variables or constants. */
export function barrierForArray(
  f: FunctionEmitter,
  instr: Instr,
  array: Value,
  start: Value,
  pushEnd: () => void,
): void {
  testFlag(f, array, TRACK_YOUNG);
  f.rarely(() => {
    f.value(array);
    f.value(start);
    pushEnd();
    f.call(f.context.collector("gcArrayWriteBarrier"), instr);
  });
}
