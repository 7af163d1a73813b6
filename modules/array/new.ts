/** `array(typecode, initializer)`, and taking items from other objects. */
import type { FixedArray, i32 } from "@rts";
import { type Buffer, BufferFlag, copyBytes } from "../../core/objspace/buffer.ts";
import { W_Bytearray } from "../../core/objspace/bytearray.ts";
import { W_Bytes } from "../../core/objspace/bytes.ts";
import type { W_Dict } from "../../core/objspace/dict.ts";
import { typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_unset } from "../../core/objspace/singletons.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { arrayType, Item, itemOfCode, newArray, W_Array } from "./array.ts";
import { appendItem } from "./convert.ts";

/** `array.__new__`. */
export function arrayNew(scope: FixedArray<W_Root>): W_Root {
  const w_cls = scope[0] as W_Type;
  const args = (scope[1] as W_Tuple).items;
  if (w_cls === arrayType && (scope[2] as W_Dict).length > 0) {
    throw typeError("array.array() takes no keyword arguments");
  }
  if (args.length === 0) throw typeError("array() takes at least 1 argument (0 given)");
  if (args.length > 2) throw typeError(`array() takes at most 2 arguments (${args.length} given)`);
  const w_code = args[0];
  if (!(w_code instanceof W_Str) || w_code.length !== 1) {
    throw typeError(`array() argument 1 must be a unicode character, not ${typeName(w_code)}`);
  }
  const w_items = args.length > 1 ? args[1] : w_unset;
  checkText(w_code.charAt(0), w_items);
  const item = itemOfCode(w_code.charAt(0));
  if (item < 0) throw valueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  const w_array = newArray(w_cls.instanceMap, item, 0);
  if (w_items !== w_unset) fill(w_array, w_items);
  return w_array;
}

/** Texts are for arrays of characters alone. */
function checkText(code: i32, w_items: W_Root): void {
  if (code === 117) return;
  const shown = String.fromCharCode(code);
  if (w_items instanceof W_Str) {
    throw typeError(`cannot use a str to initialize an array with typecode '${shown}'`);
  }
  if (w_items instanceof W_Array && w_items.item === Item.Char) {
    throw typeError(`cannot use a unicode array to initialize an array with typecode '${shown}'`);
  }
}

function fill(w_array: W_Array, w_items: W_Root): void {
  if (w_items instanceof W_Bytes || w_items instanceof W_Bytearray) {
    appendBytes(w_array, w_items);
  } else if (w_items instanceof W_Str) {
    appendText(w_array, w_items);
  } else if (w_items instanceof W_Array && w_items.item === w_array.item) {
    appendArray(w_array, w_items);
  } else if (w_items instanceof W_List) {
    // The list may change while its items are converted.
    for (let i: i32 = 0; i < w_items.length; i++) appendItem(w_array, w_items.getItem(i));
  } else {
    appendIterable(w_array, w_items);
  }
}

export function appendIterable(w_array: W_Array, w_iterable: W_Root): void {
  const w_iterator = iter(w_iterable);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return;
    appendItem(w_array, w_item);
  }
}

export function appendArray(w_array: W_Array, w_other: W_Array): void {
  const bytes = w_other.copyRange(0, w_other.length);
  const at = w_array.length;
  w_array.replaceRange(at, 0, w_other.length);
  w_array.write(at, bytes);
}

/** Appends the characters of a text to an array of characters. */
export function appendText(w_array: W_Array, w_text: W_Str): void {
  const at = w_array.length;
  w_array.replaceRange(at, 0, w_text.length);
  for (let i: i32 = 0; i < w_text.length; i++) w_array.putInt(at + i, BigInt(w_text.charAt(i)));
}

/** Appends the bytes of a buffer. Throws TypeError, ValueError. */
export function appendBytes(w_array: W_Array, w_bytes: W_Root): void {
  const buffer = w_bytes.acquireBuffer(BufferFlag.Simple | BufferFlag.Strided);
  if (buffer === null) throw typeError(`a bytes-like object is required, not '${typeName(w_bytes)}'`);
  try {
    appendBuffer(w_array, buffer);
  } finally {
    buffer.release();
  }
}

function appendBuffer(w_array: W_Array, buffer: Buffer): void {
  const layout = buffer.layout;
  if (layout !== null && layout.itemsize !== 1) throw typeError("a bytes-like object is required");
  const size = w_array.itemsize;
  if (buffer.length % size !== 0) throw valueError("bytes length not a multiple of item size");
  const bytes = copyBytes(buffer.data, buffer.offset, buffer.length);
  const at = w_array.length;
  w_array.replaceRange(at, 0, (bytes.length / size) | 0);
  w_array.write(at, bytes);
}
