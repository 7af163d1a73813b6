/** What may be an item of an array: conversions with C's errors. */
import type { i32, i64 } from "@rts";
import { type OperationError, overflowError, typeError } from "../../core/objspace/errors.ts";
import { asF64 } from "../../core/objspace/float_new.ts";
import type { W_Integer } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { index } from "../../core/objspace/truth.ts";
import { Item, type W_Array } from "./array.ts";

function tooLarge(kind: string): OperationError {
  return overflowError(`Python int too large to convert to C ${kind}`);
}

/** A C integer from `least` to `most`, in the words of `name`. */
function ranged(w_int: W_Integer, least: i64, most: i64, name: string): i64 {
  if (!w_int.fitsI64()) throw tooLarge("long");
  const value = w_int.asI64();
  if (value < least) throw overflowError(`${name} is less than minimum`);
  if (value > most) throw overflowError(`${name} is greater than maximum`);
  return value;
}

function short(w_int: W_Integer): i64 {
  return ranged(w_int, -32768n, 32767n, "signed short integer");
}
function int(w_int: W_Integer): i64 {
  return ranged(w_int, -0x80000000n, 0x7fffffffn, "signed integer");
}

/** The bits of an `unsigned long`. */
function unsignedLong(w_int: W_Integer): i64 {
  const value = w_int.asBigInt();
  if (value.sign < 0) throw overflowError("can't convert negative value to unsigned int");
  if (!value.fitsU64()) throw tooLarge("unsigned long");
  return value.toI64Wrapped();
}

function unsignedLongLong(w_int: W_Integer): i64 {
  const value = w_int.asBigInt();
  if (value.sign < 0) throw overflowError("can't convert negative int to unsigned");
  if (!value.fitsU64()) throw overflowError("int too big to convert");
  return value.toI64Wrapped();
}

function unsignedInt(w_int: W_Integer): i64 {
  const value = unsignedLong(w_int);
  if (value < 0n || value > 0xffffffffn) throw overflowError("unsigned int is greater than maximum");
  return value;
}

/** The bits of an item of an integer type. */
function integerBits(item: i32, w_int: W_Integer): i64 {
  switch (item) {
    case Item.Int8:
      short(w_int);
      return ranged(w_int, -128n, 127n, "signed char");
    case Item.Uint8:
      short(w_int);
      return ranged(w_int, 0n, 255n, "unsigned byte integer");
    case Item.Int16:
      return short(w_int);
    case Item.Uint16:
      int(w_int);
      return ranged(w_int, 0n, 65535n, "unsigned short");
    case Item.Int32:
      return int(w_int);
    case Item.Uint32:
      return unsignedInt(w_int);
    case Item.Long:
      if (!w_int.fitsI64()) throw tooLarge("long");
      return w_int.asI64();
    case Item.UnsignedLong:
      return unsignedLong(w_int);
    case Item.Int64:
      if (!w_int.fitsI64()) throw overflowError("int too big to convert");
      return w_int.asI64();
    default:
      return unsignedLongLong(w_int);
  }
}

/** An object as the bits of an item; of a float type, converted by {@link setItem}. Throws TypeError, OverflowError. */
function itemBits(item: i32, w_value: W_Root): i64 {
  if (item !== Item.Char) return integerBits(item, index(w_value));
  if (!(w_value instanceof W_Str) || w_value.length !== 1) {
    throw typeError("array item must be unicode character");
  }
  return BigInt(w_value.charAt(0));
}

/** Puts an object at `i`, which must be inside still after its conversion: `false` when it is not. */
export function setItem(w_array: W_Array, i: i32, w_value: W_Root): boolean {
  const item = w_array.item;
  if (item >= Item.Float32) {
    const value = asF64(w_value);
    if (i >= w_array.length) return false;
    w_array.putFloat(i, value);
    return true;
  }
  const bits = itemBits(item, w_value);
  if (i >= w_array.length) return false;
  w_array.putInt(i, bits);
  return true;
}

/** Inserts an object at `at`. The conversion may run Python code: the room is made after it. */
export function insertItem(w_array: W_Array, at: i32, w_value: W_Root): void {
  const item = w_array.item;
  if (item >= Item.Float32) {
    const value = asF64(w_value);
    const place = Math.min(at, w_array.length);
    w_array.replaceRange(place, 0, 1);
    w_array.putFloat(place, value);
    return;
  }
  const bits = itemBits(item, w_value);
  const place = Math.min(at, w_array.length);
  w_array.replaceRange(place, 0, 1);
  w_array.putInt(place, bits);
}

export function appendItem(w_array: W_Array, w_value: W_Root): void {
  insertItem(w_array, w_array.length, w_value);
}
