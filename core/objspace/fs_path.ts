/** Paths: `os.fspath`, and the way between `str` and the bytes that the system takes (PEP 383, PEP 519). */
import type { Exception } from "@rts";
import { W_Bytes } from "./bytes.ts";
import { callSpecial1, type } from "./call.ts";
import { translated } from "./codec_handlers.ts";
import { typeError, typeName, valueError } from "./errors.ts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import { W_Str } from "./str/wstr.ts";
import { utf8Decode, utf8Encode } from "./unicode/codec_utf8.ts";
import {
  type DecodeErrorHandler,
  decodeHandler,
  type EncodeErrorHandler,
  encodeHandler,
} from "./unicode/errors.ts";

const DECODE: DecodeErrorHandler = decodeHandler("surrogateescape")!;
const ENCODE: EncodeErrorHandler = encodeHandler("surrogateescape")!;

/** `os.fspath(w_path)`: a `str` or `bytes`. Throws TypeError. */
export function fspath(w_path: W_Root): W_Root {
  if (w_path instanceof W_Str || w_path instanceof W_Bytes) return w_path;
  const w_method = type(w_path).special[Special.Fspath];
  if (w_method === null) {
    throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(w_path)}`);
  }
  const w_result = callSpecial1(w_method, w_path);
  if (w_result instanceof W_Str || w_result instanceof W_Bytes) return w_result;
  throw typeError(
    `expected ${typeName(w_path)}.__fspath__() to return str or bytes, not ${typeName(w_result)}`,
  );
}

/** The bytes of a path, without a null among them. Throws TypeError, ValueError, UnicodeEncodeError. */
export function fsEncodeArgument(w_path: W_Root): Uint8Array {
  const w_plain = fspath(w_path);
  const bytes = w_plain instanceof W_Str ? fsEncode(w_plain) : (w_plain as W_Bytes).data;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0) throw valueError("embedded null byte");
  }
  return bytes;
}

/** The text of a path argument. */
export function fsDecodeArgument(w_path: W_Root): W_Str {
  const w_plain = fspath(w_path);
  return w_plain instanceof W_Str ? w_plain.plain() : fsDecode((w_plain as W_Bytes).data);
}

/** `os.fsencode` of a text. Throws UnicodeEncodeError. */
export function fsEncode(w_text: W_Str): Uint8Array {
  try {
    return utf8Encode(w_text, ENCODE);
  } catch (e) {
    throw translated(e as Exception);
  }
}

/** `os.fsdecode` of bytes. */
export function fsDecode(bytes: Uint8Array): W_Str {
  return utf8Decode(bytes, DECODE, true).w_text;
}
