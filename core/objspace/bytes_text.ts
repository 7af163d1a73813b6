/** Bytes as a text of code points below 0x100, for what is formatted as text. */
import type { i32 } from "@rts";
import { BufferFlag, copyBytes, tryBuffer } from "./buffer.ts";
import { W_Bytes } from "./bytes.ts";
import { callSpecial1, type } from "./call.ts";
import { typeError, typeName } from "./errors.ts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import { makeStr, type W_Str } from "./str/wstr.ts";

/** The text of `length` bytes. */
export function textOfBytes(data: Uint8Array, offset: i32, length: i32): W_Str {
  return makeStr(1, data, offset, offset + length);
}

/** What `%b` shows of an object: its bytes, those of `__bytes__`, or of its buffer. Throws TypeError. */
export function bytesAsText(w_obj: W_Root): W_Str {
  let w_bytes = w_obj;
  if (!(w_obj instanceof W_Bytes)) {
    const w_descr = type(w_obj).special[Special.Bytes];
    if (w_descr !== null) {
      w_bytes = callSpecial1(w_descr, w_obj);
      if (!(w_bytes instanceof W_Bytes)) {
        throw typeError(`__bytes__ returned non-bytes (type ${typeName(w_bytes)})`);
      }
    }
  }
  if (w_bytes instanceof W_Bytes) return textOfBytes(w_bytes.data, 0, w_bytes.data.length);
  const buffer = tryBuffer(w_bytes, BufferFlag.Simple);
  if (buffer === null) {
    throw typeError(
      `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(w_obj)}'`,
    );
  }
  const w_text = textOfBytes(buffer.data, buffer.offset, buffer.length);
  buffer.release();
  return w_text;
}

/** The bytes of such a text. */
export function formattedBytes(w_text: W_Str): Uint8Array {
  return copyBytes(w_text.data as Uint8Array, 0, w_text.length);
}
