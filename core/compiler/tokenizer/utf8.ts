/**
 * UTF-8 where `TextDecoder` does not suffice: decoding that keeps invalid bytes (as lone surrogates U+DC80 to
 * U+DCFF), and the wording of what is wrong with them.
 */
import { isEscapedByte } from "./characters.ts";

/** The place and reason of the first error of a UTF-8 text. `end` is exclusive. */
export interface Utf8Error {
  start: number;
  end: number;
  reason: string;
}

/** The length of the sequence that a byte starts; 0 if it starts none. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  if (first >= 0xf0 && first < 0xf5) return 4;
  return 0;
}

/** Whether `second` may follow `first`, which excludes overlong forms, surrogates and what is beyond U+10FFFF. */
function validSecond(first: number, second: number): boolean {
  if ((second & 0xc0) !== 0x80) return false;
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  if (first === 0xf4) return second < 0x90;
  return true;
}

/** The error at `start`, where a valid sequence of `length` bytes was looked for, or null. */
function sequenceError(bytes: Uint8Array, start: number): Utf8Error | null {
  const length = sequenceLength(bytes[start]!);
  if (length === 0) return { start, end: start + 1, reason: "invalid start byte" };
  for (let k = 1; k < length; k++) {
    const at = start + k;
    if (at >= bytes.length) return { start, end: bytes.length, reason: "unexpected end of data" };
    const ok = k === 1 ? validSecond(bytes[start]!, bytes[at]!) : (bytes[at]! & 0xc0) === 0x80;
    if (!ok) return { start, end: at, reason: "invalid continuation byte" };
  }
  return null;
}

/** The first error of `bytes` as UTF-8, or null. */
export function findUtf8Error(bytes: Uint8Array): Utf8Error | null {
  for (let i = 0; i < bytes.length; i += sequenceLength(bytes[i]!)) {
    const error = sequenceError(bytes, i);
    if (error !== null) return error;
  }
  return null;
}

/** What `UnicodeDecodeError` says of an error. */
export function decodeErrorMessage(codec: string, bytes: Uint8Array, error: Utf8Error): string {
  const what = error.end === error.start + 1
    ? `byte 0x${bytes[error.start]!.toString(16).padStart(2, "0")} in position ${error.start}`
    : `bytes in position ${error.start}-${error.end - 1}`;
  return `'${codec}' codec can't decode ${what}: ${error.reason}`;
}

/** Decodes UTF-8; a byte that is not part of a valid sequence becomes a lone surrogate. */
export function decodeUtf8Keeping(bytes: Uint8Array): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  let valid = 0;
  for (let i = 0; i < bytes.length;) {
    if (sequenceError(bytes, i) === null) {
      i += sequenceLength(bytes[i]!);
      continue;
    }
    text += decoder.decode(bytes.subarray(valid, i)) + String.fromCharCode(0xdc00 + bytes[i]!);
    valid = ++i;
  }
  return text + decoder.decode(bytes.subarray(valid));
}

/** The bytes that `text` was decoded from by {@link decodeUtf8Keeping}. */
export function encodeUtf8Keeping(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (text.isWellFormed()) return encoder.encode(text);
  const parts: number[] = [];
  for (const character of text) {
    const c = character.charCodeAt(0);
    if (character.length === 1 && isEscapedByte(c)) parts.push(c & 0xff);
    else parts.push(...encoder.encode(character));
  }
  return Uint8Array.from(parts);
}

/** `text` as it is shown: with replacement characters for invalid bytes. */
export function displayText(text: string): string {
  return text.isWellFormed()
    ? text
    : new TextDecoder("utf-8", { ignoreBOM: true }).decode(encodeUtf8Keeping(text));
}

/** What `UnicodeDecodeError` says of the first invalid byte in `text`. */
export function describeInvalidUtf8(text: string): string {
  const bytes = encodeUtf8Keeping(text);
  const error = findUtf8Error(bytes);
  return error === null ? "" : decodeErrorMessage("utf-8", bytes, error);
}
