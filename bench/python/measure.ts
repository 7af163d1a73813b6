/** One measurement of one peer: a program of pyperformance, start-up, or memory. Every function is one process. */
import { fromFileUrl } from "../paths.ts";
import type { Peer } from "./peers.ts";
import type { PythonProgram } from "./programs.ts";

const HERE = fromFileUrl(new URL(".", import.meta.url));
const PROCESS_MS = 600_000;

/** How often a process measures. */
export interface Repeats {
  readonly warmups: number;
  readonly values: number;
}

export async function output(
  peer: Peer,
  args: readonly string[],
  env: Record<string, string>,
): Promise<string> {
  const child = new Deno.Command(peer.command[0], {
    args: [...peer.command.slice(1), ...args],
    env: { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const timer = setTimeout(() => child.kill("SIGKILL"), PROCESS_MS);
  const { success, stdout, stderr } = await child.output();
  clearTimeout(timer);
  const decoder = new TextDecoder();
  if (!success) throw new Error(decoder.decode(stderr).trim().split("\n").at(-1) || "the process died");
  return decoder.decode(stdout);
}

/** Sums the functions of one program, value by value. */
export function parseSeconds(text: string): number[] {
  const sums: number[] = [];
  for (const line of text.split("\n")) {
    if (!line.startsWith('{"name"')) continue;
    const seconds = JSON.parse(line).seconds as number[];
    seconds.forEach((value, index) => sums[index] = (sums[index] ?? 0) + value);
  }
  if (sums.length === 0) throw new Error("the program reported nothing");
  return sums;
}

/** The recorded times of one process, in seconds. @throws {Error} when the program fails. */
export async function measureProgram(
  peer: Peer,
  folder: string,
  program: PythonProgram,
  repeats: Repeats,
): Promise<number[]> {
  const script = `${folder}/bm_${program.folder}/run_benchmark.py`;
  return parseSeconds(
    await output(peer, [script, ...program.args], {
      PYTHONPATH: HERE,
      PYPERF_LOOPS: String(program.loops),
      PYPERF_WARMUPS: String(repeats.warmups),
      PYPERF_VALUES: String(repeats.values),
    }),
  );
}

/** Seconds of a process that does nothing. */
export async function measureStart(peer: Peer): Promise<number> {
  const start = performance.now();
  await output(peer, ["-c", "pass"], {});
  return (performance.now() - start) / 1000;
}

/** A start that may write `.pyc` files, as the first one after an installation does. */
export async function prepareStart(peer: Peer): Promise<void> {
  await output(peer, ["-c", "pass"], { PYTHONDONTWRITEBYTECODE: "" });
}

/** The resident set, in megabytes, with a million instances. */
export async function measureMemory(peer: Peer): Promise<number> {
  return JSON.parse(await output(peer, [`${HERE}memory.py`], {})).after / 1024;
}
