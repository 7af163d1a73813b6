/** The standard error handlers as functions of Python: `codecs.replace_errors` and the like. */
import type { i32 } from "@rts";
import { W_BaseException } from "../../core/objspace/base_exception.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { setErrorHandler } from "../../core/objspace/codec_registry.ts";
import { type OperationError, typeError, typeName } from "../../core/objspace/errors.ts";
import {
  unicodeDecodeErrorType,
  unicodeEncodeErrorType,
  unicodeTranslateErrorType,
} from "../../core/objspace/exception_types.ts";
import { raiseValue, W_UnicodeError } from "../../core/objspace/exceptions.ts";
import { type } from "../../core/objspace/call.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { EMPTY, W_Str } from "../../core/objspace/str/wstr.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import { builtinFunction } from "../../core/objspace/type_finish.ts";
import { ErrorMode, UnicodeDecodeFailure, UnicodeEncodeFailure } from "../../core/objspace/unicode/errors.ts";
import { resolveDecode, resolveEncode, resolveTranslate } from "../../core/objspace/unicode/handlers.ts";

function cannotHandle(w_error: W_Root): OperationError {
  return typeError(`don't know how to handle ${typeName(w_error)} in error callback`);
}

/** The range of an error within `length` items, as CPython's getters move it inside. */
function startIn(start: i32, length: i32): i32 {
  if (start < 0) return 0;
  return start >= length ? Math.max(length - 1, 0) : start;
}
function endIn(end: i32, length: i32): i32 {
  return Math.min(Math.max(end, 1), length);
}

function textOr(w_text: W_Root | null): string {
  return w_text instanceof W_Str ? w_text.toRts() : "";
}

/** What the handler `mode` says to an exception. */
function handle(mode: ErrorMode, w_error: W_Root): W_Root {
  if (!(w_error instanceof W_UnicodeError)) throw cannotHandle(w_error);
  const w_type = type(w_error);
  if (w_type.isSubtype(unicodeDecodeErrorType)) return handleDecode(mode, w_error);
  if (w_type.isSubtype(unicodeEncodeErrorType)) return handleEncode(mode, w_error);
  if (w_type.isSubtype(unicodeTranslateErrorType)) return handleTranslate(mode, w_error);
  throw cannotHandle(w_error);
}

function handleDecode(mode: ErrorMode, w_error: W_UnicodeError): W_Root {
  if (mode === ErrorMode.XmlCharRefReplace || mode === ErrorMode.NameReplace) throw cannotHandle(w_error);
  const w_object = w_error.w_object;
  if (!(w_object instanceof W_Bytes)) throw typeError("object attribute must be bytes");
  const data = w_object.data;
  const start = startIn(w_error.start, data.length), end = endIn(w_error.end, data.length);
  if (mode === ErrorMode.Ignore) return newTuple2(EMPTY, newInt32(end));
  try {
    const answer = resolveDecode(mode, textOr(w_error.w_encoding), data, start, end, "");
    return newTuple2(answer.w_text, newInt32(answer.position));
  } catch (e) {
    if (e instanceof UnicodeDecodeFailure) throw raiseValue(w_error);
    throw e;
  }
}

function handleEncode(mode: ErrorMode, w_error: W_UnicodeError): W_Root {
  const w_object = w_error.w_object;
  if (!(w_object instanceof W_Str)) throw typeError("object attribute must be unicode");
  const start = startIn(w_error.start, w_object.length), end = endIn(w_error.end, w_object.length);
  try {
    const answer = resolveEncode(mode, textOr(w_error.w_encoding), w_object, start, end, "");
    const bytes = answer.bytes;
    const w_replacement: W_Root = bytes !== null ? newBytes(bytes) : answer.w_text!;
    return newTuple2(w_replacement, newInt32(answer.position));
  } catch (e) {
    if (e instanceof UnicodeEncodeFailure) throw raiseValue(w_error);
    throw e;
  }
}

function handleTranslate(mode: ErrorMode, w_error: W_UnicodeError): W_Root {
  const w_object = w_error.w_object;
  if (!(w_object instanceof W_Str)) throw typeError("object attribute must be unicode");
  const start = startIn(w_error.start, w_object.length), end = endIn(w_error.end, w_object.length);
  const w_text = resolveTranslate(mode, w_object, start, end);
  if (w_text === null) throw cannotHandle(w_error);
  return newTuple2(w_text, newInt32(end));
}

function strictErrors(w_error: W_Root): W_Root {
  if (w_error instanceof W_BaseException) throw raiseValue(w_error);
  throw typeError("codec must pass exception instance");
}
function ignoreErrors(w_error: W_Root): W_Root {
  return handle(ErrorMode.Ignore, w_error);
}
function replaceErrors(w_error: W_Root): W_Root {
  return handle(ErrorMode.Replace, w_error);
}
function backslashreplaceErrors(w_error: W_Root): W_Root {
  return handle(ErrorMode.BackslashReplace, w_error);
}
function xmlcharrefreplaceErrors(w_error: W_Root): W_Root {
  return handle(ErrorMode.XmlCharRefReplace, w_error);
}
function namereplaceErrors(w_error: W_Root): W_Root {
  return handle(ErrorMode.NameReplace, w_error);
}
function surrogatepassErrors(w_error: W_Root): W_Root {
  return handle(ErrorMode.SurrogatePass, w_error);
}
function surrogateescapeErrors(w_error: W_Root): W_Root {
  return handle(ErrorMode.SurrogateEscape, w_error);
}

for (
  const [name, handler, doc] of [
    ["strict", strictErrors, "Raises the exception."],
    ["ignore", ignoreErrors, "Leaves out what is wrong."],
    [
      "replace",
      replaceErrors,
      "Puts a replacement character, or a question mark, in place of what is wrong.",
    ],
    [
      "backslashreplace",
      backslashreplaceErrors,
      "Puts an escape with a backslash in place of what is wrong.",
    ],
    [
      "xmlcharrefreplace",
      xmlcharrefreplaceErrors,
      "Puts a character reference of XML in place of what is wrong.",
    ],
    ["namereplace", namereplaceErrors, "Puts an escape with the character's name in place of what is wrong."],
    ["surrogatepass", surrogatepassErrors, ""],
    ["surrogateescape", surrogateescapeErrors, ""],
  ] as const
) {
  const w_handler = builtinFunction(name.startsWith("surrogate") ? name : `${name}_errors`, [
    "(exception, /)",
    handler,
    doc,
  ], "builtins");
  w_handler.moduleName = null;
  setErrorHandler(name, w_handler);
}
