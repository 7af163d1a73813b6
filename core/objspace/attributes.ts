/**
 * Attribute access: `getattr`, `setattr`, `delattr` with the hooks of user classes, and the generic ways that
 * `object.__getattribute__` and its kin take. Names given here are interned.
 */
import { type OperationError, OperationError as PyError } from "./errors.ts";
import { W_MethodDescr } from "./builtin_function.ts";
import { call2, callSpecial2, callSpecial3, type } from "./call.ts";
import {
  deleteDescriptor,
  getDescriptor,
  isDataDescriptor,
  isReadFirst,
  setDescriptor,
} from "./descriptors.ts";
import { attributeError, typeName } from "./errors.ts";
import { attributeErrorType } from "./exception_types.ts";
import { deleteInstanceAttribute, getInstanceAttribute, setInstanceAttribute } from "./instance_dict.ts";
import { withAttributeContext, withMissingContext } from "./exceptions.ts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import type { W_Str } from "./str/wstr.ts";
import { lookup } from "./type_lookup.ts";
import { TypeFlag, type W_Type } from "./type.ts";

/** `object.__getattribute__`, by identity: classes that inherit it take the direct way. */
let w_objectGetattribute: W_Root | null = null;
let w_objectSetattr: W_Root | null = null;
let w_objectDelattr: W_Root | null = null;

/** Tells this module what `object` defines; called once, at translation. */
export function setObjectHooks(w_getattribute: W_Root, w_setattr: W_Root, w_delattr: W_Root): void {
  w_objectGetattribute = w_getattribute;
  w_objectSetattr = w_setattr;
  w_objectDelattr = w_delattr;
}

/** True when reading attributes of instances of `w_type` is the generic way, without hooks. */
export function hasPlainGetattribute(w_type: W_Type): boolean {
  return w_type.special[Special.Getattribute] === w_objectGetattribute;
}
/** True when setting attributes of instances of `w_type` is the generic way. */
export function hasPlainSetattr(w_type: W_Type): boolean {
  return w_type.special[Special.Setattr] === w_objectSetattr;
}

/** `w_obj.name`. Throws AttributeError, and what hooks and descriptors raise. */
export function getattr(w_obj: W_Root, name: W_Str): W_Root {
  const w_type = type(w_obj);
  const w_hook = w_type.special[Special.Getattribute];
  const w_fallback = w_type.special[Special.Getattr];
  if (w_fallback === null) {
    return w_hook === w_objectGetattribute ? genericGetattr(w_obj, name) : callSpecial2(w_hook!, w_obj, name);
  }
  try {
    return w_hook === w_objectGetattribute ? genericGetattr(w_obj, name) : callSpecial2(w_hook!, w_obj, name);
  } catch (e) {
    if (!(e instanceof PyError) || !e.matches(attributeErrorType)) throw e;
  }
  return callFallback(w_fallback, w_obj, name);
}

/** `__getattr__`; its AttributeError gets name and object unless it has them. */
function callFallback(w_fallback: W_Root, w_obj: W_Root, name: W_Str): W_Root {
  try {
    return callSpecial2(w_fallback, w_obj, name);
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    throw withMissingContext(e, w_obj, name);
  }
}

/** `w_obj.name`, or null where that raises AttributeError. */
export function getattrOrNull(w_obj: W_Root, name: W_Str): W_Root | null {
  const w_type = type(w_obj);
  if (
    w_type.special[Special.Getattr] === null && w_type.special[Special.Getattribute] === w_objectGetattribute
  ) {
    return genericGetattrOrNull(w_obj, name);
  }
  try {
    return getattr(w_obj, name);
  } catch (e) {
    if (!(e instanceof PyError) || !e.matches(attributeErrorType)) throw e;
    return null;
  }
}

/** What `object.__getattribute__` does. Throws AttributeError. */
export function genericGetattr(w_obj: W_Root, name: W_Str): W_Root {
  const w_type = type(w_obj);
  const w_descr = lookup(w_type, name);
  if (w_descr !== null && isReadFirst(w_descr)) return getDescriptor(w_descr, w_obj, w_type);
  if (w_obj.getMap() !== null) {
    const w_value = getInstanceAttribute(w_obj, name);
    if (w_value !== null) return w_value;
  }
  if (w_descr !== null) return getDescriptor(w_descr, w_obj, w_type);
  throw noAttribute(w_obj, name);
}

/** The same, null where there is no such attribute. Descriptors' AttributeErrors count as none. */
export function genericGetattrOrNull(w_obj: W_Root, name: W_Str): W_Root | null {
  const w_type = type(w_obj);
  const w_descr = lookup(w_type, name);
  if (w_descr === null) return w_obj.getMap() === null ? null : getInstanceAttribute(w_obj, name);
  if (w_descr instanceof W_MethodDescr && w_obj.getMap() === null) {
    return getDescriptor(w_descr, w_obj, w_type);
  }
  try {
    return genericGetattr(w_obj, name);
  } catch (e) {
    if (!(e instanceof PyError) || !e.matches(attributeErrorType)) throw e;
    return null;
  }
}

/** The AttributeError of a missing attribute. */
export function noAttribute(w_obj: W_Root, name: W_Str): OperationError {
  const error = attributeError(`'${typeName(w_obj)}' object has no attribute '${name.toRts()}'`);
  return withAttributeContext(error, w_obj, name);
}

/** `w_obj.name = w_value`. */
export function setattr(w_obj: W_Root, name: W_Str, w_value: W_Root): void {
  const w_hook = type(w_obj).special[Special.Setattr]!;
  if (w_hook === w_objectSetattr) genericSetattr(w_obj, name, w_value);
  else callSpecial3(w_hook, w_obj, name, w_value);
}

/** What `object.__setattr__` does. */
export function genericSetattr(w_obj: W_Root, name: W_Str, w_value: W_Root): void {
  const w_descr = lookup(type(w_obj), name);
  if (w_descr !== null && isDataDescriptor(w_descr)) {
    setDescriptor(w_descr, w_obj, w_value);
    return;
  }
  if (setInstanceAttribute(w_obj, name, w_value)) return;
  throw notSettable(w_obj, name, w_descr !== null);
}

/** `del w_obj.name`. */
export function delattr(w_obj: W_Root, name: W_Str): void {
  const w_hook = type(w_obj).special[Special.Delattr]!;
  if (w_hook === w_objectDelattr) genericDelattr(w_obj, name);
  else callSpecial2(w_hook, w_obj, name);
}

/** What `object.__delattr__` does. */
export function genericDelattr(w_obj: W_Root, name: W_Str): void {
  const w_descr = lookup(type(w_obj), name);
  if (w_descr !== null && isDataDescriptor(w_descr)) {
    deleteDescriptor(w_descr, w_obj);
    return;
  }
  if (w_obj.getMap() !== null && deleteInstanceAttribute(w_obj, name)) return;
  if (type(w_obj).hasFlag(TypeFlag.Dict)) {
    throw withAttributeContext(attributeError(name.toRts()), w_obj, name);
  }
  throw notSettable(w_obj, name, w_descr !== null);
}

function notSettable(w_obj: W_Root, name: W_Str, onClass: boolean): OperationError {
  if (onClass) return attributeError(`'${typeName(w_obj)}' object attribute '${name.toRts()}' is read-only`);
  return noAttribute(w_obj, name);
}

/** The attribute of the class of `w_obj` that a special lookup by name finds, called with one argument. */
export function callNamedSpecial(w_obj: W_Root, name: W_Str, w_a: W_Root): W_Root | null {
  const w_type = type(w_obj);
  const w_descr = lookup(w_type, name);
  return w_descr === null ? null : call2(w_descr, w_obj, w_a);
}
