/**
 * `unicode_escape` and `raw_unicode_escape`: Latin-1 with escapes. Unless `final`, an escape that is cut at the end
 * is left unconsumed.
 */
import type { bool, i32 } from "@rts";
import type { W_Str } from "../str/wstr.ts";
import { ByteBuilder } from "./bytebuilder.ts";
import { type Decoded, Decoding } from "./codec.ts";
import type { DecodeErrorHandler } from "./errors.ts";
import { hexDigit, hexValue } from "./escapes.ts";
import { codeOfName } from "./names.ts";

/** Letters that escape one code point, and what they stand for. */
const SIMPLE: Int32Array = new Int32Array(128).fill(-1);
for (
  const [letter, c] of Object.entries({
    "\\": 92,
    "'": 39,
    '"': 34,
    b: 8,
    f: 12,
    t: 9,
    n: 10,
    r: 13,
    v: 11,
    a: 7,
  })
) {
  SIMPLE[letter.charCodeAt(0)] = c;
}

/** What reading an escape found beside a code point. */
const enum Found {
  /** The data ends within the escape. */
  Cut = -1,
  /** The escape is wrong. */
  Wrong = -2,
  /** The escape stands for no code point. */
  Nothing = -3,
}

/** Reads the part of an escape behind its letter. After that `end` is where reading stopped. */
class EscapeReader {
  end: i32 = 0;
  reason: string = "";

  /** `digits` hexadecimal digits at `start`. */
  hex(data: Uint8Array, start: i32, digits: i32, truncated: string, outOfRange: string): i32 {
    let value: i32 = 0;
    this.reason = truncated;
    for (let i = start; i < start + digits; i++) {
      this.end = i;
      if (i >= data.length) return Found.Cut;
      const digit = hexValue(data[i]);
      if (digit < 0) return Found.Wrong;
      // Stays out of range once it is, and never overflows.
      value = value >= 0x110000 ? value : value << 4 | digit;
    }
    this.end = start + digits;
    if (value < 0x110000) return value;
    this.reason = outOfRange;
    return Found.Wrong;
  }

  /** `{NAME}` at `start`. */
  name(data: Uint8Array, start: i32): i32 {
    this.reason = "malformed \\N character escape";
    this.end = start;
    if (start >= data.length) return Found.Cut;
    if (data[start] !== 0x7b) return Found.Wrong;
    let i = start + 1;
    let name = "";
    for (; i < data.length && data[i] !== 0x7d; i++) name += String.fromCharCode(data[i]);
    this.end = i;
    if (i >= data.length) return Found.Cut;
    if (i === start + 1) return Found.Wrong;
    this.end = i + 1;
    const c = codeOfName(name);
    if (c >= 0) return c;
    this.reason = "unknown Unicode character name";
    return Found.Wrong;
  }

  /** Up to three octal digits, of which the first stands at `start`. */
  octal(data: Uint8Array, start: i32): i32 {
    let value: i32 = 0;
    let i = start;
    for (; i < start + 3 && i < data.length && data[i] >= 48 && data[i] <= 55; i++) {
      value = value << 3 | data[i] - 48;
    }
    this.end = i;
    return value;
  }
}

/** Decodes `unicode_escape`. {@link Decoded.invalidEscape} tells of escapes to warn of. */
export function unicodeEscapeDecode(input: Uint8Array, errors: DecodeErrorHandler, final: bool): Decoded {
  const run = new Decoding("unicodeescape", input, errors, input.length);
  const reader = new EscapeReader();
  let invalid: i32 = -1;
  for (let i: i32 = 0; i < run.data.length;) {
    const data = run.data;
    if (data[i] !== 0x5c) {
      run.out.append(data[i++]);
      continue;
    }
    const letter: i32 = i + 1 < data.length ? data[i + 1] : -1;
    const c = readEscape(reader, data, i, letter);
    if (c >= 0) {
      run.out.append(c);
      // An unknown escape stands for itself: its backslash, and the letter in the next turn.
      if (c === 0x5c && letter !== 0x5c && reader.end === i + 1 && invalid < 0) invalid = i;
      i = reader.end;
    } else if (c === Found.Nothing) {
      i = reader.end;
    } else {
      if (c === Found.Cut && !final) return finished(run, i, invalid);
      i = run.fail(i, reader.end, reader.reason);
    }
  }
  return finished(run, input.length, invalid);
}

function finished(run: Decoding, consumed: i32, invalidEscape: i32): Decoded {
  const decoded = run.done(consumed);
  decoded.invalidEscape = invalidEscape;
  return decoded;
}

/** Reads the escape at `i`; for an unknown one the backslash alone. */
function readEscape(reader: EscapeReader, data: Uint8Array, i: i32, letter: i32): i32 {
  const start = i + 2;
  reader.end = start;
  const simple: i32 = letter >= 0 && letter < 128 ? SIMPLE[letter] : -1;
  if (simple >= 0) return simple;
  switch (letter) {
    case -1:
      reader.end = i + 1;
      reader.reason = "\\ at end of string";
      return Found.Cut;
    case 0x78:
      return reader.hex(data, start, 2, "truncated \\xXX escape", "");
    case 0x75:
      return reader.hex(data, start, 4, "truncated \\uXXXX escape", "");
    case 0x55:
      return reader.hex(data, start, 8, "truncated \\UXXXXXXXX escape", "illegal Unicode character");
    case 0x4e:
      return reader.name(data, start);
    case 10:
      return Found.Nothing;
    default:
      if (letter >= 48 && letter <= 55) return reader.octal(data, i + 1);
      reader.end = i + 1;
      return 0x5c;
  }
}

/** Decodes `raw_unicode_escape`: only `\u` and `\U` are escapes. */
export function rawUnicodeEscapeDecode(input: Uint8Array, errors: DecodeErrorHandler, final: bool): Decoded {
  const run = new Decoding("rawunicodeescape", input, errors, input.length);
  const reader = new EscapeReader();
  let data = input;
  let i: i32 = 0;
  while (i < data.length) {
    const isLast = i + 1 >= data.length;
    if (data[i] !== 0x5c || (isLast && final)) {
      run.out.append(data[i++]);
      continue;
    }
    if (isLast) return run.done(i);
    const letter: i32 = data[i + 1];
    if (letter !== 0x75 && letter !== 0x55) {
      run.out.append(0x5c);
      run.out.append(letter);
      i += 2;
      continue;
    }
    const c = letter === 0x75
      ? reader.hex(data, i + 2, 4, "truncated \\uXXXX escape", "")
      : reader.hex(data, i + 2, 8, "truncated \\UXXXXXXXX escape", "\\Uxxxxxxxx out of range");
    if (c >= 0) {
      run.out.append(c);
      i = reader.end;
    } else {
      if (c === Found.Cut && !final) return run.done(i);
      i = run.fail(i, reader.end, reader.reason);
      data = run.data;
    }
  }
  return run.done(input.length);
}

/** Appends a letter escape with its hexadecimal digits. */
function appendEscape(out: ByteBuilder, c: i32): void {
  const digits: i32 = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  out.append(0x5c);
  out.append(digits === 2 ? 0x78 : digits === 4 ? 0x75 : 0x55);
  for (let shift = 4 * (digits - 1); shift >= 0; shift -= 4) out.append(hexDigit(c >> shift & 15));
}

/** Encodes as `unicode_escape`, which takes all texts. */
export function unicodeEscapeEncode(w_text: W_Str): Uint8Array {
  const out = new ByteBuilder(w_text.length + 8);
  for (let i: i32 = 0; i < w_text.length; i++) {
    const c = w_text.charAt(i);
    const short: i32 = c === 9 ? 0x74 : c === 10 ? 0x6e : c === 13 ? 0x72 : c === 0x5c ? 0x5c : 0;
    if (short !== 0) {
      out.append(0x5c);
      out.append(short);
    } else if (c >= 0x20 && c < 0x7f) out.append(c);
    else appendEscape(out, c);
  }
  return out.build();
}

/** Encodes as `raw_unicode_escape`, which takes all texts. */
export function rawUnicodeEscapeEncode(w_text: W_Str): Uint8Array {
  const out = new ByteBuilder(w_text.length + 8);
  for (let i: i32 = 0; i < w_text.length; i++) {
    const c = w_text.charAt(i);
    if (c < 0x100) out.append(c);
    else appendEscape(out, c);
  }
  return out.build();
}
