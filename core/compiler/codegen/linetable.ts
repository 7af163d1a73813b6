/**
 * The line table of 3.10: pairs of a length in bytes and the difference of the line to that of the range before.
 * A difference of -128 says that the range has no line.
 */

const NO_LINE = 0x80;
const MAX_LENGTH = 254;
const MAX_DELTA = 127;

/** Collects the lines of instructions in order. */
export class LineTable {
  private readonly bytes: number[] = [];
  private line: number;
  private previous: number;
  private start = 0;

  constructor(firstLine: number) {
    this.line = firstLine;
    this.previous = firstLine;
  }

  /** An instruction at `offset` belongs to `line` (-1: to none, 0: to that of the instruction before). */
  at(line: number, offset: number): void {
    if (line === this.line || line === 0) return;
    this.endRange(offset);
    this.line = line;
  }

  /** Ends the last range and returns the table. */
  finish(offset: number): Uint8Array {
    this.endRange(offset);
    return Uint8Array.from(this.bytes);
  }

  private endRange(offset: number): void {
    let length = offset - this.start;
    if (length === 0) return;
    let delta = this.line < 0 ? NO_LINE : this.stepTo(this.line - this.previous);
    while (length > MAX_LENGTH) {
      this.bytes.push(MAX_LENGTH, delta & 0xff);
      delta = this.line < 0 ? NO_LINE : 0;
      length -= MAX_LENGTH;
    }
    this.bytes.push(length, delta & 0xff);
    this.start = offset;
  }

  /** Emits empty ranges for the part of a difference that does not fit; returns the rest. */
  private stepTo(delta: number): number {
    this.previous = this.line;
    for (; delta > MAX_DELTA; delta -= MAX_DELTA) this.bytes.push(0, MAX_DELTA);
    for (; delta < -MAX_DELTA; delta += MAX_DELTA) this.bytes.push(0, -MAX_DELTA & 0xff);
    return delta;
  }
}
