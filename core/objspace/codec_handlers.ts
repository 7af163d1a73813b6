/**
 * Error handlers by name, for codecs: the standard ones are told apart inside of the codecs' loops; all others are
 * Python functions of the registry, called with a UnicodeDecodeError or UnicodeEncodeError.
 */
import { type Exception, type i32, newFixedArray } from "@rts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { call1 } from "./call.ts";
import { lookupErrorHandler } from "./codec_registry.ts";
import { indexError, type OperationError, typeError } from "./errors.ts";
import { indexErrorType, unicodeDecodeErrorType, unicodeEncodeErrorType } from "./exception_types.ts";
import { getValue, operationErrorItems, type W_UnicodeError } from "./exceptions.ts";
import { newInt32 } from "./int.ts";
import type { W_Root } from "./root.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { clampI32, indexI64 } from "./truth.ts";
import { W_Tuple } from "./tuple.ts";
import {
  DecodeErrorHandler,
  decodeHandler,
  DecodeResolution,
  EncodeErrorHandler,
  encodeHandler,
  EncodeResolution,
  ErrorMode,
  STRICT_DECODE,
  STRICT_ENCODE,
  UnicodeDecodeFailure,
  UnicodeEncodeFailure,
} from "./unicode/errors.ts";
import type { W_Type } from "./type.ts";

function unicodeError(
  w_type: W_Type,
  encoding: string,
  w_object: W_Root,
  start: i32,
  end: i32,
  reason: string,
): OperationError {
  const items = newFixedArray<W_Root>(5, w_object);
  items[0] = fromRts(encoding);
  items[2] = newInt32(start);
  items[3] = newInt32(end);
  items[4] = fromRts(reason);
  return operationErrorItems(w_type, items);
}

/** The UnicodeDecodeError of a failure. */
export function decodeError(failure: UnicodeDecodeFailure): OperationError {
  const w_data = newBytes(failure.data);
  return unicodeError(
    unicodeDecodeErrorType,
    failure.encoding,
    w_data,
    failure.start,
    failure.end,
    failure.message,
  );
}

/** The UnicodeEncodeError of a failure. */
export function encodeError(failure: UnicodeEncodeFailure): OperationError {
  return unicodeError(
    unicodeEncodeErrorType,
    failure.encoding,
    failure.w_text,
    failure.start,
    failure.end,
    failure.message,
  );
}

/** What travels on when a codec threw `e`: Python's exception for a failure, else `e` itself. */
export function translated(e: Exception): Exception {
  if (e instanceof UnicodeDecodeFailure) return decodeError(e);
  if (e instanceof UnicodeEncodeFailure) return encodeError(e);
  return e;
}

/** A handler's position in `length` items. Throws IndexError. */
function position(w_position: W_Root, length: i32): i32 {
  const asked = clampI32(indexI64(w_position, indexErrorType));
  const place = asked < 0 ? asked + length : asked;
  if (place < 0 || place > length) throw indexError(`position ${place} from error handler out of bounds`);
  return place;
}

function answerOf(w_answer: W_Root, message: string): W_Tuple {
  if (w_answer instanceof W_Tuple && w_answer.items.length === 2) return w_answer;
  throw typeError(message);
}

/** A Python function that treats what cannot be decoded. */
export class PythonDecodeHandler extends DecodeErrorHandler {
  private w_handler: W_Root | null = null;
  private w_error: W_UnicodeError | null = null;

  constructor(private readonly name: string) {
    super(ErrorMode.Custom);
  }

  override handle(
    encoding: string,
    data: Uint8Array,
    start: i32,
    end: i32,
    reason: string,
  ): DecodeResolution {
    let w_handler = this.w_handler;
    if (w_handler === null) w_handler = this.w_handler = lookupErrorHandler(this.name);
    const w_error = this.errorOf(encoding, data, start, end, reason);
    const w_answer = answerOf(
      call1(w_handler, w_error),
      "decoding error handler must return (str, int) tuple",
    );
    const w_text = w_answer.items[0];
    if (!(w_text instanceof W_Str)) throw typeError("decoding error handler must return (str, int) tuple");
    const w_object = w_error.w_object;
    if (!(w_object instanceof W_Bytes)) throw typeError("exception attribute object must be bytes");
    return new DecodeResolution(w_text, position(w_answer.items[1], w_object.data.length), w_object.data);
  }

  /** One exception object serves a whole run, as CPython has it. */
  private errorOf(encoding: string, data: Uint8Array, start: i32, end: i32, reason: string): W_UnicodeError {
    const w_known = this.w_error;
    if (w_known !== null) {
      w_known.start = start;
      w_known.end = end;
      w_known.w_reason = fromRts(reason);
      return w_known;
    }
    const error = unicodeError(unicodeDecodeErrorType, encoding, newBytes(data), start, end, reason);
    return this.w_error = getValue(error) as W_UnicodeError;
  }
}

/** A Python function that treats what cannot be encoded. */
export class PythonEncodeHandler extends EncodeErrorHandler {
  private w_handler: W_Root | null = null;
  private w_error: W_UnicodeError | null = null;

  constructor(private readonly name: string) {
    super(ErrorMode.Custom);
  }

  override handle(encoding: string, w_text: W_Str, start: i32, end: i32, reason: string): EncodeResolution {
    let w_handler = this.w_handler;
    if (w_handler === null) w_handler = this.w_handler = lookupErrorHandler(this.name);
    const w_error = this.errorOf(encoding, w_text, start, end, reason);
    const message = "encoding error handler must return (str/bytes, int) tuple";
    const w_answer = answerOf(call1(w_handler, w_error), message);
    const w_replacement = w_answer.items[0];
    const isText = w_replacement instanceof W_Str;
    if (!isText && !(w_replacement instanceof W_Bytes)) throw typeError(message);
    const next = position(w_answer.items[1], w_text.length);
    if (isText) return new EncodeResolution(w_replacement as W_Str, null, next);
    return new EncodeResolution(null, (w_replacement as W_Bytes).data, next);
  }

  private errorOf(encoding: string, w_text: W_Str, start: i32, end: i32, reason: string): W_UnicodeError {
    const w_known = this.w_error;
    if (w_known !== null) {
      w_known.start = start;
      w_known.end = end;
      w_known.w_reason = fromRts(reason);
      return w_known;
    }
    const error = unicodeError(unicodeEncodeErrorType, encoding, w_text, start, end, reason);
    return this.w_error = getValue(error) as W_UnicodeError;
  }
}

/** The handler for decoding of a name; null means strict. Unknown names are looked up at the first error. */
export function decodeHandlerOf(name: string | null): DecodeErrorHandler {
  if (name === null) return STRICT_DECODE;
  return decodeHandler(name) ?? new PythonDecodeHandler(name);
}

/** The handler for encoding of a name. */
export function encodeHandlerOf(name: string | null): EncodeErrorHandler {
  if (name === null) return STRICT_ENCODE;
  return encodeHandler(name) ?? new PythonEncodeHandler(name);
}
