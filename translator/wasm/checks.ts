/**
 * Checks of the debug profile, and places that cannot be reached: they call `host_panic`, which never returns.
 *
 * The first argument is a cause with {@link PANIC_SITE} set, the second the number of the place in the image's
 * list of panic places, the third a detail. A cause past those of the host table is a text of the image.
 */
import { PANIC_SITE, PANICS } from "../../core/host/table.ts";
import type { ClassDesc } from "../ir/ir.ts";
import { isZero } from "./arithmetic.ts";
import type { Emitter, FunctionEmitter } from "./function.ts";
import { testTypeInfo } from "./memory_ops.ts";
import { Op } from "./opcodes.ts";

/** Number of a cause by its text. */
function causeOf(f: FunctionEmitter, text: string): number {
  const known = (PANICS as readonly string[]).indexOf(text);
  return known >= 0 ? known : PANICS.length + f.context.panicText(text);
}

/** Stops with an internal error; `detail` pushes a number that helps to understand it. */
export function panic(f: FunctionEmitter, cause: string, pos: number, detail?: () => void): void {
  f.code.mark(pos);
  f.code.i32Const(PANIC_SITE | causeOf(f, cause));
  f.code.i32Const(f.context.panicSite(pos));
  if (detail === undefined) f.code.i32Const(0);
  else detail();
  f.code.opU(Op.call, f.context.hostIndex({ name: "host_panic" }));
  f.code.op(Op.unreachable);
}

const checkNull: Emitter = (f, node) => {
  f.value(node.args[0]);
  f.code.op(Op.i32Eqz);
  f.rarely(() => panic(f, "null reference", node.instr.pos));
};

const checkBounds: Emitter = (f, node) => {
  const [index, length] = node.args;
  f.value(index);
  f.value(length);
  f.code.op(Op.i32GeU);
  f.rarely(() => panic(f, "index out of bounds", node.instr.pos, () => f.value(index)));
};

/** Null passes. */
const checkCast: Emitter = (f, node) => {
  const [object] = node.args;
  if (isZero(object)) return;
  f.value(object);
  f.within(Op.if, null, () => {
    f.value(object);
    f.code.load32(0);
    testTypeInfo(f, node.instr.imm as ClassDesc);
    f.code.op(Op.i32Eqz);
    f.rarely(() =>
      panic(f, "wrong class in cast", node.instr.pos, () => {
        f.value(object);
        f.code.load32(0);
      })
    );
  });
};

const checkTrue: Emitter = (f, node) => {
  f.value(node.args[0]);
  f.code.op(Op.i32Eqz);
  f.rarely(() => panic(f, node.instr.imm as string, node.instr.pos));
};

/** Emitters of checks. */
export const CHECKS: Readonly<Record<string, Emitter>> = {
  "check.null": checkNull,
  "check.bounds": checkBounds,
  "check.cast": checkCast,
  "check.true": checkTrue,
};
