/** Escapes in byte strings, as in literals: `_codecs.escape_decode` and `escape_encode`. */
import { Exception, type i32 } from "@rts";
import { ByteBuilder } from "../../core/objspace/unicode/bytebuilder.ts";
import { hexDigit, hexValue } from "../../core/objspace/unicode/escapes.ts";

/** What Python reports as ValueError. */
export class EscapeFailure extends Exception {}

/** The bytes of a text with escapes. */
export class Unescaped {
  /** `invalidEscape`: where the first unknown escape's letter stands, or -1. */
  constructor(readonly bytes: Uint8Array, readonly invalidEscape: i32) {}
}

/** Letters of simple escapes, and the bytes they stand for. */
const LETTERS: string = "\\'\"bftnrva";
const VALUES: i32[] = [0x5c, 0x27, 0x22, 8, 12, 9, 10, 13, 11, 7];

/** Replaces escapes. `errors` (strict, replace, ignore) is for wrong `\x` escapes. Throws {@link EscapeFailure}. */
export function escapeDecode(data: Uint8Array, errors: string): Unescaped {
  const out = new ByteBuilder(data.length);
  const end: i32 = data.length;
  let invalid: i32 = -1;
  for (let i: i32 = 0; i < end;) {
    if (data[i] !== 0x5c) {
      out.append(data[i++]);
      continue;
    }
    if (i + 1 === end) throw new EscapeFailure("Trailing \\ in string");
    const letter: i32 = data[i + 1];
    i += 2;
    const simple: i32 = LETTERS.indexOf(String.fromCharCode(letter));
    if (simple >= 0) {
      out.append(VALUES[simple]);
    } else if (letter >= 48 && letter <= 55) {
      i = octal(data, i - 1, out);
    } else if (letter === 0x78) {
      i = hexByte(data, i, errors, out);
    } else if (letter !== 10) {
      if (invalid < 0) invalid = i - 1;
      out.append(0x5c);
      i--;
    }
  }
  return new Unescaped(out.build(), invalid);
}

/** Up to three octal digits from `start` on; where they end. */
function octal(data: Uint8Array, start: i32, out: ByteBuilder): i32 {
  let value: i32 = 0;
  let i = start;
  for (; i < start + 3 && i < data.length && data[i] >= 48 && data[i] <= 55; i++) {
    value = value << 3 | data[i] - 48;
  }
  out.append(value & 0xff);
  return i;
}

/** The two digits of a `\x` escape at `start`; where reading goes on. */
function hexByte(data: Uint8Array, start: i32, errors: string, out: ByteBuilder): i32 {
  const high = start < data.length ? hexValue(data[start]) : -1;
  const low = start + 1 < data.length ? hexValue(data[start + 1]) : -1;
  if (high >= 0 && low >= 0) {
    out.append(high << 4 | low);
    return start + 2;
  }
  if (errors === "strict") throw new EscapeFailure(`invalid \\x escape at position ${start - 2}`);
  if (errors === "replace") out.append(0x3f);
  else if (errors !== "ignore") {
    throw new EscapeFailure(`decoding error; unknown error handling code: ${errors}`);
  }
  return high >= 0 ? start + 1 : start;
}

/** Escapes backslashes, single quotes and what is not printable ASCII. */
export function escapeEncode(data: Uint8Array): Uint8Array {
  const out = new ByteBuilder(data.length + 8);
  for (let i: i32 = 0; i < data.length; i++) {
    const byte: i32 = data[i];
    const short: i32 = byte === 0x5c || byte === 0x27
      ? byte
      : byte === 9
      ? 0x74
      : byte === 10
      ? 0x6e
      : byte === 13
      ? 0x72
      : 0;
    if (short !== 0) {
      out.append(0x5c);
      out.append(short);
    } else if (byte >= 0x20 && byte < 0x7f) {
      out.append(byte);
    } else {
      out.append(0x5c);
      out.append(0x78);
      out.append(hexDigit(byte >> 4));
      out.append(hexDigit(byte & 15));
    }
  }
  return out.build();
}
