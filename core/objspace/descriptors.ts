/** The descriptor protocol: what an attribute found on a class does when it is read, written or deleted. */
import type { i32 } from "@rts";
import {
  W_BuiltinFunction,
  W_ClassMethodDescr,
  W_GetSet,
  W_MethodDescr,
  W_SlotMember,
} from "./builtin_function.ts";
import { call2, call3, type } from "./call.ts";
import { attributeError, classNameOf, type OperationError, typeError, typeName } from "./errors.ts";
import { addAttribute, readAt, writeAt } from "./map.ts";
import { W_Property } from "./property.ts";
import { readProperty } from "./property_methods.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import { W_ClassMethod, W_StaticMethod } from "./static_method.ts";
import type { W_Type } from "./type.ts";
import { W_Function } from "../interpreter/function.ts";
import { noAttribute } from "./attributes.ts";
import { W_Method } from "./method.ts";
import { propertyType } from "./types.ts";

/** What reading attribute `w_descr`, found on `w_type`, of the instance `w_obj` gives. */
export function getDescriptor(w_descr: W_Root, w_obj: W_Root, w_type: W_Type): W_Root {
  if (w_descr instanceof W_Function) return new W_Method(w_descr, w_obj);
  if (w_descr instanceof W_MethodDescr) return bindMethodDescr(w_descr, w_obj);
  if (w_descr instanceof W_GetSet) return readGetSet(w_descr, w_obj);
  if (w_descr instanceof W_SlotMember) return readSlot(w_descr, w_obj);
  if (w_descr instanceof W_BuiltinFunction) return w_descr;
  if (w_descr instanceof W_Property && w_descr.map.w_type === propertyType) {
    return readProperty(w_descr, w_obj);
  }
  if (w_descr instanceof W_StaticMethod && !type(w_descr).isHeap()) return w_descr.w_function;
  const w_get = type(w_descr).special[Special.Get];
  if (w_get === null) return w_descr;
  if (w_get instanceof W_MethodDescr) {
    const fn = w_get.code.fn3;
    if (fn !== null) return fn(w_descr, w_obj, w_type);
  }
  return call3(w_get, w_descr, w_obj, w_type);
}

/** The same read from the class itself: `w_type` is where the search began. */
export function getDescriptorOfClass(w_descr: W_Root, w_type: W_Type): W_Root {
  if (w_descr instanceof W_Function || w_descr instanceof W_BuiltinFunction) return w_descr;
  if (w_descr instanceof W_StaticMethod && !type(w_descr).isHeap()) return w_descr.w_function;
  const w_get = type(w_descr).special[Special.Get];
  if (w_get === null) return w_descr;
  return call3(w_get, w_descr, w_None, w_type);
}

function bindMethodDescr(w_descr: W_MethodDescr, w_obj: W_Root): W_Root {
  if (!type(w_obj).isSubtype(w_descr.w_objclass)) {
    throw wrongObject(w_descr.w_objclass, w_descr.code.name.toRts(), w_obj);
  }
  return new W_BuiltinFunction(w_descr.code, w_obj);
}

function wrongObject(w_objclass: W_Type, name: string, w_obj: W_Root): OperationError {
  return typeError(
    `descriptor '${name}' for '${classNameOf(w_objclass)}' objects doesn't apply to a '${
      typeName(w_obj)
    }' object`,
  );
}

/** Reads a computed attribute. */
export function readGetSet(w_descr: W_GetSet, w_obj: W_Root): W_Root {
  if (!type(w_obj).isSubtype(w_descr.w_objclass)) {
    throw wrongObject(w_descr.w_objclass, w_descr.name.toRts(), w_obj);
  }
  return w_descr.getter(w_obj);
}

/** Reads a slot. Throws AttributeError while it is empty. */
export function readSlot(w_descr: W_SlotMember, w_obj: W_Root): W_Root {
  if (!type(w_obj).isSubtype(w_descr.w_objclass)) {
    throw wrongObject(w_descr.w_objclass, w_descr.name.toRts(), w_obj);
  }
  const index = w_obj.getMap()!.find(w_descr.name, w_descr.kind);
  const w_value = index < 0 ? null : readAt(w_obj, index);
  if (w_value === null) throw noAttribute(w_obj, w_descr.name);
  return w_value;
}

/** True when `w_descr` decides about reads before the instance does: it can be read, and set or deleted. */
export function isReadFirst(w_descr: W_Root): boolean {
  return isDataDescriptor(w_descr) && type(w_descr).special[Special.Get] !== null;
}

/** True when `w_descr` decides about writes: it can be set or deleted. */
export function isDataDescriptor(w_descr: W_Root): boolean {
  if (w_descr instanceof W_Function || w_descr instanceof W_MethodDescr) return false;
  const special = type(w_descr).special;
  return special[Special.Set] !== null || special[Special.Delete] !== null;
}

/** Writes through the data descriptor `w_descr`. Throws AttributeError when it only deletes. */
export function setDescriptor(w_descr: W_Root, w_obj: W_Root, w_value: W_Root): void {
  if (w_descr instanceof W_GetSet) {
    writeGetSet(w_descr, w_obj, w_value);
    return;
  }
  if (w_descr instanceof W_SlotMember) {
    writeSlot(w_descr, w_obj, w_value);
    return;
  }
  const w_set = type(w_descr).special[Special.Set];
  if (w_set === null) throw attributeError("__set__");
  call3(w_set, w_descr, w_obj, w_value);
}

/** Writes a computed attribute. */
export function writeGetSet(w_descr: W_GetSet, w_obj: W_Root, w_value: W_Root): void {
  if (!type(w_obj).isSubtype(w_descr.w_objclass)) {
    throw wrongObject(w_descr.w_objclass, w_descr.name.toRts(), w_obj);
  }
  const setter = w_descr.setter;
  if (setter === null) throw notWritable(w_descr);
  setter(w_obj, w_value);
}

function notWritable(w_descr: W_GetSet): OperationError {
  if (w_descr.isMember) return attributeError("readonly attribute");
  return attributeError(
    `attribute '${w_descr.name.toRts()}' of '${classNameOf(w_descr.w_objclass)}' objects is not writable`,
  );
}

/** Writes a slot. */
export function writeSlot(w_descr: W_SlotMember, w_obj: W_Root, w_value: W_Root | null): void {
  if (!type(w_obj).isSubtype(w_descr.w_objclass)) {
    throw wrongObject(w_descr.w_objclass, w_descr.name.toRts(), w_obj);
  }
  const index: i32 = w_obj.getMap()!.find(w_descr.name, w_descr.kind);
  if (w_value === null && (index < 0 || readAt(w_obj, index) === null)) {
    throw attributeError(w_descr.name.toRts());
  }
  if (index >= 0) writeAt(w_obj, index, w_value);
  else addAttribute(w_obj, w_descr.name, w_descr.kind, w_value);
}

/** Deletes through the data descriptor `w_descr`. */
export function deleteDescriptor(w_descr: W_Root, w_obj: W_Root): void {
  if (w_descr instanceof W_GetSet) {
    const deleter = w_descr.deleter;
    if (deleter === null) throw notWritable(w_descr);
    deleter(w_obj);
    return;
  }
  if (w_descr instanceof W_SlotMember) {
    writeSlot(w_descr, w_obj, null);
    return;
  }
  const w_delete = type(w_descr).special[Special.Delete];
  if (w_delete === null) throw attributeError("__delete__");
  call2(w_delete, w_descr, w_obj);
}

/** True for wrappers of functions that classes hand out as they are. */
export function isClassOrStaticMethod(w_descr: W_Root): boolean {
  return w_descr instanceof W_StaticMethod || w_descr instanceof W_ClassMethod ||
    w_descr instanceof W_ClassMethodDescr;
}
