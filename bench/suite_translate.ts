/**
 * `bench translate`: how long the translation of a generated program of 30 000 lines takes (`generate_large.ts`), to
 * the end of its first run, by stages; and how soon the unchanged program runs again, from the cache.
 *
 * Every measurement is a fresh process of the command line, as users start it. The program must print untranslated
 * what it prints translated.
 */
import { fromFileUrl } from "./paths.ts";
import { ROOT } from "./programs.ts";
import { layOut, markdownTable } from "./report.ts";
import { median } from "./stats.ts";

/** The generated program's main module, relative to the root. */
const PROGRAM = "build/large/main.ts";

/** What to measure. */
export interface TranslateOptions {
  /** Processes of each kind; Binaryen runs once. */
  readonly runs: number;
  /** Measure Binaryen's -O2 as well. */
  readonly optimize: boolean;
}

/** One process: how long it took as a whole, and the driver's stages, in milliseconds. */
export interface Timing {
  readonly total: number;
  readonly stages: ReadonlyMap<string, number>;
}

/** A way to start the program, and the medians over its processes. */
export interface TranslateRow {
  readonly name: string;
  readonly total: number;
  readonly stages: ReadonlyMap<string, number>;
}

async function deno(args: readonly string[]): Promise<{ stdout: string; stderr: string; ms: number }> {
  const start = performance.now();
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", ...args],
    cwd: fromFileUrl(ROOT),
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  });
  const { success, stdout, stderr } = await command.output();
  const ms = performance.now() - start;
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (!success) throw new Error(`${args.join(" ")}: ${err.trim()}`);
  return { stdout: out, stderr: err, ms };
}

/** The stages in what `--time` printed. */
export function parseStages(text: string): Map<string, number> {
  const stages = new Map<string, number>();
  for (const line of text.split("\n")) {
    const found = /^(\S.*?)\s+(\d+) ms$/.exec(line);
    if (found !== null) stages.set(found[1], Number(found[2]));
  }
  return stages;
}

/** The medians of several processes; a stage that one of them lacks counts as 0 there. */
export function summarizeTimings(name: string, timings: readonly Timing[]): TranslateRow {
  const names = new Set(timings.flatMap((timing) => [...timing.stages.keys()]));
  const stages = new Map(
    [...names].map((stage) => [stage, median(timings.map((timing) => timing.stages.get(stage) ?? 0))]),
  );
  return { name, total: median(timings.map((timing) => timing.total)), stages };
}

async function measure(
  name: string,
  flags: readonly string[],
  runs: number,
  wanted: string,
): Promise<TranslateRow> {
  const timings: Timing[] = [];
  for (let run = 0; run < runs; run++) {
    console.error(`${name}: ${run + 1} of ${runs}`);
    const { stdout, stderr, ms } = await deno([
      "translator/driver/cli.ts",
      "run",
      "--time",
      ...flags,
      PROGRAM,
    ]);
    if (stdout !== wanted) throw new Error(`${name} printed ${stdout.trim()}, not ${wanted.trim()}`);
    timings.push({ total: ms, stages: parseStages(stderr) });
  }
  return summarizeTimings(name, timings);
}

/** Measures. @throws {Error} when a process fails or prints something else. */
export async function runTranslateSuite(options: TranslateOptions): Promise<TranslateRow[]> {
  await deno(["bench/generate_large.ts"]);
  const untranslated = await deno(["translator/driver/cli.ts", "run", "--untranslated", PROGRAM]);
  const wanted = untranslated.stdout;
  const rows = [await measure("cold", ["--no-cache"], options.runs, wanted)];
  await measure("filling the cache", [], 1, wanted);
  rows.push(await measure("from the cache", [], options.runs, wanted));
  if (options.optimize) rows.push(await measure("cold, Binaryen -O2", ["--no-cache", "-O"], 1, wanted));
  return rows;
}

function cells(rows: readonly TranslateRow[]): string[][] {
  const stages = [...new Set(rows.flatMap((row) => [...row.stages.keys()]))];
  const number = (value: number | undefined) => value === undefined ? "-" : value.toFixed(0);
  return [
    ["ms", ...rows.map((row) => row.name)],
    ...stages.map((stage) => [stage, ...rows.map((row) => number(row.stages.get(stage)))]),
    ["whole process", ...rows.map((row) => number(row.total))],
  ];
}

/** The table for the terminal. */
export function formatTranslateTable(rows: readonly TranslateRow[]): string {
  return layOut(cells(rows)).join("\n");
}

/** The report as one line of JSON. */
export function formatTranslateJson(rows: readonly TranslateRow[]): string {
  return JSON.stringify({
    suite: "translate",
    rows: rows.map(({ name, total, stages }) => ({ name, total, stages: Object.fromEntries(stages) })),
  });
}

/** The file of results. */
export function formatTranslateMarkdown(rows: readonly TranslateRow[], facts: readonly string[]): string {
  return [
    "# Translating 30 000 lines",
    "",
    "Written by `deno task bench translate --save`: milliseconds of the driver's stages, medians over fresh",
    "processes. `start` is what comes before the first stage, `run` the program itself.",
    "",
    ...facts.map((fact) => `- ${fact}`),
    "",
    markdownTable(cells(rows)),
    "",
  ].join("\n");
}
