/** Iteration, subscription and membership. */
import { type FixedArray, type i32, i32ToI64, newFixedArray } from "@rts";
import { W_MethodDescr } from "./builtin_function.ts";
import { call1, callSpecial1, callSpecial2, callSpecial3, type } from "./call.ts";
import { identicalOrEqual } from "./compare.ts";
import { attributeError, OperationError, typeError, typeName, valueError } from "./errors.ts";
import { indexErrorType, stopIterationType } from "./exception_types.ts";
import { newInt } from "./int.ts";
import { W_List } from "./list.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { Special } from "./special.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { isTrue } from "./truth.ts";
import { isExactTuple, W_Tuple } from "./tuple.ts";
import { W_SequenceIterator } from "./sequence_iterator.ts";
import { getattrOrNull } from "./attributes.ts";
import { W_Type } from "./type.ts";
import { newGenericAlias } from "./generic_alias.ts";
import { typeType } from "./types.ts";

const s_class_getitem: W_Str = internRts("__class_getitem__");

/** `iter(w_obj)`. Throws TypeError. */
export function iter(w_obj: W_Root): W_Root {
  const special = type(w_obj).special;
  const w_iter = special[Special.Iter];
  if (w_iter === null) {
    if (special[Special.Getitem] !== null && !(w_obj.typeOf().isSubtype(typeType))) {
      return new W_SequenceIterator(w_obj);
    }
    throw typeError(`'${typeName(w_obj)}' object is not iterable`);
  }
  if (w_iter === w_None) throw typeError(`'${typeName(w_obj)}' object is not iterable`);
  const w_result = callSpecial1(w_iter, w_obj);
  if (type(w_result).special[Special.Next] === null) {
    throw typeError(`iter() returned non-iterator of type '${typeName(w_result)}'`);
  }
  return w_result;
}

/** The next element of an iterator, or null at its end. Throws what the iterator raises. */
export function next(w_iterator: W_Root): W_Root | null {
  const w_next = type(w_iterator).special[Special.Next];
  if (w_next instanceof W_MethodDescr) return w_iterator.iterNext();
  if (w_next === null) throw typeError(`'${typeName(w_iterator)}' object is not an iterator`);
  try {
    return callSpecial1(w_next, w_iterator);
  } catch (e) {
    if (e instanceof OperationError && e.matches(stopIterationType)) return null;
    throw e;
  }
}

/** All elements of an iterable, as an array of RTS. */
export function unpackIterable(w_iterable: W_Root): W_Root[] {
  const items: W_Root[] = [];
  if (isExactTuple(w_iterable)) {
    const fixed = (w_iterable as W_Tuple).items;
    for (let i = 0; i < fixed.length; i++) items.push(fixed[i]);
    return items;
  }
  if (w_iterable instanceof W_List && !type(w_iterable).isHeap()) {
    for (let i = 0; i < w_iterable.length; i++) items.push(w_iterable.getItem(i));
    return items;
  }
  const w_iterator = iter(w_iterable);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) return items;
    items.push(w_item);
  }
}

/** All elements of an iterable, as a fixed array. */
export function fixedItems(w_iterable: W_Root): FixedArray<W_Root> {
  if (w_iterable instanceof W_Tuple && isExactTuple(w_iterable)) return w_iterable.items;
  const items = unpackIterable(w_iterable);
  const fixed = newFixedArray<W_Root>(items.length, w_None);
  for (let i = 0; i < items.length; i++) fixed[i] = items[i];
  return fixed;
}

/** `w_obj[w_key]`. */
export function getitem(w_obj: W_Root, w_key: W_Root): W_Root {
  const w_descr = type(w_obj).special[Special.Getitem];
  if (w_descr !== null) return callSpecial2(w_descr, w_obj, w_key);
  if (w_obj instanceof W_Type) return getitemOfClass(w_obj, w_key);
  throw typeError(`'${typeName(w_obj)}' object is not subscriptable`);
}

function getitemOfClass(w_type: W_Type, w_key: W_Root): W_Root {
  if (w_type === typeType) return newGenericAlias(w_type, w_key);
  const w_method = getattrOrNull(w_type, s_class_getitem);
  if (w_method === null) throw typeError(`'${typeName(w_type)}' object is not subscriptable`);
  return call1(w_method, w_key);
}

/** `w_obj[w_key] = w_value`. */
export function setitem(w_obj: W_Root, w_key: W_Root, w_value: W_Root): void {
  const w_descr = type(w_obj).special[Special.Setitem];
  if (w_descr === null) {
    if (hasOther(w_obj, Special.Delitem)) throw attributeError("__setitem__");
    throw typeError(`'${typeName(w_obj)}' object does not support item assignment`);
  }
  callSpecial3(w_descr, w_obj, w_key, w_value);
}

/** `del w_obj[w_key]`. */
export function delitem(w_obj: W_Root, w_key: W_Root): void {
  const w_descr = type(w_obj).special[Special.Delitem];
  if (w_descr === null) {
    if (hasOther(w_obj, Special.Setitem)) throw attributeError("__delitem__");
    throw typeError(`'${typeName(w_obj)}' object ${noDeletion(w_obj, w_key)} item deletion`);
  }
  callSpecial2(w_descr, w_obj, w_key);
}

/** True for a class of a user with one half of the pair: assignment and deletion share a slot, which then exists. */
function hasOther(w_obj: W_Root, special: i32): boolean {
  const w_type = type(w_obj);
  return w_type.isHeap() && w_type.special[special] !== null;
}

/** CPython words it in two ways: one is for an index into what has slots of sequences, as all classes of users do. */
function noDeletion(w_obj: W_Root, w_key: W_Root): string {
  const w_type = type(w_obj);
  const isSequence = w_type.isHeap() || w_type.special[Special.Len] !== null;
  return isSequence && type(w_key).special[Special.Index] !== null ? "doesn't support" : "does not support";
}

/** `w_item in w_container`. */
export function contains(w_container: W_Root, w_item: W_Root): boolean {
  const w_descr = type(w_container).special[Special.Contains];
  if (w_descr === w_None) throw typeError(`'${typeName(w_container)}' object is not a container`);
  if (w_descr !== null) {
    const w_result = callSpecial2(w_descr, w_container, w_item);
    if (w_result !== w_NotImplemented) return isTrue(w_result);
  }
  return containsByIteration(w_container, w_item);
}

function containsByIteration(w_container: W_Root, w_item: W_Root): boolean {
  const special = type(w_container).special;
  if (special[Special.Iter] === null && special[Special.Getitem] === null) {
    throw typeError(`argument of type '${typeName(w_container)}' is not iterable`);
  }
  const w_iterator = iter(w_container);
  for (;;) {
    const w_found = next(w_iterator);
    if (w_found === null) return false;
    if (identicalOrEqual(w_found, w_item)) return true;
  }
}

/** Element `at` by the sequence protocol (`__getitem__` with an int), or null past the end. */
export function sequenceItem(w_obj: W_Root, at: i32): W_Root | null {
  try {
    return getitem(w_obj, newInt(i32ToI64(at)));
  } catch (e) {
    if (e instanceof OperationError && (e.matches(indexErrorType) || e.matches(stopIterationType))) {
      return null;
    }
    throw e;
  }
}

/** Exactly `count` elements. Throws ValueError as unpacking does. */
export function unpackExactly(w_iterable: W_Root, count: i32): FixedArray<W_Root> {
  const items = newFixedArray<W_Root>(count, w_None);
  if (type(w_iterable).special[Special.Iter] === null && type(w_iterable).special[Special.Getitem] === null) {
    throw typeError(`cannot unpack non-iterable ${typeName(w_iterable)} object`);
  }
  const w_iterator = iter(w_iterable);
  for (let i = 0; i < count; i++) {
    const w_item = next(w_iterator);
    if (w_item === null) throw valueError(`not enough values to unpack (expected ${count}, got ${i})`);
    items[i] = w_item;
  }
  if (next(w_iterator) !== null) throw valueError(`too many values to unpack (expected ${count})`);
  return items;
}
