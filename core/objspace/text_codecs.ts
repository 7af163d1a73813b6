/** Texts to bytes and back by the name of an encoding: `str.encode`, `bytes.decode`, `str(b, encoding)`. */
import type { Exception, i32 } from "@rts";
import { W_Bytearray } from "./bytearray.ts";
import { type Buffer, copyBytes, tryBuffer } from "./buffer.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { decodeHandlerOf, encodeHandlerOf, translated } from "./codec_handlers.ts";
import { decodeByRegistry, encodeByRegistry } from "./codec_registry.ts";
import { typeError, typeName } from "./errors.ts";
import { runtimeWarningType } from "./exception_types.ts";
import type { W_Root } from "./root.ts";
import { EMPTY, W_Str } from "./str/wstr.ts";
import { Codec, codecOfName, decodeBy, encodeBy } from "./unicode/codecs.ts";
import { asciiPrefix, utf8DecodeStrict } from "./unicode/codec_utf8.ts";
import { warn } from "./warn.ts";

/** The encoding that was asked for last, as an object: programs name theirs by a constant. */
class LastEncoding {
  w_name: W_Str | null = null;
  codec: i32 = Codec.None;
}

const lastEncoding: LastEncoding = new LastEncoding();

/** The codec without registry of an encoding's name as Python gives it; `Codec.None` for all others. */
export function codecOfText(w_name: W_Root): i32 {
  if (!(w_name instanceof W_Str)) return Codec.None;
  if (lastEncoding.w_name === w_name) return lastEncoding.codec;
  lastEncoding.codec = codecOfName(w_name.toRts());
  lastEncoding.w_name = w_name;
  return lastEncoding.codec;
}

/** `w_text.encode(encoding, errors)`; null for the defaults. */
export function encodeText(w_text: W_Str, encoding: string | null, errors: string | null): W_Root {
  const codec: i32 = encoding === null ? Codec.Utf8 : codecOfName(encoding);
  if (codec === Codec.None) return encodeElsewhere(w_text, encoding!, errors);
  return newBytes(encodeWith(codec, w_text, errors));
}

/** Encodes by a codec without registry. Throws UnicodeEncodeError. */
export function encodeWith(codec: i32, w_text: W_Str, errors: string | null): Uint8Array {
  try {
    return encodeBy(codec, w_text, encodeHandlerOf(errors));
  } catch (e) {
    throw translated(e as Exception);
  }
}

function encodeElsewhere(w_text: W_Str, encoding: string, errors: string | null): W_Root {
  const w_result = encodeByRegistry(w_text, encoding, errors);
  if (w_result instanceof W_Bytes) return w_result;
  if (w_result instanceof W_Bytearray) {
    warn(
      runtimeWarningType,
      `encoder ${encoding} returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types`,
      1,
    );
    return newBytes(w_result.copyRange(0, w_result.length));
  }
  throw typeError(
    `'${encoding}' encoder returned '${
      typeName(w_result)
    }' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
  );
}

/** `w_bytes.decode(encoding, errors)` of an object with a buffer; null for the defaults. */
export function decodeBuffer(
  w_obj: W_Root,
  buffer: Buffer,
  encoding: string | null,
  errors: string | null,
): W_Root {
  const codec: i32 = encoding === null ? Codec.Utf8 : codecOfName(encoding);
  if (codec === Codec.None) return decodeElsewhere(w_obj, buffer, encoding!, errors);
  return decodeWith(codec, buffer.data, buffer.offset, buffer.length, errors);
}

/** Decodes by a codec without registry. Throws UnicodeDecodeError. */
export function decodeWith(
  codec: i32,
  data: Uint8Array,
  offset: i32,
  length: i32,
  errors: string | null,
): W_Str {
  if (length === 0) return EMPTY;
  const isAll = offset === 0 && length === data.length;
  if (codec === Codec.Utf8 && !isAll && asciiPrefix(data, offset, offset + length) === offset + length) {
    return utf8DecodeStrict(data, offset, offset + length);
  }
  try {
    const bytes = isAll ? data : copyBytes(data, offset, length);
    return decodeBy(codec, bytes, decodeHandlerOf(errors), true).w_text;
  } catch (e) {
    throw translated(e as Exception);
  }
}

function decodeElsewhere(w_obj: W_Root, buffer: Buffer, encoding: string, errors: string | null): W_Root {
  const w_bytes = w_obj instanceof W_Bytes ? w_obj : newBytes(buffer.toBytes());
  const w_result = decodeByRegistry(w_bytes, encoding, errors);
  if (w_result instanceof W_Str) return w_result;
  throw typeError(
    `'${encoding}' decoder returned '${
      typeName(w_result)
    }' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
  );
}

/** `str(w_obj, encoding, errors)`. Throws TypeError for what is no bytes. */
export function decodeObject(w_obj: W_Root, encoding: string | null, errors: string | null): W_Root {
  if (w_obj instanceof W_Str) throw typeError("decoding str is not supported");
  const buffer = tryBuffer(w_obj, 0);
  if (buffer === null) throw typeError(`decoding to str: need a bytes-like object, ${typeName(w_obj)} found`);
  try {
    return decodeBuffer(w_obj, buffer, encoding, errors);
  } finally {
    buffer.release();
  }
}
