/** The operators that `bytes` and `bytearray` share. */
import { arrayCopy, type i32 } from "@rts";
import { plainBuffer } from "./buffer.ts";
import { MAX_BYTES, W_Bytearray } from "./bytearray.ts";
import { W_Bytes } from "./bytes.ts";
import {
  byteOf,
  dataOf,
  lengthOf,
  operandText,
  resultLike,
  resultOfText,
  startOf,
  textOf,
} from "./bytes_view.ts";
import { type OperationError, typeError, typeName } from "./errors.ts";
import { newBool, newInt32 } from "./int.ts";
import { repeatCount } from "./list_methods.ts";
import { memoryError } from "./memory_error.ts";
import { percentFormatBytes } from "./percent_format.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented } from "./singletons.ts";
import * as finding from "./str/find.ts";
import { hasIndex } from "./truth.ts";

export function bytesLen(w_self: W_Root): W_Root {
  return newInt32(lengthOf(w_self));
}

export function bytesAdd(w_self: W_Root, w_other: W_Root): W_Root {
  const buffer = plainBuffer(w_other);
  if (buffer === null) throw noConcat(w_self, w_other);
  const count = lengthOf(w_self);
  if (buffer.length > MAX_BYTES - count) throw memoryError();
  const joined = new Uint8Array(count + buffer.length);
  arrayCopy(dataOf(w_self), startOf(w_self), joined, 0, count);
  arrayCopy(buffer.data, buffer.offset, joined, count, buffer.length);
  buffer.release();
  return resultLike(w_self, joined);
}

/** "can't concat str to bytes". */
export function noConcat(w_self: W_Root, w_other: W_Root): OperationError {
  return typeError(`can't concat ${typeName(w_other)} to ${typeName(w_self)}`);
}

export function bytesMul(w_self: W_Root, w_count: W_Root): W_Root {
  const count = repeatCount(w_count);
  const length = lengthOf(w_self);
  if (count > 1 && length > ((MAX_BYTES / count) | 0)) throw memoryError();
  if (count === 1 && w_self instanceof W_Bytes) return w_self.plain();
  return resultLike(w_self, repeated(dataOf(w_self), startOf(w_self), length, count));
}

/** `count` copies of `length` bytes. */
export function repeated(data: Uint8Array, start: i32, length: i32, count: i32): Uint8Array {
  const out = new Uint8Array(length * count);
  if (length === 1) {
    out.fill(data[start]);
    return out;
  }
  for (let i: i32 = 0, at: i32 = 0; i < count; i++, at += length) arrayCopy(data, start, out, at, length);
  return out;
}

export function bytesMod(w_self: W_Root, w_args: W_Root): W_Root {
  return resultOfText(w_self, percentFormatBytes(textOf(w_self), w_args));
}

export function bytesRmod(w_self: W_Root, w_format: W_Root): W_Root {
  const isAlike = w_self instanceof W_Bytes ? w_format instanceof W_Bytes : w_format instanceof W_Bytearray;
  return isAlike ? bytesMod(w_format, w_self) : w_NotImplemented;
}

export function bytesContains(w_self: W_Root, w_part: W_Root): W_Root {
  if (!(w_part instanceof W_Bytes) && hasIndex(w_part)) {
    const byte = byteOf(w_part, "byte");
    const start = startOf(w_self);
    return newBool(finding.findChar(1, dataOf(w_self), byte, start, start + lengthOf(w_self)) >= 0);
  }
  return newBool(finding.contains(textOf(w_self), operandText(w_part)));
}
