/**
 * `bench gc`: the figures of the collector. Each program runs translated in fresh processes and prints lines
 * `label: value unit`; over the runs, figures that name a maximum keep the worst, the others the median. Pauses come
 * in processor time, too (`gc_worker.ts`). The resident set is read from outside, its peak and its last size.
 */
import { NO_CLOCK } from "./gc_worker.ts";
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

/** Whether a figure is a pause: those are measured in processor time, too. */
function isPause(figure: Figure): boolean {
  return figure.unit === "ms" && / (median|99th percentile|maximum)$/.test(figure.label);
}

/** The figures, each pause followed by the same in processor time. */
export function withProcessorTime(wall: readonly Figure[], processor: readonly Figure[]): Figure[] {
  return wall.flatMap((figure) => {
    const other = isPause(figure) ? processor.find(({ label }) => label === figure.label) : undefined;
    return other === undefined ? [figure] : [figure, { ...other, label: `${figure.label}, processor time` }];
  });
}

const RESIDENT = "resident set peak";
const BASELINE = "gc_empty";

/**
 * Adds to a program that prints what is live (MiB) the share of the resident set that is its own: what it takes
 * beyond the program that does nothing. Only when that one was measured, too.
 */
export function withResidentShare(results: readonly GcResult[]): GcResult[] {
  const valueOf = (result: GcResult | undefined, label: string) =>
    result?.figures.find((figure) => figure.label === label)?.value;
  const baseline = valueOf(results.find(({ name }) => name === BASELINE), RESIDENT);
  return results.map((result) => {
    const live = valueOf(result, "live");
    const resident = valueOf(result, RESIDENT);
    if (baseline === undefined || live === undefined || resident === undefined) return result;
    const share = {
      label: "resident set beyond empty program's",
      value: (resident - baseline) / live,
      unit: "x live",
    };
    return { ...result, figures: [...result.figures, share] };
  });
}

/** Resident set of a process in MiB. */
interface Resident {
  peak: number;
  last: number;
}

/** Looks at the resident set of a running process, where the system tells. */
async function sampleResident(pid: number, found: Resident): Promise<void> {
  try {
    const status = await Deno.readTextFile(`/proc/${pid}/status`);
    const of = (name: string) => Number(new RegExp(`${name}:\\s*(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
    if (of("VmRSS") === 0) return; // the process is ending
    found.peak = Math.max(found.peak, of("VmHWM"));
    found.last = of("VmRSS");
  } catch {
    // the process has ended
  }
}

type Clock = "wall" | "processor";

/** Runs a program once; null where there is no such clock. */
async function runOnce(program: GcProgram, options: GcOptions, clock: Clock): Promise<Figure[] | null> {
  const size = options.size === undefined ? [] : [options.size];
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "bench/gc_worker.ts", options.profile, clock, program.file, ...size],
    cwd: fromFileUrl(ROOT),
    env: program.env,
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const resident: Resident = { peak: 0, last: 0 };
  const poll = setInterval(() => sampleResident(process.pid, resident), POLL_MS);
  const { code, stdout, stderr } = await process.output();
  clearInterval(poll);
  if (code === NO_CLOCK && clock === "processor") return null;
  const decoder = new TextDecoder();
  if (code !== 0) throw new Error(decoder.decode(stderr).trim() || "the program died");
  const figures = parseFigures(decoder.decode(stdout));
  return [
    ...figures,
    { label: RESIDENT, value: resident.peak, unit: "MiB" },
    { label: "resident set at the end", value: resident.last, unit: "MiB" },
  ];
}

/** Runs a program several times, and as often with the other clock when it prints pauses. */
async function runAll(program: GcProgram, options: GcOptions, step: () => void): Promise<Figure[]> {
  const runs: Record<Clock, Figure[][]> = { wall: [], processor: [] };
  for (let i = 0; i < options.runs; i++) {
    runs.wall.push((await runOnce(program, options, "wall"))!);
    if (runs.wall[0].some(isPause)) {
      const figures = await runOnce(program, options, "processor");
      if (figures !== null) runs.processor.push(figures);
    }
    step();
  }
  const wall = joinRuns(runs.wall);
  return runs.processor.length === 0 ? wall : withProcessorTime(wall, joinRuns(runs.processor));
}

/** Puts the image into the cache, so that the measured processes need no translator. */
async function translateBeforehand(program: GcProgram, profile: string): Promise<void> {
  const { translateFile } = await import("../translator/driver/mod.ts");
  await translateFile(program.file, { profile: profile === "debug" ? "debug" : "release" });
}

async function measureGc(program: GcProgram, options: GcOptions, progress: Progress): Promise<GcResult> {
  try {
    await translateBeforehand(program, options.profile);
    progress.step(program.name, 0);
    const figures = await runAll(program, options, () => progress.step(program.name));
    return { name: program.name, figures, error: null };
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
  return withResidentShare(results);
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
