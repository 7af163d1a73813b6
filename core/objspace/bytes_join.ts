/** `join` of `bytes` and `bytearray`. */
import { arrayCopy, type i32 } from "@rts";
import { type Buffer, BufferFlag, tryBuffer } from "./buffer.ts";
import { MAX_BYTES } from "./bytearray.ts";
import { W_Bytes } from "./bytes.ts";
import { dataOf, lengthOf, resultLike, startOf } from "./bytes_view.ts";
import { typeError, typeName } from "./errors.ts";
import { memoryError } from "./memory_error.ts";
import type { W_Root } from "./root.ts";
import { itemsToJoin } from "./str_join.ts";

/** `w_separator.join(w_iterable)`. */
export function joinBytes(w_separator: W_Root, w_iterable: W_Root): W_Root {
  const items = itemsToJoin(w_iterable);
  if (items.length === 1 && w_separator instanceof W_Bytes && items[0] instanceof W_Bytes) {
    return (items[0] as W_Bytes).plain();
  }
  const buffers: Buffer[] = [];
  try {
    for (let i: i32 = 0; i < items.length; i++) buffers.push(bufferOf(items[i], i));
    return resultLike(w_separator, joined(w_separator, buffers));
  } finally {
    for (let i: i32 = 0; i < buffers.length; i++) buffers[i].release();
  }
}

function bufferOf(w_item: W_Root, i: i32): Buffer {
  const buffer = tryBuffer(w_item, BufferFlag.Simple);
  if (buffer !== null) return buffer;
  throw typeError(`sequence item ${i}: expected a bytes-like object, ${typeName(w_item)} found`);
}

function joined(w_separator: W_Root, buffers: Buffer[]): Uint8Array {
  const gap = dataOf(w_separator);
  const gapStart = startOf(w_separator), gapLength = lengthOf(w_separator);
  let length: i32 = 0;
  for (let i: i32 = 0; i < buffers.length; i++) {
    const more = buffers[i].length + (i > 0 ? gapLength : 0);
    if (more > MAX_BYTES - length) throw memoryError();
    length += more;
  }
  const out = new Uint8Array(length);
  let at: i32 = 0;
  for (let i: i32 = 0; i < buffers.length; i++) {
    if (i > 0) {
      arrayCopy(gap, gapStart, out, at, gapLength);
      at += gapLength;
    }
    const buffer = buffers[i];
    arrayCopy(buffer.data, buffer.offset, out, at, buffer.length);
    at += buffer.length;
  }
  return out;
}
