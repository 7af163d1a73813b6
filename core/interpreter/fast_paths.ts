/**
 * Operators as the eval loop applies them: the commonest pairs of exact built-ins directly, all else through the
 * object space. The results are those of the general way.
 */
import {
  addOvf64,
  type f64,
  type i32,
  i32ToI64,
  type i64,
  i64ToF64,
  i64ToI32,
  mulOvf64,
  OverflowError,
  subOvf64,
  wrap64,
} from "@rts";
import { RBigInt } from "../objspace/bigint/mod.ts";
import { floordiv64, mod64 } from "../objspace/bigint/i64.ts";
import { CompareOp, richcompare } from "../objspace/compare.ts";
import { W_Dict } from "../objspace/dict.ts";
import { newFloat, W_Float } from "../objspace/float.ts";
import { newBool, newInt, newLong, W_Int } from "../objspace/int.ts";
import { contains, getitem, setitem } from "../objspace/iteration.ts";
import { W_List } from "../objspace/list.ts";
import { binary, BinaryOp, inplace, unary } from "../objspace/operators.ts";
import type { W_Root } from "../objspace/root.ts";
import { contains as containsStr } from "../objspace/str/find.ts";
import { W_Set } from "../objspace/set.ts";
import { Special } from "../objspace/special.ts";
import { W_Str } from "../objspace/str/wstr.ts";
import { W_Tuple, W_TupleUser } from "../objspace/tuple.ts";
import { dictType, listType } from "../objspace/types.ts";

export function addValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int) {
    if (w_b instanceof W_Int) return addInts(w_a.value, w_b.value);
    if (w_b instanceof W_Float) return newFloat(i64ToF64(w_a.value) + w_b.value);
  } else if (w_a instanceof W_Float) {
    if (w_b instanceof W_Float) return newFloat(w_a.value + w_b.value);
    if (w_b instanceof W_Int) return newFloat(w_a.value + i64ToF64(w_b.value));
  } else if (w_a instanceof W_Str && w_b instanceof W_Str && w_a.getMap() === null && w_b.getMap() === null) {
    return w_a.concat(w_b);
  }
  return binary(BinaryOp.Add, w_a, w_b);
}

/** @inline */
export function addInts(a: i64, b: i64): W_Root {
  try {
    return newInt(addOvf64(a, b));
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    return addLongs(a, b);
  }
}

/** @noinline */
function addLongs(a: i64, b: i64): W_Root {
  return newLong(RBigInt.fromI64(a).addI64(b));
}

export function subtractValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int) {
    if (w_b instanceof W_Int) return subtractInts(w_a.value, w_b.value);
    if (w_b instanceof W_Float) return newFloat(i64ToF64(w_a.value) - w_b.value);
  } else if (w_a instanceof W_Float) {
    if (w_b instanceof W_Float) return newFloat(w_a.value - w_b.value);
    if (w_b instanceof W_Int) return newFloat(w_a.value - i64ToF64(w_b.value));
  }
  return binary(BinaryOp.Sub, w_a, w_b);
}

/** @inline */
export function subtractInts(a: i64, b: i64): W_Root {
  try {
    return newInt(subOvf64(a, b));
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    return subtractLongs(a, b);
  }
}

/** @noinline */
function subtractLongs(a: i64, b: i64): W_Root {
  return newLong(RBigInt.fromI64(a).subI64(b));
}

export function multiplyValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int) {
    if (w_b instanceof W_Int) return multiplyInts(w_a.value, w_b.value);
    if (w_b instanceof W_Float) return newFloat(i64ToF64(w_a.value) * w_b.value);
  } else if (w_a instanceof W_Float) {
    if (w_b instanceof W_Float) return newFloat(w_a.value * w_b.value);
    if (w_b instanceof W_Int) return newFloat(w_a.value * i64ToF64(w_b.value));
  }
  return binary(BinaryOp.Mul, w_a, w_b);
}

/** @inline */
export function multiplyInts(a: i64, b: i64): W_Root {
  try {
    return newInt(mulOvf64(a, b));
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    return multiplyLongs(a, b);
  }
}

/** @noinline */
function multiplyLongs(a: i64, b: i64): W_Root {
  return newLong(RBigInt.fromI64(a).mulI64(b));
}

export function trueDivideValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Float) {
    if (w_b instanceof W_Float && w_b.value !== 0.0) return newFloat(w_a.value / w_b.value);
    if (w_b instanceof W_Int && w_b.value !== 0n) return newFloat(w_a.value / i64ToF64(w_b.value));
  } else if (w_a instanceof W_Int && w_b instanceof W_Int && isExact(w_a.value) && isExact(w_b.value)) {
    if (w_b.value !== 0n) return newFloat(i64ToF64(w_a.value) / i64ToF64(w_b.value));
  }
  return binary(BinaryOp.Truediv, w_a, w_b);
}

/** The integer is a double without rounding. */
function isExact(value: i64): boolean {
  return value > -0x20000000000000n && value < 0x20000000000000n;
}

export function floorDivideValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int && w_b.value > 0n) {
    return newInt(floordiv64(w_a.value, w_b.value));
  }
  return binary(BinaryOp.Floordiv, w_a, w_b);
}

export function moduloValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int && w_b.value > 0n) {
    return newInt(mod64(w_a.value, w_b.value));
  }
  return binary(BinaryOp.Mod, w_a, w_b);
}

/** `w_a += w_b`: the value to assign. */
export function inplaceAdd(w_a: W_Root, w_b: W_Root): W_Root {
  return isNumber(w_a) && isNumber(w_b) ? addValues(w_a, w_b) : inplace(BinaryOp.Add, w_a, w_b);
}

/** `w_a op= w_b`: the value to assign. */
export function inplaceValues(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  return isNumber(w_a) && isNumber(w_b) ? binaryValues(op, w_a, w_b) : inplace(op, w_a, w_b);
}

function binaryValues(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  switch (op) {
    case BinaryOp.Sub:
      return subtractValues(w_a, w_b);
    case BinaryOp.Mul:
      return multiplyValues(w_a, w_b);
    case BinaryOp.Truediv:
      return trueDivideValues(w_a, w_b);
    case BinaryOp.Floordiv:
      return floorDivideValues(w_a, w_b);
    case BinaryOp.Mod:
      return moduloValues(w_a, w_b);
    case BinaryOp.And:
      return andValues(w_a, w_b);
    case BinaryOp.Or:
      return orValues(w_a, w_b);
    case BinaryOp.Xor:
      return xorValues(w_a, w_b);
    case BinaryOp.Lshift:
      return lshiftValues(w_a, w_b);
    case BinaryOp.Rshift:
      return rshiftValues(w_a, w_b);
    default:
      return binary(op, w_a, w_b);
  }
}

export function andValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return newInt(w_a.value & w_b.value);
  return binary(BinaryOp.And, w_a, w_b);
}

export function orValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return newInt(w_a.value | w_b.value);
  return binary(BinaryOp.Or, w_a, w_b);
}

export function xorValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return newInt(w_a.value ^ w_b.value);
  return binary(BinaryOp.Xor, w_a, w_b);
}

export function lshiftValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int && w_b.value >= 0n && w_b.value < 63n) {
    const shifted = wrap64(w_a.value << w_b.value);
    if (shifted >> w_b.value === w_a.value) return newInt(shifted);
  }
  return binary(BinaryOp.Lshift, w_a, w_b);
}

export function rshiftValues(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int && w_b.value >= 0n) {
    return newInt(w_a.value >> (w_b.value < 63n ? w_b.value : 63n));
  }
  return binary(BinaryOp.Rshift, w_a, w_b);
}

export function negateValue(w_a: W_Root): W_Root {
  if (w_a instanceof W_Int && w_a.value > -0x7fffffffffffffffn) return newInt(-w_a.value);
  if (w_a instanceof W_Float) return newFloat(-w_a.value);
  return unary(Special.Neg, w_a);
}

/** `w_item in w_container`. */
export function containsValues(w_container: W_Root, w_item: W_Root): boolean {
  if (w_container instanceof W_Dict) {
    if (w_container.map.w_type === dictType) return w_container.get(w_item) !== null;
  } else if (w_container instanceof W_Set) {
    // Other items may be sets, which are looked up as frozensets.
    if (!w_container.map.w_type.isHeap() && isPlainKey(w_item)) return w_container.has(w_item);
  } else if (isPlainStr(w_container) && isPlainStr(w_item)) {
    return containsStr(w_container as W_Str, w_item as W_Str);
  }
  return contains(w_container, w_item);
}

function isPlainKey(w_item: W_Root): boolean {
  return w_item instanceof W_Int || w_item instanceof W_Str || w_item instanceof W_Tuple;
}

function isPlainStr(w_value: W_Root): boolean {
  return w_value instanceof W_Str && w_value.getMap() === null;
}

/** Exact ints within 64 bits and floats: their in-place operators are the plain ones. */
function isNumber(w_value: W_Root): boolean {
  return w_value instanceof W_Int || w_value instanceof W_Float;
}

/** `w_a op w_b` for the comparisons of `COMPARE_OP`. */
export function compareValues(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  if (w_a instanceof W_Int && w_b instanceof W_Int) return newBool(compareI64(op, w_a.value, w_b.value));
  if (w_a instanceof W_Float && w_b instanceof W_Float) return newBool(compareF64(op, w_a.value, w_b.value));
  if (w_a instanceof W_Str && w_b instanceof W_Str && w_a.getMap() === null && w_b.getMap() === null) {
    if (op === CompareOp.Eq) return newBool(w_a === w_b || w_a.equals(w_b));
    if (op === CompareOp.Ne) return newBool(w_a !== w_b && !w_a.equals(w_b));
  }
  return richcompare(op, w_a, w_b);
}

export function compareF64(op: i32, a: f64, b: f64): boolean {
  switch (op) {
    case CompareOp.Lt:
      return a < b;
    case CompareOp.Le:
      return a <= b;
    case CompareOp.Gt:
      return a > b;
    case CompareOp.Ge:
      return a >= b;
    case CompareOp.Eq:
      return a === b;
    default:
      return a !== b;
  }
}

export function compareI64(op: i32, a: i64, b: i64): boolean {
  switch (op) {
    case CompareOp.Lt:
      return a < b;
    case CompareOp.Le:
      return a <= b;
    case CompareOp.Gt:
      return a > b;
    case CompareOp.Ge:
      return a >= b;
    case CompareOp.Eq:
      return a === b;
    default:
      return a !== b;
  }
}

export function getItemValues(w_obj: W_Root, w_key: W_Root): W_Root {
  if (w_obj instanceof W_List) {
    if (w_key instanceof W_Int && w_obj.map.w_type === listType) {
      const length = i32ToI64(w_obj.length);
      const at = w_key.value < 0n ? w_key.value + length : w_key.value;
      if (at >= 0n && at < length) return w_obj.getItem(i64ToI32(at));
    }
  } else if (w_obj instanceof W_Dict) {
    if (w_obj.map.w_type === dictType) {
      const w_value = w_obj.get(w_key);
      if (w_value !== null) return w_value;
    }
  } else if (w_obj instanceof W_Tuple && w_key instanceof W_Int && !(w_obj instanceof W_TupleUser)) {
    const length = i32ToI64(w_obj.items.length);
    const at = w_key.value < 0n ? w_key.value + length : w_key.value;
    if (at >= 0n && at < length) return w_obj.items[i64ToI32(at)];
  }
  return getitem(w_obj, w_key);
}

export function setItemValues(w_obj: W_Root, w_key: W_Root, w_value: W_Root): void {
  if (w_obj instanceof W_List) {
    if (w_key instanceof W_Int && w_obj.map.w_type === listType) {
      const length = i32ToI64(w_obj.length);
      const at = w_key.value < 0n ? w_key.value + length : w_key.value;
      if (at >= 0n && at < length) {
        w_obj.setItem(i64ToI32(at), w_value);
        return;
      }
    }
  } else if (w_obj instanceof W_Dict && w_obj.map.w_type === dictType) {
    w_obj.set(w_key, w_value);
    return;
  }
  setitem(w_obj, w_key, w_value);
}
