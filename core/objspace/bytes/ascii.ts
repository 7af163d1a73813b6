/** Bytes as ASCII characters: classes, tests of all bytes of a range, changes of case. Other bytes are nothing of these. */
import type { bool, i32 } from "@rts";

const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
const SPACE = 8;

/** Class bits of each byte. */
const CLASSES: Uint8Array = new Uint8Array(256);
for (let c = 0; c < 26; c++) {
  CLASSES[0x61 + c] = LOWER;
  CLASSES[0x41 + c] = UPPER;
}
for (let c = 0x30; c <= 0x39; c++) CLASSES[c] = DIGIT;
for (const c of [9, 10, 11, 12, 13, 32]) CLASSES[c] = SPACE;

/** White space: blank, tab, line feed, vertical tab, form feed, carriage return. */
export function isSpaceByte(byte: i32): bool {
  return CLASSES[byte] === SPACE;
}

/** There are bytes, and all have one of the classes. */
function allOf(data: Uint8Array, start: i32, end: i32, classes: i32): bool {
  for (let i = start; i < end; i++) if ((CLASSES[data[i]] & classes) === 0) return false;
  return end > start;
}

export function isAlnumBytes(data: Uint8Array, start: i32, end: i32): bool {
  return allOf(data, start, end, LOWER | UPPER | DIGIT);
}
export function isAlphaBytes(data: Uint8Array, start: i32, end: i32): bool {
  return allOf(data, start, end, LOWER | UPPER);
}
export function isDigitBytes(data: Uint8Array, start: i32, end: i32): bool {
  return allOf(data, start, end, DIGIT);
}
export function isSpaceBytes(data: Uint8Array, start: i32, end: i32): bool {
  return allOf(data, start, end, SPACE);
}
export function isAsciiBytes(data: Uint8Array, start: i32, end: i32): bool {
  for (let i = start; i < end; i++) if (data[i] >= 0x80) return false;
  return true;
}

/** Letters are there, and none of the other case. */
function allCased(data: Uint8Array, start: i32, end: i32, wanted: i32, other: i32): bool {
  let found = false;
  for (let i = start; i < end; i++) {
    const kind: i32 = CLASSES[data[i]];
    if (kind === other) return false;
    if (kind === wanted) found = true;
  }
  return found;
}
export function isLowerBytes(data: Uint8Array, start: i32, end: i32): bool {
  return allCased(data, start, end, LOWER, UPPER);
}
export function isUpperBytes(data: Uint8Array, start: i32, end: i32): bool {
  return allCased(data, start, end, UPPER, LOWER);
}

/** Upper case only where a word begins, lower case only within one. */
export function isTitleBytes(data: Uint8Array, start: i32, end: i32): bool {
  let found = false;
  let inWord = false;
  for (let i = start; i < end; i++) {
    const kind: i32 = CLASSES[data[i]];
    const isLetter = (kind & (LOWER | UPPER)) !== 0;
    if (isLetter) {
      if ((kind === LOWER) !== inWord) return false;
      found = true;
    }
    inWord = isLetter;
  }
  return found;
}

export function upperBytes(data: Uint8Array, start: i32, end: i32): Uint8Array {
  return changed(data, start, end, LOWER);
}
export function lowerBytes(data: Uint8Array, start: i32, end: i32): Uint8Array {
  return changed(data, start, end, UPPER);
}
export function swapcaseBytes(data: Uint8Array, start: i32, end: i32): Uint8Array {
  return changed(data, start, end, LOWER | UPPER);
}

/** A copy with the letters of some classes in the other case. */
function changed(data: Uint8Array, start: i32, end: i32, classes: i32): Uint8Array {
  const out = new Uint8Array(end - start);
  for (let i = start; i < end; i++) {
    const byte: i32 = data[i];
    out[i - start] = (CLASSES[byte] & classes) !== 0 ? byte ^ 0x20 : byte;
  }
  return out;
}

export function capitalizeBytes(data: Uint8Array, start: i32, end: i32): Uint8Array {
  const out = lowerBytes(data, start, end);
  if (out.length > 0 && CLASSES[out[0]] === LOWER) out[0] = out[0] ^ 0x20;
  return out;
}

export function titleBytes(data: Uint8Array, start: i32, end: i32): Uint8Array {
  const out = lowerBytes(data, start, end);
  let inWord = false;
  for (let i: i32 = 0; i < out.length; i++) {
    const isLetter = CLASSES[out[i]] === LOWER;
    if (isLetter && !inWord) out[i] = out[i] ^ 0x20;
    inWord = isLetter;
  }
  return out;
}
