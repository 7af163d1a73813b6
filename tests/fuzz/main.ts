/**
 * The differential fuzzer: `deno run -A tests/fuzz/main.ts --seed S --count N [--time MINUTES] [--size N]
 * [--modes release,debug,stress] [--out DIR] [--no-shrink]`.
 *
 * Each program runs untranslated and in every mode; what they print must be the same. A failure leaves
 * `SEED-MODE.ts`, the smaller `SEED-MODE.min.ts` and `SEED-MODE.txt` in DIR (`build/fuzz`). The exit code is 1
 * when there was one.
 */
import { parseArgs } from "@std/cli";
import { ensureDir } from "@std/fs";
import { fileURLToPath } from "node:url";
import { type Failure, judge, sameFailure } from "./compare.ts";
import { Executor } from "./execute.ts";
import { generate } from "./generate.ts";
import { type Mode, ORACLE, TRANSLATED_MODES } from "./modes.ts";
import { shrink } from "./shrink.ts";

const TIMEOUT_MS = 30_000;
const SHRINK_BUDGET = 1500;
/** Failures with one signature that are shrunk and written; more of them are only counted. */
const KEPT_PER_SIGNATURE = 3;

interface Options {
  readonly seed: number;
  readonly count: number;
  /** When to stop, by `performance.now()`. */
  readonly deadline: number;
  readonly size: number;
  readonly modes: readonly Mode[];
  readonly out: string;
  readonly shrinks: boolean;
}

function parseOptions(args: readonly string[]): Options {
  const flags = parseArgs(args, {
    boolean: ["no-shrink"],
    string: ["seed", "count", "time", "size", "modes", "out"],
  });
  const number = (name: string, fallback: number) => {
    const value = flags[name] === undefined ? fallback : Number(flags[name]);
    if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} must be a number`);
    return value;
  };
  const names = typeof flags.modes === "string" ? flags.modes.split(",") : null;
  const modes = TRANSLATED_MODES.filter((mode) => names === null || names.includes(mode.name));
  const unknown = (names ?? []).filter((name) => !modes.some((mode) => mode.name === name));
  if (unknown.length > 0 && names?.join() !== "none") throw new Error(`no mode ${unknown.join(", ")}`);
  const minutes = number("time", 1e9);
  return {
    seed: number("seed", 1),
    count: number("count", flags.time === undefined ? 100 : 1e9),
    deadline: performance.now() + minutes * 60_000,
    size: number("size", 4),
    modes,
    out: typeof flags.out === "string"
      ? flags.out
      : fileURLToPath(new URL("../../build/fuzz", import.meta.url)),
    shrinks: flags["no-shrink"] !== true,
  };
}

/** Generates, runs, compares; keeps what fails. */
class Fuzzer {
  private readonly executor = new Executor(TIMEOUT_MS);
  private readonly seen = new Map<string, number>();

  constructor(private readonly options: Options) {}

  /** The number of programs that failed. */
  async run(): Promise<number> {
    const { seed, count, deadline } = this.options;
    await ensureDir(this.options.out);
    let failed = 0;
    let done = 0;
    for (; done < count && performance.now() < deadline; done++) {
      if (!await this.check(seed + done)) failed++;
      if ((done + 1) % 50 === 0) console.error(`${done + 1} programs, ${failed} failed`);
    }
    await this.executor.close();
    console.log(`${done} programs from seed ${seed}: ${failed} failed`);
    for (const [signature, times] of this.seen) console.log(`${String(times).padStart(6)} × ${signature}`);
    return failed;
  }

  private path(name: string): string {
    return `${this.options.out}/${name}`;
  }

  private async check(seed: number): Promise<boolean> {
    const program = generate(seed, this.options.size);
    const failure = await this.firstFailure(program, this.options.modes, "current");
    if (failure === null) return true;
    const key = `${failure.mode.name} ${failure.kind} ${failure.signature}`.trim();
    const times = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, times);
    console.error(`seed ${seed}: ${failure.mode.name} ${failure.kind}: ${failure.detail}`);
    if (times <= KEPT_PER_SIGNATURE) await this.keep(seed, program, failure);
    return false;
  }

  private async firstFailure(
    program: string,
    modes: readonly Mode[],
    name: string,
  ): Promise<Failure | null> {
    const file = this.path(`${name}.ts`);
    await Deno.writeTextFile(file, program);
    const expected = await this.executor.run(file, ORACLE);
    if (expected.error !== null) return judge(expected, expected, ORACLE);
    for (const mode of modes) {
      const failure = judge(expected, await this.executor.run(file, mode), mode);
      if (failure !== null) return failure;
    }
    return null;
  }

  private async keep(seed: number, program: string, failure: Failure): Promise<void> {
    const name = `${seed}-${failure.mode.name}`;
    await Deno.writeTextFile(this.path(`${name}.ts`), program);
    await Deno.writeTextFile(this.path(`${name}.txt`), `${failure.kind}\n${failure.detail}\n`);
    if (!this.options.shrinks) return;
    const modes = failure.kind === "oracle" ? [] : [failure.mode];
    const stillFails = async (candidate: string) =>
      sameFailure(failure, await this.firstFailure(candidate, modes, "candidate"));
    const small = await shrink(program, stillFails, SHRINK_BUDGET);
    await Deno.writeTextFile(this.path(`${name}.min.ts`), small);
    console.error(`  shrunk from ${program.length} to ${small.length} characters: ${name}.min.ts`);
  }
}

if (import.meta.main) {
  try {
    const failed = await new Fuzzer(parseOptions(Deno.args)).run();
    Deno.exit(failed === 0 ? 0 : 1);
  } catch (error) {
    console.error(`fuzz: ${(error as Error).message}`);
    Deno.exit(2);
  }
}
