/**
 * Builds a string piece by piece, in amortized linear time.
 *
 * Invariants: the first `length` units of `data` are the text so far; `bits` is their bitwise OR, or a value that
 * needs as many bits by the classes 7, 8, 16, 21; `kind` is the narrowest one for `bits`.
 */
import { type i32, MemoryError } from "@rts";
import {
  adoptBits,
  bitsOf,
  codePointAt,
  copyStorage,
  EMPTY,
  fillStorage,
  kindOfBits,
  MAX_LENGTH,
  newStorage,
  type W_Str,
} from "./wstr.ts";

/** Stands for the bitwise OR of all code points of a whole string: in the same class of widths. */
function boundOf(w_text: W_Str): i32 {
  if (w_text.asciiOnly) return 0x7f;
  return w_text.kind === 1 ? 0xff : w_text.kind === 2 ? 0xffff : 0x10ffff;
}

/** A text under construction. */
export class StrBuilder {
  /** Number of code points so far. */
  length: i32 = 0;
  private data: object;
  private capacity: i32;
  private kind: i32 = 1;
  private bits: i32 = 0;

  /** `capacity` is the expected length. */
  constructor(capacity: i32 = 32) {
    this.capacity = capacity;
    this.data = newStorage(1, capacity);
  }

  /** Appends a code point. */
  append(c: i32): void {
    if (this.length === this.capacity) this.reserve(1);
    this.bits |= c;
    if (this.kind === 1) {
      if (c >= 0x100) this.widen(kindOfBits(c));
    } else if (c >= 0x10000 && this.kind === 2) this.widen(4);
    this.put(c);
  }

  private put(c: i32): void {
    if (this.kind === 1) (this.data as Uint8Array)[this.length++] = c;
    else if (this.kind === 2) (this.data as Uint16Array)[this.length++] = c;
    else (this.data as Int32Array)[this.length++] = c;
  }

  /** Appends a string. */
  appendStr(w_text: W_Str): void {
    this.appendUnits(w_text.kind, w_text.data, 0, w_text.length, boundOf(w_text));
  }

  /** Appends the code points of a string in `[start, end)`. */
  appendSubstring(w_text: W_Str, start: i32, end: i32): void {
    this.appendUnits(w_text.kind, w_text.data, start, end, w_text.asciiOnly ? 0x7f : -1);
  }

  /** Appends units of storage; `bits` is what bounds them, or -1 when that is not known. */
  appendUnits(kind: i32, data: object, start: i32, end: i32, bits: i32): void {
    const count = end - start;
    if (count <= 0) return;
    const merged = this.bits | (bits >= 0 ? bits : bitsOf(kind, data, start, end));
    if (kindOfBits(merged) > this.kind) this.widen(kindOfBits(merged));
    this.bits = merged;
    if (count > this.capacity - this.length) this.reserve(count);
    copyStorage(kind, data, start, this.kind, this.data, this.length, count);
    this.length += count;
  }

  /** Appends a code point `count` times. */
  appendRepeated(c: i32, count: i32): void {
    if (count <= 0) return;
    if (kindOfBits(this.bits | c) > this.kind) this.widen(kindOfBits(this.bits | c));
    this.bits |= c;
    if (count > this.capacity - this.length) this.reserve(count);
    fillStorage(this.kind, this.data, this.length, this.length + count, c);
    this.length += count;
  }

  /** Appends an RTS text; surrogate pairs become one code point. */
  appendRts(text: string): void {
    for (let i = 0; i < text.length;) {
      const c = codePointAt(text, i);
      this.append(c);
      i += c >= 0x10000 ? 2 : 1;
    }
  }

  /** The string; the builder is empty afterwards. */
  build(): W_Str {
    const w_text = adoptBits(this.kind, this.data, this.length, this.bits);
    this.data = EMPTY.data;
    this.capacity = 0;
    this.length = 0;
    this.kind = 1;
    this.bits = 0;
    return w_text;
  }

  private reserve(more: i32): void {
    if (more > MAX_LENGTH - this.length) throw new MemoryError("text too long");
    const wanted = this.length + more;
    const doubled = this.capacity < (MAX_LENGTH >> 1) ? this.capacity * 2 + 16 : MAX_LENGTH;
    this.move(this.kind, Math.max(wanted, doubled));
  }

  private widen(kind: i32): void {
    this.move(kind, Math.max(this.capacity, 16));
  }

  private move(kind: i32, capacity: i32): void {
    const data = newStorage(kind, capacity);
    copyStorage(this.kind, this.data, 0, kind, data, 0, this.length);
    this.data = data;
    this.kind = kind;
    this.capacity = capacity;
  }
}
