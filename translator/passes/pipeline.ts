/**
 * The passes in their order, from the frontend's IR to what layout and the emitter take. Each step leaves IR that the
 * verifier accepts; with `verify` it is asked after every one.
 */
import { findImpl, type MethodDesc, type Program } from "../ir/ir.ts";
import { forEachInstr } from "../ir/walk.ts";
import { verifyProgram } from "../ir/verify.ts";
import { devirtualize } from "./devirtualize.ts";
import { escape } from "./escape.ts";
import { inline } from "./inline.ts";
import { loads } from "./loads.ts";
import { lowerProgram } from "./lower.ts";
import { mergepoints } from "./mergepoints.ts";
import { prune } from "./prune.ts";
import { simplify } from "./simplify.ts";

/** Choices of the pipeline. */
export interface PipelineOptions {
  /** Verify the IR after each pass. */
  readonly verify?: boolean;
  /** Called after each pass, for dumps and progress. */
  readonly after?: (pass: string, program: Program) => void;
}

type Pass = readonly [name: string, run: (program: Program) => void];

/** What comes before the codewriter takes the IR. */
const FIRST: readonly Pass[] = [["prune", prune], ["simplify", simplify]];
const OPTIMIZE: readonly Pass[] = [
  ["devirtualize", devirtualize],
  ["inline", inline],
  ["mergepoints", mergepoints],
  ["prune", prune],
  ["escape", escape],
  ["simplify", simplify],
  ["loads", loads],
  ["simplify", simplify],
];
const LOWER: readonly Pass[] = [["table", markTable], ["lower", lowerProgram]];

/** Simplifies: the form that the codewriter takes. */
export function prepare(program: Program, options: PipelineOptions = {}): void {
  runPasses(program, FIRST, options);
}

/** Optimizes and lowers: the form that layout and the emitter take. */
export function optimizeAndLower(program: Program, options: PipelineOptions = {}): void {
  runPasses(program, OPTIMIZE, options);
  runPasses(program, LOWER, options);
}

function runPasses(program: Program, passes: readonly Pass[], options: PipelineOptions): void {
  for (const [name, run] of passes) {
    run(program);
    if (options.verify) {
      const problems = verifyProgram(program);
      if (problems.length > 0) throw new Error(`after pass ${name}:\n${problems.slice(0, 20).join("\n")}`);
    }
    options.after?.(name, program);
  }
}

/** Gives a table slot to every implementation that some call still reaches through a vtable. */
function markTable(program: Program): void {
  const called = new Set<MethodDesc>();
  for (const func of program.functions) {
    forEachInstr(func.body, (instr) => {
      if (instr.op === "callvirt") called.add(instr.imm as MethodDesc);
    });
  }
  for (const method of called) {
    for (const cls of program.classes) {
      const impl = cls.impls.get(method) ?? (cls.abstract ? null : findImpl(cls, method));
      if (impl !== null && impl !== undefined) impl.inTable = true;
    }
  }
}
