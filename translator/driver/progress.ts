/**
 * Progress of a translation on standard error: a bar on a terminal, a plain line every two seconds where the output is
 * piped; nothing while a translation is quick. Also keeps the times of the stages, for `--time`.
 */
import { type Stage, STAGES } from "./options.ts";

/** A bar shows after this many milliseconds; lines come that far apart, the first one too. */
const BAR_AFTER = 300;
const LINES_AFTER = 2000;
const BAR_CELLS = 24;

/** Where progress goes; replaced in tests. */
export interface Sink {
  readonly terminal: boolean;
  write(text: string): void;
  now(): number;
}

const STDERR: Sink = {
  get terminal() {
    return Deno.stderr.isTerminal();
  },
  write: (text) => void Deno.stderr.writeSync(new TextEncoder().encode(text)),
  now: () => performance.now(),
};

/** Follows one translation. */
export class StageProgress {
  private readonly start: number;
  private readonly times: { stage: string; begin: number }[] = [];
  private drawn = false;
  private lastLine = 0;

  constructor(private readonly label: string, private readonly sink: Sink = STDERR) {
    this.start = sink.now();
  }

  /** A stage begins. */
  readonly stage = (stage: Stage): void => {
    this.times.push({ stage, begin: this.sink.now() });
    const elapsed = this.sink.now() - this.start;
    if (elapsed < (this.sink.terminal ? BAR_AFTER : LINES_AFTER)) return;
    const seconds = `${(elapsed / 1000).toFixed(1)} s`;
    if (!this.sink.terminal) {
      if (elapsed - this.lastLine < LINES_AFTER) return;
      this.lastLine = elapsed;
      return this.sink.write(`${this.label}: ${stage} (${seconds})\n`);
    }
    const done = STAGES.indexOf(stage);
    const bar = "#".repeat(Math.round(done / STAGES.length * BAR_CELLS)).padEnd(BAR_CELLS, ".");
    this.sink.write(`\r\x1b[K[${bar}] ${this.label}: ${stage} (${seconds})`);
    this.drawn = true;
  };

  /** Something that is no stage begins, for the report. */
  mark(name: string): void {
    this.times.push({ stage: name, begin: this.sink.now() });
  }

  /** The translation is over: takes the bar away. */
  finish(): void {
    if (this.drawn) this.sink.write("\r\x1b[K");
    this.drawn = false;
  }

  /** Milliseconds of each stage, a line each; what came before the first is `start`. */
  report(): string {
    const marks = [{ stage: "start", begin: this.start }, ...this.times];
    const end = this.sink.now();
    const lines = marks.map(({ stage, begin }, i) =>
      `${stage.padEnd(20)}${((marks[i + 1]?.begin ?? end) - begin).toFixed(0).padStart(6)} ms\n`
    );
    return lines.join("");
  }
}
