/**
 * Runs one test module by `driver.py`, and reads the driver's report.
 *
 * A process that dies costs the test it died in, which counts as an error; the module then runs again without the
 * tests that are done. A process that exceeds its time is stopped, and what was left of the module is not run.
 */
import { fileURLToPath } from "node:url";
import { skipLines } from "./skips.ts";

/** How a test ended. `crashed` and `timeout` took the process with them. */
export const OUTCOMES = ["passed", "failed", "error", "skipped", "crashed", "timeout"] as const;
export type Outcome = typeof OUTCOMES[number];

/** One test. */
export interface TestRecord {
  readonly id: string;
  readonly outcome: Outcome;
  readonly message: string;
  readonly seconds: number;
}

/** One module. `whole` says that it ran to its end and nothing failed. */
export interface ModuleResult {
  readonly module: string;
  readonly tests: readonly TestRecord[];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly seconds: number;
  readonly whole: boolean;
}

/** How to run modules. */
export interface RunOptions {
  /** The interpreter's command. */
  readonly python: readonly string[];
  /** The folder that offers the `test` package alone. */
  readonly library: string;
  /** Where reports and outputs go. */
  readonly build: string;
  readonly timeLimitMs: number;
  /** Only tests whose id contains this. */
  readonly match: string | undefined;
  /** What the interpreter is to call itself; undefined leaves it as it is. */
  readonly implementation: string | undefined;
}

const DRIVER = fileURLToPath(new URL("driver.py", import.meta.url));
const MAX_CRASHES = 25;
const DONE = "\tdone in an earlier process";

/** What one process reported. */
export interface ParsedReport {
  readonly tests: readonly TestRecord[];
  /** The test that had begun and did not end. */
  readonly running: string | null;
  readonly done: boolean;
}

/** Reads the driver's lines; a last line cut short by a crash is left out. */
export function parseReport(text: string): ParsedReport {
  const tests: TestRecord[] = [];
  let running: string | null = null;
  let done = false;
  for (const line of text.split("\n")) {
    if (!line.startsWith("{") || !line.endsWith("}")) continue;
    const event = JSON.parse(line);
    if (event.done === true) done = true;
    else if (event.begin !== undefined) running = event.begin;
    else {
      tests.push(event);
      if (event.id === running) running = null;
    }
  }
  return { tests, running, done };
}

/** Counts and verdict of a module's tests. */
export function conclude(
  module: string,
  tests: readonly TestRecord[],
  seconds: number,
  done: boolean,
): ModuleResult {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const test of tests) {
    if (test.id !== "import" || test.outcome !== "passed") counts[test.outcome]++;
  }
  const bad = counts.failed + counts.error + counts.crashed + counts.timeout;
  return { module, tests, counts, seconds, whole: done && bad === 0 };
}

interface ProcessEnd {
  readonly report: ParsedReport;
  readonly late: boolean;
  readonly trouble: string;
}

async function runProcess(
  module: string,
  skips: readonly string[],
  options: RunOptions,
  limitMs: number,
): Promise<ProcessEnd> {
  const base = `${options.build}/${module}`;
  await Deno.writeTextFile(`${base}.skip`, skips.join("\n"));
  await Deno.writeTextFile(`${base}.report`, "");
  const scratch = await Deno.makeTempDir();
  const child = new Deno.Command(options.python[0], {
    args: [...options.python.slice(1), DRIVER, `test.${module}`, ...driverOptions(base, options)],
    cwd: scratch,
    env: { PYTHONPATH: options.library, PYTHONHASHSEED: "0" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, limitMs);
  const [stdout, stderr] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  clearTimeout(timer);
  await child.status;
  await Deno.writeTextFile(`${base}.out`, stdout + stderr);
  await Deno.remove(scratch, { recursive: true }).catch(() => {});
  return {
    report: parseReport(await Deno.readTextFile(`${base}.report`)),
    late,
    trouble: stderr.trim().slice(-2000),
  };
}

function driverOptions(base: string, options: RunOptions): string[] {
  const words = ["--library", options.library, "--report", `${base}.report`, "--skip", `${base}.skip`];
  if (options.match !== undefined) words.push("--match", options.match);
  if (options.implementation !== undefined) words.push("--implementation", options.implementation);
  return words;
}

/** What to record for the test that took its process down. */
function deadTest(end: ProcessEnd, limitMs: number): TestRecord {
  const id = end.report.running ?? "module";
  if (!end.late) return { id, outcome: "crashed", message: end.trouble, seconds: 0 };
  const message = `the module took more than ${limitMs / 1000} s`;
  return { id, outcome: "timeout", message, seconds: limitMs / 1000 };
}

/** Runs `module` to its end, over crashes. */
export async function runModule(module: string, options: RunOptions): Promise<ModuleResult> {
  const start = performance.now();
  const tests: TestRecord[] = [];
  const skips = skipLines(module);
  let done = false;
  for (let crashes = 0; !done && crashes <= MAX_CRASHES; crashes++) {
    const left = options.timeLimitMs - (performance.now() - start);
    const end = await runProcess(module, skips, options, Math.max(left, 1000));
    const seen = new Set(tests.map((test) => test.id));
    for (const test of end.report.tests) {
      if (seen.has(test.id) && (test.outcome === "skipped" || test.id === "import")) continue;
      tests.push(test);
      if (test.id !== "import") skips.push(test.id + DONE);
    }
    done = end.report.done;
    if (done) break;
    const dead = deadTest(end, options.timeLimitMs);
    tests.push(dead);
    skips.push(dead.id + DONE);
    if (end.late || end.report.running === null || dead.id === "import") break;
  }
  return conclude(module, tests, (performance.now() - start) / 1000, done);
}
