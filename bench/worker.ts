/**
 * Measures one program in a fresh process: `worker.ts MODE FILE SIZE WARMUP ITERS [PROFILE]`.
 *
 * MODE is `untranslated`, `translated`, or `prepare`, which only fills the driver's cache so that the measured
 * process does not translate. The last line on standard output is one JSON object, a {@link WorkerReport}; an
 * error goes to standard error with exit code 1.
 */
import { loadTranslated } from "./translated.ts";

/** What a worker found. Times are in milliseconds, of one call of `run` each. */
export interface WorkerReport {
  readonly checksum: number;
  /** The very first call after loading. */
  readonly firstMs: number;
  /** The calls after the warm-up. */
  readonly timesMs: readonly number[];
  /** The highest resident set of the process so far. */
  readonly peakRssBytes: number;
}

type Run = (size: number) => number;

async function load(mode: string, file: string, profile: string): Promise<Run> {
  if (mode === "untranslated") return (await import(new URL(file, `file://${Deno.cwd()}/`).href)).run;
  const program = await loadTranslated(file, profile);
  return (size) => program.call("run", size);
}

/** Reads `VmHWM` where there is `/proc`; elsewhere the resident set of this moment. */
export function peakRssBytes(): number {
  try {
    const match = /VmHWM:\s*(\d+) kB/.exec(Deno.readTextFileSync("/proc/self/status"));
    if (match !== null) return Number(match[1]) * 1024;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return Deno.memoryUsage().rss;
}

/** Calls `run` once, `warmup` times more unmeasured, then `iterations` times; all must agree. */
export function measure(run: Run, size: number, warmup: number, iterations: number): WorkerReport {
  const times: number[] = [];
  let checksum = NaN;
  let firstMs = 0;
  for (let i = 0; i < 1 + warmup + iterations; i++) {
    const start = performance.now();
    const result = run(size);
    const elapsed = performance.now() - start;
    if (i === 0) {
      checksum = result;
      firstMs = elapsed;
    } else if (!Object.is(result, checksum)) {
      throw new Error(`iteration ${i} gave ${result}, the first ${checksum}`);
    }
    if (i > warmup) times.push(elapsed);
  }
  return { checksum, firstMs, timesMs: times, peakRssBytes: peakRssBytes() };
}

async function work(args: readonly string[]): Promise<number> {
  const [mode, file, size, warmup, iterations, profile = "release"] = args;
  if (!["untranslated", "translated", "prepare"].includes(mode) || iterations === undefined) {
    console.error("usage: worker.ts untranslated|translated|prepare FILE SIZE WARMUP ITERS [PROFILE]");
    return 2;
  }
  try {
    const run = await load(mode, file, profile);
    if (mode === "prepare") console.log("{}");
    else console.log(JSON.stringify(measure(run, Number(size), Number(warmup), Number(iterations))));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : describeThrown(error));
    return 1;
  }
}

/** RTS exceptions are no `Error`s: their class and message. */
function describeThrown(thrown: unknown): string {
  const { constructor, message } = Object(thrown) as { constructor?: { name?: string }; message?: string };
  return message === undefined ? String(thrown) : `${constructor?.name ?? "exception"}: ${message}`;
}

if (import.meta.main) Deno.exit(await work(Deno.args));
