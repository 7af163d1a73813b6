/**
 * A growable byte buffer with WebAssembly's number encodings. Everything the encoder writes goes through one of
 * these, so it avoids allocation: LEB128 numbers are written in place, buffers double.
 */

const textEncoder = new TextEncoder();
const scratch = new DataView(new ArrayBuffer(8));

/** A growable byte buffer. `bytes` may be longer than `length`. */
export class ByteWriter {
  bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Makes room for `extra` more bytes. */
  protected reserve(extra: number): void {
    const needed = this.length + extra;
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** Unsigned LEB128 of a number below 2^53. */
  u32(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.bytes[this.length++] = rest;
  }

  /** Signed LEB128 of the low 32 bits. */
  s32(value: number): void {
    this.reserve(5);
    let rest = value | 0;
    while (rest < -64 || rest > 63) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>= 7;
    }
    this.bytes[this.length++] = rest & 0x7f;
  }

  /** Signed LEB128 of the low 64 bits. */
  s64(value: bigint): void {
    let rest = BigInt.asIntN(64, value);
    if (rest === BigInt.asIntN(32, rest)) return this.s32(Number(rest));
    this.reserve(10);
    while (rest < -64n || rest > 63n) {
      this.bytes[this.length++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.bytes[this.length++] = Number(rest & 0x7fn);
  }

  f64(value: number): void {
    scratch.setFloat64(0, value, true);
    this.reserve(8);
    for (let i = 0; i < 8; i++) this.bytes[this.length++] = scratch.getUint8(i);
  }

  /** Bytes `[from, to)` of `source`. */
  raw(source: Uint8Array, from = 0, to = source.length): void {
    this.reserve(to - from);
    this.bytes.set(from === 0 && to === source.length ? source : source.subarray(from, to), this.length);
    this.length += to - from;
  }

  /** What another writer holds. */
  append(other: ByteWriter): void {
    this.raw(other.bytes, 0, other.length);
  }

  /** A length-prefixed UTF-8 name. */
  name(text: string): void {
    const encoded = textEncoder.encode(text);
    this.u32(encoded.length);
    this.raw(encoded);
  }

  /** What was written so far, as an array of its own. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}

/** Bytes that the unsigned LEB128 form of `value` takes. */
export function lebLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length++;
  return length;
}
