/** The class `bytearray`. Methods that `bytes` has as well stand in `bytes_shared.ts`. */
import { type FixedArray, type i32, i32ToI64, i64ToI32 } from "@rts";
import { BufferFlag, copyBytes, tryBuffer } from "./buffer.ts";
import { newBytearray, W_Bytearray } from "./bytearray.ts";
import { extendBytes, iaddBytes, imulBytes } from "./bytearray_growth.ts";
import { deleteItem, setItem } from "./bytearray_subscript.ts";
import { newBytes, type W_Bytes } from "./bytes.ts";
import { reprBytes } from "./bytes/repr.ts";
import { W_BytesIterator } from "./bytes_iterator.ts";
import { fromhex, ordered, orderOf, pickBytes } from "./bytes_methods.ts";
import { bytesOfObject, countOf, iterOrFail } from "./bytes_new.ts";
import { bytesMaketrans } from "./bytes_pieces.ts";
import { SHARED_METHODS } from "./bytes_shared.ts";
import { byteOf } from "./bytes_view.ts";
import { getattrOrNull } from "./attributes.ts";
import { call1, type } from "./call.ts";
import { CompareOp } from "./compare.ts";
import { indexError, typeError, typeName, valueError } from "./errors.ts";
import { indexErrorType, overflowErrorType } from "./exception_types.ts";
import { newBool, newInt32, W_Int } from "./int.ts";
import { next } from "./iteration.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented, w_unset } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { sliceIndices } from "./slice_indices.ts";
import { optionalText, sizeArgument } from "./str_arguments.ts";
import { findChar } from "./str/find.ts";
import { internRts } from "./str/intern.ts";
import { StrBuilder } from "./str/builder.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { encodeText } from "./text_codecs.ts";
import { clampI32, hasIndex, indexI64, normalizeIndex } from "./truth.ts";
import { newTuple1, newTuple2, newTuple3, w_emptyTuple, W_Tuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { bytearrayType } from "./types.ts";

const s_dict: W_Str = internRts("__dict__");

define(bytearrayType, {
  doc:
    "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> bytearray\nbytearray(int) -> bytearray of zeros\nbytearray() -> no bytes\n\nA sequence of bytes that can be changed.",
  flags: TypeFlag.Base | TypeFlag.MatchSelf,
  new: { signature: "($type, /, *args, **kwargs)", scope: bytearrayNew },
  methods: {
    ...SHARED_METHODS,
    __init__: ["($self, /, source=<unset>, encoding=<unset>, errors=<unset>)", bytearrayInit],
    __getitem__: ["($self, key, /)", bytearrayGetitem],
    __setitem__: ["($self, key, value, /)", setItem],
    __delitem__: ["($self, key, /)", deleteItem],
    __iadd__: ["($self, value, /)", iaddBytes],
    __imul__: ["($self, value, /)", imulBytes],
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => new W_BytesIterator(w_self)],
    __repr__: ["($self, /)", bytearrayRepr],
    __str__: ["($self, /)", bytearrayRepr],
    __lt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Lt, w_a, w_b)],
    __le__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Le, w_a, w_b)],
    __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Eq, w_a, w_b)],
    __ne__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Ne, w_a, w_b)],
    __gt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Gt, w_a, w_b)],
    __ge__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(CompareOp.Ge, w_a, w_b)],
    __sizeof__: [
      "($self, /)",
      (w_self: W_Root): W_Root => newInt32(56 + (w_self as W_Bytearray).data.length),
      "Size of the array in memory, in bytes.",
    ],
    __alloc__: [
      "($self, /)",
      (w_self: W_Root): W_Root => newInt32(roomOf(w_self as W_Bytearray)),
      "How many bytes there is room for.",
    ],
    __reduce__: [
      "($self, /)",
      (w_self: W_Root): W_Root => reduce(w_self as W_Bytearray, 2),
      "What pickling stores.",
    ],
    __reduce_ex__: [
      "($self, proto=0, /)",
      (w_self: W_Root, w_protocol: W_Root): W_Root =>
        reduce(w_self as W_Bytearray, clampI32(indexI64(w_protocol, overflowErrorType))),
      "What pickling stores.",
    ],
    append: ["($self, item, /)", append, "Adds a byte at the end."],
    clear: ["($self, /)", clear, "Removes all bytes."],
    copy: ["($self, /)", copy, "A new array of the same bytes."],
    extend: ["($self, iterable_of_ints, /)", extendBytes, "Adds all integers of an iterable at the end."],
    insert: ["($self, index, item, /)", insert, "Adds a byte before a place."],
    pop: ["($self, index=-1, /)", pop, "Removes a byte and returns it. Raises IndexError."],
    remove: ["($self, value, /)", remove, "Removes the first such byte. Raises ValueError."],
    reverse: ["($self, /)", reverse, "Turns the order of the bytes round."],
  },
  sequenceSlots: ["__add__", "__mul__", "__rmul__", "__iadd__", "__imul__"],
  classmethods: {
    fromhex: ["($type, string, /)", fromhexMethod, "The bytes that hexadecimal digits spell."],
  },
  staticmethods: {
    maketrans: ["(frm, to, /)", bytesMaketrans, "A table for `translate`."],
  },
  constants: { __hash__: w_None },
});

function bytearrayNew(scope: FixedArray<W_Root>): W_Root {
  return new W_Bytearray((scope[0] as W_Type).instanceMap, new Uint8Array(0), 0);
}

function bytearrayInit(w_self: W_Root, w_source: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  const encoding = optionalText(w_encoding, "bytearray", "'encoding'");
  const errors = optionalText(w_errors, "bytearray", "'errors'");
  if (self.length > 0) self.setData(new Uint8Array(0));
  const isEncoded = encoding !== null || errors !== null;
  if (w_source === w_unset) {
    if (isEncoded) throw typeError(`${encoding !== null ? "encoding" : "errors"} without a string argument`);
    return w_None;
  }
  if (w_source instanceof W_Str) {
    if (encoding === null) throw typeError("string argument without an encoding");
    const encoded = (encodeText(w_source, encoding, errors) as W_Bytes).data;
    self.setData(copyBytes(encoded, 0, encoded.length));
    return w_None;
  }
  if (isEncoded) throw typeError(`${encoding !== null ? "encoding" : "errors"} without a string argument`);
  const count = countOf(w_source);
  if (count >= 0) self.setData(new Uint8Array(count));
  else if (w_source.hasBuffer() || w_source instanceof W_Tuple) {
    self.setData(bytesOfObject(w_source, "bytearray"));
  } else appendItems(self, iterOrFail(w_source, "bytearray"));
  return w_None;
}

/** One by one: the iterator may look at the array. */
function appendItems(self: W_Bytearray, w_iterator: W_Root): void {
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return;
    self.append(byteOf(w_item, "byte"));
  }
}

function bytearrayGetitem(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  if (w_index instanceof W_Int) {
    const length = i32ToI64(self.length);
    const index = w_index.value;
    const at = index < 0n ? index + length : index;
    if (at >= 0n && at < length) return newInt32(self.data[self.start + i64ToI32(at)]);
  }
  if (w_index instanceof W_Slice) {
    return newBytearray(pickBytes(self.data, self.start, sliceIndices(w_index, self.length)));
  }
  if (!hasIndex(w_index)) {
    throw typeError(`bytearray indices must be integers or slices, not ${typeName(w_index)}`);
  }
  const at = normalizeIndex(indexI64(w_index, indexErrorType), self.length, "bytearray index out of range");
  return newInt32(self.data[self.start + at]);
}

function bytearrayRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  const out = new StrBuilder(self.length + 16);
  out.appendRts(typeName(w_self));
  out.append(0x28);
  out.appendStr(reprBytes(self.data, self.start, self.start + self.length, true));
  out.append(0x29);
  return out.build();
}

/** With any buffer. */
function compare(op: i32, w_self: W_Root, w_other: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  const buffer = tryBuffer(w_other, BufferFlag.Simple);
  if (buffer === null) return w_NotImplemented;
  const order = orderOf(op, self.data, self.start, self.length, buffer.data, buffer.offset, buffer.length);
  buffer.release();
  return newBool(ordered(op, order));
}

function roomOf(self: W_Bytearray): i32 {
  return self.data.length === 0 ? 0 : self.data.length + 1;
}

/** Old protocols know no bytes: a latin-1 text stands for them. */
function reduce(self: W_Bytearray, protocol: i32): W_Root {
  const w_state = getattrOrNull(self, s_dict) ?? w_None;
  const bytes = self.copyRange(0, self.length);
  if (protocol >= 3) return newTuple3(type(self), newTuple1(newBytes(bytes)), w_state);
  if (bytes.length === 0) return newTuple3(type(self), w_emptyTuple, w_state);
  const out = new StrBuilder(bytes.length);
  for (let i: i32 = 0; i < bytes.length; i++) out.append(bytes[i]);
  return newTuple3(type(self), newTuple2(out.build(), fromRts("latin-1")), w_state);
}

function append(w_self: W_Root, w_item: W_Root): W_Root {
  (w_self as W_Bytearray).append(byteOf(w_item, "byte"));
  return w_None;
}

function clear(w_self: W_Root): W_Root {
  (w_self as W_Bytearray).setData(new Uint8Array(0));
  return w_None;
}

function copy(w_self: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  return newBytearray(self.copyRange(0, self.length));
}

function insert(w_self: W_Root, w_index: W_Root, w_item: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  let at = sizeArgument(w_index);
  const byte = byteOf(w_item, "byte");
  if (at < 0) at = Math.max(at + self.length, 0);
  at = Math.min(at, self.length);
  self.replaceRange(at, 0, 1);
  self.data[self.start + at] = byte;
  return w_None;
}

function pop(w_self: W_Root, w_index: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  const index = sizeArgument(w_index);
  if (self.length === 0) throw indexError("pop from empty bytearray");
  const at = index < 0 ? index + self.length : index;
  if (at < 0 || at >= self.length) throw indexError("pop index out of range");
  const byte: i32 = self.data[self.start + at];
  self.replaceRange(at, 1, 0);
  return newInt32(byte);
}

function remove(w_self: W_Root, w_value: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  const byte = byteOf(w_value, "byte");
  const at = findChar(1, self.data, byte, self.start, self.start + self.length);
  if (at < 0) throw valueError("value not found in bytearray");
  self.replaceRange(at - self.start, 1, 0);
  return w_None;
}

function reverse(w_self: W_Root): W_Root {
  const self = w_self as W_Bytearray;
  const data = self.data;
  let low = self.start, high = self.start + self.length - 1;
  for (; low < high; low++, high--) {
    const byte: i32 = data[low];
    data[low] = data[high];
    data[high] = byte;
  }
  return w_None;
}

function fromhexMethod(w_type: W_Root, w_text: W_Root): W_Root {
  const bytes = fromhex(w_text);
  return w_type === bytearrayType ? newBytearray(bytes) : call1(w_type, newBytes(bytes));
}
