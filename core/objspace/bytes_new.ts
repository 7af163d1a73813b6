/** Making `bytes` and `bytearray` out of anything: counts, texts, buffers, iterables of integers. */
import { type i32, i64ToI32 } from "@rts";
import { type Buffer, BufferFlag, tryBuffer } from "./buffer.ts";
import { newBytes, W_Bytes, W_BytesUser } from "./bytes.ts";
import { byteOf } from "./bytes_view.ts";
import { callSpecial1, type } from "./call.ts";
import { type OperationError, OperationError as PyError, typeError, typeName, valueError } from "./errors.ts";
import { overflowErrorType, typeErrorType } from "./exception_types.ts";
import { iter, next } from "./iteration.ts";
import { bytesOfView, viewOfBuffer } from "./memoryview.ts";
import { memoryError } from "./memory_error.ts";
import type { W_Root } from "./root.ts";
import { w_unset } from "./singletons.ts";
import { Special } from "./special.ts";
import { optionalText } from "./str_arguments.ts";
import { W_Str } from "./str/wstr.ts";
import { encodeText } from "./text_codecs.ts";
import { hasIndex, indexI64 } from "./truth.ts";
import { W_Tuple } from "./tuple.ts";
import type { W_Type } from "./type.ts";
import { bytesType } from "./types.ts";
import { ByteBuilder } from "./unicode/bytebuilder.ts";

/** `bytes(source, encoding, errors)`. */
export function bytesNew(w_type: W_Root, w_source: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Root {
  const w_bytes = makeBytes(w_source, w_encoding, w_errors);
  if (w_type === bytesType) return w_bytes;
  return new W_BytesUser((w_type as W_Type).instanceMap, w_bytes.data);
}

function makeBytes(w_source: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Bytes {
  const encoding = optionalText(w_encoding, "bytes", "'encoding'");
  const errors = optionalText(w_errors, "bytes", "'errors'");
  if (w_source === w_unset) {
    if (encoding !== null) throw typeError("encoding without a string argument");
    if (errors !== null) throw typeError("errors without a string argument");
    return newBytes(new Uint8Array(0));
  }
  if (encoding !== null) {
    if (!(w_source instanceof W_Str)) throw typeError("encoding without a string argument");
    return encodeText(w_source, encoding, errors) as W_Bytes;
  }
  if (errors !== null) {
    throw typeError(
      w_source instanceof W_Str ? "string argument without an encoding" : "errors without a string argument",
    );
  }
  return bytesFrom(w_source);
}

/** `bytes(w_source)`. */
export function bytesFrom(w_source: W_Root): W_Bytes {
  const w_descr = type(w_source).special[Special.Bytes];
  if (w_descr !== null) {
    const w_result = callSpecial1(w_descr, w_source);
    if (w_result instanceof W_Bytes) return w_result;
    throw typeError(`__bytes__ returned non-bytes (type ${typeName(w_result)})`);
  }
  if (w_source instanceof W_Str) throw typeError("string argument without an encoding");
  const count = countOf(w_source);
  if (count >= 0) return newBytes(new Uint8Array(count));
  if (w_source instanceof W_Bytes) return w_source.plain();
  return newBytes(bytesOfObject(w_source, "bytes"));
}

/** The number of zero bytes that an integer asks for; -1 for what is no integer. Throws ValueError, OverflowError. */
export function countOf(w_source: W_Root): i32 {
  if (!hasIndex(w_source)) return -1;
  try {
    const count = indexI64(w_source, overflowErrorType);
    if (count < 0n) throw valueError("negative count");
    if (count > 0x7fffff00n) throw memoryError();
    return i64ToI32(count);
  } catch (e) {
    if (e instanceof PyError && e.matches(typeErrorType)) return -1;
    throw e;
  }
}

/** A copy of the bytes of a buffer, or of the integers of an iterable. `name` is the class, for messages. */
export function bytesOfObject(w_source: W_Root, name: string): Uint8Array {
  const buffer = tryBuffer(w_source, BufferFlag.Strided);
  if (buffer !== null) {
    const bytes = buffer.layout === null ? buffer.toBytes() : stridedBytes(buffer);
    buffer.release();
    return bytes;
  }
  const noun = name === "bytes" ? "bytes" : "byte";
  if (w_source instanceof W_Tuple && !type(w_source).isHeap()) return bytesOfItems(w_source, noun);
  if (w_source instanceof W_Str) throw cannotConvert(w_source, name);
  return collect(iterOrFail(w_source, name), noun);
}

function stridedBytes(buffer: Buffer): Uint8Array {
  return bytesOfView(viewOfBuffer(buffer), false);
}

function cannotConvert(w_source: W_Root, name: string): OperationError {
  return typeError(`cannot convert '${typeName(w_source)}' object to ${name}`);
}

/** `iter(w_source)`. Throws TypeError("cannot convert 'x' object to bytes"). */
export function iterOrFail(w_source: W_Root, name: string): W_Root {
  const special = type(w_source).special;
  if (special[Special.Iter] === null && special[Special.Getitem] === null) {
    throw cannotConvert(w_source, name);
  }
  try {
    return iter(w_source);
  } catch (e) {
    if (e instanceof PyError && e.matches(typeErrorType)) throw cannotConvert(w_source, name);
    throw e;
  }
}

function bytesOfItems(w_items: W_Tuple, noun: string): Uint8Array {
  const items = w_items.items;
  const bytes = new Uint8Array(items.length);
  for (let i: i32 = 0; i < items.length; i++) bytes[i] = byteOf(items[i], noun);
  return bytes;
}

/** The integers of an iterator. */
export function collect(w_iterator: W_Root, noun: string): Uint8Array {
  const out = new ByteBuilder();
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return out.build();
    out.append(byteOf(w_item, noun));
  }
}
