/**
 * Attributes of instances, in their hidden class or in a dict of their own, and `__dict__` as a dict that shows
 * them: its strategy reads and writes the instance.
 */
import type { i32 } from "@rts";
import { EMPTY_STRATEGY, isExactStr, W_Dict } from "./dict.ts";
import { DictStrategy } from "./dict_strategy.ts";
import {
  addAttribute,
  AttrKind,
  type InstanceMap,
  MAX_MAP_ATTRIBUTES,
  ownDictMap,
  readAt,
  removeAttribute,
  writeAt,
} from "./map.ts";
import { W_Module } from "./module.ts";
import type { W_Root } from "./root.ts";
import { intern } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { TypeFlag } from "./type.ts";
import { newFixedArray } from "@rts";
import { hash } from "./hash.ts";

/** The attribute `name` (interned) of the instance itself; null when there is none. `w_obj` has a map. */
export function getInstanceAttribute(w_obj: W_Root, name: W_Str): W_Root | null {
  if (w_obj instanceof W_Module) return w_obj.w_dict.getStr(name);
  const map = w_obj.getMap()!;
  if (map.hasOwnDict) return ownDict(w_obj).getStr(name);
  const index = map.find(name, AttrKind.Dict);
  return index < 0 ? null : readAt(w_obj, index);
}

/** Sets an attribute of the instance itself; false when it cannot have any. */
export function setInstanceAttribute(w_obj: W_Root, name: W_Str, w_value: W_Root): boolean {
  if (w_obj instanceof W_Module) {
    w_obj.w_dict.setStr(name, w_value);
    return true;
  }
  const map = w_obj.getMap();
  if (map === null || !map.w_type.hasFlag(TypeFlag.Dict)) return false;
  if (map.hasOwnDict) {
    ownDict(w_obj).setStr(name, w_value);
    return true;
  }
  const index = map.find(name, AttrKind.Dict);
  if (index >= 0) writeAt(w_obj, index, w_value);
  else if (map.length < MAX_MAP_ATTRIBUTES) addAttribute(w_obj, name, AttrKind.Dict, w_value);
  else turnToOwnDict(w_obj).setStr(name, w_value);
  return true;
}

/** Deletes an attribute of the instance itself; false when there is none. */
export function deleteInstanceAttribute(w_obj: W_Root, name: W_Str): boolean {
  if (w_obj instanceof W_Module) return w_obj.w_dict.delete(name) !== null;
  const map = w_obj.getMap()!;
  if (map.hasOwnDict) return ownDict(w_obj).delete(name) !== null;
  const index = map.find(name, AttrKind.Dict);
  if (index < 0) return false;
  removeAttribute(w_obj, index);
  return true;
}

function ownDict(w_obj: W_Root): W_Dict {
  return w_obj.getStorage()![0] as W_Dict;
}

/** Moves the attributes of `w_obj` to a dict of its own: its `__dict__` where somebody holds that already. */
export function turnToOwnDict(w_obj: W_Root): W_Dict {
  const held = getSpecialAttribute(w_obj, AttrKind.DictObject);
  const w_dict = held === null ? new W_Dict() : held as W_Dict;
  const entries = new W_Dict();
  copyAttributes(w_obj, entries);
  w_dict.strategy = entries.strategy;
  w_dict.data = entries.data;
  giveOwnDict(w_obj, w_dict);
  return w_dict;
}

/** Makes `w_dict` hold the attributes of `w_obj`; slots and weak references stay. */
function giveOwnDict(w_obj: W_Root, w_dict: W_Dict): void {
  const old = w_obj.getMap()!;
  const storage = newFixedArray<W_Root | null>(old.length + 1, null);
  storage[0] = w_dict;
  let map = ownDictMap(old.root());
  for (let i = 0; i < old.length; i++) {
    const attribute = old.at(i);
    if (attribute.kind === AttrKind.Dict || attribute.kind === AttrKind.DictObject) continue;
    storage[map.length] = readAt(w_obj, i);
    map = map.add(attribute.name, attribute.kind);
  }
  w_obj.setShape(map, storage);
}

function copyAttributes(w_obj: W_Root, to: W_Dict): void {
  const map = w_obj.getMap()!;
  for (let i = 0; i < map.length; i++) {
    const attribute = map.at(i);
    if (attribute.kind === AttrKind.Dict) to.setStr(attribute.name!, readAt(w_obj, i)!);
  }
}

/** What stands under a kind without name; null when there is none. */
export function getSpecialAttribute(w_obj: W_Root, kind: i32): W_Root | null {
  const index = w_obj.getMap()!.find(null, kind);
  return index < 0 ? null : readAt(w_obj, index);
}

/** Sets what stands under a kind without name. */
export function setSpecialAttribute(w_obj: W_Root, kind: i32, w_value: W_Root): void {
  const index = w_obj.getMap()!.find(null, kind);
  if (index >= 0) writeAt(w_obj, index, w_value);
  else addAttribute(w_obj, null, kind, w_value);
}

/** `__dict__` of an instance whose class gives it one. */
export function getInstanceDict(w_obj: W_Root): W_Dict {
  if (w_obj instanceof W_Module) return w_obj.w_dict;
  if (w_obj.getMap()!.hasOwnDict) return ownDict(w_obj);
  const w_held = getSpecialAttribute(w_obj, AttrKind.DictObject);
  if (w_held !== null) return w_held as W_Dict;
  const w_dict = new W_Dict();
  w_dict.strategy = INSTANCE_STRATEGY;
  w_dict.data = new InstanceRef(w_obj);
  setSpecialAttribute(w_obj, AttrKind.DictObject, w_dict);
  return w_dict;
}

/** `w_obj.__dict__ = w_dict`. */
export function setInstanceDict(w_obj: W_Root, w_dict: W_Dict): void {
  const w_held = w_obj.getMap()!.hasOwnDict ? null : getSpecialAttribute(w_obj, AttrKind.DictObject);
  if (w_held !== null) {
    // The old dict keeps what it showed.
    const entries = new W_Dict();
    copyAttributes(w_obj, entries);
    const w_old = w_held as W_Dict;
    w_old.strategy = entries.strategy;
    w_old.data = entries.data;
  }
  if (w_dict.strategy === INSTANCE_STRATEGY) detach(w_dict);
  if (w_obj.getMap()!.hasOwnDict) w_obj.getStorage()![0] = w_dict;
  else giveOwnDict(w_obj, w_dict);
}

/** Two objects share one dict from here on: the first owner turns to a dict of its own too. */
function detach(w_dict: W_Dict): void {
  turnToOwnDict((w_dict.data as InstanceRef).w_obj);
}

class InstanceRef {
  readonly w_obj: W_Root;
  constructor(w_obj: W_Root) {
    this.w_obj = w_obj;
  }
}

/** Shows the attributes of an instance. Positions are indices of its storage. */
class InstanceStrategy extends DictStrategy {
  private obj(d: W_Dict): W_Root {
    return (d.data as InstanceRef).w_obj;
  }
  override length(d: W_Dict): i32 {
    let count: i32 = 0;
    let map: InstanceMap | null = this.obj(d).getMap()!;
    while (map !== null && map.length > 0) {
      if (map.kind === AttrKind.Dict) count++;
      map = map.back;
    }
    return count;
  }
  override get(d: W_Dict, w_key: W_Root): W_Root | null {
    if (isExactStr(w_key)) return this.getStr(d, w_key as W_Str);
    hash(w_key);
    const w_own = turnToOwnDict(this.obj(d));
    return w_own.get(w_key);
  }
  override getStr(d: W_Dict, key: W_Str): W_Root | null {
    return getInstanceAttribute(this.obj(d), intern(key));
  }
  override set(d: W_Dict, w_key: W_Root, w_value: W_Root): void {
    if (isExactStr(w_key)) this.setStr(d, w_key as W_Str, w_value);
    else turnToOwnDict(this.obj(d)).set(w_key, w_value);
  }
  override setStr(d: W_Dict, key: W_Str, w_value: W_Root): void {
    setInstanceAttribute(this.obj(d), intern(key), w_value);
  }
  override setHashed(d: W_Dict, w_key: W_Root, _folded: i32, w_value: W_Root): void {
    this.set(d, w_key, w_value);
  }
  override hashAt(d: W_Dict, position: i32): i32 {
    return (this.keyAt(d, position) as W_Str).hashOf();
  }
  override delete(d: W_Dict, w_key: W_Root): W_Root | null {
    if (!isExactStr(w_key)) return turnToOwnDict(this.obj(d)).delete(w_key);
    const name = intern(w_key as W_Str);
    const w_value = getInstanceAttribute(this.obj(d), name);
    if (w_value !== null) deleteInstanceAttribute(this.obj(d), name);
    return w_value;
  }
  override clear(d: W_Dict): void {
    const w_own = turnToOwnDict(this.obj(d));
    w_own.strategy = EMPTY_STRATEGY;
    w_own.data = null;
  }
  override copyTo(d: W_Dict, to: W_Dict): void {
    copyAttributes(this.obj(d), to);
  }
  override next(d: W_Dict, position: i32): i32 {
    const map = this.obj(d).getMap()!;
    for (let i = position; i < map.length; i++) {
      if (map.at(i).kind === AttrKind.Dict) return i;
    }
    return -1;
  }
  override previous(d: W_Dict, position: i32): i32 {
    const map = this.obj(d).getMap()!;
    for (let i = Math.min(position, map.length - 1); i >= 0; i--) {
      if (map.at(i).kind === AttrKind.Dict) return i;
    }
    return -1;
  }
  override keyAt(d: W_Dict, position: i32): W_Root {
    return this.obj(d).getMap()!.at(position).name!;
  }
  override valueAt(d: W_Dict, position: i32): W_Root {
    return readAt(this.obj(d), position)!;
  }
}

export const INSTANCE_STRATEGY: DictStrategy = new InstanceStrategy();
