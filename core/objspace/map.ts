/**
 * Hidden classes (maps) of instances, after Self and PyPy's mapdict (Chambers, Ungar, Lee 1989).
 *
 * A map is immutable: a chain of attributes that ends in the root map of a class. Objects that got the same
 * attributes in the same order share a map; their values stand in the object's storage, at the index that the map
 * gives. Adding an attribute follows (or makes) a transition. A slot (`__slots__`) is an attribute of another
 * kind, so that it cannot be seen through `__dict__`. Names are interned: comparison is identity.
 *
 * An object that gets too many attributes turns to a dict of its own: its map becomes the class's dict map, and
 * storage index 0 holds the dict.
 */
import { arrayCopy, type FixedArray, type i32, newFixedArray } from "@rts";
import type { W_Root } from "./root.ts";
import type { W_Str } from "./str/wstr.ts";
import type { W_Type } from "./type.ts";

/** What an attribute of a map is. Slots count from {@link AttrKind.Slot} up, one kind for each descriptor. */
export const enum AttrKind {
  /** An entry of `__dict__`. */
  Dict = 0,
  /** The dict object once somebody asked for it (name: none). */
  DictObject = 1,
  /** The list of weak references. */
  Weakrefs = 2,
  /** A value of `__slots__`. */
  Slot = 3,
}

/** Most attributes that an object keeps in a map; past that it turns to a dict of its own. */
export const MAX_MAP_ATTRIBUTES: i32 = 120;

/** Chains longer than this are looked up through a table. */
const LINEAR_LIMIT: i32 = 8;

/** A hidden class. */
export class InstanceMap {
  readonly w_type: W_Type;
  /** The map without the last attribute; null for the root. */
  readonly back: InstanceMap | null;
  /** Name of the last attribute; null where the kind says all. */
  readonly name: W_Str | null;
  readonly kind: i32;
  /** Number of attributes: the last one stands at `length - 1` of the storage. */
  readonly length: i32;
  /** For the root: most attributes that an instance of the class had so far, to size new storages. */
  sizeHint: i32 = 0;
  /** For the root: the map of objects that turned to a dict of their own. */
  dictMap: InstanceMap | null = null;
  /** True when the object's attributes stand in a dict at storage index 0. */
  readonly hasOwnDict: boolean;
  private transition: InstanceMap | null = null;
  private transitions: InstanceMap[] | null = null;
  private table: Map<W_Str, InstanceMap> | null = null;

  constructor(
    w_type: W_Type,
    back: InstanceMap | null,
    name: W_Str | null,
    kind: i32,
    hasOwnDict: boolean,
  ) {
    this.w_type = w_type;
    this.back = back;
    this.name = name;
    this.kind = kind;
    this.length = back === null ? 0 : back.length + 1;
    this.hasOwnDict = hasOwnDict;
  }

  /** The map of the class without attributes. */
  root(): InstanceMap {
    return this.w_type.instanceMap;
  }

  /**
   * Storage index of an attribute, or -1.
   * @elidable
   */
  find(name: W_Str | null, kind: i32): i32 {
    const found = this.findMap(name, kind);
    return found === null ? -1 : found.length - 1;
  }

  private findMap(name: W_Str | null, kind: i32): InstanceMap | null {
    if (this.length > LINEAR_LIMIT && kind === AttrKind.Dict && name !== null) return this.findInTable(name);
    // deno-lint-ignore no-this-alias
    let map: InstanceMap | null = this;
    while (map !== null && map.length > 0) {
      if (map.name === name && map.kind === kind) return map;
      map = map.back;
    }
    return null;
  }

  private findInTable(name: W_Str): InstanceMap | null {
    let table = this.table;
    if (table === null) {
      table = new Map<W_Str, InstanceMap>();
      // deno-lint-ignore no-this-alias
      let map: InstanceMap = this;
      while (map.length > 0) {
        if (map.kind === AttrKind.Dict && map.name !== null) table.set(map.name, map);
        map = map.back!;
      }
      this.table = table;
    }
    return table.get(name) ?? null;
  }

  /** The map with one attribute more. */
  add(name: W_Str | null, kind: i32): InstanceMap {
    const first = this.transition;
    if (first !== null && first.name === name && first.kind === kind) return first;
    const others = this.transitions;
    if (others !== null) {
      for (let i = 0; i < others.length; i++) {
        const map = others[i]!;
        if (map.name === name && map.kind === kind) return map;
      }
    }
    return this.addTransition(new InstanceMap(this.w_type, this, name, kind, this.hasOwnDict));
  }

  private addTransition(map: InstanceMap): InstanceMap {
    if (this.transition === null) {
      this.transition = map;
      return map;
    }
    let others = this.transitions;
    if (others === null) {
      others = [];
      this.transitions = others;
    }
    others.push(map);
    return map;
  }

  /** The attribute of a storage index: the map that added it. */
  at(index: i32): InstanceMap {
    // deno-lint-ignore no-this-alias
    let map: InstanceMap = this;
    while (map.length > index + 1) map = map.back!;
    return map;
  }
}

/** The map of objects of `w_type` whose attributes stand in a dict of their own. */
export function ownDictMap(root: InstanceMap): InstanceMap {
  let map = root.dictMap;
  if (map === null) {
    map = new InstanceMap(
      root.w_type,
      new InstanceMap(root.w_type, null, null, 0, true),
      null,
      AttrKind.DictObject,
      true,
    );
    root.dictMap = map;
  }
  return map;
}

/** Reads the attribute at a storage index. */
export function readAt(w_obj: W_Root, index: i32): W_Root | null {
  return w_obj.getStorage()![index];
}

/** Writes the attribute at a storage index. */
export function writeAt(w_obj: W_Root, index: i32, w_value: W_Root | null): void {
  w_obj.getStorage()![index] = w_value;
}

/** Gives `w_obj` an attribute that its map does not have. */
export function addAttribute(w_obj: W_Root, name: W_Str | null, kind: i32, w_value: W_Root | null): void {
  const old = w_obj.getMap()!;
  const map = old.add(name, kind);
  const index = old.length;
  let storage = w_obj.getStorage();
  if (storage === null || storage.length <= index) {
    storage = grown(storage, index, old.root());
    storage[index] = w_value;
    w_obj.setShape(map, storage);
    return;
  }
  storage[index] = w_value;
  w_obj.setShape(map, storage);
}

/** A larger storage: as large as the class's instances became so far. */
function grown(
  storage: FixedArray<W_Root | null> | null,
  count: i32,
  root: InstanceMap,
): FixedArray<W_Root | null> {
  if (root.sizeHint <= count) root.sizeHint = count + 1;
  const fresh = newFixedArray<W_Root | null>(root.sizeHint, null);
  if (storage !== null) arrayCopy(storage, 0, fresh, 0, count);
  return fresh;
}

/** Takes an attribute away: the values after it move down. */
export function removeAttribute(w_obj: W_Root, index: i32): void {
  const old = w_obj.getMap()!;
  const storage = w_obj.getStorage()!;
  let map = old.at(index).back!;
  for (let i = index + 1; i < old.length; i++) {
    const moved = old.at(i);
    map = map.add(moved.name, moved.kind);
    storage[i - 1] = storage[i]!;
  }
  storage[old.length - 1] = null;
  w_obj.setShape(map, storage);
}

/** Gives `w_obj` the class `w_type`, keeping its attributes. */
export function changeClass(w_obj: W_Root, w_type: W_Type): void {
  const old = w_obj.getMap()!;
  if (old.hasOwnDict) {
    let map = ownDictMap(w_type.instanceMap);
    for (let i = 1; i < old.length; i++) map = map.add(old.at(i).name, old.at(i).kind);
    w_obj.setShape(map, w_obj.getStorage());
    return;
  }
  let map = w_type.instanceMap;
  for (let i = 0; i < old.length; i++) map = map.add(old.at(i).name, old.at(i).kind);
  w_obj.setShape(map, w_obj.getStorage());
}
