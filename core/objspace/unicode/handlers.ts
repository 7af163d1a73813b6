/**
 * The standard error handlers as functions, for Python code that calls them itself (`codecs.replace_errors(e)`, or
 * through `codecs.lookup_error`). What a handler does not treat is thrown as the failure it was asked about.
 */
import type { i32 } from "@rts";
import { charStr, EMPTY, type W_Str } from "../str/wstr.ts";
import { ByteBuilder } from "./bytebuilder.ts";
import { Decoding, isEscapedByte, replacementText } from "./codec.ts";
import {
  DecodeResolution,
  EncodeResolution,
  ErrorMode,
  standardDecodeHandler,
  UnicodeEncodeFailure,
} from "./errors.ts";
import { encodeSurrogate } from "./surrogates.ts";

/** A decoding handler's answer. Throws UnicodeDecodeFailure where it has none. */
export function resolveDecode(
  mode: ErrorMode,
  encoding: string,
  data: Uint8Array,
  start: i32,
  end: i32,
  reason: string,
): DecodeResolution {
  const run = new Decoding(encoding, data, standardDecodeHandler(mode), 8);
  const position = run.fail(start, end, reason);
  return new DecodeResolution(run.out.build(), position, data);
}

/** An encoding handler's answer. Throws UnicodeEncodeFailure where it has none. */
export function resolveEncode(
  mode: ErrorMode,
  encoding: string,
  w_text: W_Str,
  start: i32,
  end: i32,
  reason: string,
): EncodeResolution {
  const out = new ByteBuilder();
  switch (mode) {
    case ErrorMode.Ignore:
      return new EncodeResolution(EMPTY, null, end);
    case ErrorMode.Replace:
    case ErrorMode.BackslashReplace:
    case ErrorMode.XmlCharRefReplace:
    case ErrorMode.NameReplace:
      return new EncodeResolution(replacementText(mode, w_text, start, end), null, end);
    case ErrorMode.SurrogatePass:
      if (!encodeSurrogate(encoding, w_text, start, end, out)) break;
      return new EncodeResolution(null, out.build(), end);
    case ErrorMode.SurrogateEscape: {
      let i = start;
      for (; i < end && isEscapedByte(w_text.charAt(i)); i++) out.append(w_text.charAt(i) - 0xdc00);
      if (i < end) break;
      return new EncodeResolution(null, out.build(), end);
    }
    default:
      break;
  }
  throw new UnicodeEncodeFailure(encoding, w_text, start, end, reason);
}

/** What a handler gives for a UnicodeTranslateError; null where it does not treat one. */
export function resolveTranslate(mode: ErrorMode, w_text: W_Str, start: i32, end: i32): W_Str | null {
  if (mode === ErrorMode.Ignore) return EMPTY;
  if (mode === ErrorMode.Replace) return charStr(0xfffd).repeat(end - start);
  return mode === ErrorMode.BackslashReplace ? replacementText(mode, w_text, start, end) : null;
}
