/** Where a codec puts the bytes it makes: an array that grows. */
import { arrayCopy, type i32 } from "@rts";

/** Bytes in the making. */
export class Output {
  /** The first `length` of these are the result. */
  bytes: Uint8Array;
  length: i32 = 0;

  /** `room` is how many bytes are expected. */
  constructor(room: i32) {
    this.bytes = new Uint8Array(room < 16 ? 16 : room);
  }

  /** Appends the low byte of `byte`. */
  put(byte: i32): void {
    if (this.length === this.bytes.length) this.grow();
    this.bytes[this.length++] = byte & 255;
  }

  private grow(): void {
    const grown = new Uint8Array(this.bytes.length * 2);
    arrayCopy(this.bytes, 0, grown, 0, this.length);
    this.bytes = grown;
  }

  /** A copy of the result. */
  toBytes(): Uint8Array {
    const result = new Uint8Array(this.length);
    arrayCopy(this.bytes, 0, result, 0, this.length);
    return result;
  }
}
