/**
 * The text of Python: an immutable sequence of code points, one storage unit each.
 *
 * Invariants:
 * - The kind is canonical: 1 byte a unit while all code points are below 0x100, else 2 while all are below
 *   0x10000, else 4. So equal texts have equal kinds, and texts of different kinds differ.
 * - `data` is a Uint8Array, Uint16Array or Int32Array by kind, of exactly `length` units, and never changes
 *   after construction. It may be shared between strings.
 * - `asciiOnly` is exact: true if and only if all code points are below 0x80.
 * - Code points run from 0 to 0x10FFFF; lone surrogates are code points like others.
 * - Results are exact strings, never `this` of a user's subclass: see {@link W_Str.plain}.
 */
import { arrayCopy, type bool, type i32, MemoryError, StringBuilder, type u8 } from "@rts";
import { W_Root } from "../root.ts";
import type { W_Type } from "../type.ts";
import { strTypeOfStrings } from "./str_type.ts";

/** Longest text: what keeps the bytes of an array within an `i32`. */
export const MAX_LENGTH: i32 = 0x1fff_fff0;

/** Added into every hash. Change it only through `seedHashes` of `intern.ts`. */
export let hashSeed: i32 = 0x1b873593;
/** Sets the seed; hashes computed before keep the old one. */
export function setHashSeed(seed: i32): void {
  hashSeed = seed;
}

/**
 * The unit at `i` of the storage of a string of `kind`.
 * @inline
 */
export function unitAt(kind: i32, data: object, i: i32): i32 {
  if (kind === 1) return (data as Uint8Array)[i];
  if (kind === 2) return (data as Uint16Array)[i];
  return (data as Int32Array)[i];
}

/**
 * The narrowest kind for code points whose bitwise OR is `bits`.
 * @inline
 */
export function kindOfBits(bits: i32): i32 {
  return bits < 0x100 ? 1 : bits < 0x10000 ? 2 : 4;
}

/** New storage of `length` zero units. */
export function newStorage(kind: i32, length: i32): object {
  if (length > MAX_LENGTH || length < 0) throw new MemoryError("text too long");
  if (kind === 1) return new Uint8Array(length);
  if (kind === 2) return new Uint16Array(length);
  return new Int32Array(length);
}

/** Up to this many units are copied one by one: a bulk copy is a call out of WebAssembly. */
const SHORT_COPY: i32 = 24;

/** Copies units to storage that is as wide or wider, or that is known to hold them. Ranges must not overlap. */
export function copyStorage(
  fromKind: i32,
  from: object,
  start: i32,
  toKind: i32,
  to: object,
  at: i32,
  count: i32,
): void {
  if (fromKind === toKind && count > SHORT_COPY) {
    if (fromKind === 1) arrayCopy(from as Uint8Array, start, to as Uint8Array, at, count);
    else if (fromKind === 2) arrayCopy(from as Uint16Array, start, to as Uint16Array, at, count);
    else arrayCopy(from as Int32Array, start, to as Int32Array, at, count);
  } else if (toKind === 1) {
    const target = to as Uint8Array;
    if (fromKind === 1) {
      const units = from as Uint8Array;
      for (let i = 0; i < count; i++) target[at + i] = units[start + i];
    } else {
      for (let i = 0; i < count; i++) target[at + i] = unitAt(fromKind, from, start + i);
    }
  } else if (toKind === 2) {
    const target = to as Uint16Array;
    for (let i = 0; i < count; i++) target[at + i] = unitAt(fromKind, from, start + i);
  } else {
    const target = to as Int32Array;
    for (let i = 0; i < count; i++) target[at + i] = unitAt(fromKind, from, start + i);
  }
}

/** Bitwise OR of the units in `[start, end)`: it is below a power of two exactly when all units are. */
export function bitsOf(kind: i32, data: object, start: i32, end: i32): i32 {
  let bits: i32 = 0;
  if (kind === 1) {
    const units = data as Uint8Array;
    let i = start;
    for (; i + 4 <= end; i += 4) bits |= units[i] | units[i + 1] | units[i + 2] | units[i + 3];
    for (; i < end; i++) bits |= units[i];
  } else if (kind === 2) {
    const units = data as Uint16Array;
    for (let i = start; i < end; i++) bits |= units[i];
  } else {
    const units = data as Int32Array;
    for (let i = start; i < end; i++) bits |= units[i];
  }
  return bits;
}

/** A string. */
export class W_Str extends W_Root {
  /** Units: Uint8Array, Uint16Array or Int32Array by kind. */
  readonly data: object;
  /** Number of code points. */
  readonly length: i32;
  /** The hash, 0 while it was not asked for. */
  hash: i32 = 0;
  /** Bytes a unit: 1, 2 or 4. */
  readonly kind: u8;
  /** All code points are below 0x80. */
  readonly asciiOnly: bool;

  /** Takes storage over. The caller keeps the invariants above; elsewhere use `makeStr`, `fromRts`, `StrBuilder`. */
  constructor(kind: i32, data: object, length: i32, asciiOnly: bool) {
    super();
    this.data = data;
    this.length = length;
    this.kind = kind;
    this.asciiOnly = asciiOnly;
  }

  override typeOf(): W_Type {
    return strTypeOfStrings;
  }

  /** An exact string of the same text. A subclass for users' classes overrides it and shares `data`. */
  plain(): W_Str {
    return this;
  }

  /** The code point at `i`, which must be inside. */
  charAt(i: i32): i32 {
    return unitAt(this.kind, this.data, i);
  }

  /**
   * Same text.
   * @elidable
   */
  equals(other: W_Str): bool {
    if (this === other) return true;
    if (this.length !== other.length || this.kind !== other.kind) return false;
    if (this.hash !== other.hash && this.hash !== 0 && other.hash !== 0) return false;
    return sameUnits(this.kind, this.data, 0, other.data, 0, this.length);
  }

  /**
   * Negative, zero or positive by code points.
   * @elidable
   */
  compare(other: W_Str): i32 {
    if (this === other) return 0;
    return compareUnits(this, other);
  }

  /**
   * The hash: never 0 and never -1.
   * @elidable
   */
  hashOf(): i32 {
    const known = this.hash;
    if (known !== 0) return known;
    return this.hash = hashUnits(this.kind, this.data, this.length);
  }

  /** The code points in `[from, to)`, a range inside the text (`from <= to`). */
  substring(from: i32, to: i32): W_Str {
    const count = to - from;
    if (count === this.length) return this.plain();
    if (count <= 1) return count === 0 ? EMPTY : charStr(this.charAt(from));
    if (this.asciiOnly) {
      const units = new Uint8Array(count);
      copyStorage(1, this.data, from, 1, units, 0, count);
      return new W_Str(1, units, count, true);
    }
    return makeStr(this.kind, this.data, from, to);
  }

  /** The one code point at `i` as a string. */
  item(i: i32): W_Str {
    return charStr(this.charAt(i));
  }

  /** `count` code points from `start` on, `step` apart (any sign), all inside: what a slice object selects. */
  slice(start: i32, step: i32, count: i32): W_Str {
    if (step === 1) return this.substring(start, start + count);
    if (count <= 1) return count === 0 ? EMPTY : charStr(this.charAt(start));
    const kind: i32 = this.kind;
    const data = this.data;
    const picked = newStorage(kind, count);
    let at = start;
    if (kind === 1) {
      for (let i = 0; i < count; i++, at += step) (picked as Uint8Array)[i] = (data as Uint8Array)[at];
      if (this.asciiOnly) return new W_Str(1, picked, count, true);
    } else if (kind === 2) {
      for (let i = 0; i < count; i++, at += step) (picked as Uint16Array)[i] = (data as Uint16Array)[at];
    } else {
      for (let i = 0; i < count; i++, at += step) (picked as Int32Array)[i] = (data as Int32Array)[at];
    }
    return adoptStr(kind, picked, count);
  }

  /** This text and then the other. Throws {@link MemoryError} when it gets too long. */
  concat(other: W_Str): W_Str {
    const here = this.length;
    const there = other.length;
    if (there === 0) return this.plain();
    if (here === 0) return other.plain();
    if (here > MAX_LENGTH - there) throw new MemoryError("text too long");
    const kind: i32 = this.kind > other.kind ? this.kind : other.kind;
    const joined = newStorage(kind, here + there);
    copyStorage(this.kind, this.data, 0, kind, joined, 0, here);
    copyStorage(other.kind, other.data, 0, kind, joined, here, there);
    return new W_Str(kind, joined, here + there, this.asciiOnly && other.asciiOnly);
  }

  /** `count` times this text. Throws {@link MemoryError} when it gets too long. */
  repeat(count: i32): W_Str {
    const length = this.length;
    if (count <= 0 || length === 0) return EMPTY;
    if (count === 1) return this.plain();
    if (length > ((MAX_LENGTH / count) | 0)) throw new MemoryError("text too long");
    const total = length * count;
    const kind: i32 = this.kind;
    const repeated = newStorage(kind, total);
    if (length === 1) {
      fillStorage(kind, repeated, 0, total, this.charAt(0));
    } else {
      copyStorage(kind, this.data, 0, kind, repeated, 0, length);
      // Doubling what is there: few long copies.
      let done = length;
      while (done < total) {
        const more = Math.min(done, total - done);
        copyStorage(kind, repeated, 0, kind, repeated, done, more);
        done += more;
      }
    }
    return new W_Str(kind, repeated, total, this.asciiOnly);
  }

  /** The RTS text: UTF-16, lone surrogates as they are. */
  toRts(): string {
    const text = new StringBuilder();
    const length = this.length;
    if (this.kind !== 4) {
      for (let i = 0; i < length; i++) text.appendCode(this.charAt(i));
    } else {
      const units = this.data as Int32Array;
      for (let i = 0; i < length; i++) appendCodePoint(text, units[i]);
    }
    return text.toString();
  }
}

/** Appends a code point as one or two units of UTF-16. */
export function appendCodePoint(text: StringBuilder, c: i32): void {
  if (c < 0x10000) {
    text.appendCode(c);
  } else {
    text.appendCode(0xd7c0 + (c >> 10));
    text.appendCode(0xdc00 + (c & 0x3ff));
  }
}

/** Sets `[start, end)` of storage to one unit. */
export function fillStorage(kind: i32, data: object, start: i32, end: i32, unit: i32): void {
  if (kind === 1) (data as Uint8Array).fill(unit, start, end);
  else if (kind === 2) (data as Uint16Array).fill(unit, start, end);
  else (data as Int32Array).fill(unit, start, end);
}

/** Same units in two ranges of storage of one kind. */
export function sameUnits(kind: i32, a: object, from: i32, b: object, start: i32, count: i32): bool {
  if (kind === 1) {
    const p = a as Uint8Array, q = b as Uint8Array;
    let i: i32 = 0;
    for (; i + 4 <= count; i += 4) {
      const at = from + i, to = start + i;
      const difference = (p[at] ^ q[to]) | (p[at + 1] ^ q[to + 1]) | (p[at + 2] ^ q[to + 2]) |
        (p[at + 3] ^ q[to + 3]);
      if (difference !== 0) return false;
    }
    for (; i < count; i++) if (p[from + i] !== q[start + i]) return false;
  } else if (kind === 2) {
    const p = a as Uint16Array, q = b as Uint16Array;
    for (let i = 0; i < count; i++) if (p[from + i] !== q[start + i]) return false;
  } else {
    const p = a as Int32Array, q = b as Int32Array;
    for (let i = 0; i < count; i++) if (p[from + i] !== q[start + i]) return false;
  }
  return true;
}

/** Order of two texts by code points. */
function compareUnits(a: W_Str, b: W_Str): i32 {
  const count = Math.min(a.length, b.length);
  const x: i32 = a.kind, y: i32 = b.kind;
  if (x === 1 && y === 1) {
    const p = a.data as Uint8Array, q = b.data as Uint8Array;
    for (let i = 0; i < count; i++) {
      if (p[i] !== q[i]) return p[i] - q[i];
    }
  } else {
    const p = a.data, q = b.data;
    for (let i = 0; i < count; i++) {
      const difference = unitAt(x, p, i) - unitAt(y, q, i);
      if (difference !== 0) return difference;
    }
  }
  return a.length - b.length;
}

/** Murmur3 of 32 bits over the units: four bytes at a time, or two or one wider units. */
function hashUnits(kind: i32, data: object, length: i32): i32 {
  let h = hashSeed;
  let i: i32 = 0;
  if (kind === 1) {
    const units = data as Uint8Array;
    for (; i + 4 <= length; i += 4) {
      h = mixed(h, units[i] | units[i + 1] << 8 | units[i + 2] << 16 | units[i + 3] << 24);
    }
  } else if (kind === 2) {
    const units = data as Uint16Array;
    for (; i + 2 <= length; i += 2) h = mixed(h, units[i] | units[i + 1] << 16);
  }
  for (; i < length; i++) h = mixed(h, unitAt(kind, data, i));
  h ^= length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b | 0);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35 | 0);
  h ^= h >>> 16;
  return h === 0 ? 0x2545f491 : h === -1 ? -2 : h;
}

/**
 * One step of Murmur3.
 * @inline
 */
function mixed(h: i32, block: i32): i32 {
  const k = Math.imul(block, 0xcc9e2d51 | 0);
  const g = h ^ Math.imul(k << 15 | k >>> 17, 0x1b873593);
  return (Math.imul(g << 13 | g >>> 19, 5) + 0x3ade68b1) | 0;
}

/** The strings of one code point below 0x100, in one prebuilt table. */
const LATIN1: W_Str[] = [];
for (let c = 0; c < 0x100; c++) LATIN1.push(new W_Str(1, Uint8Array.of(c), 1, c < 0x80));

/** Makes the prebuilt characters compute their hashes anew, after a change of the seed. */
export function forgetHashes(): void {
  for (let c: i32 = 0; c < 0x100; c++) LATIN1[c].hash = 0;
  EMPTY.hash = 0;
}

/** The one empty string. */
export const EMPTY: W_Str = new W_Str(1, new Uint8Array(0), 0, true);

/** The string of one code point; one object each below 0x100. */
export function charStr(c: i32): W_Str {
  if (c < 0x100) return LATIN1[c];
  const kind = kindOfBits(c);
  const data = newStorage(kind, 1);
  fillStorage(kind, data, 0, 1, c);
  return new W_Str(kind, data, 1, false);
}

/** A string of a copy of the units in `[start, end)`, in its canonical kind. */
export function makeStr(kind: i32, data: object, start: i32, end: i32): W_Str {
  const count = end - start;
  if (count <= 1) return count <= 0 ? EMPTY : charStr(unitAt(kind, data, start));
  const bits = bitsOf(kind, data, start, end);
  const narrow = kindOfBits(bits);
  const units = newStorage(narrow, count);
  copyStorage(kind, data, start, narrow, units, 0, count);
  return new W_Str(narrow, units, count, bits < 0x80);
}

/** A string of the first `length` units of storage that nobody else changes: it is taken over where it fits. */
export function adoptStr(kind: i32, data: object, length: i32): W_Str {
  return adoptBits(kind, data, length, length <= 1 ? 0 : bitsOf(kind, data, 0, length));
}

/** {@link adoptStr} where the bitwise OR of the units is known. */
export function adoptBits(kind: i32, data: object, length: i32, bits: i32): W_Str {
  if (length <= 1) return length === 0 ? EMPTY : charStr(unitAt(kind, data, 0));
  const narrow = kindOfBits(bits);
  if (narrow === kind && storageLength(kind, data) === length) {
    return new W_Str(kind, data, length, bits < 0x80);
  }
  const units = newStorage(narrow, length);
  copyStorage(kind, data, 0, narrow, units, 0, length);
  return new W_Str(narrow, units, length, bits < 0x80);
}

/** Number of units that storage has room for. */
export function storageLength(kind: i32, data: object): i32 {
  if (kind === 1) return (data as Uint8Array).length;
  if (kind === 2) return (data as Uint16Array).length;
  return (data as Int32Array).length;
}

/** A string that takes over `units`, all below 0x80. */
export function asciiStr(units: Uint8Array): W_Str {
  const length: i32 = units.length;
  if (length <= 1) return length === 0 ? EMPTY : LATIN1[units[0]];
  return new W_Str(1, units, length, true);
}

/** The string of an RTS text; surrogate pairs become one code point. Also for module top levels. */
export function fromRts(text: string): W_Str {
  const length: i32 = text.length;
  let bits: i32 = 0;
  for (let i = 0; i < length; i++) bits |= text.charCodeAt(i);
  if (bits < 0x100) {
    if (length <= 1) return length === 0 ? EMPTY : LATIN1[text.charCodeAt(0)];
    const units = new Uint8Array(length);
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
    return new W_Str(1, units, length, bits < 0x80);
  }
  // Room for all; narrowed or shortened when it turns out to be less.
  const points = new Int32Array(length);
  let count: i32 = 0;
  for (let i = 0; i < length; count++) {
    const c = codePointAt(text, i);
    points[count] = c;
    i += c >= 0x10000 ? 2 : 1;
  }
  return adoptStr(4, points, count);
}

/** The code point of an RTS text at unit `i`: a pair counts as one, other surrogates as themselves. */
export function codePointAt(text: string, i: i32): i32 {
  const unit: i32 = text.charCodeAt(i);
  if ((unit & 0xfc00) !== 0xd800 || i + 1 >= text.length) return unit;
  const next: i32 = text.charCodeAt(i + 1);
  return (next & 0xfc00) === 0xdc00 ? ((unit - 0xd7c0) << 10) + (next & 0x3ff) : unit;
}

/** The RTS text of a string. */
export function toRts(w_text: W_Str): string {
  return w_text.toRts();
}
