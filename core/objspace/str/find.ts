/**
 * Searching one text in another: find, rfind, count.
 *
 * A needle wider than the haystack cannot occur; a narrower one is widened to the haystack's kind first, so each
 * loop sees one kind. Short needles take a Horspool loop with a 32-bit filter of the needle's units; when that has
 * compared far more units than it passed, the two-way algorithm goes on, which is linear for all needles.
 */
import type { bool, i32 } from "@rts";
import { copyStorage, fillStorage, newStorage, sameUnits, unitAt, type W_Str } from "./wstr.ts";
import { twoWayFind } from "./twoway.ts";

/** The storage of `w_text` as units of `kind`, which is as wide or wider. */
function widened(w_text: W_Str, kind: i32): object {
  if (w_text.kind === kind) return w_text.data;
  const wide = newStorage(kind, w_text.length);
  copyStorage(w_text.kind, w_text.data, 0, kind, wide, 0, w_text.length);
  return wide;
}

/** Lowest index in `[start, end)` of the unit `c`, or -1. */
export function findChar(kind: i32, data: object, c: i32, start: i32, end: i32): i32 {
  if (kind === 1) {
    const units = data as Uint8Array;
    let i = start;
    for (; i + 4 <= end; i += 4) {
      if (units[i] === c || units[i + 1] === c || units[i + 2] === c || units[i + 3] === c) break;
    }
    for (; i < end; i++) if (units[i] === c) return i;
  } else if (kind === 2) {
    const units = data as Uint16Array;
    for (let i = start; i < end; i++) if (units[i] === c) return i;
  } else {
    const units = data as Int32Array;
    for (let i = start; i < end; i++) if (units[i] === c) return i;
  }
  return -1;
}

/** Highest index in `[start, end)` of the unit `c`, or -1. */
export function rfindChar(kind: i32, data: object, c: i32, start: i32, end: i32): i32 {
  for (let i = end - 1; i >= start; i--) if (unitAt(kind, data, i) === c) return i;
  return -1;
}

/**
 * A search for one needle in storage of the same kind, to be asked again and again from different places (count,
 * replace, split). Byte strings use it with kind 1.
 */
export class Searcher {
  /** One bit for each unit of the needle, by its low five bits. */
  private readonly filter: i32;
  /** Distance from the last unit of the needle to its previous occurrence there; the length without one. */
  private readonly skip: i32;

  /** `needle` has `length` units of `kind`, at least one. */
  constructor(
    private readonly kind: i32,
    private readonly data: object,
    private readonly needle: object,
    private readonly length: i32,
  ) {
    let filter: i32 = 0;
    let skip = length;
    if (length > 1) {
      const last = unitAt(kind, needle, length - 1);
      for (let i = 0; i < length; i++) {
        const c = unitAt(kind, needle, i);
        filter |= 1 << (c & 31);
        if (c === last && i < length - 1) skip = length - 1 - i;
      }
    }
    this.filter = filter;
    this.skip = skip;
  }

  /** Lowest start of an occurrence within `[start, end)`, or -1. The needle must not be empty. */
  find(start: i32, end: i32): i32 {
    if (end - start < this.length) return -1;
    if (this.length === 1) {
      return findChar(this.kind, this.data, unitAt(this.kind, this.needle, 0), start, end);
    }
    if (this.kind === 1) return this.find1(start, end);
    if (this.kind === 2) return this.find2(start, end);
    return this.find4(start, end);
  }

  private find1(start: i32, end: i32): i32 {
    const units = this.data as Uint8Array, needle = this.needle as Uint8Array;
    const last = this.length - 1, final: i32 = needle[last], filter = this.filter;
    let work = this.allowance(start);
    for (let i = start + last; i < end; i++) {
      if (units[i] === final) {
        const from = i - last;
        let j: i32 = 0;
        while (j < last && units[from + j] === needle[j]) j++;
        if (j === last) return from;
        work -= j;
        if (work + (i << 1) < 0) return this.slowFind(from, end);
        if (i + 1 < end && (filter & (1 << (units[i + 1] & 31))) === 0) i += this.length;
        else i += this.skip - 1;
      } else if (i + 1 < end && (filter & (1 << (units[i + 1] & 31))) === 0) i += this.length;
    }
    return -1;
  }

  private find2(start: i32, end: i32): i32 {
    const units = this.data as Uint16Array, needle = this.needle as Uint16Array;
    const last = this.length - 1, final: i32 = needle[last], filter = this.filter;
    let work = this.allowance(start);
    for (let i = start + last; i < end; i++) {
      if (units[i] === final) {
        const from = i - last;
        let j: i32 = 0;
        while (j < last && units[from + j] === needle[j]) j++;
        if (j === last) return from;
        work -= j;
        if (work + (i << 1) < 0) return this.slowFind(from, end);
        if (i + 1 < end && (filter & (1 << (units[i + 1] & 31))) === 0) i += this.length;
        else i += this.skip - 1;
      } else if (i + 1 < end && (filter & (1 << (units[i + 1] & 31))) === 0) i += this.length;
    }
    return -1;
  }

  private find4(start: i32, end: i32): i32 {
    const units = this.data as Int32Array, needle = this.needle as Int32Array;
    const last = this.length - 1, final: i32 = needle[last], filter = this.filter;
    let work = this.allowance(start);
    for (let i = start + last; i < end; i++) {
      if (units[i] === final) {
        const from = i - last;
        let j: i32 = 0;
        while (j < last && units[from + j] === needle[j]) j++;
        if (j === last) return from;
        work -= j;
        if (work + (i << 1) < 0) return this.slowFind(from, end);
        if (i + 1 < end && (filter & (1 << (units[i + 1] & 31))) === 0) i += this.length;
        else i += this.skip - 1;
      } else if (i + 1 < end && (filter & (1 << (units[i + 1] & 31))) === 0) i += this.length;
    }
    return -1;
  }

  /** What Horspool may compare before `work + 2 * i` drops below zero. */
  private allowance(start: i32): i32 {
    return 4 * Math.min(this.length, 0x100000) + 256 - 2 * start;
  }

  private slowFind(start: i32, end: i32): i32 {
    return twoWayFind(this.kind, this.data, start, end, this.needle, this.length);
  }

  /** Highest start of an occurrence within `[start, end)`, or -1. The needle must not be empty. */
  rfind(start: i32, end: i32): i32 {
    const length = this.length, kind = this.kind;
    if (end - start < length) return -1;
    const data = this.data, needle = this.needle;
    const first = unitAt(kind, needle, 0);
    if (length === 1) return rfindChar(kind, data, first, start, end);
    let work = this.allowance(0) + 2 * (end - length);
    for (let i = end - length; i >= start; i--) {
      if (unitAt(kind, data, i) === first) {
        let j: i32 = 1;
        while (j < length && unitAt(kind, data, i + j) === unitAt(kind, needle, j)) j++;
        if (j === length) return i;
        work -= j;
        if (work - (i << 1) < 0) return this.slowRfind(start, i + length);
      }
      if (i > start && (this.filter & (1 << (unitAt(kind, data, i - 1) & 31))) === 0) i -= length;
    }
    return -1;
  }

  /** Both texts backwards, and the first occurrence there. */
  private slowRfind(start: i32, end: i32): i32 {
    const count = end - start;
    const text = reversed(this.kind, this.data, start, end);
    const needle = reversed(this.kind, this.needle, 0, this.length);
    const at = twoWayFind(this.kind, text, 0, count, needle, this.length);
    return at < 0 ? -1 : end - at - this.length;
  }
}

/** The search for a needle that is not empty; null when it is wider than the text and so cannot occur. */
export function searcherFor(w_text: W_Str, w_needle: W_Str): Searcher | null {
  if (w_needle.kind > w_text.kind) return null;
  return new Searcher(w_text.kind, w_text.data, widened(w_needle, w_text.kind), w_needle.length);
}

function reversed(kind: i32, data: object, start: i32, end: i32): object {
  const backwards = newStorage(kind, end - start);
  for (let i = start; i < end; i++) fillStorage(kind, backwards, end - 1 - i, end - i, unitAt(kind, data, i));
  return backwards;
}

/**
 * Lowest start of `w_needle` within `[start, end)` of `w_text`, or -1. `0 <= start`, `end <= length`.
 * @elidable
 */
export function find(w_text: W_Str, w_needle: W_Str, start: i32, end: i32): i32 {
  const length = w_needle.length;
  if (end - start < length || start > end || w_needle.kind > w_text.kind) return -1;
  if (length === 0) return start;
  if (length === 1) return findChar(w_text.kind, w_text.data, w_needle.charAt(0), start, end);
  const needle = widened(w_needle, w_text.kind);
  return new Searcher(w_text.kind, w_text.data, needle, length).find(start, end);
}

/**
 * Highest start of `w_needle` within `[start, end)` of `w_text`, or -1.
 * @elidable
 */
export function rfind(w_text: W_Str, w_needle: W_Str, start: i32, end: i32): i32 {
  const length = w_needle.length;
  if (end - start < length || start > end || w_needle.kind > w_text.kind) return -1;
  if (length === 0) return end;
  if (length === 1) return rfindChar(w_text.kind, w_text.data, w_needle.charAt(0), start, end);
  const needle = widened(w_needle, w_text.kind);
  return new Searcher(w_text.kind, w_text.data, needle, length).rfind(start, end);
}

/**
 * `w_needle in w_text`.
 * @elidable
 */
export function contains(w_text: W_Str, w_needle: W_Str): bool {
  return find(w_text, w_needle, 0, w_text.length) >= 0;
}

/**
 * Occurrences of `w_needle` within `[start, end)` that do not overlap; an empty one occurs between all.
 * @elidable
 */
export function count(w_text: W_Str, w_needle: W_Str, start: i32, end: i32): i32 {
  const length = w_needle.length;
  if (end - start < length || start > end || w_needle.kind > w_text.kind) return 0;
  if (length === 0) return end - start + 1;
  if (length === 1) return countChar(w_text.kind, w_text.data, w_needle.charAt(0), start, end);
  const searcher = new Searcher(w_text.kind, w_text.data, widened(w_needle, w_text.kind), length);
  let found: i32 = 0;
  for (let at = searcher.find(start, end); at >= 0; at = searcher.find(at + length, end)) found++;
  return found;
}

function countChar(kind: i32, data: object, c: i32, start: i32, end: i32): i32 {
  let found: i32 = 0;
  if (kind === 1) {
    const units = data as Uint8Array;
    for (let i = start; i < end; i++) if (units[i] === c) found++;
  } else {
    for (let i = start; i < end; i++) if (unitAt(kind, data, i) === c) found++;
  }
  return found;
}

/** Tells whether `w_part` stands at `at` of `w_text`, entirely before `end`. */
export function matchesAt(w_text: W_Str, w_part: W_Str, at: i32, end: i32): bool {
  const length = w_part.length;
  if (at > end || end - at < length || w_part.kind > w_text.kind) return false;
  const kind: i32 = w_text.kind;
  if (w_part.kind === kind) return sameUnits(kind, w_text.data, at, w_part.data, 0, length);
  for (let i = 0; i < length; i++) if (w_text.charAt(at + i) !== w_part.charAt(i)) return false;
  return true;
}

/**
 * `w_text[start:end].startswith(w_part)`; a range that is not inside (`start > end`) never does.
 * @elidable
 */
export function startsWith(w_text: W_Str, w_part: W_Str, start: i32, end: i32): bool {
  return matchesAt(w_text, w_part, start, end);
}

/**
 * `w_text[start:end].endswith(w_part)`.
 * @elidable
 */
export function endsWith(w_text: W_Str, w_part: W_Str, start: i32, end: i32): bool {
  return end - start >= w_part.length && matchesAt(w_text, w_part, end - w_part.length, end);
}
