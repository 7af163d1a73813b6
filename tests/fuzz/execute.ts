/** The parent's side of child.ts: one child that runs programs, restarted when one hangs or takes it down. */
import { fileURLToPath } from "node:url";
import type { Mode, Outcome } from "./modes.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Programs after which the child is replaced, for modules are never unloaded. */
const PROGRAMS_PER_CHILD = 300;

/** The error of a program that took too long. */
export const HANG = "hang: the program did not end in time";

interface Child {
  readonly process: Deno.ChildProcess;
  readonly writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  readonly reader: ReadableStreamDefaultReader<string>;
}

/** Runs programs one at a time. Close it in the end. */
export class Executor {
  private child: Child | null = null;
  private served = 0;
  private pending = "";

  constructor(private readonly timeoutMs: number) {}

  /** Runs the program at the absolute path `file`. */
  async run(file: string, mode: Mode): Promise<Outcome> {
    if (this.served >= PROGRAMS_PER_CHILD) await this.close();
    this.child ??= this.start();
    this.served++;
    const request = new TextEncoder().encode(JSON.stringify({ file, mode }) + "\n");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(HANG), this.timeoutMs);
    });
    try {
      await this.child.writer.write(request);
      const answer = await Promise.race([this.readLine(this.child), timeout]);
      if (answer === HANG) return await this.giveUp(HANG);
      return answer === null ? await this.giveUp("crash: the process died") : JSON.parse(answer);
    } finally {
      clearTimeout(timer);
    }
  }

  private start(): Child {
    const process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "tests/fuzz/child.ts"],
      cwd: ROOT,
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
    return { process, writer: process.stdin.getWriter(), reader };
  }

  /** The next line of the child; null when it has ended. */
  private async readLine(child: Child): Promise<string | null> {
    while (!this.pending.includes("\n")) {
      const { value, done } = await child.reader.read();
      if (done) return null;
      this.pending += value;
    }
    const end = this.pending.indexOf("\n");
    const line = this.pending.slice(0, end);
    this.pending = this.pending.slice(end + 1);
    return line;
  }

  private async giveUp(error: string): Promise<Outcome> {
    const child = this.child!;
    try {
      child.process.kill("SIGKILL");
    } catch {
      // it has ended already
    }
    await child.process.status;
    await child.writer.abort().catch(() => {});
    await child.reader.cancel().catch(() => {});
    this.forget();
    return { output: "", error };
  }

  private forget(): void {
    this.child = null;
    this.served = 0;
    this.pending = "";
  }

  /** Ends the child. */
  async close(): Promise<void> {
    const child = this.child;
    if (child === null) return;
    await child.writer.close();
    await child.reader.cancel();
    await child.process.status;
    this.forget();
  }
}
