/** The module `_codecs`: the registry of codecs, and those that are not written in Python. */
import type { Exception, i32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { bytesArgument } from "../../core/objspace/bytes_view.ts";
import { decodeHandlerOf, translated } from "../../core/objspace/codec_handlers.ts";
import {
  decodeAny,
  encodeAny,
  lookupCodec,
  lookupErrorHandler,
  registerErrorHandler,
  registerSearch,
  setEncodingsImport,
  unregisterSearch,
} from "../../core/objspace/codec_registry.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { newInt32, w_True } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { badArgument, optionalText, textArgument } from "../../core/objspace/str_arguments.ts";
import { intArgument, isTrue } from "../../core/objspace/truth.ts";
import { newTuple2, newTuple3 } from "../../core/objspace/tuple.ts";
import type { Decoded } from "../../core/objspace/unicode/codec.ts";
import { Codec } from "../../core/objspace/unicode/codecs.ts";
import { rawUnicodeEscapeDecode, unicodeEscapeDecode } from "../../core/objspace/unicode/codec_escape.ts";
import { utf16Decode, utf32Decode } from "../../core/objspace/unicode/codec_utf16.ts";
import { warnDeprecated } from "../../core/objspace/warn.ts";
import { bytesOrText, decodedPair, decodeTo, encodedPair, encodeTo, errorsArgument } from "./arguments.ts";
import { charmapBuild, charmapDecodeOf, charmapEncodeOf } from "./charmap.ts";
import { escapeDecode, escapeEncode, EscapeFailure } from "./core_escape.ts";
import "./handlers.ts";

/** `Codec.Utf16` with the byte order of an argument: -1 little-endian, 1 big-endian. */
function withOrder(codec: i32, w_order: W_Root): i32 {
  const order = intArgument(w_order);
  if (order === 0) return codec;
  return order < 0 ? codec + 1 : codec + 2;
}

/** `utf_16_ex_decode`, `utf_32_ex_decode`: the byte order is part of the result. */
function decodeWithOrder(
  codec: i32,
  name: string,
  w_data: W_Root,
  w_errors: W_Root,
  w_order: W_Root,
  w_final: W_Root,
): W_Root {
  const data = bytesArgument(w_data);
  const errors = decodeHandlerOf(errorsArgument(w_errors, name));
  const order = intArgument(w_order);
  const isFinal = isTrue(w_final);
  let decoded: Decoded;
  try {
    decoded = codec === Codec.Utf16
      ? utf16Decode(data, errors, isFinal, order)
      : utf32Decode(data, errors, isFinal, order);
  } catch (e) {
    throw translated(e as Exception);
  }
  const found = order !== 0 ? order : decoded.byteOrder;
  return newTuple3(decoded.w_text, newInt32(decoded.consumed), newInt32(found));
}

function unicodeEscapeDecodeOf(w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root {
  const data = bytesOrText(w_data);
  const errors = decodeHandlerOf(errorsArgument(w_errors, "unicode_escape_decode"));
  let decoded: Decoded;
  try {
    decoded = unicodeEscapeDecode(data, errors, isTrue(w_final));
  } catch (e) {
    throw translated(e as Exception);
  }
  const wrong = decoded.invalidEscape;
  if (wrong >= 0) warnOfEscape(data[wrong + 1]);
  return decodedPair(decoded);
}

function warnOfEscape(letter: i32): void {
  warnDeprecated(`invalid escape sequence '\\${String.fromCharCode(letter)}'`);
}

function rawUnicodeEscapeDecodeOf(w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root {
  const data = bytesOrText(w_data);
  const errors = decodeHandlerOf(errorsArgument(w_errors, "raw_unicode_escape_decode"));
  try {
    return decodedPair(rawUnicodeEscapeDecode(data, errors, isTrue(w_final)));
  } catch (e) {
    throw translated(e as Exception);
  }
}

function escapeDecodeOf(w_data: W_Root, w_errors: W_Root): W_Root {
  const data = bytesOrText(w_data);
  const errors = errorsArgument(w_errors, "escape_decode");
  try {
    const unescaped = escapeDecode(data, errors ?? "strict");
    if (unescaped.invalidEscape >= 0) warnOfEscape(data[unescaped.invalidEscape]);
    return encodedPair(unescaped.bytes, data.length);
  } catch (e) {
    if (e instanceof EscapeFailure) throw valueError(e.message);
    throw e;
  }
}

function escapeEncodeOf(w_data: W_Root, w_errors: W_Root): W_Root {
  if (!(w_data instanceof W_Bytes)) throw badArgument("escape_encode", "1", "bytes", w_data);
  errorsArgument(w_errors, "escape_encode");
  return encodedPair(escapeEncode(w_data.data), w_data.data.length);
}

function readbufferEncode(w_data: W_Root, w_errors: W_Root): W_Root {
  errorsArgument(w_errors, "readbuffer_encode");
  const data = bytesOrText(w_data);
  return newTuple2(newBytes(data), newInt32(data.length));
}

function encode(w_obj: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Root {
  const encoding = optionalText(w_encoding, "encode", "'encoding'");
  return encodeAny(w_obj, encoding ?? "utf-8", optionalText(w_errors, "encode", "'errors'"));
}

function decode(w_obj: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Root {
  const encoding = optionalText(w_encoding, "decode", "'encoding'");
  return decodeAny(w_obj, encoding ?? "utf-8", optionalText(w_errors, "decode", "'errors'"));
}

function register(w_search: W_Root): W_Root {
  registerSearch(w_search);
  return w_None;
}

function unregister(w_search: W_Root): W_Root {
  unregisterSearch(w_search);
  return w_None;
}

function registerError(w_name: W_Root, w_handler: W_Root): W_Root {
  registerErrorHandler(textArgument(w_name, "register_error", "1"), w_handler);
  return w_None;
}

setEncodingsImport((): void => {
  importModule("encodings");
});

defineModule("_codecs", {
  functions: {
    register: ["(search_function, /)", register, "Adds a function that looks for codecs."],
    unregister: ["(search_function, /)", unregister, "Takes a search function away, and empties the cache."],
    lookup: [
      "(encoding, /)",
      (w_name: W_Root): W_Root => lookupCodec(textArgument(w_name, "lookup", "")),
      "The codec of an encoding.",
    ],
    encode: [
      "(/, obj, encoding=<unset:'utf-8'>, errors=<unset:'strict'>)",
      encode,
      "Encodes an object by any codec.",
    ],
    decode: [
      "(/, obj, encoding=<unset:'utf-8'>, errors=<unset:'strict'>)",
      decode,
      "Decodes an object by any codec.",
    ],
    register_error: ["(errors, handler, /)", registerError, "Registers an error handler."],
    lookup_error: [
      "(name, /)",
      (w_name: W_Root): W_Root => lookupErrorHandler(textArgument(w_name, "lookup_error", "")),
      "The error handler of a name.",
    ],
    charmap_build: ["(map, /)", charmapBuild],
    charmap_decode: ["(data, errors=None, mapping=None, /)", charmapDecodeOf],
    charmap_encode: ["(str, errors=None, mapping=None, /)", charmapEncodeOf],
    escape_decode: ["(data, errors=None, /)", escapeDecodeOf],
    escape_encode: ["(data, errors=None, /)", escapeEncodeOf],
    readbuffer_encode: ["(data, errors=None, /)", readbufferEncode],
    unicode_escape_decode: ["(data, errors=None, final=True, /)", unicodeEscapeDecodeOf],
    raw_unicode_escape_decode: ["(data, errors=None, final=True, /)", rawUnicodeEscapeDecodeOf],
    utf_8_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root => encodeTo(Codec.Utf8, "utf_8_encode", w_text, w_errors),
    ],
    utf_8_decode: [
      "(data, errors=None, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root =>
        decodeTo(Codec.Utf8, "utf_8_decode", w_data, w_errors, w_final),
    ],
    utf_7_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root => encodeTo(Codec.Utf7, "utf_7_encode", w_text, w_errors),
    ],
    utf_7_decode: [
      "(data, errors=None, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root =>
        decodeTo(Codec.Utf7, "utf_7_decode", w_data, w_errors, w_final),
    ],
    utf_16_le_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root =>
        encodeTo(Codec.Utf16Le, "utf_16_le_encode", w_text, w_errors),
    ],
    utf_16_le_decode: [
      "(data, errors=None, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root =>
        decodeTo(Codec.Utf16Le, "utf_16_le_decode", w_data, w_errors, w_final),
    ],
    utf_16_be_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root =>
        encodeTo(Codec.Utf16Be, "utf_16_be_encode", w_text, w_errors),
    ],
    utf_16_be_decode: [
      "(data, errors=None, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root =>
        decodeTo(Codec.Utf16Be, "utf_16_be_decode", w_data, w_errors, w_final),
    ],
    utf_32_le_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root =>
        encodeTo(Codec.Utf32Le, "utf_32_le_encode", w_text, w_errors),
    ],
    utf_32_le_decode: [
      "(data, errors=None, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root =>
        decodeTo(Codec.Utf32Le, "utf_32_le_decode", w_data, w_errors, w_final),
    ],
    utf_32_be_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root =>
        encodeTo(Codec.Utf32Be, "utf_32_be_encode", w_text, w_errors),
    ],
    utf_32_be_decode: [
      "(data, errors=None, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root =>
        decodeTo(Codec.Utf32Be, "utf_32_be_decode", w_data, w_errors, w_final),
    ],
    latin_1_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root =>
        encodeTo(Codec.Latin1, "latin_1_encode", w_text, w_errors),
    ],
    latin_1_decode: [
      "(data, errors=None, /)",
      (w_data: W_Root, w_errors: W_Root): W_Root =>
        decodeTo(Codec.Latin1, "latin_1_decode", w_data, w_errors, w_True),
    ],
    ascii_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root => encodeTo(Codec.Ascii, "ascii_encode", w_text, w_errors),
    ],
    ascii_decode: [
      "(data, errors=None, /)",
      (w_data: W_Root, w_errors: W_Root): W_Root =>
        decodeTo(Codec.Ascii, "ascii_decode", w_data, w_errors, w_True),
    ],
    utf_16_encode: [
      "(str, errors=None, byteorder=0, /)",
      (w_text: W_Root, w_errors: W_Root, w_order: W_Root): W_Root =>
        encodeTo(withOrder(Codec.Utf16, w_order), "utf_16_encode", w_text, w_errors),
    ],
    utf_16_decode: [
      "(data, errors=None, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root =>
        decodeTo(Codec.Utf16, "utf_16_decode", w_data, w_errors, w_final),
    ],
    utf_16_ex_decode: [
      "(data, errors=None, byteorder=0, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_order: W_Root, w_final: W_Root): W_Root =>
        decodeWithOrder(Codec.Utf16, "utf_16_ex_decode", w_data, w_errors, w_order, w_final),
    ],
    utf_32_encode: [
      "(str, errors=None, byteorder=0, /)",
      (w_text: W_Root, w_errors: W_Root, w_order: W_Root): W_Root =>
        encodeTo(withOrder(Codec.Utf32, w_order), "utf_32_encode", w_text, w_errors),
    ],
    utf_32_decode: [
      "(data, errors=None, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_final: W_Root): W_Root =>
        decodeTo(Codec.Utf32, "utf_32_decode", w_data, w_errors, w_final),
    ],
    utf_32_ex_decode: [
      "(data, errors=None, byteorder=0, final=False, /)",
      (w_data: W_Root, w_errors: W_Root, w_order: W_Root, w_final: W_Root): W_Root =>
        decodeWithOrder(Codec.Utf32, "utf_32_ex_decode", w_data, w_errors, w_order, w_final),
    ],
    unicode_escape_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root =>
        encodeTo(Codec.UnicodeEscape, "unicode_escape_encode", w_text, w_errors),
    ],
    raw_unicode_escape_encode: [
      "(str, errors=None, /)",
      (w_text: W_Root, w_errors: W_Root): W_Root =>
        encodeTo(Codec.RawUnicodeEscape, "raw_unicode_escape_encode", w_text, w_errors),
    ],
  },
});
