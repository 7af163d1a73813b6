/**
 * The frame that all codecs share: a run of decoding or encoding with its output and its error handler.
 *
 * A codec's loop calls `fail` for what it cannot treat and goes on at the position it returns. After `fail` a
 * decoder reads `data` anew: handlers may exchange it.
 */
import type { bool, i32 } from "@rts";
import { StrBuilder } from "../str/builder.ts";
import type { W_Str } from "../str/wstr.ts";
import { ByteBuilder } from "./bytebuilder.ts";
import {
  type DecodeErrorHandler,
  type EncodeErrorHandler,
  ErrorMode,
  UnicodeDecodeFailure,
  UnicodeEncodeFailure,
} from "./errors.ts";
import { appendHex, appendXmlCharRef } from "./escapes.ts";
import { appendNameEscape } from "./names.ts";
import { decodeSurrogate, encodeSurrogate } from "./surrogates.ts";

/**
 * The result of decoding: the text, and how many bytes it stands for. That is all of the input for a final call, even
 * when an error handler exchanged it.
 */
export class Decoded {
  /** UTF-16 and UTF-32: -1 little-endian, 1 big-endian, 0 when nothing told. */
  byteOrder: i32 = 0;
  /** `unicode_escape`: where the first unknown escape stands (its backslash), or -1. */
  invalidEscape: i32 = -1;
  constructor(readonly w_text: W_Str, readonly consumed: i32) {}
}

/** A run of a decoder. */
export class Decoding {
  readonly out: StrBuilder;
  constructor(
    readonly encoding: string,
    public data: Uint8Array,
    readonly errors: DecodeErrorHandler,
    capacity: i32,
  ) {
    this.out = new StrBuilder(capacity);
  }

  /** The result, with everything before `position` consumed. */
  done(position: i32): Decoded {
    return new Decoded(this.out.build(), position);
  }

  /** Treats undecodable bytes `[start, end)`; the position to go on at. */
  fail(start: i32, end: i32, reason: string): i32 {
    const mode = this.errors.mode;
    if (mode === ErrorMode.Ignore) return end;
    if (mode === ErrorMode.Replace) {
      this.out.append(0xfffd);
      return end;
    }
    if (mode === ErrorMode.BackslashReplace) {
      for (let i = start; i < end; i++) appendHex(this.out, this.data[i]);
      return end;
    }
    if (mode === ErrorMode.SurrogateEscape) {
      const next = this.escapeBytes(start, end);
      if (next > start) return next;
    } else if (mode === ErrorMode.SurrogatePass) {
      const next = decodeSurrogate(this.encoding, this.data, start, this.out);
      if (next > start) return next;
    } else if (mode === ErrorMode.Custom) {
      const resolution = this.errors.handle(this.encoding, this.data, start, end, reason);
      this.out.appendStr(resolution.w_text);
      this.data = resolution.data;
      return resolution.position;
    }
    throw new UnicodeDecodeFailure(this.encoding, this.data, start, end, reason);
  }

  /** `surrogateescape`: up to four bytes above 0x7f as lone surrogates; where it stopped. */
  private escapeBytes(start: i32, end: i32): i32 {
    const last = Math.min(end, start + 4);
    let i = start;
    for (; i < last && this.data[i] >= 0x80; i++) this.out.append(0xdc00 + this.data[i]);
    return i;
  }
}

/** A run of an encoder. A codec's class says how one code point is encoded. */
export abstract class Encoding {
  readonly out: ByteBuilder;
  constructor(
    readonly encoding: string,
    readonly w_text: W_Str,
    readonly errors: EncodeErrorHandler,
    capacity: i32,
  ) {
    this.out = new ByteBuilder(capacity);
  }

  /** Encodes one code point of a replacement; false when the codec cannot. */
  abstract put(c: i32): bool;

  /** Bytes per unit of the codec: what bytes of a handler must come in multiples of. */
  unit(): i32 {
    return 1;
  }

  /** Where a failure of `surrogateescape` is reported that cannot treat all of `[start, end)`. */
  failureOf(start: i32, end: i32): i32 {
    let i = start;
    while (i < end && isEscapedByte(this.w_text.charAt(i))) i++;
    return i;
  }

  /** Treats code points `[start, end)` that cannot be encoded; the position to go on at. */
  fail(start: i32, end: i32, reason: string): i32 {
    const mode = this.errors.mode;
    if (mode === ErrorMode.Ignore) return end;
    if (mode === ErrorMode.SurrogateEscape) {
      const wrong = this.unescapeBytes(start, end);
      if (wrong === end) return end;
      throw new UnicodeEncodeFailure(this.encoding, this.w_text, wrong, end, reason);
    } else if (mode === ErrorMode.SurrogatePass) {
      if (encodeSurrogate(this.encoding, this.w_text, start, end, this.out)) return end;
    } else if (mode === ErrorMode.Custom) {
      return this.custom(start, end, reason);
    } else if (mode !== ErrorMode.Strict) {
      const text = replacementText(mode, this.w_text, start, end);
      if (this.putAll(text)) return end;
    }
    throw new UnicodeEncodeFailure(this.encoding, this.w_text, start, end, reason);
  }

  private custom(start: i32, end: i32, reason: string): i32 {
    const resolution = this.errors.handle(this.encoding, this.w_text, start, end, reason);
    const bytes = resolution.bytes;
    if (bytes !== null) {
      if (bytes.length % this.unit() === 0) {
        this.out.appendBytes(bytes, 0, bytes.length);
        return resolution.position;
      }
    } else {
      const w_replacement = resolution.w_text;
      if (w_replacement !== null && this.putAll(w_replacement)) return resolution.position;
    }
    throw new UnicodeEncodeFailure(this.encoding, this.w_text, start, end, reason);
  }

  private putAll(w_text: W_Str): bool {
    for (let i = 0; i < w_text.length; i++) {
      if (!this.put(w_text.charAt(i))) return false;
    }
    return true;
  }

  /**
   * `surrogateescape`: lone surrogates of {@link Decoding.fail} as the bytes they were. The result is `end`, or where
   * the failure is.
   */
  private unescapeBytes(start: i32, end: i32): i32 {
    if (this.unit() !== 1) return start;
    for (let i = start; i < end; i++) {
      if (!isEscapedByte(this.w_text.charAt(i))) return this.failureOf(start, end);
    }
    for (let i = start; i < end; i++) this.out.append(this.w_text.charAt(i) - 0xdc00);
    return end;
  }
}

/** What `replace` and the handlers that escape give as text for code points `[start, end)`. */
export function replacementText(mode: ErrorMode, w_text: W_Str, start: i32, end: i32): W_Str {
  const text = new StrBuilder();
  for (let i = start; i < end; i++) {
    const c = w_text.charAt(i);
    if (mode === ErrorMode.Replace) text.append(0x3f);
    else if (mode === ErrorMode.XmlCharRefReplace) appendXmlCharRef(text, c);
    else if (mode === ErrorMode.NameReplace) appendNameEscape(text, c);
    else appendHex(text, c);
  }
  return text.build();
}

/** Tells whether `surrogateescape` made this code point of a byte. */
export function isEscapedByte(c: i32): bool {
  return c >= 0xdc80 && c <= 0xdcff;
}
