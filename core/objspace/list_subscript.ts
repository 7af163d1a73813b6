/** Subscription of lists: reading, assigning and deleting elements and slices. */
import { type i32, i32ToI64, i64ToI32 } from "@rts";
import { type } from "./call.ts";
import { typeError, valueError } from "./errors.ts";
import { W_Int } from "./int.ts";
import { isExactList, W_List } from "./list.ts";
import { copyData, newData, pickData, spreadData } from "./list_storage.ts";
import { listFrom } from "./list_methods.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { assignedIndex, IndexErrors, itemIndex, type SliceIndices, unpackSlice } from "./slice_indices.ts";
import { Special } from "./special.ts";
import { listType } from "./types.ts";

const ERRORS: IndexErrors = new IndexErrors("list");

/** `list.__getitem__`. */
export function listGetitem(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_List;
  if (w_index instanceof W_Int) {
    const index = w_index.value;
    const at = index < 0n ? index + i32ToI64(self.length) : index;
    if (at >= 0n && at < i32ToI64(self.length)) return self.getItem(i64ToI32(at));
  }
  if (w_index instanceof W_Slice) return getSlice(self, unpackSlice(w_index));
  return self.getItem(itemIndex(w_index, self.length, ERRORS));
}

function getSlice(self: W_List, slice: SliceIndices): W_Root {
  slice.adjust(self.length);
  const count = slice.length;
  if (slice.step === 1 || count === 0) return self.slice(slice.start, count);
  const data = newData(self.kind, count);
  pickData(self.kind, self.data, slice.start, slice.step, data, count);
  return new W_List(listType.instanceMap, self.kind, data, count);
}

/** `list.__setitem__`. */
export function listSetitem(w_self: W_Root, w_index: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_List;
  if (w_index instanceof W_Int) {
    const index = w_index.value;
    const at = index < 0n ? index + i32ToI64(self.length) : index;
    if (at >= 0n && at < i32ToI64(self.length)) {
      self.setItem(i64ToI32(at), w_value);
      return w_None;
    }
  }
  if (w_index instanceof W_Slice) setSlice(self, unpackSlice(w_index), w_value);
  else self.setItem(assignedIndex(w_index, self.length, ERRORS), w_value);
  return w_None;
}

function setSlice(self: W_List, slice: SliceIndices, w_value: W_Root): void {
  if (slice.step === 1) {
    const source = sourceOf(self, w_value, "can only assign an iterable");
    slice.adjust(self.length);
    replaceRange(self, slice.start, slice.length, source);
    return;
  }
  const source = sourceOf(self, w_value, "must assign iterable to extended slice");
  slice.adjust(self.length);
  if (source.length !== slice.length) {
    throw valueError(
      `attempt to assign sequence of size ${source.length} to extended slice of size ${slice.length}`,
    );
  }
  if (source.length === 0) return;
  self.accept(source.kind);
  const data = source.kind === self.kind ? source.data : source.objects();
  spreadData(self.kind, data, self.data, slice.start, slice.step, slice.length);
}

/** The elements to assign, as a list that is not the one assigned to. */
function sourceOf(self: W_List, w_value: W_Root, message: string): W_List {
  if (w_value === self) return self.slice(0, self.length);
  if (isExactList(w_value)) return w_value as W_List;
  checkIterable(w_value, message);
  return listFrom(w_value);
}

/** Throws TypeError(`message`) for what is not iterable. */
function checkIterable(w_value: W_Root, message: string): void {
  if (type(w_value).special[Special.Iter] === null && type(w_value).special[Special.Getitem] === null) {
    throw typeError(message);
  }
}

/** Puts the elements of `source` in the place of `count` elements at `at`. */
function replaceRange(self: W_List, at: i32, count: i32, source: W_List): void {
  const wanted = source.length;
  if (wanted === 0) {
    self.removeRange(at, count);
    return;
  }
  self.accept(source.kind);
  const kind = self.kind;
  if (wanted > count) self.openGap(at + count, wanted - count);
  else if (wanted < count) self.removeRange(at + wanted, count - wanted);
  const data = source.kind === kind ? source.data : source.objects();
  copyData(kind, data, 0, self.data, at, wanted);
}

/** `list.__delitem__`. */
export function listDelitem(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_List;
  if (w_index instanceof W_Slice) {
    const slice = unpackSlice(w_index);
    deleteSlice(self, slice.adjust(self.length));
  } else {
    self.removeRange(assignedIndex(w_index, self.length, ERRORS), 1);
  }
  return w_None;
}

function deleteSlice(self: W_List, slice: SliceIndices): void {
  const count = slice.length;
  if (count === 0) return;
  let start = slice.start;
  let step = slice.step;
  if (step < 0) {
    start += (count - 1) * step;
    step = -step;
  }
  if (step === 1) {
    self.removeRange(start, count);
    return;
  }
  closeGaps(self, start, step, count);
}

/** Removes `count` elements that stand `step` apart, moving each stretch between them once. */
function closeGaps(self: W_List, start: i32, step: i32, count: i32): void {
  const length = self.length;
  let to = start;
  for (let i: i32 = 0; i < count; i++) {
    const from = start + i * step + 1;
    const end = i + 1 < count ? from + step - 1 : length;
    copyData(self.kind, self.data, from, self.data, to, end - from);
    to += end - from;
  }
  self.shorten(length - count);
}
