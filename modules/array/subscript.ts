/** Elements and slices of arrays. */
import { arrayCopy, type i32, i64ToI32 } from "@rts";
import {
  indexError,
  type OperationError,
  operationError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { indexErrorType, typeErrorType } from "../../core/objspace/exception_types.ts";
import { W_Int } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { W_Slice } from "../../core/objspace/slice.ts";
import { type SliceIndices, unpackSlice } from "../../core/objspace/slice_indices.ts";
import { hasIndex, indexI64, normalizeIndex } from "../../core/objspace/truth.ts";
import { arrayOfBytes, W_Array } from "./array.ts";
import { setItem } from "./convert.ts";

const OUT_OF_RANGE = "array index out of range";
const ASSIGNED_OUT_OF_RANGE = "array assignment index out of range";

function placeOf(self: W_Array, w_index: W_Root, message: string): i32 {
  if (!hasIndex(w_index)) throw typeError("array indices must be integers");
  const index = indexI64(w_index, indexErrorType);
  return normalizeIndex(index, self.length, message);
}

/** `self[w_index]`. */
export function getSubscript(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_Array;
  if (w_index instanceof W_Int) return self.getItem(normalizeIndex(w_index.value, self.length, OUT_OF_RANGE));
  if (w_index instanceof W_Slice) return getSlice(self, unpackSlice(w_index).adjust(self.length));
  return self.getItem(placeOf(self, w_index, OUT_OF_RANGE));
}

function getSlice(self: W_Array, slice: SliceIndices): W_Root {
  if (slice.step === 1) {
    return arrayOfBytes(self.item, self.copyRange(slice.start, slice.start + slice.length));
  }
  const size = self.itemsize;
  const bytes = new Uint8Array(slice.length * size);
  let at = slice.start;
  for (let i: i32 = 0; i < slice.length; i++, at += slice.step) {
    arrayCopy(self.data, at * size, bytes, i * size, size);
  }
  return arrayOfBytes(self.item, bytes);
}

/** The error of an array of another type. */
export function otherKind(): OperationError {
  return operationError(typeErrorType, "bad argument type for built-in operation");
}

/** `self[w_index] = w_value`. */
export function setSubscript(w_self: W_Root, w_index: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Array;
  if (w_index instanceof W_Slice) {
    if (!(w_value instanceof W_Array)) {
      throw typeError(`can only assign array (not "${typeName(w_value)}") to array slice`);
    }
    if (w_value.item !== self.item) throw otherKind();
    setSlice(self, unpackSlice(w_index).adjust(self.length), w_value.copyRange(0, w_value.length));
    return w_None;
  }
  const at = placeOf(self, w_index, ASSIGNED_OUT_OF_RANGE);
  if (!setItem(self, at, w_value)) throw indexError(ASSIGNED_OUT_OF_RANGE);
  return w_None;
}

function setSlice(self: W_Array, slice: SliceIndices, bytes: Uint8Array): void {
  const size = self.itemsize;
  const count = (bytes.length / size) | 0;
  if (slice.step === 1) {
    self.replaceRange(slice.start, slice.length, count);
    self.write(slice.start, bytes);
    return;
  }
  if (count !== slice.length) {
    throw valueError(`attempt to assign array of size ${count} to extended slice of size ${slice.length}`);
  }
  let at = slice.start;
  for (let i: i32 = 0; i < count; i++, at += slice.step) {
    arrayCopy(bytes, i * size, self.data, at * size, size);
  }
}

/** `del self[w_index]`. */
export function deleteSubscript(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_Array;
  if (!(w_index instanceof W_Slice)) {
    self.replaceRange(placeOf(self, w_index, ASSIGNED_OUT_OF_RANGE), 1, 0);
    return w_None;
  }
  const slice = unpackSlice(w_index).adjust(self.length);
  if (slice.length === 0) return w_None;
  if (slice.step === 1) self.replaceRange(slice.start, slice.length, 0);
  else deleteExtended(self, slice);
  return w_None;
}

/** From the lowest place on, what is between two places moves down by those before it. */
function deleteExtended(self: W_Array, slice: SliceIndices): void {
  self.checkResizable();
  const count = slice.length;
  const size = self.itemsize;
  const step = Math.abs(slice.step);
  const first = slice.step > 0 ? slice.start : slice.start + (count - 1) * slice.step;
  let to = first;
  for (let i: i32 = 0; i < count; i++) {
    const from = first + i * step + 1;
    const end = i === count - 1 ? self.length : from + step - 1;
    arrayCopy(self.data, from * size, self.data, to * size, (end - from) * size);
    to += end - from;
  }
  self.replaceRange(self.length - count, count, 0);
}

/** An index as `insert` and `pop` take it: a `Py_ssize_t`, clamped to 32 bits. */
export function signedPlace(w_index: W_Root): i32 {
  const index = indexI64(w_index, indexErrorType);
  return i64ToI32(index > 0x7fffffffn ? 0x7fffffffn : index < -0x80000000n ? -0x80000000n : index);
}
