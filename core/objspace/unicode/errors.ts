/**
 * What codecs do with what they cannot decode or encode.
 *
 * A codec takes an error handler. The standard ones are objects of this file told apart by `mode`, and handled
 * within the codecs' loops without creating anything; handlers that Python code registered derive from
 * {@link DecodeErrorHandler} or {@link EncodeErrorHandler}, with mode Custom. `strict` throws
 * {@link UnicodeDecodeFailure} or {@link UnicodeEncodeFailure}, which the object space turns into Python's
 * exceptions: they carry the same five values.
 */
import { Exception, type i32, unreachable } from "@rts";
import { EMPTY, type W_Str } from "../str/wstr.ts";

/** The standard error handlers. */
export const enum ErrorMode {
  Custom = 0,
  Strict = 1,
  Ignore = 2,
  Replace = 3,
  BackslashReplace = 4,
  SurrogateEscape = 5,
  SurrogatePass = 6,
  XmlCharRefReplace = 7,
  NameReplace = 8,
}

/** Bytes in `[start, end)` of `data` cannot be decoded. */
export class UnicodeDecodeFailure extends Exception {
  constructor(
    readonly encoding: string,
    readonly data: Uint8Array,
    readonly start: i32,
    readonly end: i32,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Code points in `[start, end)` of `w_text` cannot be encoded. */
export class UnicodeEncodeFailure extends Exception {
  constructor(
    readonly encoding: string,
    readonly w_text: W_Str,
    readonly start: i32,
    readonly end: i32,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** What a decoding error handler decided. */
export class DecodeResolution {
  /** `data` is what decoding goes on with, at `position` (0 to its length): handlers may exchange it. */
  constructor(readonly w_text: W_Str, readonly position: i32, readonly data: Uint8Array) {}
}

/** What an encoding error handler decided: bytes, or else text that is encoded in turn. */
export class EncodeResolution {
  constructor(readonly w_text: W_Str | null, readonly bytes: Uint8Array | null, readonly position: i32) {}
}

/** Decides about bytes that cannot be decoded. */
export abstract class DecodeErrorHandler {
  constructor(readonly mode: ErrorMode) {}
  /** Asked in mode Custom only. May throw. */
  abstract handle(
    encoding: string,
    data: Uint8Array,
    start: i32,
    end: i32,
    reason: string,
  ): DecodeResolution;
}

/** Decides about code points that cannot be encoded. */
export abstract class EncodeErrorHandler {
  constructor(readonly mode: ErrorMode) {}
  /** Asked in mode Custom only. May throw. */
  abstract handle(encoding: string, w_text: W_Str, start: i32, end: i32, reason: string): EncodeResolution;
}

class StandardDecodeHandler extends DecodeErrorHandler {
  override handle(
    _encoding: string,
    data: Uint8Array,
    _start: i32,
    _end: i32,
    _reason: string,
  ): DecodeResolution {
    unreachable("codecs treat standard handlers themselves");
    return new DecodeResolution(EMPTY, 0, data);
  }
}

class StandardEncodeHandler extends EncodeErrorHandler {
  override handle(
    _encoding: string,
    _w_text: W_Str,
    _start: i32,
    _end: i32,
    _reason: string,
  ): EncodeResolution {
    unreachable("codecs treat standard handlers themselves");
    return new EncodeResolution(EMPTY, null, 0);
  }
}

export const STRICT_DECODE: DecodeErrorHandler = new StandardDecodeHandler(ErrorMode.Strict);
export const STRICT_ENCODE: EncodeErrorHandler = new StandardEncodeHandler(ErrorMode.Strict);

const DECODE_HANDLERS: DecodeErrorHandler[] = [];
const ENCODE_HANDLERS: EncodeErrorHandler[] = [];
for (let mode = 0; mode <= 8; mode++) {
  DECODE_HANDLERS.push(mode === 1 ? STRICT_DECODE : new StandardDecodeHandler(mode));
  ENCODE_HANDLERS.push(mode === 1 ? STRICT_ENCODE : new StandardEncodeHandler(mode));
}

const MODE_NAMES: string[] = [
  "",
  "strict",
  "ignore",
  "replace",
  "backslashreplace",
  "surrogateescape",
  "surrogatepass",
  "xmlcharrefreplace",
  "namereplace",
];

/** The mode of a standard handler's name; Custom (0) when the name is none. */
export function modeOfName(name: string): ErrorMode {
  for (let mode = 1; mode < MODE_NAMES.length; mode++) if (MODE_NAMES[mode] === name) return mode;
  return ErrorMode.Custom;
}

/** The standard handler for decoding of this name; null where Python's registry must be asked. */
export function decodeHandler(name: string): DecodeErrorHandler | null {
  const mode = modeOfName(name);
  return mode === ErrorMode.Custom || mode >= ErrorMode.XmlCharRefReplace ? null : DECODE_HANDLERS[mode];
}

/** The standard handler for encoding of this name; null where Python's registry must be asked. */
export function encodeHandler(name: string): EncodeErrorHandler | null {
  const mode = modeOfName(name);
  return mode === ErrorMode.Custom ? null : ENCODE_HANDLERS[mode];
}

/** The standard handler of a mode. */
export function standardDecodeHandler(mode: ErrorMode): DecodeErrorHandler {
  return DECODE_HANDLERS[mode];
}
