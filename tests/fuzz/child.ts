/**
 * Runs programs for the fuzzer in a process of its own, which the parent can kill when one hangs. Reads requests
 * `{file, mode}` as lines of JSON and answers each with an `Outcome`. What programs print goes through
 * `Deno.stdout.writeSync`, in every mode; it is replaced here to collect the text.
 */
import { loadTranslated } from "../../bench/translated.ts";
import { UncaughtException } from "../../translator/driver/run.ts";
import type { Mode, Outcome } from "./modes.ts";

const realWrite = Deno.stdout.writeSync.bind(Deno.stdout);
let loads = 0;

async function runProgram(file: string, mode: Mode): Promise<void> {
  if (mode.profile === null) {
    // A changing query makes Deno load the file anew.
    const program = await import(`${new URL(file, "file:///").href}?load=${loads++}`);
    program.run(0);
    return;
  }
  const program = await loadTranslated(file, mode.profile, true);
  program.call("run", 0);
}

/** An RTS exception reads the same however it got here; other errors are bugs. */
function describe(thrown: unknown): string {
  if (thrown instanceof UncaughtException) return `exception ${thrown.exceptionMessage}`;
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `exception ${String(thrown)}`;
}

async function capture(file: string, mode: Mode): Promise<Outcome> {
  const decoder = new TextDecoder();
  let output = "";
  let error: string | null = null;
  for (const [name, value] of Object.entries(mode.env)) Deno.env.set(name, value);
  Deno.stdout.writeSync = (bytes) => {
    output += decoder.decode(bytes, { stream: true });
    return bytes.length;
  };
  try {
    await runProgram(file, mode);
  } catch (thrown) {
    error = describe(thrown);
  } finally {
    Deno.stdout.writeSync = realWrite;
    for (const name of Object.keys(mode.env)) Deno.env.delete(name);
  }
  return { output, error };
}

function reply(outcome: Outcome): void {
  let rest = new TextEncoder().encode(JSON.stringify(outcome) + "\n");
  while (rest.length > 0) rest = rest.subarray(realWrite(rest));
}

async function serve(): Promise<void> {
  let pending = "";
  for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    const lines = (pending + text).split("\n");
    pending = lines.pop()!;
    for (const line of lines) {
      const { file, mode } = JSON.parse(line);
      reply(await capture(file, mode));
    }
  }
}

if (import.meta.main) await serve();
