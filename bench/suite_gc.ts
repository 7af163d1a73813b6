/**
 * `bench gc`: the figures of the collector. Each program runs translated in fresh processes through the
 * driver's command line and prints lines `label: value unit`; over the runs, figures that name a maximum keep
 * the worst, the others the median. The peak of the resident set is read from outside.
 */
import { fromFileUrl } from "./paths.ts";
import { type GcProgram, ROOT } from "./programs.ts";
import { Progress } from "./progress.ts";
import { layOut, markdownTable } from "./report.ts";
import { maximum, median } from "./stats.ts";

/** A figure as printed by a program. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
}

/** A program's figures over all runs, or why there are none. */
export interface GcResult {
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly error: string | null;
}

/** How to run. */
export interface GcOptions {
  readonly profile: string;
  readonly runs: number;
  /** The problem size for every program, for trying things out; undefined: its own. */
  readonly size: string | undefined;
}

const POLL_MS = 20;

/** Reads the lines `label: value unit` of `output`; others are skipped. */
export function parseFigures(output: string): Figure[] {
  const figures: Figure[] = [];
  for (const line of output.split("\n")) {
    const match = /^([^:]+): (-?[\d.]+(?:e[+-]?\d+)?)(?: (.*))?$/.exec(line);
    if (match !== null) figures.push({ label: match[1], value: Number(match[2]), unit: match[3] ?? "" });
  }
  return figures;
}

/** Joins the figures of several runs. @throws {Error} when the runs differ in labels or checksum. */
export function joinRuns(runs: readonly (readonly Figure[])[]): Figure[] {
  return runs[0].map((first, index) => {
    const values = runs.map((figures) => {
      const figure = figures[index];
      if (figure?.label !== first.label) throw new Error(`a run lacks '${first.label}'`);
      return figure.value;
    });
    if (first.label === "checksum" && values.some((value) => value !== first.value)) {
      throw new Error(`checksums ${values.join(", ")}`);
    }
    const isWorst = /maximum|at most|peak/.test(first.label);
    return { ...first, value: isWorst ? maximum(values) : median(values) };
  });
}

/** The high-water mark of a running process in MiB; 0 where the system does not tell. */
async function peakRssMiB(pid: number): Promise<number> {
  try {
    const status = await Deno.readTextFile(`/proc/${pid}/status`);
    return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0; // the process has ended
  }
}

async function runOnce(program: GcProgram, options: GcOptions): Promise<Figure[]> {
  const size = options.size === undefined ? [] : [options.size];
  const cli = "translator/driver/cli.ts";
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", cli, "run", "--profile", options.profile, program.file, ...size],
    cwd: fromFileUrl(ROOT),
    env: program.env,
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let peak = 0;
  const poll = setInterval(async () => {
    peak = Math.max(peak, await peakRssMiB(process.pid));
  }, POLL_MS);
  const { success, stdout, stderr } = await process.output();
  clearInterval(poll);
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr).trim() || "the program died");
  const figures = parseFigures(decoder.decode(stdout));
  return [...figures, { label: "resident set peak", value: peak, unit: "MiB" }];
}

async function measureGc(program: GcProgram, options: GcOptions, progress: Progress): Promise<GcResult> {
  try {
    await Deno.stat(new URL("translator/driver/cli.ts", ROOT)).catch(() => {
      throw new Error("needs translator/driver/cli.ts, which does not exist yet");
    });
    const runs: Figure[][] = [];
    for (let i = 0; i < options.runs; i++) {
      progress.step(program.name, 0);
      runs.push(await runOnce(program, options));
      progress.step(program.name);
    }
    return { name: program.name, figures: joinRuns(runs), error: null };
  } catch (error) {
    return { name: program.name, figures: [], error: (error as Error).message };
  }
}

/** Measures `programs`; one that fails does not stop the others. */
export async function runGcSuite(programs: readonly GcProgram[], options: GcOptions): Promise<GcResult[]> {
  const progress = new Progress(programs.length * options.runs);
  const results: GcResult[] = [];
  for (const program of programs) {
    const result = await measureGc(program, options, progress);
    results.push(result);
    progress.line(`${program.name}: ${result.error === null ? "done" : `FAILED: ${result.error}`}`);
  }
  return results;
}

function rows(results: readonly GcResult[]): string[][] {
  const body = results.flatMap((result) =>
    result.figures.map((figure) => [result.name, figure.label, `${+figure.value.toFixed(3)}`, figure.unit])
  );
  return [["program", "figure", "value", "unit"], ...body];
}

function failures(results: readonly GcResult[]): string[] {
  return results.filter((result) => result.error !== null).map((result) =>
    `FAILED: ${result.name}: ${result.error}`
  );
}

/** The table for the terminal. */
export function formatGcTable(results: readonly GcResult[]): string {
  return [...layOut(rows(results)), ...failures(results)].join("\n");
}

/** The report as one line of JSON: figures by program and label. */
export function formatGcJson(results: readonly GcResult[], profile: string): string {
  const programs = results.map((result) => ({
    name: result.name,
    figures: Object.fromEntries(result.figures.map((figure) => [figure.label, figure.value])),
    error: result.error,
  }));
  return JSON.stringify({ suite: "gc", profile, programs });
}

/** The file of results of `bench gc`. */
export function formatGcMarkdown(results: readonly GcResult[], facts: readonly string[]): string {
  return [
    "# Figures of the collector",
    "",
    "Written by `deno task bench gc --save`.",
    "",
    ...facts.map((fact) => `- ${fact}`),
    "",
    markdownTable(rows(results)),
    "",
    ...failures(results),
  ].join("\n").trimEnd() + "\n";
}
