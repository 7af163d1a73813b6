/** Facts on opcodes as lookups by number, derived from the table. */
import { Op, OPCODES_310, type OpcodeSpec } from "../opcodes.ts";

const JUMP = 1;
const RELATIVE = 2;
const END = 4;
const SETUP = 8;

const FLAGS = new Uint8Array(256);
const SPECS: (OpcodeSpec | undefined)[] = new Array(256).fill(undefined);

for (const spec of OPCODES_310) {
  SPECS[spec.number] = spec;
  if (spec.kind === "jrel") FLAGS[spec.number] = JUMP | RELATIVE | END;
  if (spec.kind === "jabs") FLAGS[spec.number] = JUMP | END;
}
for (const op of [Op.RETURN_VALUE, Op.RAISE_VARARGS, Op.RERAISE]) FLAGS[op]! |= END;
// Control goes on after the set-up of a handler.
for (const op of [Op.SETUP_FINALLY, Op.SETUP_WITH, Op.SETUP_ASYNC_WITH]) FLAGS[op] = JUMP | RELATIVE | SETUP;

/** Whether an instruction has a target. */
export function isJump(op: number): boolean {
  return (FLAGS[op]! & JUMP) !== 0;
}

/** Whether a jump counts from the instruction after it. */
export function isRelative(op: number): boolean {
  return (FLAGS[op]! & RELATIVE) !== 0;
}

/** Whether nothing may follow in the same block. */
export function endsBlock(op: number): boolean {
  return (FLAGS[op]! & END) !== 0;
}

/** Whether the target is a handler, which control reaches only by an exception. */
export function isSetup(op: number): boolean {
  return (FLAGS[op]! & SETUP) !== 0;
}

/** How an instruction changes the depth of the stack, or would if its jump is taken. */
export function stackEffect(op: number, arg: number, jump: boolean): number {
  const spec = SPECS[op]!;
  const base = jump ? spec.jumpEffect : spec.effect;
  switch (spec.formula) {
    case "none":
      return base;
    case "minus":
      return base - arg;
    case "minusTwice":
      return base - 2 * arg;
    case "plus":
      return base + arg;
    case "unpackEx":
      return base + (arg & 0xff) + (arg >> 8);
    case "slice":
      return arg === 3 ? base - 1 : base;
    case "functionFlags":
      return base - (arg & 1) - ((arg >> 1) & 1) - ((arg >> 2) & 1) - ((arg >> 3) & 1);
    case "formatSpec":
      return (arg & 4) !== 0 ? base - 1 : base;
    case "lowBit":
      return base - (arg & 1);
  }
}
