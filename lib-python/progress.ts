/** Progress of work that counts its steps: a bar on a terminal; a line at the start and the end where output is piped. */

const CELLS = 24;
/** Between two drawings of the bar. */
const REDRAW_MS = 50;

/** Where progress goes; replaced in tests. */
export interface Sink {
  readonly terminal: boolean;
  write(text: string): void;
  now(): number;
}

/** Standard error. */
export const STDERR: Sink = {
  get terminal() {
    return Deno.stderr.isTerminal();
  },
  write: (text) => void Deno.stderr.writeSync(new TextEncoder().encode(text)),
  now: () => performance.now(),
};

/** Follows one piece of work. */
export class StepProgress {
  private drawn = -REDRAW_MS;
  private readonly start: number;

  constructor(private readonly label: string, private readonly sink: Sink = STDERR) {
    this.start = sink.now();
    if (!sink.terminal) sink.write(`${label}\n`);
  }

  /** `done` of `all` steps are over. */
  step(done: number, all: number): void {
    const { sink, label } = this;
    if (!sink.terminal || sink.now() - this.drawn < REDRAW_MS) return;
    this.drawn = sink.now();
    const bar = "#".repeat(Math.floor(done / all * CELLS)).padEnd(CELLS, ".");
    sink.write(`\r\x1b[K[${bar}] ${label} (${done}/${all})`);
  }

  /** The work is over. */
  finish(): void {
    const { sink } = this;
    if (sink.terminal) sink.write("\r\x1b[K");
    else sink.write(`${this.label}: done in ${((sink.now() - this.start) / 1000).toFixed(1)} s\n`);
  }
}
