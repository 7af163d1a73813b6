/**
 * Strings: what `+`, comparison, indexing and JavaScript's methods become, with JavaScript's results.
 *
 * Functions return an argument itself where its text is the result, and the prebuilt `""` or one-unit string
 * where there is one. Lengths that no string can have wrap to a negative number on their way to `newString`,
 * which throws MemoryError. Addresses from `unitsOf` are used before the next call that can collect.
 */
import { type bool, type FixedArray, type i32, idiv, newFixedArray, unreachable } from "@rts";
import { copyUnits, getHashField, newString, setHashField, setUnit, unitsOf } from "@rts/intrinsics";
import { loadI64 } from "@rts/raw";
import { StringBuilder } from "./builder.ts";

/** Strings of the units below 256. */
const ONE_UNIT: FixedArray<string> = oneUnitStrings(256);
const DOLLAR: i32 = 36;
const AMPERSAND: i32 = 38;
const QUOTE: i32 = 39;
const BACKTICK: i32 = 96;
/** Offset basis and prime of FNV-1a, 32 bits. */
const HASH_BASIS: i32 = 0x811c9dc5 | 0;
const HASH_PRIME: i32 = 0x01000193;

/** Translation time only. */
function oneUnitStrings(count: number): FixedArray<string> {
  const table = newFixedArray<string>(count, "");
  for (let i = 0; i < count; i++) table[i] = String.fromCharCode(i);
  return table;
}

/**
 * `position` clamped to `[0, length]`.
 * @inline
 */
function clamp(position: i32, length: i32): i32 {
  return position < 0 ? 0 : position > length ? length : position;
}

/** The units of `[start, end)`, which must lie inside. */
function copyRange(s: string, start: i32, end: i32): string {
  const count = end - start;
  if (count === s.length) return s;
  if (count === 0) return "";
  if (count === 1) return string_at(s, start);
  const result = newString(count);
  copyUnits(s, start, result, 0, count);
  return result;
}

// --- single units ---

/**
 * `s[i]`, inside the string.
 * @inline
 */
export function string_at(s: string, i: i32): string {
  return string_fromCharCode(s.charCodeAt(i));
}

/** `String.fromCharCode(unit)`: the low 16 bits count. */
export function string_fromCharCode(unit: i32): string {
  const code = unit & 0xffff;
  if (code < ONE_UNIT.length) return ONE_UNIT[code];
  const result = newString(1);
  setUnit(result, 0, code);
  return result;
}

/** `s.charAt(i)`: empty outside. */
export function string_charAt(s: string, i: i32 = 0): string {
  return i < 0 || i >= s.length ? "" : string_at(s, i);
}

// --- joining ---

/** `a + b`. Throws {@link MemoryError}. */
export function string_concat(a: string, b: string): string {
  const n = a.length;
  if (n === 0) return b;
  if (b.length === 0) return a;
  const result = newString((n + b.length) | 0);
  copyUnits(a, 0, result, 0, n);
  copyUnits(b, 0, result, n, b.length);
  return result;
}

/** `a + b + c`, copied once. */
export function string_concat3(a: string, b: string, c: string): string {
  const n = a.length;
  const m = (n + b.length) | 0;
  if (m < 0) return newString(m);
  const result = newString((m + c.length) | 0);
  copyUnits(a, 0, result, 0, n);
  copyUnits(b, 0, result, n, b.length);
  copyUnits(c, 0, result, m, c.length);
  return result;
}

/** `a + b + c + d`, copied once. */
export function string_concat4(a: string, b: string, c: string, d: string): string {
  const n = a.length;
  const m = (n + b.length) | 0;
  if (m < 0) return newString(m);
  const k = (m + c.length) | 0;
  if (k < 0) return newString(k);
  const result = newString((k + d.length) | 0);
  copyUnits(a, 0, result, 0, n);
  copyUnits(b, 0, result, n, b.length);
  copyUnits(c, 0, result, m, c.length);
  copyUnits(d, 0, result, k, d.length);
  return result;
}

/** `s.repeat(count)`; `count` must not be negative. Throws {@link MemoryError}. */
export function string_repeat(s: string, count: i32): string {
  if (count < 0) unreachable("repeat: negative count");
  const n = s.length;
  if (n === 0 || count === 0) return "";
  if (count === 1) return s;
  if (count > idiv(0x7fffffff, n)) return newString(-1);
  const length = n * count;
  const result = newString(length);
  copyUnits(s, 0, result, 0, n);
  // Doubles what is there: log(count) block copies.
  let done = n;
  while (done < length) {
    const more = done < length - done ? done : length - done;
    copyUnits(result, 0, result, done, more);
    done = done + more;
  }
  return result;
}

/** Fills the units of `[start, end)` of a fresh string with repetitions of `pattern`, which is not empty. */
function fillUnits(result: string, start: i32, end: i32, pattern: string): void {
  const n = pattern.length;
  let at = start;
  while (at < end) {
    const count = n < end - at ? n : end - at;
    copyUnits(pattern, 0, result, at, count);
    at = at + count;
  }
}

/** `s.padStart(length, pattern)`. */
export function string_padStart(s: string, length: i32, pattern: string = " "): string {
  if (length <= s.length || pattern.length === 0) return s;
  const result = newString(length);
  const padding = length - s.length;
  fillUnits(result, 0, padding, pattern);
  copyUnits(s, 0, result, padding, s.length);
  return result;
}

/** `s.padEnd(length, pattern)`. */
export function string_padEnd(s: string, length: i32, pattern: string = " "): string {
  if (length <= s.length || pattern.length === 0) return s;
  const result = newString(length);
  copyUnits(s, 0, result, 0, s.length);
  fillUnits(result, s.length, length, pattern);
  return result;
}

// --- comparison ---

/** True when `count` units of `a` from `start` on are the first ones of `b`; both ranges must exist. */
function unitsMatch(a: string, start: i32, b: string, count: i32): bool {
  for (let i = 0; i < count; i++) {
    if (a.charCodeAt(start + i) !== b.charCodeAt(i)) return false;
  }
  return true;
}

/** Length of a common beginning of the first `count` units of both, found four units at a time. */
function commonWords(a: string, b: string, count: i32): i32 {
  const words = count >> 2;
  let left = unitsOf(a);
  let right = unitsOf(b);
  let i = 0;
  while (i < words && loadI64(left) === loadI64(right)) {
    left = left + 8;
    right = right + 8;
    i++;
  }
  return i << 2;
}

/**
 * `a === b`.
 * @elidable
 */
export function string_equals(a: string, b: string): bool {
  const n = a.length;
  if (n !== b.length) return false;
  if (unitsOf(a) === unitsOf(b)) return true;
  for (let i = commonWords(a, b, n); i < n; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return false;
  }
  return true;
}

/**
 * Negative, 0 or positive as `a` is below, equal to or above `b`, by UTF-16 units.
 * @elidable
 */
export function string_compare(a: string, b: string): i32 {
  const n = a.length < b.length ? a.length : b.length;
  for (let i = commonWords(a, b, n); i < n; i++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/**
 * The hash of the text, never 0; kept in the string's hash field.
 * @elidable
 */
export function string_hash(s: string): i32 {
  const known = getHashField(s);
  return known !== 0 ? known : computeHash(s);
}

/**
 * FNV-1a over units, and a final mix, since tables take the low bits.
 * @noinline
 */
function computeHash(s: string): i32 {
  let hash = HASH_BASIS;
  const n = s.length;
  for (let i = 0; i < n; i++) hash = Math.imul(hash ^ s.charCodeAt(i), HASH_PRIME);
  hash = hash ^ (hash >>> 15);
  if (hash === 0) hash = 1;
  setHashField(s, hash);
  return hash;
}

// --- searching ---

/** `s.indexOf(t, from)`. */
export function string_indexOf(s: string, t: string, from: i32 = 0): i32 {
  const m = t.length;
  let i = clamp(from, s.length);
  if (m === 0) return i;
  const first = t.charCodeAt(0);
  const last = s.length - m;
  for (; i <= last; i++) {
    if (s.charCodeAt(i) === first && unitsMatch(s, i, t, m)) return i;
  }
  return -1;
}

/** `s.lastIndexOf(t, from)`. */
export function string_lastIndexOf(s: string, t: string, from: i32 = 2147483647): i32 {
  const m = t.length;
  const last = s.length - m;
  if (last < 0) return -1;
  for (let i = clamp(from, last); i >= 0; i--) {
    if (unitsMatch(s, i, t, m)) return i;
  }
  return -1;
}

/** `s.includes(t, from)`. */
export function string_includes(s: string, t: string, from: i32 = 0): bool {
  return string_indexOf(s, t, from) >= 0;
}

/** `s.startsWith(t, at)`. */
export function string_startsWith(s: string, t: string, at: i32 = 0): bool {
  const start = clamp(at, s.length);
  return t.length <= s.length - start && unitsMatch(s, start, t, t.length);
}

/** `s.endsWith(t, end)`. */
export function string_endsWith(s: string, t: string, end: i32 = 2147483647): bool {
  const start = clamp(end, s.length) - t.length;
  return start >= 0 && unitsMatch(s, start, t, t.length);
}

// --- parts ---

/** `s.substring(start, end)`: positions in either order. */
export function string_substring(s: string, start: i32, end: i32 = 2147483647): string {
  const a = clamp(start, s.length);
  const b = clamp(end, s.length);
  return a < b ? copyRange(s, a, b) : copyRange(s, b, a);
}

/** `s.slice(start, end)`: negative positions count from the end. */
export function string_slice(s: string, start: i32 = 0, end: i32 = 2147483647): string {
  const n = s.length;
  const a = clamp(start < 0 ? start + n : start, n);
  const b = clamp(end < 0 ? end + n : end, n);
  return a < b ? copyRange(s, a, b) : "";
}

/** `s.split(separator)`; an empty separator splits into units. */
export function string_split(s: string, separator: string): string[] {
  const parts: string[] = [];
  if (separator.length === 0) {
    for (let i = 0; i < s.length; i++) parts.push(string_at(s, i));
    return parts;
  }
  let start = 0;
  let at = string_indexOf(s, separator, 0);
  while (at >= 0) {
    parts.push(copyRange(s, start, at));
    start = at + separator.length;
    at = string_indexOf(s, separator, start);
  }
  parts.push(copyRange(s, start, s.length));
  return parts;
}

/** White space and line ends of ECMAScript, which `trim` removes. */
function isSpace(unit: i32): bool {
  if (unit < 0x80) return unit === 32 || (unit >= 9 && unit <= 13);
  if (unit === 0xa0 || unit === 0x1680 || unit === 0xfeff) return true;
  if (unit < 0x2000) return false;
  return unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f ||
    unit === 0x3000;
}

/** Number of white-space units that `s` starts with. */
function leadingSpaces(s: string): i32 {
  let i = 0;
  while (i < s.length && isSpace(s.charCodeAt(i))) i++;
  return i;
}

/** The position behind the last unit that is not white space, at least `start`. */
function trailingEnd(s: string, start: i32): i32 {
  let end = s.length;
  while (end > start && isSpace(s.charCodeAt(end - 1))) end--;
  return end;
}

/** `s.trim()`. */
export function string_trim(s: string): string {
  const start = leadingSpaces(s);
  return copyRange(s, start, trailingEnd(s, start));
}

/** `s.trimStart()`. */
export function string_trimStart(s: string): string {
  return copyRange(s, leadingSpaces(s), s.length);
}

/** `s.trimEnd()`. */
export function string_trimEnd(s: string): string {
  return copyRange(s, 0, trailingEnd(s, 0));
}

// --- replacing ---

/** `s` with 32 added to or taken from the units in `[low, high]`; `s` itself when there are none. */
function shiftLetters(s: string, low: i32, high: i32, distance: i32): string {
  const n = s.length;
  let i = 0;
  while (i < n && (s.charCodeAt(i) < low || s.charCodeAt(i) > high)) i++;
  if (i === n) return s;
  const result = newString(n);
  copyUnits(s, 0, result, 0, i);
  for (; i < n; i++) {
    const unit = s.charCodeAt(i);
    setUnit(result, i, unit < low || unit > high ? unit : unit + distance);
  }
  return result;
}

/** `s.toUpperCase()` of the ASCII letters. */
export function string_toUpperCase(s: string): string {
  return shiftLetters(s, 97, 122, -32);
}

/** `s.toLowerCase()` of the ASCII letters. */
export function string_toLowerCase(s: string): string {
  return shiftLetters(s, 65, 90, 32);
}

/** `s.replaceAll(search, replacement)`, with `$$`, `$&`, `` $` `` and `$'` in the replacement. */
export function string_replaceAll(s: string, search: string, replacement: string): string {
  const m = search.length;
  let at = string_indexOf(s, search, 0);
  if (at < 0) return s;
  const plain = string_indexOf(replacement, "$", 0) < 0;
  const out = new StringBuilder();
  let copied = 0;
  while (at >= 0) {
    out.appendRange(s, copied, at);
    if (plain) out.append(replacement);
    else appendExpanded(out, s, at, m, replacement);
    copied = at + m;
    const next = m === 0 ? at + 1 : copied;
    at = next > s.length ? -1 : string_indexOf(s, search, next);
  }
  out.appendRange(s, copied, s.length);
  return out.toString();
}

/** Appends `replacement` for the match of `m` units at `at` of `s` (ECMA-262, GetSubstitution). */
function appendExpanded(out: StringBuilder, s: string, at: i32, m: i32, replacement: string): void {
  let i = 0;
  while (i < replacement.length) {
    const unit = replacement.charCodeAt(i);
    const next = unit === DOLLAR && i + 1 < replacement.length ? replacement.charCodeAt(i + 1) : 0;
    if (next === DOLLAR) out.appendCode(DOLLAR);
    else if (next === AMPERSAND) out.appendRange(s, at, at + m);
    else if (next === BACKTICK) out.appendRange(s, 0, at);
    else if (next === QUOTE) out.appendRange(s, at + m, s.length);
    else {
      out.appendCode(unit);
      i++;
      continue;
    }
    i = i + 2;
  }
}
