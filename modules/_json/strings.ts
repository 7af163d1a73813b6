/** Strings of JSON: reading their escapes and writing them. */
import type { i32 } from "@rts";
import { type OperationError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { unitAt, W_Str } from "../../core/objspace/str/wstr.ts";
import { decodeError } from "./errors.ts";

const QUOTE: i32 = 34;
const BACKSLASH: i32 = 92;
const LOWER_U: i32 = 117;

/** A string that was read: the text, and the place behind its closing quote. */
export class StringReader {
  end: i32 = 0;
  private readonly w_text: W_Str;
  private readonly strict: boolean;

  constructor(w_text: W_Str, strict: boolean) {
    this.w_text = w_text;
    this.strict = strict;
  }

  /** Reads the string whose first character stands at `start`. Throws ValueError, JSONDecodeError. */
  read(start: i32): W_Str {
    const w_text = this.w_text;
    if (start < 0 || start > w_text.length) throw valueError("end is out of bounds");
    const next = this.findSpecial(start, start - 1);
    if (w_text.charAt(next) === QUOTE) {
      this.end = next + 1;
      return w_text.substring(start, next);
    }
    return this.readEscaped(start, next);
  }

  /** The place of the next quote or backslash; the string began at `begin`. */
  private findSpecial(from: i32, begin: i32): i32 {
    const w_text = this.w_text;
    const kind: i32 = w_text.kind;
    const data = w_text.data;
    const length = w_text.length;
    for (let at = from; at < length; at++) {
      const c = unitAt(kind, data, at);
      if (c === QUOTE || c === BACKSLASH) return at;
      if (c <= 0x1f && this.strict) throw decodeError("Invalid control character at", w_text, at);
    }
    throw this.unterminated(begin);
  }

  private unterminated(begin: i32): OperationError {
    return decodeError("Unterminated string starting at", this.w_text, begin);
  }

  private readEscaped(start: i32, first: i32): W_Str {
    const w_text = this.w_text;
    const out = new StrBuilder();
    let from = start;
    let at = first;
    for (;;) {
      out.appendSubstring(w_text, from, at);
      if (w_text.charAt(at) === QUOTE) {
        this.end = at + 1;
        return out.build();
      }
      if (at + 1 === w_text.length) throw this.unterminated(start - 1);
      out.append(this.escape(at + 1));
      from = this.end;
      at = this.findSpecial(from, start - 1);
    }
  }

  /** The character that the escape at `at` (behind the backslash) stands for; `end` is behind it. */
  private escape(at: i32): i32 {
    const c = this.w_text.charAt(at);
    if (c === LOWER_U) return this.unicodeEscape(at + 1);
    this.end = at + 1;
    switch (c) {
      case QUOTE:
      case BACKSLASH:
      case 47:
        return c;
      case 98:
        return 8;
      case 102:
        return 12;
      case 110:
        return 10;
      case 114:
        return 13;
      case 116:
        return 9;
      default:
        throw decodeError("Invalid \\escape", this.w_text, at - 1);
    }
  }

  private unicodeEscape(at: i32): i32 {
    const w_text = this.w_text;
    this.end = at + 4;
    if (this.end >= w_text.length) throw decodeError("Invalid \\uXXXX escape", w_text, at - 1);
    const c = this.fourDigits(at);
    const isHigh = c >= 0xd800 && c < 0xdc00;
    if (!isHigh || this.end + 6 >= w_text.length) return c;
    if (w_text.charAt(this.end) !== BACKSLASH || w_text.charAt(this.end + 1) !== LOWER_U) return c;
    const low = this.fourDigits(this.end + 2);
    if (low < 0xdc00 || low > 0xdfff) return c;
    this.end += 6;
    return 0x10000 + ((c & 0x3ff) << 10) + (low & 0x3ff);
  }

  private fourDigits(at: i32): i32 {
    let value: i32 = 0;
    for (let i = at; i < at + 4; i++) {
      const digit = hexDigit(this.w_text.charAt(i));
      if (digit < 0) throw decodeError("Invalid \\uXXXX escape", this.w_text, at - 1);
      value = value << 4 | digit;
    }
    return value;
  }
}

function hexDigit(c: i32): i32 {
  if (c >= 48 && c <= 57) return c - 48;
  const lower = c | 32;
  return c < 128 && lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

// --- writing ---

const HEX = "0123456789abcdef";

/** Appends a string with its quotes; with `ascii`, all but ASCII is escaped. */
export function appendString(out: StrBuilder, w_text: W_Str, ascii: boolean): void {
  out.append(QUOTE);
  const kind: i32 = w_text.kind;
  const data = w_text.data;
  const length = w_text.length;
  const limit: i32 = ascii ? 0x7e : 0x10ffff;
  let from: i32 = 0;
  for (let i: i32 = 0; i < length; i++) {
    const c = unitAt(kind, data, i);
    if (c >= 32 && c <= limit && c !== QUOTE && c !== BACKSLASH) continue;
    out.appendSubstring(w_text, from, i);
    appendEscape(out, c);
    from = i + 1;
  }
  out.appendSubstring(w_text, from, length);
  out.append(QUOTE);
}

/** The letter of a short escape; 0 when there is none. */
function shortEscape(c: i32): i32 {
  switch (c) {
    case QUOTE:
    case BACKSLASH:
      return c;
    case 8:
      return 98;
    case 9:
      return 116;
    case 10:
      return 110;
    case 12:
      return 102;
    case 13:
      return 114;
    default:
      return 0;
  }
}

function appendEscape(out: StrBuilder, c: i32): void {
  const letter = shortEscape(c);
  if (letter !== 0) {
    out.append(BACKSLASH);
    out.append(letter);
  } else if (c < 0x10000) {
    appendUnit(out, c);
  } else {
    appendUnit(out, 0xd7c0 + (c >> 10));
    appendUnit(out, 0xdc00 + (c & 0x3ff));
  }
}

function appendUnit(out: StrBuilder, unit: i32): void {
  out.append(BACKSLASH);
  out.append(LOWER_U);
  for (let shift: i32 = 12; shift >= 0; shift -= 4) out.append(HEX.charCodeAt((unit >> shift) & 15));
}

/** The text of a string of JSON. Throws TypeError. */
function encoded(w_text: W_Root, ascii: boolean): W_Root {
  if (!(w_text instanceof W_Str)) throw typeError(`first argument must be a string, not ${typeName(w_text)}`);
  const out = new StrBuilder(w_text.length + 2);
  appendString(out, w_text, ascii);
  return out.build();
}

export function encodeBasestring(w_text: W_Root): W_Root {
  return encoded(w_text, false);
}
export function encodeBasestringAscii(w_text: W_Root): W_Root {
  return encoded(w_text, true);
}
