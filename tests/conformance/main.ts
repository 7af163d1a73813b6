/**
 * `deno task conformance [module or group]…`: CPython 3.10's own test modules under our interpreter.
 *
 * Progress goes to standard error, the table to standard output, everything to `build/conformance/results.json`. The
 * exit code is 1 when a module does not pass whole, 2 when it cannot run at all.
 */
import { parseArgs } from "@std/cli";
import { ensureDir } from "@std/fs";
import { fileURLToPath } from "node:url";
import { Progress } from "../../bench/progress.ts";
import { findCPython, findPypy } from "../python/interpreters.ts";
import { type ModuleResult, runModule, type RunOptions } from "./module_run.ts";
import { selectModules } from "./modules.ts";
import { badTests, formatFailures, formatJson, formatMarkdown, formatTable } from "./results.ts";

const USAGE =
  `usage: deno task conformance [MODULE or GROUP]... [--match TEXT] [--python PATH] [--as pypy|cpython]
       [--lib DIR] [--timeout SECONDS] [--workers N] [--failures] [--update]`;

const BUILD = fileURLToPath(new URL("../../build/conformance", import.meta.url));
const RESULTS = fileURLToPath(new URL("results.md", import.meta.url));

class UsageError extends Error {}

interface Settings {
  readonly modules: readonly string[];
  readonly run: RunOptions;
  readonly workers: number;
  readonly failures: boolean;
  readonly update: boolean;
  readonly title: string;
}

function positive(value: unknown, name: string, fallback: number): number {
  const number = value === undefined ? fallback : Number(value);
  if (!(number > 0)) throw new UsageError(`--${name} must be above 0`);
  return number;
}

/** The folder that holds CPython's `test` package. */
function findTests(named: string | undefined): string {
  if (named !== undefined) return named;
  const python = findCPython("3.10");
  if (python === null) throw new UsageError("no CPython 3.10 found (pyenv); name its library with --lib");
  const script = "import os; print(os.path.dirname(os.__file__))";
  const { stdout } = new Deno.Command(python, { args: ["-c", script] }).outputSync();
  return new TextDecoder().decode(stdout).trim();
}

/** A folder with nothing but a link to the `test` package, so that nothing else of that library is found. */
async function makeLibrary(tests: string): Promise<string> {
  const library = `${BUILD}/lib`;
  await ensureDir(library);
  await Deno.remove(`${library}/test`).catch(() => {});
  await Deno.symlink(`${tests}/test`, `${library}/test`);
  return library;
}

async function settingsOf(args: readonly string[]): Promise<Settings> {
  const flags = parseArgs(args, {
    boolean: ["update", "failures", "help"],
    string: ["match", "python", "as", "lib", "timeout", "workers"],
  });
  if (flags.help === true) throw new UsageError("");
  const python = typeof flags.python === "string" ? flags.python.split(" ") : findPypy();
  if (python === null) throw new UsageError("./pypy is not built; name an interpreter with --python");
  const run: RunOptions = {
    python,
    library: await makeLibrary(findTests(flags.lib as string | undefined)),
    build: BUILD,
    timeLimitMs: positive(flags.timeout, "timeout", 300) * 1000,
    match: flags.match as string | undefined,
    implementation: flags.as as string | undefined,
  };
  return {
    modules: selectModules(flags._),
    run,
    workers: positive(flags.workers, "workers", 2),
    failures: flags.failures === true,
    update: flags.update === true,
    title: flags.python === undefined ? "`./pypy`" : `\`${python[0].split("/").at(-1)}\``,
  };
}

function describe(result: ModuleResult): string {
  const bad = badTests(result).length;
  return `${result.module}: ${result.whole ? "ok" : `${bad} bad`}, ${result.counts.passed} passed`;
}

/** Runs the modules, `workers` at a time; the results in the order of `modules`. */
async function runAll(settings: Settings): Promise<ModuleResult[]> {
  const progress = new Progress(settings.modules.length);
  const results: ModuleResult[] = [];
  let next = 0;
  const work = async () => {
    while (next < settings.modules.length) {
      const index = next++;
      progress.step(settings.modules[index], 0);
      const result = await runModule(settings.modules[index], settings.run);
      results[index] = result;
      progress.step(result.module);
      progress.line(describe(result));
    }
  };
  await Promise.all(Array.from({ length: settings.workers }, work));
  return results;
}

async function main(args: readonly string[]): Promise<number> {
  let settings: Settings;
  try {
    settings = await settingsOf(args);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`${error.message === "" ? "" : `conformance: ${error.message}\n`}${USAGE}`);
    return error.message === "" ? 0 : 2;
  }
  const results = await runAll(settings);
  console.log(formatTable(results));
  if (settings.failures) console.log(formatFailures(results));
  await Deno.writeTextFile(`${BUILD}/results.json`, formatJson(results, settings.run.python.join(" ")));
  if (settings.update) await Deno.writeTextFile(RESULTS, formatMarkdown(results, settings.title));
  return results.every((result) => result.whole) ? 0 : 1;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
