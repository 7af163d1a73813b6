/** Arguments and results of the functions of `_codecs`. */
import type { Exception, i32 } from "@rts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { bytesArgument } from "../../core/objspace/bytes_view.ts";
import { translated } from "../../core/objspace/codec_handlers.ts";
import { decodeHandlerOf, encodeHandlerOf } from "../../core/objspace/codec_handlers.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { badArgument, strArgument } from "../../core/objspace/str_arguments.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import type { Decoded } from "../../core/objspace/unicode/codec.ts";
import { decodeBy, encodeBy } from "../../core/objspace/unicode/codecs.ts";
import { utf8EncodeStrict } from "../../core/objspace/unicode/codec_utf8.ts";

/** The name of an error handler, null for None: argument 2 of nearly all functions. */
export function errorsArgument(w_errors: W_Root, name: string): string | null {
  if (w_errors === w_None) return null;
  if (!(w_errors instanceof W_Str)) throw badArgument(name, "2", "str or None", w_errors);
  const text = w_errors.toRts();
  if (text.includes("\0")) throw valueError("embedded null character");
  return text;
}

/** Bytes, or a text that stands for its UTF-8. */
export function bytesOrText(w_data: W_Root): Uint8Array {
  return w_data instanceof W_Str ? utf8EncodeStrict(w_data) : bytesArgument(w_data);
}

/** A decoder's result. */
export function decodedPair(decoded: Decoded): W_Root {
  return newTuple2(decoded.w_text, newInt32(decoded.consumed));
}

/** An encoder's result: `count` characters were consumed. */
export function encodedPair(bytes: Uint8Array, count: i32): W_Root {
  return newTuple2(newBytes(bytes), newInt32(count));
}

/** Runs a decoder of the table. */
export function decodeTo(
  codec: i32,
  name: string,
  w_data: W_Root,
  w_errors: W_Root,
  w_final: W_Root,
): W_Root {
  const data = bytesArgument(w_data);
  const errors = decodeHandlerOf(errorsArgument(w_errors, name));
  const isFinal = isTrue(w_final);
  try {
    return decodedPair(decodeBy(codec, data, errors, isFinal));
  } catch (e) {
    throw translated(e as Exception);
  }
}

/** Runs an encoder of the table. */
export function encodeTo(codec: i32, name: string, w_text: W_Root, w_errors: W_Root): W_Root {
  const text = strArgument(w_text, name, "1");
  const errors = encodeHandlerOf(errorsArgument(w_errors, name));
  try {
    return encodedPair(encodeBy(codec, text, errors), text.length);
  } catch (e) {
    throw translated(e as Exception);
  }
}
