/**
 * Progress on standard error: a bar that redraws itself on a terminal; where the output is piped, one plain
 * line for each program.
 */

const BAR_CELLS = 24;

/** Follows `total` steps. */
export class Progress {
  private done = 0;
  private readonly start = performance.now();
  private readonly terminal = Deno.stderr.isTerminal();
  private readonly encoder = new TextEncoder();

  constructor(private readonly total: number) {}

  private write(text: string): void {
    Deno.stderr.writeSync(this.encoder.encode(text));
  }

  private seconds(): string {
    return `${((performance.now() - this.start) / 1000).toFixed(0)} s`;
  }

  /** One step, of what `label` names, was done (or begins, with `steps` 0). */
  step(label: string, steps = 1): void {
    this.done += steps;
    if (!this.terminal) return;
    const filled = Math.round((this.done / this.total) * BAR_CELLS);
    const bar = "#".repeat(filled).padEnd(BAR_CELLS, ".");
    this.write(`\r\x1b[K[${bar}] ${this.done}/${this.total} ${this.seconds()} ${label}`);
  }

  /** A line that stays. */
  line(text: string): void {
    this.write(this.terminal ? `\r\x1b[K${text}\n` : `${text} (${this.seconds()})\n`);
  }
}
