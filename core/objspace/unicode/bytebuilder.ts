/** Builds an array of bytes piece by piece, in amortized linear time. The first `length` bytes of `data` are set. */
import { arrayCopy, type i32, MemoryError } from "@rts";

const MAX_BYTES: i32 = 0x7fff_ff00;

/** Bytes under construction. */
export class ByteBuilder {
  length: i32 = 0;
  private data: Uint8Array;

  /** `capacity` is the expected length. */
  constructor(capacity: i32 = 64) {
    this.data = new Uint8Array(capacity);
  }

  /** Appends one byte, 0 to 255. */
  append(byte: i32): void {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = byte;
  }

  /** Appends bytes `[start, end)` of `bytes`. */
  appendBytes(bytes: Uint8Array, start: i32, end: i32): void {
    const count = end - start;
    if (count <= 0) return;
    this.reserve(count);
    arrayCopy(bytes, start, this.data, this.length, count);
    this.length += count;
  }

  /** Appends a text of units below 0x100, a byte each. */
  appendAscii(text: string): void {
    for (let i = 0; i < text.length; i++) this.append(text.charCodeAt(i));
  }

  /** Makes room for `more` bytes. */
  reserve(more: i32): void {
    const capacity: i32 = this.data.length;
    if (more <= capacity - this.length) return;
    if (more > MAX_BYTES - this.length) throw new MemoryError("too many bytes");
    const doubled = capacity < (MAX_BYTES >> 1) ? capacity * 2 + 16 : MAX_BYTES;
    const grown = new Uint8Array(Math.max(this.length + more, doubled));
    arrayCopy(this.data, 0, grown, 0, this.length);
    this.data = grown;
  }

  /** The bytes; the builder must not be used afterwards. */
  build(): Uint8Array {
    if (this.length === this.data.length) return this.data;
    const bytes = new Uint8Array(this.length);
    arrayCopy(this.data, 0, bytes, 0, this.length);
    return bytes;
  }
}
