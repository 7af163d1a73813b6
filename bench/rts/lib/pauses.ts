/** Pauses that the collector reports to a hook, and what programs print of them. */
import { type f64, type i32, print } from "@rts";

/** A hook may not allocate: the array is made beforehand, and what does not fit is dropped. */
export class Pauses {
  private readonly times: Float64Array;
  count: i32 = 0;

  /** `name` is the first word of the figures' labels. */
  constructor(private readonly name: string, capacity: i32) {
    this.times = new Float64Array(capacity);
  }

  add(milliseconds: f64): void {
    if (this.count === this.times.length) return;
    this.times[this.count] = milliseconds;
    this.count++;
  }

  clear(): void {
    this.count = 0;
  }

  private sorted(): f64[] {
    const sorted: f64[] = [];
    for (let i = 0; i < this.count; i++) sorted.push(this.times[i]);
    sorted.sort((a: f64, b: f64): i32 => a < b ? -1 : a > b ? 1 : 0);
    return sorted;
  }

  /** Prints count, median, 99th percentile and maximum. */
  report(): void {
    const sorted = this.sorted();
    const last = sorted.length - 1;
    print(`${this.name}s: ${sorted.length}`);
    if (last < 0) return;
    print(`${this.name} median: ${sorted[last >> 1].toFixed(3)} ms`);
    print(
      `${this.name} 99th percentile: ${sorted[Math.min(last, (sorted.length * 0.99) | 0)].toFixed(3)} ms`,
    );
    print(`${this.name} maximum: ${sorted[last].toFixed(3)} ms`);
  }
}
