/**
 * What hash functions have in common: bytes come in pieces and are hashed in blocks of a fixed size. The tail that makes no
 * block yet stands in `pending`.
 */
import { arrayCopy, type i32, i32ToI64, type i64, i64ToI32, shrU64 } from "@rts";

/** A hash function in progress. */
export abstract class Hasher {
  readonly blockSize: i32;
  protected readonly pending: Uint8Array;
  protected filled: i32 = 0;
  /** Bytes taken so far. */
  protected total: i64 = 0n;

  constructor(blockSize: i32) {
    this.blockSize = blockSize;
    this.pending = new Uint8Array(blockSize);
  }

  /** Takes `count` bytes of `data` from `from` on. */
  update(data: Uint8Array, from: i32, count: i32): void {
    this.total += i32ToI64(count);
    let at = from;
    const end = from + count;
    if (this.filled > 0) {
      const part = Math.min(count, this.blockSize - this.filled);
      arrayCopy(data, at, this.pending, this.filled, part);
      this.filled += part;
      at += part;
      if (this.filled < this.blockSize) return;
      this.block(this.pending, 0);
      this.filled = 0;
    }
    while (end - at >= this.blockSize) {
      this.block(data, at);
      at += this.blockSize;
    }
    arrayCopy(data, at, this.pending, 0, end - at);
    this.filled = end - at;
  }

  /** Hashes the block at `at`. */
  protected abstract block(data: Uint8Array, at: i32): void;

  /** The hash of all bytes so far. Ends the hashing: ask a copy where it goes on. */
  abstract finish(): Uint8Array;

  /** A hasher in the same state. */
  abstract copy(): Hasher;

  /** Gives a copy the bytes that wait. */
  protected copyPending(to: Hasher): void {
    arrayCopy(this.pending, 0, to.pending, 0, this.filled);
    to.filled = this.filled;
    to.total = this.total;
  }

  /**
   * The end of MD5, SHA-1 and SHA-2: a set bit, zeros, and the number of bits in the last `lengthBytes` of a block.
   */
  protected pad(lengthBytes: i32, isBigEndian: boolean): void {
    const bits = this.total << 3n;
    this.pending[this.filled++] = 0x80;
    if (this.filled > this.blockSize - lengthBytes) {
      this.pending.fill(0, this.filled, this.blockSize);
      this.block(this.pending, 0);
      this.filled = 0;
    }
    this.pending.fill(0, this.filled, this.blockSize);
    for (let i: i32 = 0; i < 8; i++) {
      const at = isBigEndian ? this.blockSize - 1 - i : this.blockSize - lengthBytes + i;
      this.pending[at] = i64ToI32(shrU64(bits, 8 * i)) & 255;
    }
    this.block(this.pending, 0);
  }
}

/** The 32 bits at `at`, highest byte first. */
export function big32(data: Uint8Array, at: i32): i32 {
  return data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];
}
/** The 32 bits at `at`, lowest byte first. */
export function little32(data: Uint8Array, at: i32): i32 {
  return data[at] | data[at + 1] << 8 | data[at + 2] << 16 | data[at + 3] << 24;
}
/** The 64 bits at `at`, highest byte first. */
export function big64(data: Uint8Array, at: i32): i64 {
  return join64(big32(data, at), big32(data, at + 4));
}
/** The 64 bits at `at`, lowest byte first. */
export function little64(data: Uint8Array, at: i32): i64 {
  return join64(little32(data, at + 4), little32(data, at));
}

function join64(high: i32, low: i32): i64 {
  return (i32ToI64(high) << 32n) | (i32ToI64(low) & 0xffffffffn);
}

/** Writes 32 bits, highest byte first. */
export function putBig32(out: Uint8Array, at: i32, value: i32): void {
  out[at] = (value >> 24) & 255;
  out[at + 1] = (value >> 16) & 255;
  out[at + 2] = (value >> 8) & 255;
  out[at + 3] = value & 255;
}
/** Writes 32 bits, lowest byte first. */
export function putLittle32(out: Uint8Array, at: i32, value: i32): void {
  out[at] = value & 255;
  out[at + 1] = (value >> 8) & 255;
  out[at + 2] = (value >> 16) & 255;
  out[at + 3] = (value >> 24) & 255;
}
