/**
 * The prelude's `StringBuilder`: units gather in a string that nobody else sees, and are copied out at the end.
 *
 * Invariant: the first `used` units of `buffer` are the text; `buffer` never leaves the object, since it changes.
 */
import type { i32 } from "@rts";
import { copyUnits, newString, setUnit } from "@rts/intrinsics";
import { i32_textLength, i32_writeText } from "./number.ts";

/** Units that the first growth makes room for. */
const FIRST_CAPACITY: i32 = 32;

/** Builds a string piece by piece in amortized linear time. */
export class StringBuilder {
  private buffer: string = "";
  private used: i32 = 0;

  /** Number of UTF-16 units so far. */
  get length(): i32 {
    return this.used;
  }

  /** Appends `piece`. Throws {@link MemoryError}. */
  append(piece: string): void {
    this.appendRange(piece, 0, piece.length);
  }

  /** Appends the units of `[start, end)` of `piece`, which must lie inside. */
  appendRange(piece: string, start: i32, end: i32): void {
    const count = end - start;
    const at = this.reserve(count);
    copyUnits(piece, start, this.buffer, at, count);
    this.used = at + count;
  }

  /** Appends one UTF-16 unit. */
  appendCode(unit: i32): void {
    const at = this.reserve(1);
    setUnit(this.buffer, at, unit & 0xffff);
    this.used = at + 1;
  }

  /** Appends the decimal text of `value`. */
  appendInt(value: i32): void {
    const count = i32_textLength(value);
    const at = this.reserve(count);
    i32_writeText(this.buffer, at, count, value);
    this.used = at + count;
  }

  /** The text so far. */
  toString(): string {
    if (this.used === 0) return "";
    const text = newString(this.used);
    copyUnits(this.buffer, 0, text, 0, this.used);
    return text;
  }

  /** Forgets the text; keeps the room. */
  clear(): void {
    this.used = 0;
  }

  /**
   * Makes room for `count` more units; where they go.
   * @inline
   */
  private reserve(count: i32): i32 {
    if (count > this.buffer.length - this.used) this.grow(count);
    return this.used;
  }

  /** @noinline */
  private grow(count: i32): void {
    // Sums beyond any heap wrap to a negative length, which is a MemoryError.
    const needed = (this.used + count) | 0;
    let capacity = (this.buffer.length + this.buffer.length) | 0;
    if (capacity < FIRST_CAPACITY) capacity = FIRST_CAPACITY;
    if (needed < 0 || capacity < needed) capacity = needed;
    const buffer = newString(capacity);
    copyUnits(this.buffer, 0, buffer, 0, this.used);
    this.buffer = buffer;
  }
}
