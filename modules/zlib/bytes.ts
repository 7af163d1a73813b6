/** Bytes that grow at the end. */
import { arrayCopy, type i32, MemoryError } from "@rts";

export class ByteSink {
  data: Uint8Array = new Uint8Array(256);
  length: i32 = 0;

  push(byte: i32): void {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = byte;
  }

  append(from: Uint8Array, start: i32, count: i32): void {
    this.reserve(count);
    arrayCopy(from, start, this.data, this.length, count);
    this.length += count;
  }

  /** Repeats `count` bytes from `distance` back on; they may overlap what is written. */
  repeat(distance: i32, count: i32): void {
    this.reserve(count);
    const data = this.data;
    let at = this.length;
    for (let i: i32 = 0; i < count; i++, at++) data[at] = data[at - distance];
    this.length = at;
  }

  /** Forgets the first bytes. */
  drop(count: i32): void {
    arrayCopy(this.data, count, this.data, 0, this.length - count);
    this.length -= count;
  }

  private reserve(count: i32): void {
    const needed = this.length + count;
    if (needed <= this.data.length) return;
    if (needed > 1 << 30) throw new MemoryError("data too long");
    const grown = new Uint8Array(Math.max(2 * this.data.length, needed));
    arrayCopy(this.data, 0, grown, 0, this.length);
    this.data = grown;
  }

  /** A copy of the bytes from `start` up to `end`. */
  slice(start: i32, end: i32): Uint8Array {
    const copy = new Uint8Array(end - start);
    arrayCopy(this.data, start, copy, 0, end - start);
    return copy;
  }
}
