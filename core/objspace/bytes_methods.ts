/** The class `bytes`. Methods that `bytearray` has as well stand in `bytes_shared.ts`. */
import { type i32, i32ToI64, i64ToI32 } from "@rts";
import { runtimeFlags } from "../interpreter/runtime_flags.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { HexBytes } from "./bytes/hex.ts";
import { reprBytes } from "./bytes/repr.ts";
import { W_BytesIterator } from "./bytes_iterator.ts";
import { bytesNew } from "./bytes_new.ts";
import { bytesMaketrans } from "./bytes_pieces.ts";
import { SHARED_METHODS } from "./bytes_shared.ts";
import { copyBytes } from "./buffer.ts";
import { call1 } from "./call.ts";
import { CompareOp } from "./compare.ts";
import { typeError, typeName, valueError } from "./errors.ts";
import { bytesWarningType, indexErrorType } from "./exception_types.ts";
import { newBool, newInt, newInt32, W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { type SliceIndices, sliceIndices } from "./slice_indices.ts";
import { strArgument } from "./str_arguments.ts";
import { W_Str } from "./str/wstr.ts";
import { hasIndex, indexI64, normalizeIndex } from "./truth.ts";
import { newTuple1 } from "./tuple.ts";
import { TypeFlag } from "./type.ts";
import { define } from "./typedef.ts";
import { bytesType } from "./types.ts";
import { warn } from "./warn.ts";

define(bytesType, {
  doc:
    "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> bytes\nbytes(int) -> bytes of zeros\nbytes() -> no bytes\n\nA sequence of bytes that never changes.",
  flags: TypeFlag.Base | TypeFlag.MatchSelf,
  new: ["($type, source=<unset>, encoding=<unset>, errors=<unset>)", bytesNew],
  methods: {
    ...SHARED_METHODS,
    __getitem__: ["($self, key, /)", bytesGetitem],
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => new W_BytesIterator(w_self)],
    __repr__: ["($self, /)", bytesRepr],
    __str__: ["($self, /)", bytesStr],
    __hash__: ["($self, /)", bytesHash],
    __lt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareBytes(CompareOp.Lt, w_a, w_b)],
    __le__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareBytes(CompareOp.Le, w_a, w_b)],
    __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareBytes(CompareOp.Eq, w_a, w_b)],
    __ne__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareBytes(CompareOp.Ne, w_a, w_b)],
    __gt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareBytes(CompareOp.Gt, w_a, w_b)],
    __ge__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareBytes(CompareOp.Ge, w_a, w_b)],
    __getnewargs__: ["($self, /)", (w_self: W_Root): W_Root => newTuple1((w_self as W_Bytes).plain())],
    __sizeof__: ["($self, /)", (w_self: W_Root): W_Root => newInt32(33 + (w_self as W_Bytes).data.length)],
  },
  sequenceSlots: ["__add__", "__mul__", "__rmul__"],
  classmethods: {
    fromhex: ["($type, string, /)", bytesFromhex, "The bytes that hexadecimal digits spell."],
  },
  staticmethods: {
    maketrans: ["(frm, to, /)", bytesMaketrans, "A table for `translate`."],
  },
});

function bytesGetitem(w_self: W_Root, w_index: W_Root): W_Root {
  const data = (w_self as W_Bytes).data;
  if (w_index instanceof W_Int) {
    const length = i32ToI64(data.length);
    const index = w_index.value;
    const at = index < 0n ? index + length : index;
    if (at >= 0n && at < length) return newInt32(data[i64ToI32(at)]);
  }
  if (w_index instanceof W_Slice) {
    const slice = sliceIndices(w_index, data.length);
    if (slice.step === 1 && slice.length === data.length) return (w_self as W_Bytes).plain();
    return newBytes(pickBytes(data, 0, slice));
  }
  if (!hasIndex(w_index)) {
    throw typeError(`byte indices must be integers or slices, not ${typeName(w_index)}`);
  }
  return newInt32(data[normalizeIndex(indexI64(w_index, indexErrorType), data.length, "index out of range")]);
}

/** The bytes that a slice selects of those that begin at `start`. */
export function pickBytes(data: Uint8Array, start: i32, slice: SliceIndices): Uint8Array {
  if (slice.step === 1) return copyBytes(data, start + slice.start, slice.length);
  const picked = new Uint8Array(slice.length);
  let at = start + slice.start;
  for (let i: i32 = 0; i < slice.length; i++, at += slice.step) picked[i] = data[at];
  return picked;
}

function bytesRepr(w_self: W_Root): W_Root {
  const data = (w_self as W_Bytes).data;
  return reprBytes(data, 0, data.length, false);
}

function bytesStr(w_self: W_Root): W_Root {
  if (runtimeFlags.bytesWarning > 0) warn(bytesWarningType, "str() on a bytes instance", 1);
  return bytesRepr(w_self);
}

function bytesHash(w_self: W_Root): W_Root {
  const self = w_self as W_Bytes;
  if (self.hash === 0n) self.hash = i32ToI64(hashBytes(self.data, self.data.length));
  return newInt(self.hash);
}

/** The hash of bytes: that of the text of the same code points. */
export function hashBytes(data: Uint8Array, length: i32): i32 {
  return new W_Str(1, data, length, false).hashOf();
}

function compareBytes(op: i32, w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Bytes)) {
    if (runtimeFlags.bytesWarning > 0 && (op === CompareOp.Eq || op === CompareOp.Ne)) {
      warnComparison(w_other);
    }
    return w_NotImplemented;
  }
  const a = (w_self as W_Bytes).data, b = w_other.data;
  return newBool(ordered(op, orderOf(op, a, 0, a.length, b, 0, b.length)));
}

function warnComparison(w_other: W_Root): void {
  if (w_other instanceof W_Str) warn(bytesWarningType, "Comparison between bytes and string", 1);
  else if (w_other instanceof W_Int) warn(bytesWarningType, "Comparison between bytes and int", 1);
}

/** Negative, zero or positive. For equality alone the lengths are compared first. */
export function orderOf(
  op: i32,
  a: Uint8Array,
  from: i32,
  count: i32,
  b: Uint8Array,
  start: i32,
  length: i32,
): i32 {
  if (count !== length && (op === CompareOp.Eq || op === CompareOp.Ne)) return count - length;
  const shared = Math.min(count, length);
  for (let i: i32 = 0; i < shared; i++) {
    if (a[from + i] !== b[start + i]) return a[from + i] - b[start + i];
  }
  return count - length;
}

/** What a comparison says of an order. */
export function ordered(op: i32, order: i32): boolean {
  switch (op) {
    case CompareOp.Lt:
      return order < 0;
    case CompareOp.Le:
      return order <= 0;
    case CompareOp.Eq:
      return order === 0;
    case CompareOp.Ne:
      return order !== 0;
    case CompareOp.Gt:
      return order > 0;
    default:
      return order >= 0;
  }
}

function bytesFromhex(w_type: W_Root, w_text: W_Root): W_Root {
  const w_bytes = newBytes(fromhex(w_text));
  return w_type === bytesType ? w_bytes : call1(w_type, w_bytes);
}

/** The bytes of `fromhex`. Throws TypeError, ValueError. */
export function fromhex(w_text: W_Root): Uint8Array {
  const hex = new HexBytes(strArgument(w_text, "fromhex", ""));
  if (hex.wrongAt >= 0) {
    throw valueError(`non-hexadecimal number found in fromhex() arg at position ${hex.wrongAt}`);
  }
  return copyBytes(hex.data, 0, hex.length);
}
