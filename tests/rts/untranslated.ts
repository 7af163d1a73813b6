/**
 * Runs test programs untranslated. As a script it is the subprocess: it reads a JSON list of jobs from standard
 * input, imports and runs each program in turn with its output captured, and writes the JSON list of results.
 *
 * Programs of one batch share the helper modules they import, so a helper with mutable state belongs to one
 * program.
 */
import type { Program } from "./header.ts";

/** What a program did. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

interface Job {
  readonly file: string;
  readonly args: string[];
}

/** Runs `programs` in one subprocess; the outcomes are in the same order. */
export async function runUntranslated(programs: readonly Program[]): Promise<Outcome[]> {
  const root = new URL("../../", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--config", `${root}deno.json`, new URL(import.meta.url).pathname],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const jobs: Job[] = programs.map((p) => ({ file: p.file, args: p.header.args }));
  const input = child.stdin.getWriter();
  await input.write(new TextEncoder().encode(JSON.stringify(jobs)));
  await input.close();
  const { stdout } = await child.output();
  return JSON.parse(new TextDecoder().decode(stdout));
}

/** Replaces `stream`'s `writeSync` by one that collects; returns a function that takes what was collected. */
function capture(stream: { writeSync(bytes: Uint8Array): number }): () => string {
  let chunks: Uint8Array[] = [];
  stream.writeSync = (bytes) => {
    chunks.push(bytes.slice());
    return bytes.length;
  };
  const decoder = new TextDecoder();
  return () => {
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
    chunks = [];
    return text;
  };
}

async function runJob(job: Job, takeOut: () => string, takeError: () => string): Promise<Outcome> {
  let code: number;
  let uncaught = "";
  try {
    const module = await import(`file://${job.file}`);
    code = module.main(job.args);
  } catch (error) {
    const e = error as { constructor: { name: string }; message: string };
    uncaught = `${e.constructor.name}: ${e.message}\n`;
    code = 1;
  }
  return { stdout: takeOut(), stderr: takeError() + uncaught, code };
}

async function serve(): Promise<void> {
  const send = Deno.stdout.writeSync.bind(Deno.stdout);
  const jobs: Job[] = await new Response(Deno.stdin.readable).json();
  const takeOut = capture(Deno.stdout);
  const takeError = capture(Deno.stderr);
  const outcomes: Outcome[] = [];
  for (const job of jobs) outcomes.push(await runJob(job, takeOut, takeError));
  let rest = new TextEncoder().encode(JSON.stringify(outcomes));
  while (rest.length > 0) rest = rest.subarray(send(rest));
}

if (import.meta.main) await serve();
