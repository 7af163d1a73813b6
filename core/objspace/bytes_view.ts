/**
 * What the methods of `bytes` and `bytearray` share: where the bytes of an object are, bytes as a text of code points
 * below 0x100 for the algorithms of `str/`, arguments that are bytes, results of the class of the receiver.
 *
 * A text made here may share the bytes of a `bytearray`: it must not outlive the call. Texts lie about `asciiOnly`
 * (it is false), which those algorithms do not ask.
 */
import { type i32, type i64, i64ToI32 } from "@rts";
import { newBytearray, W_Bytearray } from "./bytearray.ts";
import { type Buffer, copyBytes, notBytesLike, readBuffer, tryBuffer } from "./buffer.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { formattedBytes } from "./bytes_text.ts";
import { typeError, typeName, valueError } from "./errors.ts";
import { W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";
import { W_Str } from "./str/wstr.ts";
import { hasIndex, index } from "./truth.ts";

/** The array that holds the bytes of a `bytes` or `bytearray`. */
export function dataOf(w_self: W_Root): Uint8Array {
  if (w_self instanceof W_Bytearray) return w_self.data;
  return (w_self as W_Bytes).data;
}

/** Where they begin in it. */
export function startOf(w_self: W_Root): i32 {
  return w_self instanceof W_Bytearray ? w_self.start : 0;
}

/** How many they are. */
export function lengthOf(w_self: W_Root): i32 {
  return w_self instanceof W_Bytearray ? w_self.length : (w_self as W_Bytes).data.length;
}

/** `bytes` or `bytearray`, as the receiver is, of data that it takes over. */
export function resultLike(w_self: W_Root, data: Uint8Array): W_Root {
  return w_self instanceof W_Bytearray ? newBytearray(data) : newBytes(data);
}

/** The same of a text of code points below 0x100. */
export function resultOfText(w_self: W_Root, w_text: W_Str): W_Root {
  const data = w_text.data as Uint8Array;
  if (w_self instanceof W_Bytes && data.length === w_text.length) return newBytes(data);
  return resultLike(w_self, formattedBytes(w_text));
}

/** The bytes of the receiver as a text. */
export function textOf(w_self: W_Root): W_Str {
  if (w_self instanceof W_Bytes) return lent(w_self.data, w_self.data.length);
  const self = w_self as W_Bytearray;
  return self.start === 0 ? lent(self.data, self.length) : lent(self.copyRange(0, self.length), self.length);
}

function lent(data: Uint8Array, length: i32): W_Str {
  return new W_Str(1, data, length, false);
}

/** The bytes of an argument as a text. Throws TypeError("a bytes-like object is required, not 'x'"). */
export function operandText(w_arg: W_Root): W_Str {
  if (w_arg instanceof W_Bytes) return lent(w_arg.data, w_arg.data.length);
  const buffer = readBuffer(w_arg);
  const w_text = bufferText(buffer);
  buffer.release();
  return w_text;
}

function bufferText(buffer: Buffer): W_Str {
  return lent(copyBytes(buffer.data, buffer.offset, buffer.length), buffer.length);
}

/** What is searched for: bytes, or an integer for one byte. Throws TypeError, ValueError. */
export function soughtText(w_arg: W_Root): W_Str {
  if (w_arg instanceof W_Bytes) return lent(w_arg.data, w_arg.data.length);
  const buffer = tryBuffer(w_arg, 0);
  if (buffer !== null) {
    const w_text = bufferText(buffer);
    buffer.release();
    return w_text;
  }
  if (!hasIndex(w_arg)) {
    throw typeError(`argument should be integer or bytes-like object, not '${typeName(w_arg)}'`);
  }
  return lent(new Uint8Array(1).fill(byteOf(w_arg, "byte")), 1);
}

/** A byte given as an integer. Throws TypeError, ValueError("byte must be in range(0, 256)"). */
export function byteOf(w_value: W_Root, noun: string): i32 {
  const value = w_value instanceof W_Int ? w_value.value : indexOrBeyond(w_value);
  if (value < 0n || value > 255n) throw valueError(`${noun} must be in range(0, 256)`);
  return i64ToI32(value);
}

/** What does not fit 64 bits is no byte either. */
function indexOrBeyond(w_value: W_Root): i64 {
  const w_int = index(w_value);
  return w_int.fitsI64() ? w_int.asI64() : -1n;
}

/** A character argument: one byte of a `bytes` or `bytearray`. */
export function fillByte(w_fill: W_Root, name: string): i32 {
  if (w_fill instanceof W_Bytes && w_fill.data.length === 1) return w_fill.data[0];
  if (w_fill instanceof W_Bytearray && w_fill.length === 1) return w_fill.data[w_fill.start];
  throw typeError(`${name}() argument 2 must be a byte string of length 1, not ${typeName(w_fill)}`);
}

/** An object's bytes, without copying where that is safe; throws TypeError. */
export function bytesArgument(w_arg: W_Root): Uint8Array {
  if (w_arg instanceof W_Bytes) return w_arg.data;
  const buffer = tryBuffer(w_arg, 0);
  if (buffer === null) throw notBytesLike(w_arg);
  const bytes = buffer.toBytes();
  buffer.release();
  return bytes;
}
