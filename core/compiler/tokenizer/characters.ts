/**
 * Classes of characters, as the tokenizer asks for them, and how text in UTF-16 relates to its UTF-8 form.
 *
 * Source that is not valid UTF-8 still has to be read up to the place where that matters (never, inside of a
 * comment). Such a byte stands in the text as a lone low surrogate U+DC80 to U+DCFF and counts as one byte.
 */

import { continuesIdentifier, startsIdentifier } from "./unicode.ts";

const START = 1;
const DIGIT = 2;
const HEX = 4;

const CLASSES = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const text = String.fromCharCode(c);
  if (/[A-Za-z_]/.test(text)) CLASSES[c]! |= START;
  if (/[0-9]/.test(text)) CLASSES[c]! |= DIGIT;
  if (/[0-9A-Fa-f]/.test(text)) CLASSES[c]! |= HEX;
}

/** Whether an identifier may start with `c`, going by its first byte only. */
export function isIdentifierStart(c: number): boolean {
  return c < 128 ? (CLASSES[c]! & START) !== 0 : c >= 128;
}

/** Whether an identifier may go on with `c`, going by its first byte only. */
export function isIdentifierPart(c: number): boolean {
  return c < 128 ? (CLASSES[c]! & (START | DIGIT)) !== 0 : c >= 128;
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

export function isHexDigit(c: number): boolean {
  return c < 128 && (CLASSES[c]! & HEX) !== 0;
}

/** Whether `c` stands for a byte that is not valid UTF-8, when it is no second half of a surrogate pair. */
export function isEscapedByte(c: number): boolean {
  return c >= 0xdc80 && c <= 0xdcff;
}

/** The number of bytes that `text[from..to)` takes in UTF-8. */
export function utf8Length(text: string, from: number, to: number): number {
  let bytes = to - from;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) continue;
    if (c < 0x800) bytes += 1;
    else if (c < 0xd800 || c > 0xdfff) bytes += 2;
    else if (c < 0xdc00) {
      // A pair takes four bytes and two units.
      bytes += 2;
      i++;
    }
  }
  return bytes;
}

/** The number of code points in `text[from..to)`. */
export function codePointLength(text: string, from: number, to: number): number {
  let n = to - from;
  for (let i = from; i + 1 < to; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xd800 && c < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      n--;
      i++;
    }
  }
  return n;
}

/** The number of code points that start in the first `bytes` bytes of `text`'s UTF-8 form. */
export function codePointsInBytes(text: string, bytes: number): number {
  let n = 0;
  for (let i = 0; i < text.length && bytes > 0; n++) {
    const c = text.codePointAt(i)!;
    bytes -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? (isEscapedByte(c) ? 1 : 3) : 4;
    i += c > 0xffff ? 2 : 1;
  }
  return n;
}

/**
 * The index of the first code point of `text` that makes it no identifier, in UTF-16 units, or -1. `text` holds no
 * ASCII character that could be the culprit.
 */
export function invalidIdentifierIndex(text: string): number {
  for (let i = 0; i < text.length;) {
    const c = text.codePointAt(i)!;
    if (!(i === 0 ? startsIdentifier(c) : continuesIdentifier(c))) return i;
    i += c > 0xffff ? 2 : 1;
  }
  return -1;
}
