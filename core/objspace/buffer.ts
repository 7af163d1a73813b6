/**
 * The buffer protocol: how RTS code gets at the bytes of an object (`bytes`, `bytearray`, `memoryview`, `array`, …).
 *
 * An object that has bytes overrides `W_Root.acquireBuffer`. Who asks for a buffer releases it, also when something is
 * thrown; while it is held, the object does not move or resize its bytes. What is asked for is a sum of
 * {@link BufferFlag}s; without Strided the bytes are `data[offset]` to `data[offset + length - 1]`.
 */
import { arrayCopy, type FixedArray, gcCollect, type i32, WeakReference } from "@rts";
import { OperationError, operationError, typeError, typeName } from "./errors.ts";
import { bufferErrorType } from "./exception_types.ts";
import type { W_Root } from "./root.ts";

/** What a consumer asks for. */
export const enum BufferFlag {
  /** Bytes one after another, to be read, for a short time. */
  Simple = 0,
  /** To be written as well. */
  Writable = 1,
  /** The consumer heeds `layout`: format, shape and strides. */
  Strided = 2,
  /** Held by an object that Python may forget to release: it counts until that object is collected. */
  Held = 4,
}

/** Items in a buffer: dimensions in C order of their indices; strides are in bytes and may be negative. */
export class BufferLayout {
  readonly format: string;
  readonly itemsize: i32;
  readonly shape: FixedArray<i32>;
  readonly strides: FixedArray<i32>;

  constructor(format: string, itemsize: i32, shape: FixedArray<i32>, strides: FixedArray<i32>) {
    this.format = format;
    this.itemsize = itemsize;
    this.shape = shape;
    this.strides = strides;
  }
}

/** The bytes of an object, while they are held. */
export class Buffer {
  /** The object that they belong to (`memoryview.obj`). */
  readonly w_owner: W_Root;
  readonly data: Uint8Array;
  /** Where the first item stands in `data`. */
  readonly offset: i32;
  /** Bytes of all items. */
  readonly length: i32;
  readonly isReadonly: boolean;
  /** Null for plain bytes (format `B`, one dimension, contiguous). */
  readonly layout: BufferLayout | null;
  private exports: Exports | null = null;
  private isHeld: boolean = false;

  constructor(
    w_owner: W_Root,
    data: Uint8Array,
    offset: i32,
    length: i32,
    isReadonly: boolean,
    layout: BufferLayout | null = null,
  ) {
    this.w_owner = w_owner;
    this.data = data;
    this.offset = offset;
    this.length = length;
    this.isReadonly = isReadonly;
    this.layout = layout;
  }

  /** Counts this buffer among those of an exporter until it is released; for `acquireBuffer`. */
  countIn(exports: Exports, flags: i32): Buffer {
    this.exports = exports;
    this.isHeld = (flags & BufferFlag.Held) !== 0;
    exports.add(this, this.isHeld);
    return this;
  }

  /** Ends the use of the buffer. Calling it again does nothing. */
  release(): void {
    const exports = this.exports;
    if (exports === null) return;
    this.exports = null;
    exports.remove(this, this.isHeld);
  }

  /** A copy of the bytes. The buffer must not be strided. */
  toBytes(): Uint8Array {
    return copyBytes(this.data, this.offset, this.length);
  }
}

/**
 * The buffers of an object that can be resized. Reference counting would release the buffer of a forgotten memoryview
 * at once; here a collection finds out, when the object is to be resized and such buffers are around.
 */
export class Exports {
  /** Buffers in short use. */
  private pins: i32 = 0;
  private readonly held: WeakReference<Buffer>[] = [];

  add(buffer: Buffer, isHeld: boolean): void {
    if (isHeld) this.held.push(new WeakReference<Buffer>(buffer));
    else this.pins++;
  }

  remove(buffer: Buffer, isHeld: boolean): void {
    if (!isHeld) {
      this.pins--;
      return;
    }
    for (let i = 0; i < this.held.length; i++) {
      if (this.held[i].get() === buffer) {
        this.held.splice(i, 1);
        return;
      }
    }
  }

  /** Buffers that were not released. */
  get count(): i32 {
    return this.pins + this.held.length;
  }

  /** True while a resize would pull the bytes away under somebody. */
  isBusy(): boolean {
    if (this.pins > 0) return true;
    if (this.held.length === 0) return false;
    if (this.dropDead()) gcCollect(1);
    this.dropDead();
    return this.held.length > 0;
  }

  /** Throws BufferError when {@link isBusy}. */
  checkResizable(): void {
    if (this.isBusy()) throw bufferError("Existing exports of data: object cannot be re-sized");
  }

  /** Forgets collected buffers; true when others are left. */
  private dropDead(): boolean {
    let kept: i32 = 0;
    for (let i = 0; i < this.held.length; i++) {
      const reference = this.held[i];
      if (reference.get() !== null) this.held[kept++] = reference;
    }
    this.held.length = kept;
    return kept > 0;
  }
}

export function bufferError(message: string): OperationError {
  return operationError(bufferErrorType, message);
}

/** The buffer of an object; null when it has none, or cannot be written though that was asked for. */
export function tryBuffer(w_obj: W_Root, flags: i32): Buffer | null {
  return w_obj.acquireBuffer(flags);
}

/** The buffer of an object, to be read; null also where its bytes do not stand one after another. */
export function plainBuffer(w_obj: W_Root): Buffer | null {
  try {
    return w_obj.acquireBuffer(BufferFlag.Simple);
  } catch (e) {
    if (e instanceof OperationError) return null;
    throw e;
  }
}

/** Tells whether an object has a buffer at all (`PyObject_CheckBuffer`). */
export function hasBuffer(w_obj: W_Root): boolean {
  return w_obj.hasBuffer();
}

/** The buffer of an object, to be read. Throws TypeError("a bytes-like object is required, not 'x'"). */
export function readBuffer(w_obj: W_Root): Buffer {
  return getBuffer(w_obj, BufferFlag.Simple);
}

/** The same with flags. */
export function getBuffer(w_obj: W_Root, flags: i32): Buffer {
  const buffer = w_obj.acquireBuffer(flags);
  if (buffer !== null) return buffer;
  if ((flags & BufferFlag.Writable) !== 0 && w_obj.hasBuffer()) throw bufferError("Object is not writable.");
  throw notBytesLike(w_obj);
}

/**
 * The buffer of an argument that is written to. Throws TypeError as CPython words it: `what` is like
 * `"readinto() argument"` or `"recv_into() argument 1"`.
 */
export function writeBuffer(w_obj: W_Root, what: string): Buffer {
  const buffer = w_obj.acquireBuffer(BufferFlag.Writable);
  if (buffer !== null) return buffer;
  throw typeError(`${what} must be read-write bytes-like object, not ${typeName(w_obj)}`);
}

export function notBytesLike(w_obj: W_Root): OperationError {
  return typeError(`a bytes-like object is required, not '${typeName(w_obj)}'`);
}

/** A copy of the bytes of an object. Throws TypeError. */
export function bytesOfBuffer(w_obj: W_Root): Uint8Array {
  const buffer = readBuffer(w_obj);
  const bytes = buffer.toBytes();
  buffer.release();
  return bytes;
}

/** A copy of `length` bytes from `offset` on. */
export function copyBytes(data: Uint8Array, offset: i32, length: i32): Uint8Array {
  const bytes = new Uint8Array(length);
  if (length > 24) arrayCopy(data, offset, bytes, 0, length);
  else for (let i = 0; i < length; i++) bytes[i] = data[offset + i];
  return bytes;
}
