/**
 * UTF-8. Text without errors takes two fast passes: one that validates and measures, one that fills storage of
 * the right size and kind. The slow decoder, which reports errors, starts only where something is wrong or cut.
 *
 * Errors are CPython's: the range is the longest prefix of a well-formed sequence, or the one byte that starts none.
 */
import { arrayCopy, type bool, type i32 } from "@rts";
import { asciiStr, EMPTY, newStorage, W_Str } from "../str/wstr.ts";
import { Decoded, Decoding, Encoding } from "./codec.ts";
import { type DecodeErrorHandler, type EncodeErrorHandler, STRICT_DECODE, STRICT_ENCODE } from "./errors.ts";

const NAME = "utf-8";

/** The first byte at `start` or later that is not ASCII; `end` without one. */
export function asciiPrefix(data: Uint8Array, start: i32, end: i32): i32 {
  let i = start;
  while (i + 4 <= end && ((data[i] | data[i + 1] | data[i + 2] | data[i + 3]) & 0x80) === 0) i += 4;
  while (i < end && data[i] < 0x80) i++;
  return i;
}

/**
 * Length in bytes of the sequence at `i`, when it is well-formed; else minus what is wrong: -1 the first byte
 * starts none, -2 the second byte is wrong, -3 the third, -4 the fourth, -5 the data ends within it.
 */
function sequenceAt(data: Uint8Array, i: i32, end: i32): i32 {
  const a: i32 = data[i];
  if (a < 0x80) return 1;
  if (a < 0xc2 || a > 0xf4) return -1;
  if (i + 1 >= end) return -5;
  const b: i32 = data[i + 1];
  if ((b & 0xc0) !== 0x80) return -2;
  if (a < 0xe0) return 2;
  if (a < 0xf0) {
    if (b < 0xa0 ? a === 0xe0 : a === 0xed) return -2;
  } else if (b < 0x90 ? a === 0xf0 : a === 0xf4) return -2;
  if (i + 2 >= end) return -5;
  if ((data[i + 2] & 0xc0) !== 0x80) return -3;
  if (a < 0xf0) return 3;
  if (i + 3 >= end) return -5;
  return (data[i + 3] & 0xc0) !== 0x80 ? -4 : 4;
}

/** The code point of the well-formed sequence of `size` bytes at `i`. */
function pointAt(data: Uint8Array, i: i32, size: i32): i32 {
  const a: i32 = data[i];
  if (size === 1) return a;
  if (size === 2) return (a & 31) << 6 | (data[i + 1] & 63);
  if (size === 3) return (a & 15) << 12 | (data[i + 1] & 63) << 6 | (data[i + 2] & 63);
  return (a & 7) << 18 | (data[i + 1] & 63) << 12 | (data[i + 2] & 63) << 6 | (data[i + 3] & 63);
}

/** Decodes UTF-8. Unless `final`, an incomplete sequence at the end is left unconsumed. */
export function utf8Decode(data: Uint8Array, errors: DecodeErrorHandler, final: bool): Decoded {
  const end: i32 = data.length;
  const w_clean = decodeClean(data, 0, end);
  if (w_clean !== null) return new Decoded(w_clean, end);
  return decodeSlowly(data, errors, final);
}

/** The text of well-formed UTF-8 in `[start, end)` of `data`. Throws UnicodeDecodeFailure otherwise. */
export function utf8DecodeStrict(data: Uint8Array, start: i32, end: i32): W_Str {
  const w_clean = decodeClean(data, start, end);
  if (w_clean !== null) return w_clean;
  const part = new Uint8Array(end - start);
  arrayCopy(data, start, part, 0, end - start);
  return decodeSlowly(part, STRICT_DECODE, true).w_text;
}

function decodeClean(data: Uint8Array, start: i32, end: i32): W_Str | null {
  const prefix = asciiPrefix(data, start, end);
  if (prefix === end) {
    if (start === end) return EMPTY;
    const units = new Uint8Array(end - start);
    arrayCopy(data, start, units, 0, end - start);
    return asciiStr(units);
  }
  let count = prefix - start;
  let highest: i32 = 0;
  for (let i = prefix; i < end; count++) {
    const first: i32 = data[i];
    if (first < 0x80) {
      i++;
    } else {
      const size = sequenceAt(data, i, end);
      if (size < 0) return null;
      if (first > highest) highest = first;
      i += size;
    }
  }
  const kind = highest < 0xc4 ? 1 : highest < 0xf0 ? 2 : 4;
  const units = newStorage(kind, count);
  fill(kind, units, data, start, end);
  return new W_Str(kind, units, count, false);
}

/** Fills storage with the code points of well-formed UTF-8. */
function fill(kind: i32, units: object, data: Uint8Array, start: i32, end: i32): void {
  let at: i32 = 0;
  for (let i = start; i < end; at++) {
    const a: i32 = data[i];
    const size = a < 0x80 ? 1 : a < 0xe0 ? 2 : a < 0xf0 ? 3 : 4;
    const c = pointAt(data, i, size);
    if (kind === 1) (units as Uint8Array)[at] = c;
    else if (kind === 2) (units as Uint16Array)[at] = c;
    else (units as Int32Array)[at] = c;
    i += size;
  }
}

function decodeSlowly(input: Uint8Array, errors: DecodeErrorHandler, final: bool): Decoded {
  const run = new Decoding(NAME, input, errors, input.length);
  let data = input;
  let end: i32 = data.length;
  let i: i32 = 0;
  while (i < end) {
    const size = sequenceAt(data, i, end);
    if (size > 0) {
      run.out.append(pointAt(data, i, size));
      i += size;
      continue;
    }
    if (!final && (size === -5 || cutSurrogate(data, i, end))) break;
    if (size === -1) i = run.fail(i, i + 1, "invalid start byte");
    else if (size === -5) i = run.fail(i, end, "unexpected end of data");
    else i = run.fail(i, i - size - 1, "invalid continuation byte");
    data = run.data;
    end = data.length;
  }
  return run.done(final ? input.length : i);
}

/** The data ends after two of the three bytes of a surrogate: the third may come, for `surrogatepass`. */
function cutSurrogate(data: Uint8Array, i: i32, end: i32): bool {
  return end - i === 2 && data[i] === 0xed && data[i + 1] >= 0xa0 && data[i + 1] <= 0xbf;
}

class Utf8Encoding extends Encoding {
  override put(c: i32): bool {
    if (c >= 0x80) return false;
    this.out.append(c);
    return true;
  }
}

/** Encodes as UTF-8. Surrogates are errors, in ranges as long as they go. */
export function utf8Encode(w_text: W_Str, errors: EncodeErrorHandler): Uint8Array {
  const length = w_text.length;
  if (w_text.asciiOnly) {
    const bytes = new Uint8Array(length);
    arrayCopy(w_text.data as Uint8Array, 0, bytes, 0, length);
    return bytes;
  }
  const run = new Utf8Encoding(NAME, w_text, errors, length + (length >> 1) + 8);
  const out = run.out;
  for (let i: i32 = 0; i < length;) {
    const c = w_text.charAt(i);
    if (c < 0x80) {
      out.append(c);
      i++;
    } else if (c < 0x800) {
      out.append(0xc0 | c >> 6);
      out.append(0x80 | c & 63);
      i++;
    } else if ((c & 0x1ff800) === 0xd800) {
      let end = i + 1;
      while (end < length && (w_text.charAt(end) & 0x1ff800) === 0xd800) end++;
      i = run.fail(i, end, "surrogates not allowed");
    } else {
      if (c < 0x10000) {
        out.append(0xe0 | c >> 12);
      } else {
        out.append(0xf0 | c >> 18);
        out.append(0x80 | c >> 12 & 63);
      }
      out.append(0x80 | c >> 6 & 63);
      out.append(0x80 | c & 63);
      i++;
    }
  }
  return out.build();
}

/** UTF-8 of a text without surrogates. Throws UnicodeEncodeFailure for others. */
export function utf8EncodeStrict(w_text: W_Str): Uint8Array {
  return utf8Encode(w_text, STRICT_ENCODE);
}
