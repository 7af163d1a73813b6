/** The classes of `_io`, what their instances have in common, and the errors of all of them. */
import type { i32 } from "@rts";
import { call3, callMethod0, type } from "../../core/objspace/call.ts";
import { getattr } from "../../core/objspace/attributes.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import {
  type OperationError,
  operationError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { osErrorType, valueErrorType } from "../../core/objspace/exception_types.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass, typeType } from "../../core/objspace/types.ts";
import { checkSignals } from "../../core/interpreter/signals.ts";

export const ioBaseType: W_Type = moduleClass("_IOBase", "_io");
export const rawIOBaseType: W_Type = moduleClass("_RawIOBase", "_io");
export const bufferedIOBaseType: W_Type = moduleClass("_BufferedIOBase", "_io");
export const textIOBaseType: W_Type = moduleClass("_TextIOBase", "_io");
export const fileIOType: W_Type = moduleClass("FileIO", "_io");
export const bytesIOType: W_Type = moduleClass("BytesIO", "_io");
export const bytesIOBufferType: W_Type = moduleClass("_BytesIOBuffer", "_io");
export const stringIOType: W_Type = moduleClass("StringIO", "_io");
export const bufferedReaderType: W_Type = moduleClass("BufferedReader", "_io");
export const bufferedWriterType: W_Type = moduleClass("BufferedWriter", "_io");
export const bufferedRandomType: W_Type = moduleClass("BufferedRandom", "_io");
export const bufferedRWPairType: W_Type = moduleClass("BufferedRWPair", "_io");
export const textIOWrapperType: W_Type = moduleClass("TextIOWrapper", "_io");
export const newlineDecoderType: W_Type = moduleClass("IncrementalNewlineDecoder", "_io");

// The abstract classes add no fields: a class may derive from several of them.
rawIOBaseType.solid = ioBaseType;
bufferedIOBaseType.solid = ioBaseType;
textIOBaseType.solid = ioBaseType;

export const DEFAULT_BUFFER_SIZE: i32 = 8192;

/** Linux's numbers of errors that streams treat. */
export const EINTR: i32 = 4;
export const EAGAIN: i32 = 11;

/** A stream. */
export class W_IOBase extends W_Object {
  /** `_IOBase.close` ran. */
  isClosed: boolean = false;
  /** `finalize.ts` sees to the end of the stream. */
  closesWhenDead: boolean = false;
  constructor(map: InstanceMap) {
    super(map);
  }

  /** Of streams that die together, lower ranks are closed first: what writes to another before that one. */
  finalizationRank(): i32 {
    return 2;
  }
}

let w_unsupportedClass: W_Type | null = null;

/** `io.UnsupportedOperation`, an OSError and a ValueError; made when it is first needed. */
export function unsupportedOperationClass(): W_Type {
  const w_known = w_unsupportedClass;
  if (w_known !== null) return w_known;
  const w_namespace = new W_Dict();
  w_namespace.setStr(internRts("__module__"), internRts("io"));
  const w_made = call3(
    typeType,
    fromRts("UnsupportedOperation"),
    newTuple2(osErrorType, valueErrorType),
    w_namespace,
  ) as W_Type;
  w_unsupportedClass = w_made;
  return w_made;
}

export function unsupported(message: string): OperationError {
  return operationError(unsupportedOperationClass(), message);
}

export function closedError(): OperationError {
  return valueError("I/O operation on closed file.");
}

/** A stream that was interrupted by a signal runs its handlers and tries again; other errors are thrown. */
export function interruptedOrThrow(result: i32, w_path: W_Root | null): void {
  if (-result !== EINTR) throw osError(-result, w_path);
  checkSignals();
}

const s_closed: W_Str = internRts("closed");
const s_close: W_Str = internRts("close");
const s_flush: W_Str = internRts("flush");

/** `stream.closed`. */
export function isClosed(w_stream: W_Root): boolean {
  return isTrue(getattr(w_stream, s_closed));
}

/** Throws ValueError when a stream says that it is closed. */
export function checkClosed(w_stream: W_Root): void {
  if (isClosed(w_stream)) throw closedError();
}

export function closeStream(w_stream: W_Root): W_Root {
  return callMethod0(w_stream, s_close);
}
export function flushStream(w_stream: W_Root): W_Root {
  return callMethod0(w_stream, s_flush);
}

/** Throws what pickling a stream gives. */
export function refusePickling(w_self: W_Root): W_Root {
  throw typeError(`cannot pickle '${typeName(w_self)}' object`);
}

/** An object that is exactly of `w_type`: a user's subclass may behave otherwise. */
export function isExactly(w_obj: W_Root, w_type: W_Type): boolean {
  return type(w_obj) === w_type;
}

/** None as null. */
export function noneToNull(w_obj: W_Root): W_Root | null {
  return w_obj === w_None ? null : w_obj;
}
