/** Bytes as hexadecimal digits, and back. */
import type { i32 } from "@rts";
import { asciiStr, type W_Str } from "../str/wstr.ts";
import { isSpaceByte } from "./ascii.ts";
import { hexDigit, hexValue } from "../unicode/escapes.ts";

/**
 * The digits of `length` bytes. With a separator (a character; -1 is none) it stands between groups of `group` bytes,
 * counted from the right, or from the left where `group` is negative.
 */
export function hexText(data: Uint8Array, start: i32, length: i32, separator: i32, group: i32): W_Str {
  const size = Math.abs(group);
  const isPlain = separator < 0 || size === 0 || size >= length;
  const gaps: i32 = isPlain ? 0 : ((length - 1) / size) | 0;
  const out = new Uint8Array(2 * length + gaps);
  let at: i32 = 0;
  for (let i: i32 = 0; i < length; i++) {
    if (gaps > 0 && i > 0 && (group > 0 ? length - i : i) % size === 0) out[at++] = separator;
    const byte: i32 = data[start + i];
    out[at++] = hexDigit(byte >> 4);
    out[at++] = hexDigit(byte & 15);
  }
  return asciiStr(out);
}

/** The bytes that a text spells, white space between them left out. */
export class HexBytes {
  /** Where the text is wrong, or -1. */
  wrongAt: i32 = -1;
  readonly data: Uint8Array;
  length: i32 = 0;

  constructor(w_text: W_Str) {
    this.data = new Uint8Array((w_text.length >> 1) + 1);
    const end = w_text.length;
    for (let i: i32 = 0; i < end;) {
      const c = w_text.charAt(i);
      if (c < 128 && isSpaceByte(c)) {
        i++;
        continue;
      }
      const high = digitAt(w_text, i), low = digitAt(w_text, i + 1);
      if (high < 0 || low < 0) {
        this.wrongAt = high < 0 ? i : i + 1;
        return;
      }
      this.data[this.length++] = high << 4 | low;
      i += 2;
    }
  }
}

function digitAt(w_text: W_Str, i: i32): i32 {
  return i < w_text.length ? hexValue(w_text.charAt(i)) : -1;
}
