/** Pickling of arrays: the items as bytes, and which machine wrote them. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { RBigInt } from "../../core/objspace/bigint/mod.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { call2, type } from "../../core/objspace/call.ts";
import { classNameOf, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { newInt32, newLong } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { charStr, W_Str } from "../../core/objspace/str/wstr.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { newTuple, newTuple2, newTuple3 } from "../../core/objspace/tuple.ts";
import { W_Type } from "../../core/objspace/type.ts";
import { decodeObject } from "../../core/objspace/text_codecs.ts";
import { parseFormat, unpackFloat } from "../_struct/core.ts";
import { arrayType, itemOfCode, sizeOfItem, TYPECODES, type W_Array } from "./array.ts";

const s_dict: W_Str = internRts("__dict__");

/** The machine formats by number: size, kind (`u`nsigned, `s`igned, `f`loat, `t`ext), big endian. */
const FORMATS: string[] = [
  "1u<",
  "1s<",
  "2u<",
  "2u>",
  "2s<",
  "2s>",
  "4u<",
  "4u>",
  "4s<",
  "4s>",
  "8u<",
  "8u>",
  "8s<",
  "8s>",
  "4f<",
  "4f>",
  "8f<",
  "8f>",
  "2t<",
  "2t>",
  "4t<",
  "4t>",
];
/** Kinds of the types of items. */
const KINDS = "sutsusususuff";

/** The kind of a type of items. */
function kindOf(item: i32): i32 {
  return KINDS.charCodeAt(item);
}

/** The number of the format in which this machine has items of a type. */
function formatOf(item: i32): i32 {
  const size = sizeOfItem(item);
  for (let i: i32 = 0; i < FORMATS.length; i++) {
    const format = FORMATS[i];
    if (
      format.charCodeAt(0) - 48 === size && format.charCodeAt(1) === kindOf(item) &&
      format.charCodeAt(2) === 60
    ) {
      return i;
    }
  }
  return -1;
}

/** `__reduce_ex__`. */
export function reduceEx(w_self: W_Root, w_protocol: W_Root, w_reconstruct: W_Root, w_items: W_Root): W_Root {
  const self = w_self as W_Array;
  const w_code = charStr(self.code());
  const w_state = getattrOrNull(w_self, s_dict) ?? w_None;
  if (intArgument(w_protocol) < 3) return newTuple3(type(w_self), newTuple2(w_code, w_items), w_state);
  const args = newFixedArray<W_Root>(4, type(w_self));
  args[1] = w_code;
  args[2] = newInt32(formatOf(self.item));
  args[3] = newBytes(self.copyRange(0, self.length));
  return newTuple3(w_reconstruct, newTuple(args), w_state);
}

/** `_array_reconstructor(arraytype, typecode, mformat_code, items)`. */
export function reconstruct(scope: FixedArray<W_Root>): W_Root {
  const w_cls = scope[0];
  if (!(w_cls instanceof W_Type)) {
    throw typeError(`first argument must be a type object, not ${typeName(w_cls)}`);
  }
  if (!w_cls.isSubtype(arrayType)) {
    throw typeError(`${classNameOf(w_cls)} is not a subtype of ${classNameOf(arrayType)}`);
  }
  const w_code = scope[1];
  if (!(w_code instanceof W_Str) || w_code.length !== 1) {
    throw typeError(`_array_reconstructor() argument 2 must be a unicode character, not ${typeName(w_code)}`);
  }
  const item = itemOfCode(w_code.charAt(0));
  if (item < 0) throw valueError("second argument must be a valid type code");
  const number = intArgument(scope[2]);
  if (number < 0 || number >= FORMATS.length) {
    throw valueError("third argument must be a valid machine format code.");
  }
  const w_items = scope[3];
  if (!(w_items instanceof W_Bytes)) {
    throw typeError(`fourth argument should be bytes, not ${typeName(w_items)}`);
  }
  if (number === formatOf(item)) return call2(w_cls, w_code, w_items);
  return translated(w_cls, w_code, FORMATS[number], w_items);
}

/** An array of items that another machine wrote. */
function translated(w_cls: W_Type, w_code: W_Root, format: string, w_bytes: W_Bytes): W_Root {
  const bytes = w_bytes.data;
  const size = format.charCodeAt(0) - 48;
  const kind = format.charCodeAt(1);
  const isBig = format.charCodeAt(2) === 62;
  if (bytes.length % size !== 0) throw valueError("string length not a multiple of item size");
  if (kind === 116) {
    const encoding = `utf-${8 * size}-${isBig ? "be" : "le"}`;
    return call2(w_cls, w_code, decodeObject(w_bytes, encoding, null));
  }
  const items: W_Root[] = [];
  for (let at: i32 = 0; at < bytes.length; at += size) items.push(numberAt(bytes, at, size, kind, isBig));
  return call2(w_cls, kind === 102 ? w_code : fittingCode(w_code, size, kind), listOf(items));
}

function numberAt(bytes: Uint8Array, at: i32, size: i32, kind: i32, isBig: boolean): W_Root {
  if (kind !== 102) return newLong(RBigInt.fromBytes(bytes, at, size, isBig, kind === 115));
  const format = new Uint8Array(2);
  format[0] = isBig ? 62 : 60;
  format[1] = size === 4 ? 102 : 100;
  return newFloat(unpackFloat(parseFormat(format, 2).runs[0], bytes, at));
}

/** The letter of the first type of integers of this size and sign. */
function fittingCode(w_code: W_Root, size: i32, kind: i32): W_Root {
  for (let item: i32 = 0; item < TYPECODES.length; item++) {
    if (kindOf(item) === kind && sizeOfItem(item) === size) return charStr(TYPECODES.charCodeAt(item));
  }
  return w_code;
}
