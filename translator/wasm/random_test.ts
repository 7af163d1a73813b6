/**
 * Random programs do on V8 what the reference evaluator says, before and after the optimizing passes, with a
 * collector that moves everything at every allocation. `SEEDS=from-to` tries others.
 */
import { assertEquals } from "@std/assert";
import { Evaluator, type HeapObject, OutOfFuel, Raised, type Value } from "../ir/evaluate.ts";
import type { Program } from "../ir/ir.ts";
import { parseProgram } from "../ir/parse.ts";
import { layoutProgram } from "../layout/layout.ts";
import { devirtualize } from "../passes/devirtualize.ts";
import { escape } from "../passes/escape.ts";
import { inline } from "../passes/inline.ts";
import { loads } from "../passes/loads.ts";
import { lowerProgram } from "../passes/lower.ts";
import { randomProgram } from "../passes/random.ts";
import { simplify } from "../passes/simplify.ts";
import { emitProgram } from "./emit.ts";
import { MovingCollector } from "./testing_collector.ts";
import { MOVING_COLLECTOR } from "./testing_programs.ts";

const FUNCTIONS = 6;
const FUEL = 20_000;
const ARGUMENTS: readonly (readonly [number, number])[] = [[0, 1], [7, -2], [3, 100]];

/** A random program with the collector's declarations; its functions are exported. */
function program(seed: number): Program {
  const text = randomProgram(seed, FUNCTIONS).replace("class object\n", "");
  const parsed = parseProgram(MOVING_COLLECTOR + text);
  for (const func of parsed.functions) parsed.exports.set(func.name, func);
  for (const cls of parsed.classes) for (const impl of cls.impls.values()) impl.inTable = true;
  return parsed;
}

/** The function that makes the third argument, and the ones to run. */
const tested = (p: Program) => p.functions.filter((func) => /^f\d+$/.test(func.name));

function isObject(value: Value): value is HeapObject {
  return typeof value === "object" && value !== null && "fields" in value;
}

/** What the evaluator says; null for runs that do not end. */
function expected(p: Program): (string | null)[] {
  const make = p.functions.find((func) => func.name === "make")!;
  return tested(p).flatMap((func) =>
    ARGUMENTS.map(([a, b]) => {
      const log: Value[] = [];
      const evaluator = new Evaluator(p, (_name, args) => {
        log.push(args[0]);
        return (args[0] as number) ^ 5;
      });
      try {
        const result = evaluator.run(func, [a, b, evaluator.run(make, [a], FUEL)], FUEL);
        return `${log} -> ${isObject(result) ? "object" : result}`;
      } catch (error) {
        if (error instanceof OutOfFuel) return null;
        if (error instanceof Raised) return `${log} raises`;
        throw error;
      }
    })
  );
}

/** What V8 does, for the runs that end. */
function actual(p: Program, runs: readonly (string | null)[]): (string | null)[] {
  lowerProgram(p);
  const layout = layoutProgram(p);
  const emitted = emitProgram(p, layout);
  const module = new WebAssembly.Module(emitted.wasm);
  const start = layout.constants.get("stackStart")!;
  return tested(p).flatMap((func, i) =>
    ARGUMENTS.map(([a, b], j) => {
      if (runs[i * ARGUMENTS.length + j] === null) return null;
      const log: number[] = [];
      let collector: MovingCollector | null = null;
      const { exports } = new WebAssembly.Instance(module, {
        host: {
          host_panic: () => {},
          test_reserve: (sp: number, size: number) => collector!.reserve(sp, size),
          log: (value: number) => {
            log.push(value);
            return value ^ 5;
          },
        },
      });
      collector = new MovingCollector(exports.memory as WebAssembly.Memory, layout);
      const call = (name: string, ...args: number[]) =>
        (exports[name] as (...args: number[]) => number)(
          ...args,
          ...(emitted.exports[name].sp ? [start] : []),
        );
      // The argument is a root, as it would be of a caller.
      const made = call("make", a);
      const result = call(func.name, a, b, made);
      if ((exports.exception as WebAssembly.Global).value !== 0) return `${log} raises`;
      return `${log} -> ${func.result === "ref" ? result === 0 ? null : "object" : result ?? null}`;
    })
  );
}

function optimize(p: Program): void {
  loads(p);
  simplify(p);
  devirtualize(p);
  inline(p, { small: 40, growth: 4 });
  escape(p);
  simplify(p);
}

const [from, to] = (Deno.env.get("SEEDS") ?? "1-40").split("-").map(Number);
Deno.test(`random programs ${from} to ${to} run on V8 as they should`, () => {
  for (let seed = from; seed <= to; seed++) {
    const runs = expected(program(seed));
    assertEquals(actual(program(seed), runs), runs, `seed ${seed}`);
    const optimized = program(seed);
    optimize(optimized);
    assertEquals(actual(optimized, runs), runs, `seed ${seed}, optimized`);
  }
});
