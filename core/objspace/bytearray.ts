/**
 * `bytearray`. Its bytes are `data[start]` to `data[start + length - 1]`; there may be free room at both ends, so that
 * appending and deleting at the front cost little.
 *
 * Invariant: whatever moves the bytes or changes `length` calls `checkResizable` first (see `buffer.ts`).
 */
import { arrayCopy, type i32 } from "@rts";
import { Buffer, copyBytes, Exports } from "./buffer.ts";
import type { InstanceMap } from "./map.ts";
import { memoryError } from "./memory_error.ts";
import { W_Object } from "./object.ts";
import { bytearrayType } from "./types.ts";

/** Longest array of bytes. */
export const MAX_BYTES: i32 = 0x7fff_ff00;

/** An instance of `bytearray`; of a subclass too. */
export class W_Bytearray extends W_Object {
  data: Uint8Array;
  start: i32 = 0;
  length: i32;
  private exports: Exports | null = null;

  /** Takes `data` over, its first `length` bytes. */
  constructor(map: InstanceMap, data: Uint8Array, length: i32) {
    super(map);
    this.data = data;
    this.length = length;
  }

  override hasBuffer(): boolean {
    return true;
  }

  override acquireBuffer(flags: i32): Buffer | null {
    let exports = this.exports;
    if (exports === null) exports = this.exports = new Exports();
    return new Buffer(this, this.data, this.start, this.length, false).countIn(exports, flags);
  }

  /** Throws BufferError while buffers are out. */
  checkResizable(): void {
    const exports = this.exports;
    if (exports !== null) exports.checkResizable();
  }

  /** A copy of the bytes in `[from, to)`. */
  copyRange(from: i32, to: i32): Uint8Array {
    return copyBytes(this.data, this.start + from, to - from);
  }

  /** Makes room for `added` bytes in place of `removed` ones at `at`; what the room holds is anything. */
  replaceRange(at: i32, removed: i32, added: i32): void {
    if (added === removed) return;
    this.checkResizable();
    const old = this.length;
    if (added - removed > MAX_BYTES - old) throw memoryError();
    const length = old - removed + added;
    const tail = old - at - removed;
    if (at === 0 && added < removed) {
      this.start += removed - added;
    } else if (this.start + length <= this.data.length) {
      arrayCopy(this.data, this.start + at + removed, this.data, this.start + at + added, tail);
    } else {
      this.moveTo(new Uint8Array(roomFor(length, old)), at, at + removed, at + added, tail);
    }
    this.length = length;
    if (length === 0) this.start = 0;
    else if (length < (this.data.length >> 2) && this.data.length > 64) this.shrink();
  }

  private moveTo(data: Uint8Array, head: i32, from: i32, to: i32, tail: i32): void {
    arrayCopy(this.data, this.start, data, 0, head);
    arrayCopy(this.data, this.start + from, data, to, tail);
    this.data = data;
    this.start = 0;
  }

  private shrink(): void {
    this.moveTo(new Uint8Array(roomFor(this.length, this.length)), this.length, 0, 0, 0);
  }

  /** Takes over other bytes. */
  setData(data: Uint8Array): void {
    this.checkResizable();
    this.data = data;
    this.start = 0;
    this.length = data.length;
  }

  /** Appends one byte. */
  append(byte: i32): void {
    const at = this.length;
    const place = this.start + at;
    const exports = this.exports;
    if (exports === null && place < this.data.length) this.length = at + 1;
    else this.replaceRange(at, 0, 1);
    this.data[this.start + at] = byte;
  }

  /** Writes `count` bytes over those at `at`. */
  write(at: i32, from: Uint8Array, offset: i32, count: i32): void {
    arrayCopy(from, offset, this.data, this.start + at, count);
  }
}

/** Capacity for `length` bytes: an eighth more where an array grows. */
function roomFor(length: i32, old: i32): i32 {
  if (length <= old || old === 0) return length + 1;
  const more = (length >> 3) + (length < 9 ? 3 : 6);
  return length > MAX_BYTES - more ? MAX_BYTES : length + more;
}

/** A `bytearray` of `data`, which it takes over. */
export function newBytearray(data: Uint8Array): W_Bytearray {
  return new W_Bytearray(bytearrayType.instanceMap, data, data.length);
}
