/** A CPython 3.10 process that says what it makes of a source. Found by `pyenv`; absent where that does not help. */

/** A question to {@link Oracle}. See `oracle.py`. */
export interface Question {
  source?: string;
  bytes?: string;
  path?: string;
  filename?: string;
  mode?: string;
  flags?: number;
  feature_version?: number;
  hash?: boolean;
  /** Whether warnings are errors. */
  strict?: boolean;
  names?: string[];
  encoding?: string;
}

/** What CPython says: a tree (or its hash), or an error. */
export interface Answer {
  tree?: string;
  hash?: string;
  warnings?: [message: string, line: number][];
  error?: [
    className: string,
    message: string,
    lineno: number | null,
    offset: number | null,
    endLineno: number | null,
    endOffset: number | null,
    text: string | null,
  ];
  points?: (number | null)[];
  text?: string;
}

/** The home of CPython 3.10, or null if there is none. */
export function cpythonHome(version = "3.10.13"): string | null {
  try {
    const { success, stdout } = new Deno.Command("pyenv", { args: ["prefix", version], stderr: "null" })
      .outputSync();
    return success ? new TextDecoder().decode(stdout).trim() : null;
  } catch {
    return null;
  }
}

/** A running CPython. Answers come in the order of the questions. */
export class Oracle implements AsyncDisposable {
  private readonly process: Deno.ChildProcess;
  private readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  private readonly reader: ReadableStreamDefaultReader<string>;
  private buffered = "";

  constructor(home: string) {
    this.process = new Deno.Command(`${home}/bin/python3.10`, {
      args: ["-S", new URL("oracle.py", import.meta.url).pathname],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    this.writer = this.process.stdin.getWriter();
    this.reader = this.process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** Asks one question. */
  async ask(question: Question): Promise<Answer> {
    await this.writer.write(new TextEncoder().encode(JSON.stringify(question) + "\n"));
    const parts: string[] = [];
    for (;;) {
      const newline = this.buffered.indexOf("\n");
      if (newline >= 0) {
        parts.push(this.buffered.slice(0, newline));
        this.buffered = this.buffered.slice(newline + 1);
        return JSON.parse(parts.join(""));
      }
      parts.push(this.buffered);
      const { value, done } = await this.reader.read();
      if (done) throw new Error("the oracle has ended");
      this.buffered = value;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.writer.close();
    await this.reader.cancel();
    await this.process.status;
  }
}
