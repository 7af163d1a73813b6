/**
 * Lookup of attributes on classes, along the linearization. Results, absence included, are kept in a global method
 * cache by (version of the class, name), as in PyPy and CPython; a changed class has another version.
 */
import { type FixedArray, type i32, newFixedArray, promote } from "@rts";
import { W_MethodDescr } from "./builtin_function.ts";
import { W_MisplacedSlot } from "./misplaced_slot.ts";
import type { W_Root } from "./root.ts";
import { Special, SPECIAL_NAMES, specialNumber } from "./special.ts";
import type { W_Str } from "./str/wstr.ts";
import { TypeFlag, VersionTag, type W_Type } from "./type.ts";

const CACHE_BITS: i32 = 12;
const CACHE_SIZE: i32 = 1 << CACHE_BITS;
const cacheVersions: FixedArray<VersionTag | null> = newFixedArray<VersionTag | null>(CACHE_SIZE, null);
const cacheNames: FixedArray<W_Str | null> = newFixedArray<W_Str | null>(CACHE_SIZE, null);
const cacheValues: FixedArray<W_Root | null> = newFixedArray<W_Root | null>(CACHE_SIZE, null);

/** The attribute `name` (interned) of `w_type`, as found along its linearization; null when there is none. */
export function lookup(w_type: W_Type, name: W_Str): W_Root | null {
  const w_promoted = promote(w_type);
  return lookupVersion(w_promoted, promote(w_promoted.version), name);
}

/** @elidable */
function lookupVersion(w_type: W_Type, version: VersionTag, name: W_Str): W_Root | null {
  const at = (name.hashOf() ^ Math.imul(version.serial, 0x9E3779B1 | 0)) & (CACHE_SIZE - 1);
  if (cacheVersions[at] === version && cacheNames[at] === name) return cacheValues[at];
  const w_found = lookupUncached(w_type, name);
  cacheVersions[at] = version;
  cacheNames[at] = name;
  cacheValues[at] = w_found;
  return w_found;
}

/** Forgets what was looked up, so that nothing lives for the cache's sake. */
export function clearMethodCache(): void {
  cacheVersions.fill(null);
  cacheNames.fill(null);
  cacheValues.fill(null);
}

function lookupUncached(w_type: W_Type, name: W_Str): W_Root | null {
  const mro = w_type.mro;
  for (let i = 0; i < mro.length; i++) {
    const w_found = mro[i].dict.getStr(name);
    if (w_found !== null) return w_found;
  }
  return null;
}

/** The class of the linearization whose namespace has `name`; null when none has. */
export function lookupOwner(w_type: W_Type, name: W_Str): W_Type | null {
  const mro = w_type.mro;
  for (let i = 0; i < mro.length; i++) {
    if (mro[i].dict.getStr(name) !== null) return mro[i];
  }
  return null;
}

/** The attribute `name` from what follows `w_after` in the linearization of `w_type`; null when there is none. */
export function lookupAfter(w_type: W_Type, w_after: W_Type, name: W_Str): W_Root | null {
  const mro = w_type.mro;
  let i = 0;
  while (i < mro.length && mro[i] !== w_after) i++;
  for (i++; i < mro.length; i++) {
    const w_found = mro[i].dict.getStr(name);
    if (w_found !== null) return w_found;
  }
  return null;
}

/** Looks all special methods of a class up anew. */
export function refreshSpecials(w_type: W_Type): void {
  const special = newFixedArray<W_Root | null>(Special.Count, null);
  for (let i = 0; i < Special.Count; i++) special[i] = lookupSpecial(w_type, i);
  w_type.special = special;
  if (special[Special.Del] !== null) w_type.flags = w_type.flags | TypeFlag.HasDel;
}

function lookupSpecial(w_type: W_Type, special: i32): W_Root | null {
  const w_found = lookupUncached(w_type, SPECIAL_NAMES[special]);
  if (!(w_found instanceof W_MethodDescr) || w_type.isSubtype(w_found.w_objclass)) return w_found;
  return new W_MisplacedSlot(w_found);
}

/** To be called after the namespace entry `name` of a class changed: caches of it and its subclasses end. */
export function attributeChanged(w_type: W_Type, name: W_Str): void {
  changed(w_type, specialNumber(name));
}

/** To be called after a class's bases or linearization changed. */
export function hierarchyChanged(w_type: W_Type): void {
  w_type.version = new VersionTag();
  refreshSpecials(w_type);
  const subclasses = w_type.subclasses;
  for (let i = 0; i < subclasses.length; i++) {
    const w_sub = subclasses[i].get();
    if (w_sub !== null) hierarchyChanged(w_sub);
  }
}

function changed(w_type: W_Type, special: i32): void {
  w_type.version = new VersionTag();
  if (special >= 0) {
    w_type.special[special] = lookupSpecial(w_type, special);
    if (special === Special.Del) w_type.flags = w_type.flags | TypeFlag.HasDel;
  }
  const subclasses = w_type.subclasses;
  for (let i = 0; i < subclasses.length; i++) {
    const w_sub = subclasses[i].get();
    if (w_sub !== null) changed(w_sub, special);
  }
}
