/**
 * Attributes as the eval loop reads and writes them. Each name of a code object has a cache (`caches.ts`) that holds
 * for one hidden class and one version of its class.
 */
import type { i32 } from "@rts";
import { delattr, getattr, hasPlainGetattribute, hasPlainSetattr, setattr } from "../objspace/attributes.ts";
import { W_MethodDescr } from "../objspace/builtin_function.ts";
import { isDataDescriptor } from "../objspace/descriptors.ts";
import { addAttribute, AttrKind, type InstanceMap } from "../objspace/map.ts";
import { W_Module } from "../objspace/module.ts";
import { W_Object } from "../objspace/object.ts";
import type { W_Root } from "../objspace/root.ts";
import { W_SlotMember } from "../objspace/builtin_function.ts";
import { lookup } from "../objspace/type_lookup.ts";
import { moduleType } from "../objspace/types.ts";
import { AttributeCache, StoreCache } from "./caches.ts";
import type { W_Code } from "./code.ts";
import { W_Function } from "./function.ts";
import type { W_Str } from "../objspace/str/wstr.ts";

/** `w_obj.names[at]`. */
export function loadAttribute(code: W_Code, at: i32, w_obj: W_Root): W_Root {
  if (w_obj instanceof W_Object) {
    const cache = code.attributeCaches[at];
    if (
      cache !== null && cache.map === w_obj.map && cache.version === w_obj.map.w_type.version &&
      cache.index >= 0
    ) {
      const w_value = w_obj.storage![cache.index];
      if (w_value !== null) return w_value;
    }
    return loadUncached(code, at, w_obj);
  }
  return getattr(w_obj, code.names[at]);
}

function loadUncached(code: W_Code, at: i32, w_obj: W_Object): W_Root {
  const name = code.names[at];
  if (w_obj instanceof W_Module && w_obj.map.w_type === moduleType) {
    const w_value = w_obj.w_dict.getStr(name);
    if (w_value !== null && lookup(moduleType, name) === null) return w_value;
    return getattr(w_obj, name);
  }
  const map = w_obj.map;
  if (!map.hasOwnDict && hasPlainGetattribute(map.w_type)) {
    const index = cacheableIndex(w_obj, map, name);
    if (index >= 0) {
      const cache = cacheOf(code, at);
      cache.map = map;
      cache.version = map.w_type.version;
      cache.index = index;
      cache.w_descr = null;
    }
  }
  return getattr(w_obj, name);
}

/** Storage index of the attribute if nothing on the class comes first; else -1. */
function cacheableIndex(_w_obj: W_Object, map: InstanceMap, name: W_Str): i32 {
  const w_descr = lookup(map.w_type, name);
  if (w_descr !== null) {
    if (w_descr instanceof W_SlotMember) return map.find(w_descr.name, w_descr.kind);
    if (isDataDescriptor(w_descr)) return -1;
  }
  return map.find(name, AttrKind.Dict);
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
 * The function that `w_obj.names[at](…)` calls with `w_obj` as its first argument; null when the attribute has to be
 * read as an object of its own.
 */
export function loadMethod(code: W_Code, at: i32, w_obj: W_Root): W_Root | null {
  if (!(w_obj instanceof W_Object)) {
    const w_type = w_obj.typeOf();
    const w_descr = lookup(w_type, code.names[at]);
    if (w_descr === null || !isMethod(w_descr)) return null;
    if (w_obj.getMap() === null) return w_descr;
    return hasPlainGetattribute(w_type) && w_obj.getMap()!.length === 0 ? w_descr : null;
  }
  const cache = code.attributeCaches[at];
  if (cache !== null && cache.map === w_obj.map && cache.version === w_obj.map.w_type.version) {
    return cache.w_descr;
  }
  return loadMethodUncached(code, at, w_obj);
}

function isMethod(w_descr: W_Root): boolean {
  return w_descr instanceof W_Function || w_descr instanceof W_MethodDescr;
}

function loadMethodUncached(code: W_Code, at: i32, w_obj: W_Object): W_Root | null {
  const map = w_obj.map;
  const w_type = map.w_type;
  if (map.hasOwnDict || !hasPlainGetattribute(w_type) || w_obj instanceof W_Module) return null;
  const name = code.names[at];
  const w_descr = lookup(w_type, name);
  if (w_descr === null || !isMethod(w_descr) || map.find(name, AttrKind.Dict) >= 0) return null;
  const cache = cacheOf(code, at);
  cache.map = map;
  cache.version = w_type.version;
  cache.index = -1;
  cache.w_descr = w_descr;
  return w_descr;
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
