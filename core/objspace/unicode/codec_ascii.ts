/** ASCII and Latin-1. */
import { arrayCopy, type bool, type i32 } from "@rts";
import { adoptStr, asciiStr, EMPTY, type W_Str } from "../str/wstr.ts";
import { Decoded, Decoding, Encoding } from "./codec.ts";
import { asciiPrefix } from "./codec_utf8.ts";
import type { DecodeErrorHandler, EncodeErrorHandler } from "./errors.ts";

function copyBytes(data: Uint8Array): Uint8Array {
  const units = new Uint8Array(data.length);
  arrayCopy(data, 0, units, 0, data.length);
  return units;
}

/** Decodes ASCII. */
export function asciiDecode(input: Uint8Array, errors: DecodeErrorHandler): Decoded {
  let data = input;
  let end: i32 = data.length;
  let i = asciiPrefix(data, 0, end);
  if (i === end) return new Decoded(asciiStr(copyBytes(data)), end);
  const run = new Decoding("ascii", data, errors, end);
  run.out.appendUnits(1, data, 0, i, 0x7f);
  while (i < end) {
    if (data[i] < 0x80) {
      const next = asciiPrefix(data, i, end);
      run.out.appendUnits(1, data, i, next, 0x7f);
      i = next;
    } else {
      i = run.fail(i, i + 1, "ordinal not in range(128)");
      data = run.data;
      end = data.length;
    }
  }
  return run.done(input.length);
}

/** Decodes Latin-1: each byte is a code point. */
export function latin1Decode(data: Uint8Array): Decoded {
  const length: i32 = data.length;
  if (length === 0) return new Decoded(EMPTY, 0);
  return new Decoded(adoptStr(1, copyBytes(data), length), length);
}

class ByteEncoding extends Encoding {
  constructor(
    encoding: string,
    w_text: W_Str,
    errors: EncodeErrorHandler,
    private readonly limit: i32,
  ) {
    super(encoding, w_text, errors, w_text.length);
  }
  override put(c: i32): bool {
    if (c >= this.limit) return false;
    this.out.append(c);
    return true;
  }
}

function encodeBytes(w_text: W_Str, run: ByteEncoding, limit: i32, reason: string): Uint8Array {
  const length = w_text.length;
  for (let i: i32 = 0; i < length;) {
    const c = w_text.charAt(i);
    if (c < limit) {
      run.out.append(c);
      i++;
    } else {
      let end = i + 1;
      while (end < length && w_text.charAt(end) >= limit) end++;
      i = run.fail(i, end, reason);
    }
  }
  return run.out.build();
}

/** Encodes as ASCII. */
export function asciiEncode(w_text: W_Str, errors: EncodeErrorHandler): Uint8Array {
  if (w_text.asciiOnly) return copyBytes(w_text.data as Uint8Array);
  return encodeBytes(
    w_text,
    new ByteEncoding("ascii", w_text, errors, 128),
    128,
    "ordinal not in range(128)",
  );
}

/** Encodes as Latin-1. */
export function latin1Encode(w_text: W_Str, errors: EncodeErrorHandler): Uint8Array {
  if (w_text.kind === 1) return copyBytes(w_text.data as Uint8Array);
  return encodeBytes(
    w_text,
    new ByteEncoding("latin-1", w_text, errors, 256),
    256,
    "ordinal not in range(256)",
  );
}
