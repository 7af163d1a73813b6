/**
 * `bench rts`: every program translated and untranslated, in turn (A B A B …), each time in a fresh process, so
 * that a drift of the machine hits both modes alike.
 */
import { fromFileUrl } from "./paths.ts";
import { type BenchProgram, ROOT } from "./programs.ts";
import { Progress } from "./progress.ts";
import { type Figures, type ProgramResult, ratios, type SuiteResult, summarize } from "./report.ts";
import type { WorkerReport } from "./worker.ts";

/** How much to measure. */
export interface RtsOptions {
  readonly profile: string;
  /** Processes for each mode. */
  readonly runs: number;
  readonly warmup: number;
  readonly iterations: number;
  /** Leave the translated mode out. */
  readonly untranslatedOnly: boolean;
}

type Mode = "untranslated" | "translated" | "prepare";

/** Runs a worker process to its end. @throws {Error} with what it wrote to standard error. */
async function runWorker(
  mode: Mode,
  program: BenchProgram,
  size: number,
  options: RtsOptions,
): Promise<string> {
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "bench/worker.ts",
      mode,
      program.file,
      `${size}`,
      `${options.warmup}`,
      `${options.iterations}`,
      options.profile,
    ],
    cwd: fromFileUrl(ROOT),
    stdout: "piped",
    stderr: "piped",
  });
  const { success, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`${mode}: ${decoder.decode(stderr).trim() || "the worker died"}`);
  return decoder.decode(stdout).trim().split("\n").at(-1)!;
}

/** Measures one program in all its modes. @throws {Error} when a worker fails or the checksums differ. */
async function measureProgram(
  program: BenchProgram,
  options: RtsOptions,
  progress: Progress,
): Promise<ProgramResult> {
  const module = await import(new URL(program.file, ROOT).href);
  const size: number = module.defaultSize();
  const modes: Mode[] = options.untranslatedOnly ? ["untranslated"] : ["untranslated", "translated"];
  const reports: Record<string, WorkerReport[]> = { untranslated: [], translated: [] };
  if (!options.untranslatedOnly) await runWorker("prepare", program, size, options);
  for (let run = 0; run < options.runs; run++) {
    for (const mode of modes) {
      progress.step(`${program.name} ${mode}`, 0);
      reports[mode].push(JSON.parse(await runWorker(mode, program, size, options)));
      progress.step(`${program.name} ${mode}`);
    }
  }
  const untranslated = summarize(reports.untranslated);
  const translated = options.untranslatedOnly ? null : summarize(reports.translated);
  requireSameChecksum(untranslated, translated);
  return { name: program.name, group: program.group, size, untranslated, translated };
}

/** @throws {Error} unless both modes computed the same. */
export function requireSameChecksum(untranslated: Figures, translated: Figures | null): void {
  if (translated === null || Object.is(untranslated.checksum, translated.checksum)) return;
  throw new Error(`checksum ${untranslated.checksum} untranslated, ${translated.checksum} translated`);
}

function describe(result: ProgramResult): string {
  const found = ratios(result);
  const time = `${result.name}: untranslated ${result.untranslated.ms.toFixed(1)} ms`;
  if (found === null) return time;
  return `${time}, translated ${result.translated!.ms.toFixed(1)} ms, ratio ${found.ms.toFixed(2)}`;
}

async function fileExists(program: BenchProgram): Promise<boolean> {
  try {
    return (await Deno.stat(new URL(program.file, ROOT))).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Measures `programs`. A program that fails is reported and does not stop the others. */
export async function runRtsSuite(
  programs: readonly BenchProgram[],
  options: RtsOptions,
): Promise<SuiteResult> {
  const progress = new Progress(programs.length * options.runs * (options.untranslatedOnly ? 1 : 2));
  const results: ProgramResult[] = [];
  const skipped: string[] = [];
  const failed: { name: string; error: string }[] = [];
  for (const program of programs) {
    if (!await fileExists(program)) {
      skipped.push(program.name);
      progress.line(`${program.name}: skipped, ${program.file} does not exist`);
      continue;
    }
    try {
      const result = await measureProgram(program, options, progress);
      results.push(result);
      progress.line(describe(result));
    } catch (error) {
      failed.push({ name: program.name, error: (error as Error).message });
      progress.line(`${program.name}: FAILED: ${(error as Error).message}`);
    }
  }
  return { profile: options.profile, results, skipped, failed };
}
