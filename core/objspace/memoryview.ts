/**
 * `memoryview`: items in the buffer of another object, in any number of dimensions.
 *
 * Views made from one another share a {@link ManagedBuffer}, which gives the buffer back when all of them were
 * released. Invariant: `managed` is null exactly when the view was released; all methods ask by `check` first.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { Buffer, bufferError, BufferFlag, BufferLayout, Exports } from "./buffer.ts";
import { valueError } from "./errors.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { memoryviewType } from "./types.ts";

/** A buffer that is shared by views. */
export class ManagedBuffer {
  private views: i32 = 0;
  constructor(readonly buffer: Buffer) {}

  acquire(): ManagedBuffer {
    this.views++;
    return this;
  }
  release(): void {
    if (--this.views === 0) this.buffer.release();
  }
}

/** A `memoryview`. */
export class W_Memoryview extends W_Root {
  managed: ManagedBuffer | null;
  readonly w_obj: W_Root;
  readonly data: Uint8Array;
  /** Where the first item stands in `data`. */
  readonly offset: i32;
  /** Bytes of all items. */
  readonly nbytes: i32;
  readonly isReadonly: boolean;
  readonly layout: BufferLayout;
  readonly exports: Exports = new Exports();
  /** The hash, 0 while it was not asked for. */
  hash: i32 = 0;

  constructor(managed: ManagedBuffer, offset: i32, isReadonly: boolean, layout: BufferLayout) {
    super();
    this.managed = managed.acquire();
    this.w_obj = managed.buffer.w_owner;
    this.data = managed.buffer.data;
    this.offset = offset;
    this.isReadonly = isReadonly;
    this.layout = layout;
    this.nbytes = layout.itemsize * itemCount(layout);
  }

  override typeOf(): W_Type {
    return memoryviewType;
  }

  /** The managed buffer. Throws ValueError when the view was released. */
  check(): ManagedBuffer {
    const managed = this.managed;
    if (managed === null) throw valueError("operation forbidden on released memoryview object");
    return managed;
  }

  /** Ends the view. Throws BufferError while buffers of it are in use. */
  release(): void {
    const managed = this.managed;
    if (managed === null) return;
    if (this.exports.isBusy()) {
      const count = this.exports.count;
      throw bufferError(`memoryview has ${count} exported buffer${count === 1 ? "" : "s"}`);
    }
    this.managed = null;
    managed.release();
  }

  override hasBuffer(): boolean {
    return true;
  }

  override acquireBuffer(flags: i32): Buffer | null {
    this.check();
    if ((flags & BufferFlag.Writable) !== 0 && this.isReadonly) return null;
    const isStrided = (flags & BufferFlag.Strided) !== 0;
    if (!isStrided && !isContiguous(this.layout)) {
      throw bufferError("memoryview: underlying buffer is not C-contiguous");
    }
    const layout = isStrided ? this.layout : null;
    const buffer = new Buffer(this, this.data, this.offset, this.nbytes, this.isReadonly, layout);
    return buffer.countIn(this.exports, flags);
  }
}

/** Number of items: the product of the dimensions. */
export function itemCount(layout: BufferLayout): i32 {
  let count: i32 = 1;
  for (let d: i32 = 0; d < layout.shape.length; d++) count *= layout.shape[d];
  return count;
}

/** The items stand one after another, the last index moving fastest. */
export function isContiguous(layout: BufferLayout): boolean {
  let expected = layout.itemsize;
  for (let d: i32 = layout.shape.length - 1; d >= 0; d--) {
    const count: i32 = layout.shape[d];
    if (count === 0) return true;
    if (count > 1 && layout.strides[d] !== expected) return false;
    expected *= count;
  }
  return true;
}

/** The same with the first index moving fastest. */
export function isFortranContiguous(layout: BufferLayout): boolean {
  let expected = layout.itemsize;
  for (let d: i32 = 0; d < layout.shape.length; d++) {
    const count: i32 = layout.shape[d];
    if (count === 0) return true;
    if (count > 1 && layout.strides[d] !== expected) return false;
    expected *= count;
  }
  return true;
}

/** The strides of contiguous items. */
export function stridesOf(shape: FixedArray<i32>, itemsize: i32): FixedArray<i32> {
  const strides = newFixedArray<i32>(shape.length, itemsize);
  for (let d: i32 = shape.length - 2; d >= 0; d--) strides[d] = strides[d + 1] * shape[d + 1];
  return strides;
}

/** One dimension of contiguous items. */
export function flatLayout(format: string, itemsize: i32, count: i32): BufferLayout {
  return new BufferLayout(
    format,
    itemsize,
    newFixedArray<i32>(1, count),
    newFixedArray<i32>(1, itemsize),
  );
}

/** A view of a buffer that was acquired with Held and Strided; it takes the buffer over. */
export function viewOfBuffer(buffer: Buffer): W_Memoryview {
  const layout = buffer.layout ?? flatLayout("B", 1, buffer.length);
  return new W_Memoryview(new ManagedBuffer(buffer), buffer.offset, buffer.isReadonly, layout);
}

/** A copy of the bytes of all items, the last index moving fastest, or the first one for `isFortran`. */
export function bytesOfView(view: W_Memoryview, isFortran: boolean): Uint8Array {
  const out = new Uint8Array(view.nbytes);
  const layout = view.layout;
  const dimensions: i32 = layout.shape.length;
  const index = newFixedArray<i32>(dimensions, 0);
  const itemsize = layout.itemsize;
  let from = view.offset;
  for (let at: i32 = 0; at < out.length; at += itemsize) {
    for (let i: i32 = 0; i < itemsize; i++) out[at + i] = view.data[from + i];
    // Steps the index; what runs over begins anew.
    for (let k: i32 = 0; k < dimensions; k++) {
      const d: i32 = isFortran ? k : dimensions - 1 - k;
      from += layout.strides[d];
      if (++index[d] < layout.shape[d]) break;
      from -= layout.strides[d] * layout.shape[d];
      index[d] = 0;
    }
  }
  return out;
}
