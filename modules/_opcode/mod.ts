/** The module `_opcode`: how instructions change the depth of the stack, by the compiler's table. */
import type { i32 } from "@rts";
import { OPCODES_310, type StackFormula } from "../../core/compiler/opcodes.ts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { newInt32, w_False, w_True } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import type { FixedArray } from "@rts";

const HAVE_ARGUMENT: i32 = 90;
const FORMULAS: readonly StackFormula[] = [
  "none",
  "minus",
  "minusTwice",
  "plus",
  "unpackEx",
  "slice",
  "functionFlags",
  "formatSpec",
  "lowBit",
];
/** Number of the formula by opcode, -1 for no opcode; effects without and with the jump. */
const formulaOf: Int32Array = new Int32Array(256).fill(-1);
const effectOf: Int32Array = new Int32Array(256);
const jumpEffectOf: Int32Array = new Int32Array(256);
for (const spec of OPCODES_310) {
  formulaOf[spec.number] = FORMULAS.indexOf(spec.formula);
  effectOf[spec.number] = spec.effect;
  jumpEffectOf[spec.number] = spec.jumpEffect;
}

function withArgument(formula: i32, base: i32, arg: i32): i32 {
  switch (formula) {
    case 1:
      return base - arg;
    case 2:
      return base - 2 * arg;
    case 3:
      return base + arg;
    case 4:
      return base + (arg & 0xff) + (arg >> 8);
    case 5:
      return arg === 3 ? base - 1 : base;
    case 6:
      return base - (arg & 1) - ((arg >> 1) & 1) - ((arg >> 2) & 1) - ((arg >> 3) & 1);
    case 7:
      return (arg & 4) !== 0 ? base - 1 : base;
    case 8:
      return base - (arg & 1);
    default:
      return base;
  }
}

function stackEffect(scope: FixedArray<W_Root>): W_Root {
  const opcode = intArgument(scope[0]);
  const w_arg = scope[1];
  let arg: i32 = 0;
  if (opcode >= HAVE_ARGUMENT) {
    if (w_arg === w_None) throw valueError("stack_effect: opcode requires oparg but oparg was not specified");
    arg = intArgument(w_arg);
  } else if (w_arg !== w_None) {
    throw valueError("stack_effect: opcode does not permit oparg but oparg was specified");
  }
  const w_jump = scope[2];
  if (w_jump !== w_None && w_jump !== w_True && w_jump !== w_False) {
    throw valueError("stack_effect: jump must be False, True or None");
  }
  if (opcode < 0 || opcode > 255 || formulaOf[opcode] < 0) throw valueError("invalid opcode or oparg");
  const formula = formulaOf[opcode];
  const stays = withArgument(formula, effectOf[opcode], arg);
  const jumps = withArgument(formula, jumpEffectOf[opcode], arg);
  if (w_jump === w_None) return newInt32(Math.max(stays, jumps));
  return newInt32(w_jump === w_True ? jumps : stays);
}

defineModule("_opcode", {
  doc: "Facts on opcodes.",
  functions: {
    stack_effect: {
      signature: "(opcode, oparg=None, /, *, jump=None)",
      scope: stackEffect,
      doc: "How an instruction changes the depth of the stack.",
    },
  },
});
