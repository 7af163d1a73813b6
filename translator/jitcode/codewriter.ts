/**
 * The codewriter: makes the jitcode of every function that a portal reaches through calls that the tracer follows.
 * It takes the IR after `simplify`, before inlining and exception lowering, and leaves it as it is.
 */
import type { Program } from "../ir/ir.ts";
import { analyzeEffects, type EffectInfo } from "../passes/effects.ts";
import { Calls } from "./calls.ts";
import type { JitProgram } from "./code.ts";
import { flatten } from "./flatten.ts";
import { Policy } from "./policy.ts";
import { allocateRegisters, fuseTests } from "./registers.ts";

/** Writes the jitcodes of `program`, whose effects are `effects`. */
export function writeJitcode(program: Program, effects: EffectInfo = analyzeEffects(program)): JitProgram {
  const policy = new Policy();
  const calls = new Calls(effects, policy, program.functions);
  for (const func of program.functions) {
    if (policy.portal(func) === null) continue;
    const reason = policy.residualReason(func);
    if (reason !== null) throw new Error(`portal ${func.name} cannot have jitcode: ${reason}`);
    calls.jitcodeOf(func);
  }
  // Flattening one function appends those it calls.
  for (const code of calls.codes) {
    flatten(code, { effects, policy, calls });
    fuseTests(code);
    allocateRegisters(code);
  }
  return { codes: calls.codes, residual: calls.residual };
}
