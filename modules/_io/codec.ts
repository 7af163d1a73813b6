/**
 * Encoding and decoding of text streams. UTF-8, Latin-1 and ASCII are done here, without Python's codecs; all other
 * encodings through incremental encoders and decoders of the `codecs` registry.
 */
import type { Exception, i32, i64 } from "@rts";
import { getattr, getattrOrNull } from "../../core/objspace/attributes.ts";
import { copyBytes } from "../../core/objspace/buffer.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { call1, callMethod0, callMethod1, callMethod2 } from "../../core/objspace/call.ts";
import { operationError, typeError, typeName } from "../../core/objspace/errors.ts";
import { lookupErrorType } from "../../core/objspace/exception_types.ts";
import { newBool, newInt } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { asciiStr, EMPTY, fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { index, isTrue } from "../../core/objspace/truth.ts";
import { newTuple2, W_Tuple } from "../../core/objspace/tuple.ts";
import { asciiPrefix } from "../../core/objspace/unicode/codec_utf8.ts";
import { Codec, codecOfName, decodeBy, encodeBy } from "../../core/objspace/unicode/codecs.ts";
import type { DecodeErrorHandler, EncodeErrorHandler } from "../../core/objspace/unicode/errors.ts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { decodeHandlerOf, encodeHandlerOf, translated } from "../../core/objspace/codec_handlers.ts";

const s_lookup: W_Str = internRts("lookup");
const s_isTextEncoding: W_Str = internRts("_is_text_encoding");
const s_incrementaldecoder: W_Str = internRts("incrementaldecoder");
const s_incrementalencoder: W_Str = internRts("incrementalencoder");
const s_decode: W_Str = internRts("decode");
const s_encode: W_Str = internRts("encode");
const s_getstate: W_Str = internRts("getstate");
const s_setstate: W_Str = internRts("setstate");
const s_reset: W_Str = internRts("reset");

const NO_BYTES: Uint8Array = new Uint8Array(0);

/** The codec that needs no registry; `Codec.None` for others. */
export function nativeCodec(encoding: string): i32 {
  const codec: i32 = codecOfName(encoding);
  return codec === Codec.Utf8 || codec === Codec.Latin1 || codec === Codec.Ascii ? codec : Codec.None;
}

/** What the registry knows of a text encoding. Throws LookupError. */
export function lookupTextCodec(encoding: string): W_Root {
  const w_info = callMethod1(importModule("codecs"), s_lookup, fromRts(encoding));
  const w_flag = getattrOrNull(w_info, s_isTextEncoding);
  if (w_flag !== null && !isTrue(w_flag)) {
    throw operationError(
      lookupErrorType,
      `'${encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs`,
    );
  }
  return w_info;
}

/** Decodes bytes that come in pieces. */
export abstract class TextDecoder {
  abstract decode(data: Uint8Array, final: boolean): W_Str;
  /** Bytes that were taken but not decoded. */
  abstract pendingBytes(): Uint8Array;
  /** The rest of the state. Asked right after {@link pendingBytes}. */
  abstract flags(): i64;
  abstract setState(pending: Uint8Array, flags: i64): void;
  abstract reset(): void;
}

class NativeDecoder extends TextDecoder {
  private pending: Uint8Array = NO_BYTES;
  constructor(private readonly codec: i32, private readonly handler: DecodeErrorHandler) {
    super();
  }
  override decode(data: Uint8Array, final: boolean): W_Str {
    const length: i32 = data.length;
    if (this.pending.length === 0 && asciiPrefix(data, 0, length) === length) {
      return length === 0 ? EMPTY : asciiStr(copyBytes(data, 0, length));
    }
    const input = this.pending.length === 0 ? data : joined(this.pending, data);
    try {
      const result = decodeBy(this.codec, input, this.handler, final);
      this.pending = result.consumed === input.length
        ? NO_BYTES
        : copyBytes(input, result.consumed, input.length - result.consumed);
      return result.w_text;
    } catch (e) {
      throw translated(e as Exception);
    }
  }
  override pendingBytes(): Uint8Array {
    return this.pending;
  }
  override flags(): i64 {
    return 0n;
  }
  override setState(pending: Uint8Array, _flags: i64): void {
    this.pending = pending;
  }
  override reset(): void {
    this.pending = NO_BYTES;
  }
}

/** Two pieces of bytes as one. */
export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first, 0);
  all.set(second, first.length);
  return all;
}

class RegistryDecoder extends TextDecoder {
  private lastFlags: i64 = 0n;
  constructor(private readonly w_decoder: W_Root) {
    super();
  }
  override decode(data: Uint8Array, final: boolean): W_Str {
    const w_text = callMethod2(this.w_decoder, s_decode, newBytes(data), newBool(final));
    if (w_text instanceof W_Str) return w_text.plain();
    throw typeError(`decoder should return a string result, not '${typeName(w_text)}'`);
  }
  override pendingBytes(): Uint8Array {
    const w_state = callMethod0(this.w_decoder, s_getstate);
    if (!(w_state instanceof W_Tuple) || w_state.items.length !== 2) throw typeError("illegal decoder state");
    const w_pending = w_state.items[0];
    if (!(w_pending instanceof W_Bytes)) {
      throw typeError(
        `illegal decoder state: the first item should be a bytes object, not '${typeName(w_pending)}'`,
      );
    }
    this.lastFlags = index(w_state.items[1]).asI64();
    return w_pending.data;
  }
  override flags(): i64 {
    return this.lastFlags;
  }
  override setState(pending: Uint8Array, flags: i64): void {
    callMethod1(this.w_decoder, s_setstate, newTuple2(newBytes(pending), newInt(flags)));
  }
  override reset(): void {
    callMethod0(this.w_decoder, s_reset);
  }
}

/** The decoder of an encoding. Throws LookupError. */
export function textDecoder(encoding: string, errors: string): TextDecoder {
  const codec = nativeCodec(encoding);
  if (codec !== Codec.None) return new NativeDecoder(codec, decodeHandlerOf(errors));
  const w_make = getattr(lookupTextCodec(encoding), s_incrementaldecoder);
  return new RegistryDecoder(call1(w_make, fromRts(errors)));
}

/** Encodes texts that come in pieces. */
export abstract class TextEncoder {
  abstract encode(w_text: W_Str): Uint8Array;
  /** True when ASCII becomes itself. */
  abstract isAsciiSuperset(): boolean;
  /** Begins anew; `atStart` where the position is that of the file's begin (a byte order mark follows). */
  abstract restart(atStart: boolean): void;
}

class NativeEncoder extends TextEncoder {
  constructor(private readonly codec: i32, private readonly handler: EncodeErrorHandler) {
    super();
  }
  override encode(w_text: W_Str): Uint8Array {
    try {
      return encodeBy(this.codec, w_text, this.handler);
    } catch (e) {
      throw translated(e as Exception);
    }
  }
  override isAsciiSuperset(): boolean {
    return true;
  }
  override restart(_atStart: boolean): void {}
}

class RegistryEncoder extends TextEncoder {
  constructor(private readonly w_encoder: W_Root) {
    super();
  }
  override encode(w_text: W_Str): Uint8Array {
    const w_bytes = callMethod1(this.w_encoder, s_encode, w_text);
    if (w_bytes instanceof W_Bytes) return w_bytes.data;
    throw typeError(`encoder should return a bytes object, not '${typeName(w_bytes)}'`);
  }
  override isAsciiSuperset(): boolean {
    return false;
  }
  override restart(atStart: boolean): void {
    if (atStart) callMethod0(this.w_encoder, s_reset);
    else callMethod1(this.w_encoder, s_setstate, newInt(0n));
  }
}

/** The encoder of an encoding. Throws LookupError. */
export function textEncoder(encoding: string, errors: string): TextEncoder {
  const codec = nativeCodec(encoding);
  if (codec !== Codec.None) return new NativeEncoder(codec, encodeHandlerOf(errors));
  const w_make = getattr(lookupTextCodec(encoding), s_incrementalencoder);
  return new RegistryEncoder(call1(w_make, fromRts(errors)));
}
