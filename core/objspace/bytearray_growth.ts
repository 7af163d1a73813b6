/** `+=`, `*=` and `extend` of `bytearray`. */
import { arrayCopy, type i32 } from "@rts";
import { copyBytes, plainBuffer } from "./buffer.ts";
import { MAX_BYTES, type W_Bytearray } from "./bytearray.ts";
import { collect } from "./bytes_new.ts";
import { noConcat, repeated } from "./bytes_operators.ts";
import { type } from "./call.ts";
import { OperationError, typeError, typeName } from "./errors.ts";
import { typeErrorType } from "./exception_types.ts";
import { iter } from "./iteration.ts";
import { repeatCount } from "./list_methods.ts";
import { memoryError } from "./memory_error.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";

function appendAll(self: W_Bytearray, data: Uint8Array, offset: i32, count: i32): void {
  const at = self.length;
  self.replaceRange(at, 0, count);
  arrayCopy(data, offset, self.data, self.start + at, count);
}

/** Appends the bytes of a buffer; false when the object has none. The array itself is its own, shorter, copy. */
function appendBuffer(self: W_Bytearray, w_other: W_Root): boolean {
  const buffer = plainBuffer(w_other);
  if (buffer === null) return false;
  const isSelf = buffer.data === self.data;
  const data = isSelf ? copyBytes(buffer.data, buffer.offset, buffer.length) : buffer.data;
  if (isSelf) buffer.release();
  try {
    appendAll(self, data, isSelf ? 0 : buffer.offset, buffer.length);
  } finally {
    buffer.release();
  }
  return true;
}

/** `self += w_other`. */
export function iaddBytes(w_self: W_Root, w_other: W_Root): W_Root {
  if (!appendBuffer(w_self as W_Bytearray, w_other)) throw noConcat(w_self, w_other);
  return w_self;
}

/** `self *= w_count`. */
export function imulBytes(w_self: W_Root, w_count: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  const count = repeatCount(w_count);
  const length = self.length;
  if (count > 1 && length > ((MAX_BYTES / count) | 0)) throw memoryError();
  if (count !== 1 && length > 0) self.setData(repeated(self.data, self.start, length, count));
  return self;
}

/** `self.extend(w_iterable)`. */
export function extendBytes(w_self: W_Root, w_iterable: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  if (appendBuffer(self, w_iterable)) return w_None;
  const special = type(w_iterable).special;
  if (special[Special.Iter] === null && special[Special.Getitem] === null) {
    throw typeError(`can't extend bytearray with ${typeName(w_iterable)}`);
  }
  const bytes = collect(iterForExtend(w_iterable), "byte");
  appendAll(self, bytes, 0, bytes.length);
  return w_None;
}

function iterForExtend(w_iterable: W_Root): W_Root {
  try {
    return iter(w_iterable);
  } catch (e) {
    if (e instanceof OperationError && e.matches(typeErrorType)) {
      throw typeError(`can't extend bytearray with ${typeName(w_iterable)}`);
    }
    throw e;
  }
}
