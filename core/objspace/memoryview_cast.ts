/** `memoryview.cast`: the same bytes with another format or shape. */
import { type i32, i32ToI64, i64ToI32, newFixedArray } from "@rts";
import { BufferLayout } from "./buffer.ts";
import { typeError, valueError } from "./errors.ts";
import { W_Integer } from "./int.ts";
import { unpackIterable } from "./iteration.ts";
import { W_List } from "./list.ts";
import { flatLayout, isContiguous, stridesOf, W_Memoryview } from "./memoryview.ts";
import { nativeLetter, sizeOfLetter } from "./memoryview_items.ts";
import type { W_Root } from "./root.ts";
import { w_unset } from "./singletons.ts";
import { strArgument } from "./str_arguments.ts";
import { W_Tuple } from "./tuple.ts";

/** `view.cast(format, shape)`. */
export function memoryCast(w_self: W_Root, w_format: W_Root, w_shape: W_Root): W_Root {
  const view = w_self as W_Memoryview;
  const format = strArgument(w_format, "cast", "'format'").toRts();
  const managed = view.check();
  if (!isContiguous(view.layout)) throw typeError("memoryview: casts are restricted to C-contiguous views");
  const hasShape = w_shape !== w_unset;
  if (hasShape || view.layout.shape.length !== 1) checkZeros(view.layout);
  let shape: W_Root[] | null = null;
  if (hasShape) {
    if (!(w_shape instanceof W_List) && !(w_shape instanceof W_Tuple)) {
      throw typeError("shape must be a list or a tuple");
    }
    shape = unpackIterable(w_shape);
    if (shape.length > 64) throw valueError("memoryview: number of dimensions must not exceed 64");
    if (view.layout.shape.length !== 1 && shape.length !== 1) {
      throw typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
    }
  }
  const flat = castToFlat(view, format);
  const layout = shape === null ? flat : shaped(flat, shape, view.nbytes);
  return new W_Memoryview(managed, view.offset, view.isReadonly, layout);
}

function checkZeros(layout: BufferLayout): void {
  for (let d: i32 = 0; d < layout.shape.length; d++) {
    if (layout.shape[d] === 0 || layout.strides[d] === 0) {
      throw typeError("memoryview: cannot cast view with zeros in shape or strides");
    }
  }
}

function isByteLetter(letter: i32): boolean {
  return letter === 0x42 || letter === 0x62 || letter === 0x63;
}

/** One dimension of items of a format. */
function castToFlat(view: W_Memoryview, format: string): BufferLayout {
  const target = nativeLetter(format), source = nativeLetter(view.layout.format);
  if (source === 0) {
    throw valueError(
      "memoryview: source format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (target === 0) {
    throw valueError(
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (!isByteLetter(target) && !isByteLetter(source)) {
    throw typeError("memoryview: cannot cast between two non-byte formats");
  }
  const size = sizeOfLetter(target);
  if (view.nbytes % size !== 0) throw typeError("memoryview: length is not a multiple of itemsize");
  return flatLayout(format, size, (view.nbytes / size) | 0);
}

function shaped(flat: BufferLayout, items: W_Root[], nbytes: i32): BufferLayout {
  const shape = newFixedArray<i32>(items.length, 0);
  let size = i32ToI64(flat.itemsize);
  for (let d: i32 = 0; d < items.length; d++) {
    const w_count = items[d];
    if (!(w_count instanceof W_Integer)) {
      throw typeError("memoryview.cast(): elements of shape must be integers");
    }
    const count = w_count.fitsI64() ? w_count.asI64() : w_count.asBigInt().sign < 0 ? -1n : 0x7fffffffffffn;
    if (count <= 0n) throw valueError("memoryview.cast(): elements of shape must be integers > 0");
    if (count > 0x7fffffffn || size > 0x7fffffffn) {
      if (count > 0x7fffffffffffn) throw valueError("memoryview.cast(): product(shape) > SSIZE_MAX");
      throw typeError("memoryview: product(shape) * itemsize != buffer size");
    }
    size = size * count;
    shape[d] = i64ToI32(count);
  }
  if (size !== i32ToI64(nbytes)) throw typeError("memoryview: product(shape) * itemsize != buffer size");
  return new BufferLayout(flat.format, flat.itemsize, shape, stridesOf(shape, flat.itemsize));
}
