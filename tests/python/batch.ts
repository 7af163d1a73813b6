/**
 * Runs language tests under one interpreter: many files in one process by `driver.py`, and one file in a process
 * of its own. A file that takes its process down, or takes too long, costs only itself: the batch goes on behind it.
 */
import { fileURLToPath } from "node:url";

/** What a file did. `code` is null when its process died or was stopped. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  /** The traceback, standard error, or why there is nothing better. */
  readonly trouble: string;
}

const DRIVER = fileURLToPath(new URL("driver.py", import.meta.url));
const ENVIRONMENT = { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1", PYTHONIOENCODING: "utf-8" };
/** Time that one file may take. */
const FILE_MS = 60_000;

interface Line {
  begin?: string;
  path?: string;
  code?: number;
  stdout?: string;
  traceback?: string | null;
}

/** The lines of `stream`, as they come. */
async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
}

function parseLine(line: string): Line | null {
  try {
    return line.startsWith("{") ? JSON.parse(line) as Line : null;
  } catch {
    return null;
  }
}

/** One process over `paths`; stops at the first file that ends it. Returns the file it died in, or null. */
async function runOnce(
  python: readonly string[],
  paths: readonly string[],
  found: Map<string, Outcome>,
): Promise<string | null> {
  const list = await Deno.makeTempFile();
  await Deno.writeTextFile(list, paths.join("\n"));
  const child = new Deno.Command(python[0], {
    args: [...python.slice(1), DRIVER, `@${list}`],
    env: ENVIRONMENT,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const errors = new Response(child.stderr).text();
  let running: string | null = null;
  let late = false;
  const stop = () => {
    late = true;
    child.kill("SIGKILL");
  };
  let timer = setTimeout(stop, FILE_MS);
  for await (const text of linesOf(child.stdout)) {
    const line = parseLine(text);
    if (line === null) continue;
    clearTimeout(timer);
    timer = setTimeout(stop, FILE_MS);
    if (line.begin !== undefined) running = line.begin;
    if (line.path === undefined) continue;
    running = null;
    found.set(line.path, { code: line.code!, stdout: line.stdout!, trouble: line.traceback ?? "" });
  }
  clearTimeout(timer);
  const status = await child.status;
  await Deno.remove(list);
  const trouble = late ? `took more than ${FILE_MS / 1000} s` : (await errors).trim().slice(-2000);
  const died = running ?? (status.success ? null : paths.find((path) => !found.has(path)) ?? null);
  if (died !== null) {
    found.set(died, { code: null, stdout: "", trouble: trouble || `the process died: ${status.code}` });
  }
  return died;
}

/** Runs `paths` in as few processes as they allow. Every path has an outcome. */
export async function runBatch(
  python: readonly string[],
  paths: readonly string[],
): Promise<Map<string, Outcome>> {
  const found = new Map<string, Outcome>();
  let rest = paths;
  while (rest.length > 0) {
    const died = await runOnce(python, rest, found);
    if (died === null) break;
    rest = rest.filter((path) => !found.has(path));
  }
  return found;
}

/** Runs one file in a process of its own, as a user would. */
export async function runAlone(python: readonly string[], path: string): Promise<Outcome> {
  const child = new Deno.Command(python[0], {
    args: [...python.slice(1), path],
    env: ENVIRONMENT,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, FILE_MS);
  const { code, signal, stdout, stderr } = await child.output();
  clearTimeout(timer);
  const decoder = new TextDecoder();
  return {
    code: signal === null ? code : null,
    stdout: decoder.decode(stdout),
    trouble: late ? `took more than ${FILE_MS / 1000} s` : decoder.decode(stderr),
  };
}
