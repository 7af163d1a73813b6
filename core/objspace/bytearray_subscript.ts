/** Assigning and deleting elements and slices of `bytearray`. */
import { arrayCopy, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import type { W_Bytearray } from "./bytearray.ts";
import { bytesOfObject } from "./bytes_new.ts";
import { byteOf } from "./bytes_view.ts";
import { typeError, typeName, valueError } from "./errors.ts";
import { indexErrorType } from "./exception_types.ts";
import { W_Float } from "./float.ts";
import { W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { type SliceIndices, unpackSlice } from "./slice_indices.ts";
import { W_Str } from "./str/wstr.ts";
import { hasIndex, indexI64, normalizeIndex } from "./truth.ts";

const OUT_OF_RANGE = "bytearray index out of range";

/** An index that is no slice, not yet compared with the length. */
function indexOf(w_index: W_Root): i64 {
  if (!hasIndex(w_index)) {
    throw typeError(`bytearray indices must be integers or slices, not ${typeName(w_index)}`);
  }
  return indexI64(w_index, indexErrorType);
}

/** `bytearray.__setitem__`. */
export function setItem(w_self: W_Root, w_index: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  if (w_index instanceof W_Int && w_value instanceof W_Int) {
    const index = w_index.value, byte = w_value.value;
    if (index >= 0n && index < i32ToI64(self.length) && byte >= 0n && byte <= 255n) {
      self.data[self.start + i64ToI32(index)] = i64ToI32(byte);
      return w_None;
    }
  }
  if (w_index instanceof W_Slice) {
    setSlice(self, w_index, w_value);
    return w_None;
  }
  const index = indexOf(w_index);
  // The value's `__index__` may change the array, so the length is asked for after it.
  const byte = byteOf(w_value, "byte");
  self.data[self.start + normalizeIndex(index, self.length, OUT_OF_RANGE)] = byte;
  return w_None;
}

/** `bytearray.__delitem__`. */
export function deleteItem(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  if (w_index instanceof W_Slice) deleteSlice(self, unpackSlice(w_index).adjust(self.length));
  else self.replaceRange(normalizeIndex(indexOf(w_index), self.length, OUT_OF_RANGE), 1, 0);
  return w_None;
}

/** A copy of what is assigned to a slice. */
function assignedBytes(w_value: W_Root): Uint8Array {
  if (hasIndex(w_value) || w_value instanceof W_Float || w_value instanceof W_Str) {
    throw typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  return bytesOfObject(w_value, "bytearray");
}

function setSlice(self: W_Bytearray, w_slice: W_Slice, w_value: W_Root): void {
  const slice = unpackSlice(w_slice);
  const bytes = assignedBytes(w_value);
  slice.adjust(self.length);
  if (slice.step === 1) {
    const at = slice.start;
    self.replaceRange(at, slice.length, bytes.length);
    self.write(at, bytes, 0, bytes.length);
    return;
  }
  if (bytes.length === 0) {
    deleteSlice(self, slice);
    return;
  }
  if (bytes.length !== slice.length) {
    throw valueError(
      `attempt to assign bytes of size ${bytes.length} to extended slice of size ${slice.length}`,
    );
  }
  let at = self.start + slice.start;
  for (let i: i32 = 0; i < slice.length; i++, at += slice.step) self.data[at] = bytes[i];
}

function deleteSlice(self: W_Bytearray, slice: SliceIndices): void {
  const count = slice.length;
  if (count === 0) return;
  if (slice.step === 1) {
    self.replaceRange(slice.start, count, 0);
    return;
  }
  self.checkResizable();
  // From the lowest place on, what is between two places moves down by those before it.
  const step = Math.abs(slice.step);
  const first = slice.step > 0 ? slice.start : slice.start + (count - 1) * slice.step;
  const data = self.data;
  let to = self.start + first;
  for (let i: i32 = 0; i < count; i++) {
    const from = first + i * step + 1;
    const end = i === count - 1 ? self.length : from + step - 1;
    arrayCopy(data, self.start + from, data, to, end - from);
    to += end - from;
  }
  self.replaceRange(self.length - count, count, 0);
}
