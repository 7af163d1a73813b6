/**
 * `array.array`: numbers of one C type, one behind another in bytes of little endian order.
 *
 * Invariants: the items are the first `length * itemsize` bytes of `data`, which may be longer; whatever changes
 * `length` calls {@link W_Array.checkResizable} first.
 */
import {
  arrayCopy,
  type f64,
  f64Bits,
  f64FromBits,
  type i32,
  i32ToI64,
  type i64,
  i64ToI32,
  newFixedArray,
} from "@rts";
import { RBigInt } from "../../core/objspace/bigint/mod.ts";
import {
  Buffer,
  bufferError,
  BufferFlag,
  BufferLayout,
  copyBytes,
  Exports,
} from "../../core/objspace/buffer.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newInt, newInt32, newLong } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { memoryError } from "../../core/objspace/memory_error.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { charStr } from "../../core/objspace/str/wstr.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { packFloat, parseFormat, type Run, unpackFloat } from "../_struct/core.ts";

export const arrayType: W_Type = moduleClass("array", "array");

/** Letters of the types; the number of a type is its place here. */
export const TYPECODES = "bBuhHiIlLqQfd";
/** Types by number. */
export enum Item {
  Int8,
  Uint8,
  Char,
  Int16,
  Uint16,
  Int32,
  Uint32,
  Long,
  UnsignedLong,
  Int64,
  Uint64,
  Float32,
  Float64,
}
const SIZES: i32[] = [1, 1, 4, 2, 2, 4, 4, 8, 8, 8, 8, 4, 8];
/** Formats of their buffers. */
const FORMATS: string[] = ["b", "B", "w", "h", "H", "i", "I", "l", "L", "q", "Q", "f", "d"];
const MAX_BYTES: i32 = 0x7fff_ff00;

/** How `struct` reads and writes a 32-bit float. */
const SINGLE: Run = parseFormat(new Uint8Array([102]), 1).runs[0]!;

/** The number of the type of a letter; -1 when there is none. */
export function itemOfCode(code: i32): i32 {
  for (let i: i32 = 0; i < TYPECODES.length; i++) if (TYPECODES.charCodeAt(i) === code) return i;
  return -1;
}

/** Bytes of an item. */
export function sizeOfItem(item: i32): i32 {
  return SIZES[item];
}

export class W_Array extends W_Object {
  /** Type of the items. */
  readonly item: i32;
  readonly itemsize: i32;
  data: Uint8Array;
  length: i32;
  private exports: Exports | null = null;

  /** Takes `data` over. */
  constructor(map: InstanceMap, item: i32, data: Uint8Array, length: i32) {
    super(map);
    this.item = item;
    this.itemsize = SIZES[item];
    this.data = data;
    this.length = length;
  }

  override hasBuffer(): boolean {
    return true;
  }

  override acquireBuffer(flags: i32): Buffer | null {
    let exports = this.exports;
    if (exports === null) exports = this.exports = new Exports();
    let layout: BufferLayout | null = null;
    if ((flags & BufferFlag.Strided) !== 0) {
      layout = new BufferLayout(
        FORMATS[this.item],
        this.itemsize,
        newFixedArray<i32>(1, this.length),
        newFixedArray<i32>(1, this.itemsize),
      );
    }
    return new Buffer(this, this.data, 0, this.length * this.itemsize, false, layout).countIn(exports, flags);
  }

  /** Throws BufferError while buffers are out. */
  checkResizable(): void {
    const exports = this.exports;
    if (exports !== null && exports.isBusy()) {
      throw bufferError("cannot resize an array that is exporting buffers");
    }
  }

  /** The letter of the type. */
  code(): i32 {
    return TYPECODES.charCodeAt(this.item);
  }

  /** A copy of the bytes of the items in `[from, to)`. */
  copyRange(from: i32, to: i32): Uint8Array {
    return copyBytes(this.data, from * this.itemsize, (to - from) * this.itemsize);
  }

  /** Makes room for `added` items in place of `removed` ones at `at`; what the room holds is anything. */
  replaceRange(at: i32, removed: i32, added: i32): void {
    if (added === removed) return;
    this.checkResizable();
    const size = this.itemsize;
    if (added - removed > ((MAX_BYTES / size) | 0) - this.length) throw memoryError();
    const length = this.length - removed + added;
    const tail = (this.length - at - removed) * size;
    const from = (at + removed) * size;
    const to = (at + added) * size;
    if (length * size > this.data.length) {
      const grown = new Uint8Array(roomFor(length * size));
      arrayCopy(this.data, 0, grown, 0, at * size);
      arrayCopy(this.data, from, grown, to, tail);
      this.data = grown;
    } else {
      arrayCopy(this.data, from, this.data, to, tail);
    }
    this.length = length;
  }

  /** Writes whole items from `bytes` at item `at`; the room is there. */
  write(at: i32, bytes: Uint8Array): void {
    arrayCopy(bytes, 0, this.data, at * this.itemsize, bytes.length);
  }

  /** The item at `i`, which is inside, as an object. */
  getItem(i: i32): W_Root {
    const data = this.data;
    switch (this.item) {
      case Item.Int8:
        return newInt32((data[i] << 24) >> 24);
      case Item.Uint8:
        return newInt32(data[i]);
      case Item.Char:
        return charStr(character(word(data, 4 * i)));
      case Item.Int16:
        return newInt32(((data[2 * i] << 16) >> 16) | ((data[2 * i + 1] << 24) >> 16));
      case Item.Uint16:
        return newInt32(data[2 * i] | data[2 * i + 1] << 8);
      case Item.Int32:
        return newInt32(word(data, 4 * i));
      case Item.Uint32:
        return newInt(i32ToI64(word(data, 4 * i)) & 0xffffffffn);
      case Item.Long:
      case Item.Int64:
        return newInt(longWord(data, 8 * i));
      case Item.UnsignedLong:
      case Item.Uint64: {
        const value = longWord(data, 8 * i);
        return value >= 0n ? newInt(value) : newLong(RBigInt.fromU64Bits(value));
      }
      case Item.Float32:
        return newFloat(unpackFloat(SINGLE, data, 4 * i));
      default:
        return newFloat(f64FromBits(longWord(data, 8 * i)));
    }
  }

  /** Writes the low bytes of an integer at `i`, which is inside. */
  putInt(i: i32, value: i64): void {
    const data = this.data;
    switch (this.itemsize) {
      case 1:
        data[i] = i64ToI32(value) & 255;
        break;
      case 2:
        data[2 * i] = i64ToI32(value) & 255;
        data[2 * i + 1] = (i64ToI32(value) >> 8) & 255;
        break;
      case 4:
        putWord(data, 4 * i, i64ToI32(value));
        break;
      default:
        putWord(data, 8 * i, i64ToI32(value));
        putWord(data, 8 * i + 4, i64ToI32(value >> 32n));
    }
  }

  /** Writes a number of a type of floats at `i`. */
  putFloat(i: i32, value: f64): void {
    if (this.item === Item.Float64) this.putInt(i, f64Bits(value));
    else packFloat(SINGLE, value, this.data, 4 * i);
  }
}

/** A code point. Throws ValueError for numbers that are none. */
function character(value: i32): i32 {
  if (value >= 0 && value <= 0x10ffff) return value;
  throw valueError(`character U+${hexadecimal(value)} is not in range [U+0000; U+10ffff]`);
}

function hexadecimal(value: i32): string {
  return RBigInt.fromI64(i32ToI64(value) & 0xffffffffn).toString(16);
}

/** The room for `needed` bytes and a few more. */
function roomFor(needed: i32): i32 {
  const more = (needed >> 3) + 16;
  return needed > MAX_BYTES - more ? needed : needed + more;
}

function word(data: Uint8Array, at: i32): i32 {
  return data[at] | data[at + 1] << 8 | data[at + 2] << 16 | data[at + 3] << 24;
}

function longWord(data: Uint8Array, at: i32): i64 {
  return (i32ToI64(word(data, at + 4)) << 32n) | (i32ToI64(word(data, at)) & 0xffffffffn);
}

function putWord(data: Uint8Array, at: i32, value: i32): void {
  data[at] = value & 255;
  data[at + 1] = (value >> 8) & 255;
  data[at + 2] = (value >> 16) & 255;
  data[at + 3] = (value >> 24) & 255;
}

/** An array of a type with no items but room for `room`. */
export function newArray(map: InstanceMap, item: i32, room: i32): W_Array {
  return new W_Array(map, item, new Uint8Array(room * SIZES[item]), 0);
}

/** An exact array that takes over the bytes of its items. */
export function arrayOfBytes(item: i32, bytes: Uint8Array): W_Array {
  return new W_Array(arrayType.instanceMap, item, bytes, (bytes.length / SIZES[item]) | 0);
}
