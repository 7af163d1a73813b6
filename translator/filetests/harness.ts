/**
 * Filetests: text files with a program before and after some passes.
 *
 *     // run: simplify, loads {"hoist": false}
 *     // Any comment; a name may be followed by options, passed to the pass as JSON.
 *     …program…
 *     // ====
 *     …expected text…
 *
 * A pass NAME is the function NAME of `../passes/NAME.ts`. The verifier runs before the first pass and after each.
 * The expected text holds the functions alone, or all of the program after a line `// print: program`.
 * `BLESS=1` in the environment rewrites the expected part.
 */
import type { Program } from "../ir/ir.ts";
import { parseProgram } from "../ir/parse.ts";
import { printFunc, printProgram } from "../ir/print.ts";
import { verifyProgram } from "../ir/verify.ts";

const SEPARATOR = "// ====\n";

/** A pass to run: its name, and its options (undefined: none). */
interface Step {
  readonly name: string;
  readonly options: unknown;
}

/** A filetest taken apart. */
export interface FileTest {
  readonly steps: readonly Step[];
  readonly wholeProgram: boolean;
  readonly input: string;
  readonly expected: string;
}

/**
 * Takes a filetest apart.
 * @throws {Error} when it has no `// run:` line.
 */
export function splitFileTest(text: string): FileTest {
  const at = text.indexOf(SEPARATOR);
  const input = at < 0 ? text : text.slice(0, at);
  const run = /^\/\/ run:(.*)$/m.exec(input);
  if (run === null) throw new Error("a filetest needs a line // run: PASS, …");
  return {
    steps: parseSteps(run[1]),
    wholeProgram: /^\/\/ print: program$/m.test(input),
    input: input.trimEnd() + "\n",
    expected: at < 0 ? "" : text.slice(at + SEPARATOR.length),
  };
}

function parseSteps(line: string): Step[] {
  const steps: Step[] = [];
  for (const [, name, options] of line.matchAll(/([A-Za-z]+)\s*(\{[^}]*\})?\s*(?:,|$)/g)) {
    steps.push({ name, options: options === undefined ? undefined : JSON.parse(options) });
  }
  return steps;
}

/**
 * Runs the passes of a filetest on its input.
 * @throws {Error} when the verifier finds a problem; the message holds the program's text.
 */
export async function runFileTest(test: FileTest): Promise<string> {
  const program = parseProgram(test.input);
  verify(program, "the input");
  for (const step of test.steps) {
    const module = await import(`../passes/${step.name}.ts`);
    module[step.name](program, step.options);
    verify(program, `the result of ${step.name}`);
  }
  if (test.wholeProgram) return printProgram(program);
  return program.functions.map((f) => printFunc(f, program)).join("\n");
}

function verify(program: Program, what: string): void {
  const problems = verifyProgram(program);
  if (problems.length === 0) return;
  throw new Error(`${what} is malformed:\n${problems.join("\n")}\n${printProgram(program)}`);
}

/** The whole text of a filetest with `expected` as its expectation. */
export function joinFileTest(test: FileTest, expected: string): string {
  return `${test.input}${SEPARATOR}${expected}`;
}
