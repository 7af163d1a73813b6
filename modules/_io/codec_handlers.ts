/** Error handlers by name, and Python's exceptions for failures of the codecs. */
import { type Exception, type i32, newFixedArray } from "@rts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { type OperationError } from "../../core/objspace/errors.ts";
import { unicodeDecodeErrorType, unicodeEncodeErrorType } from "../../core/objspace/exception_types.ts";
import { operationErrorItems } from "../../core/objspace/exceptions.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import {
  decodeHandler,
  type DecodeErrorHandler,
  encodeHandler,
  type EncodeErrorHandler,
  STRICT_DECODE,
  STRICT_ENCODE,
  UnicodeDecodeFailure,
  UnicodeEncodeFailure,
} from "../../core/objspace/unicode/errors.ts";

export function decodeHandlerOf(name: string): DecodeErrorHandler {
  return decodeHandler(name) ?? STRICT_DECODE;
}
export function encodeHandlerOf(name: string): EncodeErrorHandler {
  return encodeHandler(name) ?? STRICT_ENCODE;
}

/** What travels on when a codec threw `e`. */
export function translated(e: Exception): Exception {
  if (e instanceof UnicodeDecodeFailure) {
    return failure(unicodeDecodeErrorType, e.encoding, newBytes(e.data), e.start, e.end, e.message);
  }
  if (e instanceof UnicodeEncodeFailure) {
    return failure(unicodeEncodeErrorType, e.encoding, e.w_text, e.start, e.end, e.message);
  }
  return e;
}

function failure(
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
