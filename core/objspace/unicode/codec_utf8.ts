/**
 * UTF-8. Text without errors takes two fast passes: one that validates and measures, one that fills storage of
 * the right size and kind. The slow decoder, which reports errors, starts only where something is wrong or cut.
 *
 * Errors are CPython's: the range is the longest prefix of a well-formed sequence, or the one byte that starts none.
 */
import { arrayCopy, type bool, type i32, MemoryError } from "@rts";
import { asciiStr, EMPTY, newStorage, unitAt, W_Str } from "../str/wstr.ts";
import { Decoded, Decoding, Encoding } from "./codec.ts";
import { type DecodeErrorHandler, type EncodeErrorHandler, STRICT_DECODE, STRICT_ENCODE } from "./errors.ts";

const NAME = "utf-8";

/** The first byte at `start` or later that is not ASCII; `end` without one. */
export function asciiPrefix(data: Uint8Array, start: i32, end: i32): i32 {
  let i = start;
  for (; i + 8 <= end; i += 8) {
    const low = data[i] | data[i + 1] | data[i + 2] | data[i + 3];
    if (((low | data[i + 4] | data[i + 5] | data[i + 6] | data[i + 7]) & 0x80) !== 0) break;
  }
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
    } else if (first < 0xe0 && first >= 0xc2 && i + 1 < end && (data[i + 1] & 0xc0) === 0x80) {
      highest = Math.max(highest, first);
      i += 2;
    } else {
      const size = sequenceAt(data, i, end);
      if (size < 0) return null;
      highest = Math.max(highest, first);
      i += size;
    }
  }
  // First bytes up to 0xc3 give code points below 0x100, those from 0xf0 on give code points above 0xffff.
  const kind = highest < 0xc4 ? 1 : highest < 0xf0 ? 2 : 4;
  const units = newStorage(kind, count);
  fill(kind, units, data, start, end);
  return new W_Str(kind, units, count, false);
}

/** Fills storage with the code points of well-formed UTF-8. */
function fill(kind: i32, units: object, data: Uint8Array, start: i32, end: i32): void {
  let at: i32 = 0;
  if (kind === 1) {
    const narrow = units as Uint8Array;
    for (let i = start; i < end; at++) {
      const a: i32 = data[i++];
      narrow[at] = a < 0x80 ? a : (a & 3) << 6 | (data[i++] & 63);
    }
  } else if (kind === 2) {
    const middle = units as Uint16Array;
    for (let i = start; i < end; at++) {
      const a: i32 = data[i];
      if (a < 0x80) {
        middle[at] = a;
        i++;
      } else if (a < 0xe0) {
        middle[at] = (a & 31) << 6 | (data[i + 1] & 63);
        i += 2;
      } else {
        middle[at] = pointAt(data, i, 3);
        i += 3;
      }
    }
  } else {
    const wide = units as Int32Array;
    for (let i = start; i < end; at++) {
      const a: i32 = data[i];
      const size = a < 0x80 ? 1 : a < 0xe0 ? 2 : a < 0xf0 ? 3 : 4;
      wide[at] = pointAt(data, i, size);
      i += size;
    }
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
  const size = encodedSize(w_text);
  if (size < 0) return encodeSlowly(w_text, errors);
  const bytes = new Uint8Array(size);
  if (w_text.asciiOnly) arrayCopy(w_text.data as Uint8Array, 0, bytes, 0, size);
  else encodeInto(w_text, bytes);
  return bytes;
}

/** Length of a text in UTF-8; -1 when it has surrogates. Throws {@link MemoryError} when that is too much. */
function encodedSize(w_text: W_Str): i32 {
  const length = w_text.length;
  if (w_text.asciiOnly) return length;
  const kind: i32 = w_text.kind, data = w_text.data;
  let more: i32 = 0;
  for (let i: i32 = 0; i < length; i++) {
    const c = unitAt(kind, data, i);
    if (c >= 0x80) {
      if ((c & 0x1ff800) === 0xd800) return -1;
      more += c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    }
  }
  if (more > 0x7fff_ff00 - length) throw new MemoryError("too many bytes");
  return length + more;
}

/** Writes the UTF-8 of a text without surrogates. */
function encodeInto(w_text: W_Str, bytes: Uint8Array): void {
  const kind: i32 = w_text.kind, data = w_text.data;
  let at: i32 = 0;
  for (let i: i32 = 0; i < w_text.length; i++) {
    const c = unitAt(kind, data, i);
    if (c < 0x80) {
      bytes[at++] = c;
    } else if (c < 0x800) {
      bytes[at] = 0xc0 | c >> 6;
      bytes[at + 1] = 0x80 | c & 63;
      at += 2;
    } else {
      if (c < 0x10000) {
        bytes[at++] = 0xe0 | c >> 12;
      } else {
        bytes[at] = 0xf0 | c >> 18;
        bytes[at + 1] = 0x80 | c >> 12 & 63;
        at += 2;
      }
      bytes[at] = 0x80 | c >> 6 & 63;
      bytes[at + 1] = 0x80 | c & 63;
      at += 2;
    }
  }
}

/** Encodes a text with surrogates: the parts between them, and what the handler gives for them. */
function encodeSlowly(w_text: W_Str, errors: EncodeErrorHandler): Uint8Array {
  const length = w_text.length;
  const run = new Utf8Encoding(NAME, w_text, errors, length + (length >> 1) + 8);
  for (let i: i32 = 0; i < length;) {
    let end = i;
    while (end < length && (w_text.charAt(end) & 0x1ff800) !== 0xd800) end++;
    const part = utf8Encode(w_text.substring(i, end), errors);
    run.out.appendBytes(part, 0, part.length);
    i = end;
    while (end < length && (w_text.charAt(end) & 0x1ff800) === 0xd800) end++;
    if (end > i) i = run.fail(i, end, "surrogates not allowed");
  }
  return run.out.build();
}

/** UTF-8 of a text without surrogates. Throws UnicodeEncodeFailure for others. */
export function utf8EncodeStrict(w_text: W_Str): Uint8Array {
  return utf8Encode(w_text, STRICT_ENCODE);
}
