/** Subscription of memoryviews: items, slices, tuples of indices. */
import { type FixedArray, type i32, i32ToI64, i64ToI32, newFixedArray } from "@rts";
import { BufferFlag, BufferLayout, getBuffer } from "./buffer.ts";
import { indexError, type OperationError, operationError, typeError, valueError } from "./errors.ts";
import { indexErrorType, notImplementedErrorType } from "./exception_types.ts";
import { W_Int } from "./int.ts";
import { bytesOfView, type ManagedBuffer, viewOfBuffer, W_Memoryview } from "./memoryview.ts";
import { packItem, runOf, unpackItem } from "./memoryview_items.ts";
import type { W_Root } from "./root.ts";
import { w_Ellipsis, w_None } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { type SliceIndices, sliceIndices } from "./slice_indices.ts";
import { hasIndex, indexI64 } from "./truth.ts";
import { W_Tuple } from "./tuple.ts";

export function notImplemented(message: string): OperationError {
  return operationError(notImplementedErrorType, message);
}

const INVALID_KEY = "memoryview: invalid slice key";

/** How far the item `w_index` of dimension `d` stands from the first. Throws IndexError. */
function offsetIn(view: W_Memoryview, d: i32, w_index: W_Root): i32 {
  const count = i32ToI64(view.layout.shape[d]);
  const index = w_index instanceof W_Int ? w_index.value : indexI64(w_index, indexErrorType);
  const at = index < 0n ? index + count : index;
  if (at < 0n || at >= count) throw indexError(`index out of bounds on dimension ${d + 1}`);
  return i64ToI32(at) * view.layout.strides[d];
}

/** Where the item stands that an index of one dimension means. */
function placeOfIndex(view: W_Memoryview, w_index: W_Root, forWriting: boolean): i32 {
  const dimensions: i32 = view.layout.shape.length;
  if (dimensions === 0) throw typeError("invalid indexing of 0-dim memory");
  if (dimensions > 1) {
    throw notImplemented(
      forWriting ? "sub-views are not implemented" : "multi-dimensional sub-views are not implemented",
    );
  }
  return view.offset + offsetIn(view, 0, w_index);
}

/** Where the item stands that a tuple of indices means. */
function placeOfTuple(view: W_Memoryview, items: FixedArray<W_Root>): i32 {
  const dimensions: i32 = view.layout.shape.length;
  if (items.length < dimensions) throw notImplemented("sub-views are not implemented");
  if (items.length > dimensions) {
    throw typeError(`cannot index ${dimensions}-dimension view with ${items.length}-element tuple`);
  }
  let at = view.offset;
  for (let d: i32 = 0; d < dimensions; d++) at += offsetIn(view, d, items[d]);
  return at;
}

function allIndices(items: FixedArray<W_Root>): boolean {
  for (let i: i32 = 0; i < items.length; i++) if (!hasIndex(items[i])) return false;
  return true;
}
function allSlices(items: FixedArray<W_Root>): boolean {
  for (let i: i32 = 0; i < items.length; i++) if (!(items[i] instanceof W_Slice)) return false;
  return items.length > 0;
}

/** `view[w_key]`. */
export function memoryGetitem(w_self: W_Root, w_key: W_Root): W_Root {
  const view = w_self as W_Memoryview;
  view.check();
  if (view.layout.shape.length === 0) return scalarItem(view, w_key);
  if (w_key instanceof W_Slice) return slicedView(view, w_key);
  if (hasIndex(w_key)) {
    return itemAt(view, placeOfIndex(view, w_key, false));
  }
  if (w_key instanceof W_Tuple) {
    const items = w_key.items;
    if (allIndices(items)) {
      return itemAt(view, placeOfTuple(view, items));
    }
    if (allSlices(items)) throw notImplemented("multi-dimensional slicing is not implemented");
  }
  throw typeError(INVALID_KEY);
}

/** The item at a place. What made the index may have released the view. */
function itemAt(view: W_Memoryview, at: i32): W_Root {
  const run = runOf(view.layout.format);
  view.check();
  return unpackItem(run, view.data, at);
}

/** The item of a view without dimensions. */
function scalarItem(view: W_Memoryview, w_key: W_Root): W_Root {
  if (w_key === w_Ellipsis) return view;
  if (!(w_key instanceof W_Tuple) || w_key.items.length > 0) {
    throw typeError("invalid indexing of 0-dim memory");
  }
  return unpackItem(runOf(view.layout.format), view.data, view.offset);
}

/** A view of a part of the first dimension. */
function slicedView(view: W_Memoryview, w_slice: W_Slice): W_Memoryview {
  const layout = view.layout;
  // What makes the indices may release the view: the buffer is kept meanwhile.
  const managed = view.check().acquire();
  try {
    return partOf(view, managed, layout, sliceIndices(w_slice, layout.shape[0]));
  } finally {
    managed.release();
  }
}

function partOf(
  view: W_Memoryview,
  managed: ManagedBuffer,
  layout: BufferLayout,
  slice: SliceIndices,
): W_Memoryview {
  const shape = newFixedArray<i32>(layout.shape.length, slice.length);
  const strides = newFixedArray<i32>(layout.shape.length, layout.strides[0] * slice.step);
  for (let d: i32 = 1; d < shape.length; d++) {
    shape[d] = layout.shape[d];
    strides[d] = layout.strides[d];
  }
  const offset = view.offset + slice.start * layout.strides[0];
  const part = new BufferLayout(layout.format, layout.itemsize, shape, strides);
  return new W_Memoryview(managed, offset, view.isReadonly, part);
}

/** `view[w_key] = w_value`. */
export function memorySetitem(w_self: W_Root, w_key: W_Root, w_value: W_Root): W_Root {
  const view = w_self as W_Memoryview;
  view.check();
  const format = view.layout.format;
  if (view.isReadonly) throw typeError("cannot modify read-only memory");
  const dimensions: i32 = view.layout.shape.length;
  if (dimensions === 0) {
    const isWhole = w_key === w_Ellipsis || (w_key instanceof W_Tuple && w_key.items.length === 0);
    if (!isWhole) throw typeError("invalid indexing of 0-dim memory");
    put(view, w_value, view.offset);
  } else if (w_key instanceof W_Slice) {
    if (dimensions > 1) {
      throw notImplemented("memoryview slice assignments are currently restricted to ndim = 1");
    }
    assignSlice(view, w_key, w_value);
  } else if (hasIndex(w_key)) {
    runOf(format);
    put(view, w_value, placeOfIndex(view, w_key, true));
  } else if (w_key instanceof W_Tuple && allIndices(w_key.items)) {
    runOf(format);
    put(view, w_value, placeOfTuple(view, w_key.items));
  } else {
    if (w_key instanceof W_Tuple && allSlices(w_key.items)) {
      throw notImplemented("memoryview slice assignments are currently restricted to ndim = 1");
    }
    throw typeError(INVALID_KEY);
  }
  return w_None;
}

/** Writes an item. What makes bytes of the value may release the view. */
function put(view: W_Memoryview, w_value: W_Root, at: i32): void {
  const run = runOf(view.layout.format);
  const bytes = new Uint8Array(run.size);
  packItem(view.layout.format, run, w_value, bytes, 0);
  view.check();
  for (let i: i32 = 0; i < bytes.length; i++) view.data[at + i] = bytes[i];
}

function assignSlice(view: W_Memoryview, w_slice: W_Slice, w_value: W_Root): void {
  const target = slicedView(view, w_slice);
  view.check();
  const source = viewOfBuffer(getBuffer(w_value, BufferFlag.Strided));
  try {
    const isAlike = sameFormat(target.layout.format, source.layout.format) &&
      target.layout.itemsize === source.layout.itemsize && source.layout.shape.length === 1 &&
      source.layout.shape[0] === target.layout.shape[0];
    if (!isAlike) throw valueError("memoryview assignment: lvalue and rvalue have different structures");
    copyItems(target, bytesOfView(source, false));
  } finally {
    source.release();
    target.release();
  }
}

function copyItems(target: W_Memoryview, bytes: Uint8Array): void {
  const itemsize = target.layout.itemsize, stride: i32 = target.layout.strides[0];
  let at = target.offset;
  for (let from: i32 = 0; from < bytes.length; from += itemsize, at += stride) {
    for (let i: i32 = 0; i < itemsize; i++) target.data[at + i] = bytes[from + i];
  }
}

/** Formats that mean the same: `@` may be left out. */
export function sameFormat(a: string, b: string): boolean {
  return (a.startsWith("@") ? a.substring(1, a.length) : a) ===
    (b.startsWith("@") ? b.substring(1, b.length) : b);
}
