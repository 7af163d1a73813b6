/**
 * The codecs by name: what `str.encode`, `bytes.decode` and `_codecs` reach without asking Python's registry.
 */
import type { bool, i32 } from "@rts";
import type { W_Str } from "../str/wstr.ts";
import type { Decoded } from "./codec.ts";
import { asciiDecode, asciiEncode, latin1Decode, latin1Encode } from "./codec_ascii.ts";
import { rawUnicodeEscapeDecode, rawUnicodeEscapeEncode } from "./codec_escape.ts";
import { unicodeEscapeDecode, unicodeEscapeEncode } from "./codec_escape.ts";
import { utf16Decode, utf16Encode, utf32Decode, utf32Encode } from "./codec_utf16.ts";
import { utf7Decode, utf7Encode } from "./codec_utf7.ts";
import { utf8Decode, utf8Encode } from "./codec_utf8.ts";
import type { DecodeErrorHandler, EncodeErrorHandler } from "./errors.ts";

/** The codecs without tables. */
export const enum Codec {
  None = 0,
  Utf8 = 1,
  Latin1 = 2,
  Ascii = 3,
  Utf16 = 4,
  Utf16Le = 5,
  Utf16Be = 6,
  Utf32 = 7,
  Utf32Le = 8,
  Utf32Be = 9,
  Utf7 = 10,
  UnicodeEscape = 11,
  RawUnicodeEscape = 12,
}

/** Normalized names that CPython takes a short cut for. All others go through the registry, for users may exchange them. */
const SHORT_CUTS: Map<string, i32> = new Map<string, i32>();
for (
  const [names, codec] of [
    ["utf_8 utf8 u8 cp65001", Codec.Utf8],
    ["latin_1 latin1 iso_8859_1 iso8859_1 l1", Codec.Latin1],
    ["ascii us_ascii", Codec.Ascii],
    ["utf_16", Codec.Utf16],
    ["utf_16_le", Codec.Utf16Le],
    ["utf_16_be", Codec.Utf16Be],
    ["utf_32", Codec.Utf32],
    ["utf_32_le", Codec.Utf32Le],
    ["utf_32_be", Codec.Utf32Be],
  ] as const
) for (const name of names.split(" ")) SHORT_CUTS.set(name, codec);

/** The name of an encoding in lower case, with each run of other characters than letters, digits and dots as one `_`. */
export function normalizeEncoding(name: string): string {
  let normal = "";
  let punctuated = false;
  for (let i: i32 = 0; i < name.length; i++) {
    const c: i32 = name.charCodeAt(i);
    const isPlain = (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 46;
    if (isPlain) {
      if (punctuated && normal.length > 0) normal += "_";
      punctuated = false;
      normal += String.fromCharCode(c >= 65 && c <= 90 ? c + 32 : c);
    } else punctuated = true;
  }
  return normal;
}

/** The codec that an encoding's name means without asking the registry; Codec.None (0) for all others. */
export function codecOfName(name: string): Codec {
  return SHORT_CUTS.get(normalizeEncoding(name)) ?? Codec.None;
}

/** Decodes by a codec of the enumeration. */
export function decodeBy(codec: Codec, data: Uint8Array, errors: DecodeErrorHandler, final: bool): Decoded {
  switch (codec) {
    case Codec.Latin1:
      return latin1Decode(data);
    case Codec.Ascii:
      return asciiDecode(data, errors);
    case Codec.Utf16:
      return utf16Decode(data, errors, final, 0);
    case Codec.Utf16Le:
      return utf16Decode(data, errors, final, -1);
    case Codec.Utf16Be:
      return utf16Decode(data, errors, final, 1);
    case Codec.Utf32:
      return utf32Decode(data, errors, final, 0);
    case Codec.Utf32Le:
      return utf32Decode(data, errors, final, -1);
    case Codec.Utf32Be:
      return utf32Decode(data, errors, final, 1);
    case Codec.Utf7:
      return utf7Decode(data, errors, final);
    case Codec.UnicodeEscape:
      return unicodeEscapeDecode(data, errors, final);
    case Codec.RawUnicodeEscape:
      return rawUnicodeEscapeDecode(data, errors, final);
    default:
      return utf8Decode(data, errors, final);
  }
}

/** Encodes by a codec of the enumeration. */
export function encodeBy(codec: Codec, w_text: W_Str, errors: EncodeErrorHandler): Uint8Array {
  switch (codec) {
    case Codec.Latin1:
      return latin1Encode(w_text, errors);
    case Codec.Ascii:
      return asciiEncode(w_text, errors);
    case Codec.Utf16:
      return utf16Encode(w_text, errors, 0);
    case Codec.Utf16Le:
      return utf16Encode(w_text, errors, -1);
    case Codec.Utf16Be:
      return utf16Encode(w_text, errors, 1);
    case Codec.Utf32:
      return utf32Encode(w_text, errors, 0);
    case Codec.Utf32Le:
      return utf32Encode(w_text, errors, -1);
    case Codec.Utf32Be:
      return utf32Encode(w_text, errors, 1);
    case Codec.Utf7:
      return utf7Encode(w_text);
    case Codec.UnicodeEscape:
      return unicodeEscapeEncode(w_text);
    case Codec.RawUnicodeEscape:
      return rawUnicodeEscapeEncode(w_text);
    default:
      return utf8Encode(w_text, errors);
  }
}
