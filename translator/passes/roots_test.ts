import { assert, assertEquals } from "@std/assert";
import { printFunc } from "../ir/print.ts";
import { verifyProgram } from "../ir/verify.ts";
import { elideBarriers } from "./barriers.ts";
import { analyzeEffects } from "./effects.ts";
import { lowerExceptions } from "./exceptions.ts";
import { randomProgram } from "./random_ir.ts";
import { assignRoots } from "./roots.ts";
import { type Run, runFunction, seededOracle } from "./roots_check.ts";

/** Lowers one random program and compares runs before and after along several paths; the number that finished. */
function check(seed: number, refs: number, depth: number, length: number): number {
  const program = randomProgram(seededOracle(seed), { refs, depth, length });
  const func = program.functions[program.functions.length - 1];
  assertEquals(verifyProgram(program), [], `seed ${seed}\n${printFunc(func, program)}`);
  const before = printFunc(func, program);
  const effects = analyzeEffects(program);
  const run = (path: number, lowered: boolean): Run =>
    runFunction(func, {
      paths: seededOracle(seed * 1000 + path),
      collections: seededOracle(seed * 7919 + path),
      effects,
      lowered,
      steps: lowered ? 2000 : 400,
    });
  const paths = [...Array(12).keys()];
  const expected = paths.map((path) => run(path, false));
  lowerExceptions(program, effects);
  elideBarriers(program, effects);
  assignRoots(program, effects);
  assertEquals(verifyProgram(program), [], `seed ${seed}\n${before}\n${printFunc(func, program)}`);
  let finished = 0;
  for (const path of paths) {
    let actual: Run;
    try {
      actual = run(path, true);
    } catch (error) {
      throw new Error(`seed ${seed} path ${path}: ${error}\n${before}\n${printFunc(func, program)}`);
    }
    if (!expected[path].finished || !actual.finished) continue;
    finished++;
    assertEquals(actual.trace, expected[path].trace, `seed ${seed} path ${path}\n${before}`);
  }
  return finished;
}

Deno.test("lowered random functions behave as before, without stale references", () => {
  let finished = 0;
  for (let seed = 1; seed <= 600; seed++) {
    finished += check(seed, 3 + seed % 6, 1 + seed % 4, 3 + seed % 5);
  }
  for (let seed = 601; seed <= 900; seed++) finished += check(seed, 4 + seed % 5, seed % 2, 24);
  assert(finished > 3000, `only ${finished} runs finished`);
});
