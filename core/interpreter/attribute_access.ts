/**
 * Attributes as the eval loop reads and writes them. Each name of a code object has a cache (`caches.ts`) that holds
 * for one hidden class and one version of its class.
 */
import type { i32 } from "@rts";
import { delattr, getattr, hasPlainGetattribute, hasPlainSetattr, setattr } from "../objspace/attributes.ts";
import { W_MethodDescr } from "../objspace/builtin_function.ts";
import { type } from "../objspace/call.ts";
import { getDescriptor, isDataDescriptor } from "../objspace/descriptors.ts";
import { W_Method } from "../objspace/method.ts";
import type { W_Property } from "../objspace/property.ts";
import { readProperty } from "../objspace/property_methods.ts";
import { Special } from "../objspace/special.ts";
import type { W_ClassMethod, W_StaticMethod } from "../objspace/static_method.ts";
import { addAttribute, AttrKind } from "../objspace/map.ts";
import { W_Module } from "../objspace/module.ts";
import { W_Object } from "../objspace/object.ts";
import type { W_Root } from "../objspace/root.ts";
import { W_SlotMember } from "../objspace/builtin_function.ts";
import { lookup } from "../objspace/type_lookup.ts";
import { classmethodType, moduleType, propertyType, staticmethodType } from "../objspace/types.ts";
import { AttributeCache, Found, StoreCache } from "./caches.ts";
import type { PyFrame } from "./frame.ts";
import type { W_Code } from "./code.ts";
import { W_Function } from "./function.ts";
import type { W_Str } from "../objspace/str/wstr.ts";

/** `w_obj.names[at]`. */
export function loadAttribute(code: W_Code, at: i32, w_obj: W_Root): W_Root {
  if (!(w_obj instanceof W_Object)) return getattr(w_obj, code.names[at]);
  const cache = code.attributeCaches[at];
  if (cache !== null && cache.map === w_obj.map && cache.version === w_obj.map.w_type.version) {
    if (cache.kind === Found.Stored) {
      const w_value = w_obj.storage![cache.index];
      if (w_value !== null) return w_value;
    } else return readFound(cache.kind, cache.w_descr!, w_obj);
  }
  return loadUncached(code, at, w_obj);
}

/** The value of an attribute that stands on the class. */
function readFound(kind: i32, w_descr: W_Root, w_obj: W_Object): W_Root {
  switch (kind) {
    case Found.Method:
      return getDescriptor(w_descr, w_obj, w_obj.map.w_type);
    case Found.Static:
      return (w_descr as W_StaticMethod).w_function;
    case Found.OfClass:
      return new W_Method((w_descr as W_ClassMethod).w_function, w_obj.map.w_type);
    case Found.Property:
      return readProperty(w_descr as W_Property, w_obj);
    default:
      return w_descr;
  }
}

function loadUncached(code: W_Code, at: i32, w_obj: W_Object): W_Root {
  const name = code.names[at];
  if (w_obj instanceof W_Module && w_obj.map.w_type === moduleType) {
    const w_value = w_obj.w_dict.getStr(name);
    if (w_value !== null && lookup(moduleType, name) === null) return w_value;
    return getattr(w_obj, name);
  }
  fillAttributeCache(code, at, w_obj);
  return getattr(w_obj, name);
}

/** Fills the cache of a name for objects like `w_obj`, if the attribute is of a sort that caches hold; else null. */
function fillAttributeCache(code: W_Code, at: i32, w_obj: W_Object): AttributeCache | null {
  const map = w_obj.map;
  const w_type = map.w_type;
  if (map.hasOwnDict || w_obj instanceof W_Module || !hasPlainGetattribute(w_type)) return null;
  const name = code.names[at];
  const w_descr = lookup(w_type, name);
  let kind: i32 = Found.Stored;
  let index = w_descr instanceof W_SlotMember
    ? map.find(w_descr.name, w_descr.kind)
    : map.find(name, AttrKind.Dict);
  if (w_descr !== null && !(w_descr instanceof W_SlotMember) && (index < 0 || isDataDescriptor(w_descr))) {
    kind = kindOf(w_descr);
    index = kind === Found.Stored ? -1 : 0;
  }
  if (index < 0) return null;
  const cache = cacheOf(code, at);
  cache.map = map;
  cache.version = w_type.version;
  cache.kind = kind;
  cache.index = index;
  cache.w_descr = kind === Found.Stored ? null : w_descr;
  return cache;
}

/** What an attribute found on the class is; {@link Found.Stored} for descriptors of other sorts. */
function kindOf(w_descr: W_Root): i32 {
  if (w_descr instanceof W_Function || w_descr instanceof W_MethodDescr) return Found.Method;
  const w_type = type(w_descr);
  if (w_type === staticmethodType) return Found.Static;
  if (w_type === classmethodType) {
    return (w_descr as W_ClassMethod).w_function instanceof W_Function ? Found.OfClass : Found.Stored;
  }
  if (w_type === propertyType) return Found.Property;
  if (w_type.isHeap() || w_type.special[Special.Get] !== null) return Found.Stored;
  return w_type.special[Special.Set] === null && w_type.special[Special.Delete] === null
    ? Found.Constant
    : Found.Stored;
}

function cacheOf(code: W_Code, at: i32): AttributeCache {
  let cache = code.attributeCaches[at];
  if (cache === null) {
    cache = new AttributeCache();
    code.attributeCaches[at] = cache;
  }
  return cache;
}

/**
 * `LOAD_METHOD`: replaces the object on top of the stack, at `place`, by two values: the function that
 * `w_obj.names[at](…)` calls and its first argument; or nothing, and the attribute.
 */
export function loadMethod(frame: PyFrame, code: W_Code, at: i32, place: i32): void {
  const w_obj = frame.slots[place]!;
  if (!(w_obj instanceof W_Object)) {
    const w_descr = methodOfBuiltin(w_obj, code.names[at]);
    if (w_descr !== null) putMethod(frame, place, w_descr, w_obj);
    else putMethod(frame, place, null, getattr(w_obj, code.names[at]));
    return;
  }
  let cache = code.attributeCaches[at];
  if (cache === null || cache.map !== w_obj.map || cache.version !== w_obj.map.w_type.version) {
    cache = fillAttributeCache(code, at, w_obj);
  }
  if (cache !== null) {
    if (cache.kind === Found.Method) {
      putMethod(frame, place, cache.w_descr, w_obj);
      return;
    }
    if (cache.kind === Found.OfClass) {
      putMethod(frame, place, (cache.w_descr as W_ClassMethod).w_function, w_obj.map.w_type);
      return;
    }
  }
  putMethod(frame, place, null, loadAttribute(code, at, w_obj));
}

function putMethod(frame: PyFrame, place: i32, w_method: W_Root | null, w_first: W_Root): void {
  frame.slots[place] = w_method;
  frame.slots[place + 1] = w_first;
}

/** The method of an object without a hidden class of its own, or one without attributes; null for all else. */
function methodOfBuiltin(w_obj: W_Root, name: W_Str): W_Root | null {
  const w_type = w_obj.typeOf();
  const w_descr = lookup(w_type, name);
  if (!(w_descr instanceof W_Function) && !(w_descr instanceof W_MethodDescr)) return null;
  const map = w_obj.getMap();
  if (map === null) return w_descr;
  return hasPlainGetattribute(w_type) && map.length === 0 ? w_descr : null;
}

/** `w_obj.names[at] = w_value`. */
export function storeAttribute(code: W_Code, at: i32, w_obj: W_Root, w_value: W_Root): void {
  if (w_obj instanceof W_Object) {
    const cache = code.storeCaches[at];
    const map = w_obj.map;
    if (cache !== null && cache.map === map && cache.version === map.w_type.version) {
      if (cache.index < map.length) {
        w_obj.storage![cache.index] = w_value;
        return;
      }
      const storage = w_obj.storage;
      if (storage !== null && cache.index < storage.length) {
        storage[cache.index] = w_value;
        w_obj.map = cache.next!;
        return;
      }
      addAttribute(w_obj, code.names[at], AttrKind.Dict, w_value);
      return;
    }
    storeUncached(code, at, w_obj, w_value);
    return;
  }
  setattr(w_obj, code.names[at], w_value);
}

function storeUncached(code: W_Code, at: i32, w_obj: W_Object, w_value: W_Root): void {
  const name = code.names[at];
  const before = w_obj.map;
  setattr(w_obj, name, w_value);
  const after = w_obj.map;
  if (before.hasOwnDict || after.hasOwnDict || w_obj instanceof W_Module || !hasPlainSetattr(before.w_type)) {
    return;
  }
  const w_descr = lookup(before.w_type, name);
  if (w_descr !== null && isDataDescriptor(w_descr)) return;
  const index = after.find(name, AttrKind.Dict);
  if (index < 0 || (before !== after && after.back !== before)) return;
  let cache = code.storeCaches[at];
  if (cache === null) {
    cache = new StoreCache();
    code.storeCaches[at] = cache;
  }
  cache.map = before;
  cache.version = before.w_type.version;
  cache.index = index;
  cache.next = after;
}

/** `del w_obj.names[at]`. */
export function deleteAttribute(code: W_Code, at: i32, w_obj: W_Root): void {
  delattr(w_obj, code.names[at]);
}
