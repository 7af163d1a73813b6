/** Random programs do the same before and after the passes. `SEEDS=from-to` tries others. */
import { assertEquals } from "@std/assert";
import { Evaluator, OutOfFuel, Raised, type Value } from "../ir/evaluate.ts";
import type { Program } from "../ir/ir.ts";
import { parseProgram } from "../ir/parse.ts";
import { printProgram } from "../ir/print.ts";
import { verifyProgram } from "../ir/verify.ts";
import { devirtualize } from "./devirtualize.ts";
import { escape } from "./escape.ts";
import { inline } from "./inline.ts";
import { loads } from "./loads.ts";
import { randomProgram } from "./random.ts";
import { simplify } from "./simplify.ts";

const FUNCTIONS = 6;
const FUEL = 20_000;
const PASSES: readonly [string, (program: Program) => void][] = [
  ["loads", loads],
  ["simplify", simplify],
  ["devirtualize", devirtualize],
  ["inline", (program) => inline(program, { small: 40, growth: 4 })],
  ["escape", escape],
  ["simplify again", simplify],
  ["loads again", loads],
  ["simplify at last", simplify],
];

/** What runs of all functions do: log, result or exception. Null for a run that does not end. */
function behaviour(program: Program, fuel: number): (string | null)[] {
  return program.functions.filter((f) => /^f\d+$/.test(f.name)).flatMap((f) =>
    [[0, 1], [7, -2], [3, 100]].map(([a, b]) => {
      const log: Value[] = [];
      const evaluator = new Evaluator(program, (_name, args) => {
        log.push(args[0]);
        return (args[0] as number) ^ 5;
      });
      try {
        const made = evaluator.run(program.functions.find((g) => g.name === "make")!, [a], fuel);
        return `${log} -> ${evaluator.run(f, [a, b, made], fuel)}`;
      } catch (error) {
        if (error instanceof OutOfFuel) return null;
        if (error instanceof Raised) return `${log} raises ${error.value === null ? "overflow" : "object"}`;
        throw error;
      }
    })
  );
}

function check(seed: number): void {
  const text = randomProgram(seed, FUNCTIONS);
  const program = parseProgram(text);
  assertEquals(verifyProgram(program), [], `seed ${seed}\n${text}`);
  const expected = behaviour(program, FUEL);
  for (const [name, pass] of PASSES) {
    pass(program);
    assertEquals(verifyProgram(program), [], `seed ${seed} after ${name}`);
    // Passes add a few moves, so what ended before has to end within twice the steps.
    const actual = behaviour(program, 2 * FUEL).map((run, i) => expected[i] === null ? null : run);
    assertEquals(actual, expected, `seed ${seed} after ${name}\n${printProgram(program)}`);
  }
}

const [from, to] = (Deno.env.get("SEEDS") ?? "1-100").split("-").map(Number);
Deno.test(`random programs ${from} to ${to} keep their behaviour`, () => {
  for (let seed = from; seed <= to; seed++) check(seed);
});
