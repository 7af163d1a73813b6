/** The lowering passes in their order: from optimized IR to what layout and the emitter take. */
import type { Program } from "../ir/ir.ts";
import { elideBarriers } from "./barriers.ts";
import { analyzeEffects, type EffectInfo } from "./effects.ts";
import { lowerExceptions } from "./exceptions.ts";
import { assignRoots } from "./roots.ts";

/** Runs effects, exceptions, barriers and roots on `program`. The result answers questions about its calls. */
export function lowerProgram(program: Program): EffectInfo {
  const effects = analyzeEffects(program);
  lowerExceptions(program, effects);
  elideBarriers(program, effects);
  assignRoots(program, effects);
  return effects;
}
