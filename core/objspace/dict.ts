/**
 * Dicts: a `W_Dict` has a strategy and the storage that goes with it, as in PyPy.
 *
 * - Empty: no storage.
 * - Str: a {@link DictTable} whose keys are all exact strings: no Python code runs to find one.
 * - Object: a {@link DictTable} of keys of any kind.
 * - Instance (`instance_dict.ts`): the `__dict__` of an object whose attributes stand in its hidden class.
 * - Module (`module_dict.ts`): namespaces of modules, whose values caches and the JIT treat as near-constant.
 *
 * Entries have positions that grow in insertion order; `next` skips holes. Positions stay good while nothing is
 * added or removed.
 */
import { type i32, unreachable } from "@rts";
import { DictStrategy } from "./dict_strategy.ts";
import { DictTable, foldHash } from "./dict_table.ts";
import { hash } from "./hash.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import { W_Root } from "./root.ts";
import { W_Str } from "./str/wstr.ts";
import { dictType } from "./types.ts";

export { DictStrategy } from "./dict_strategy.ts";

/** A dict; an instance of a subclass too. */
export class W_Dict extends W_Object {
  strategy: DictStrategy;
  data: object | null;

  constructor() {
    super(dictType.instanceMap);
    this.strategy = EMPTY_STRATEGY;
    this.data = null;
  }

  get length(): i32 {
    return this.strategy.length(this);
  }
  /** The value of a key, or null. Throws what `__hash__` and `__eq__` raise. */
  get(w_key: W_Root): W_Root | null {
    return this.strategy.get(this, w_key);
  }
  getStr(key: W_Str): W_Root | null {
    return this.strategy.getStr(this, key);
  }
  hasStr(key: W_Str): boolean {
    return this.strategy.getStr(this, key) !== null;
  }
  set(w_key: W_Root, w_value: W_Root): void {
    this.strategy.set(this, w_key, w_value);
  }
  setStr(key: W_Str, w_value: W_Root): void {
    this.strategy.setStr(this, key, w_value);
  }
  /** Removes a key; its value, or null when it was not there. */
  delete(w_key: W_Root): W_Root | null {
    return this.strategy.delete(this, w_key);
  }
  clear(): void {
    this.strategy.clear(this);
  }
  next(position: i32): i32 {
    return this.strategy.next(this, position);
  }
  previous(position: i32): i32 {
    return this.strategy.previous(this, position);
  }
  keyAt(position: i32): W_Root {
    return this.strategy.keyAt(this, position);
  }
  valueAt(position: i32): W_Root {
    return this.strategy.valueAt(this, position);
  }
  /** A plain dict with the same entries. */
  copy(): W_Dict {
    const copy = new W_Dict();
    this.strategy.copyTo(this, copy);
    return copy;
  }
  /** Sets all entries of `other`. */
  update(other: W_Dict): void {
    for (let p = other.next(0); p >= 0; p = other.next(p + 1)) this.set(other.keyAt(p), other.valueAt(p));
  }
}

/** An instance of a user subclass of `dict`. */
export function newDictOf(map: InstanceMap): W_Dict {
  const w_dict = new W_Dict();
  w_dict.map = map;
  return w_dict;
}

/** True for strings whose hash and equality are those of `str`. */
export function isExactStr(w_key: W_Root): boolean {
  return w_key instanceof W_Str && w_key.getMap() === null;
}

class EmptyStrategy extends DictStrategy {
  override length(_d: W_Dict): i32 {
    return 0;
  }
  override get(_d: W_Dict, w_key: W_Root): W_Root | null {
    if (!isExactStr(w_key)) hash(w_key);
    return null;
  }
  override getStr(_d: W_Dict, _key: W_Str): W_Root | null {
    return null;
  }
  override set(d: W_Dict, w_key: W_Root, w_value: W_Root): void {
    d.data = new DictTable();
    d.strategy = isExactStr(w_key) ? STR_STRATEGY : OBJECT_STRATEGY;
    d.strategy.set(d, w_key, w_value);
  }
  override setStr(d: W_Dict, key: W_Str, w_value: W_Root): void {
    const table = new DictTable();
    d.data = table;
    d.strategy = STR_STRATEGY;
    table.add(key, key.hashOf(), w_value);
  }
  override delete(_d: W_Dict, w_key: W_Root): W_Root | null {
    if (!isExactStr(w_key)) hash(w_key);
    return null;
  }
  override clear(_d: W_Dict): void {}
  override copyTo(_d: W_Dict, _to: W_Dict): void {}
  override next(_d: W_Dict, _position: i32): i32 {
    return -1;
  }
  override previous(_d: W_Dict, _position: i32): i32 {
    return -1;
  }
  override keyAt(_d: W_Dict, _position: i32): W_Root {
    unreachable("an empty dict has no entries");
  }
  override valueAt(_d: W_Dict, _position: i32): W_Root {
    unreachable("an empty dict has no entries");
  }
}

/** What Str and Object have in common. */
abstract class TableStrategy extends DictStrategy {
  override length(d: W_Dict): i32 {
    return (d.data as DictTable).used;
  }
  override clear(d: W_Dict): void {
    d.strategy = EMPTY_STRATEGY;
    (d.data as DictTable).clear();
    d.data = null;
  }
  override copyTo(d: W_Dict, to: W_Dict): void {
    to.data = (d.data as DictTable).copy();
    to.strategy = d.strategy;
  }
  override next(d: W_Dict, position: i32): i32 {
    return (d.data as DictTable).next(position);
  }
  override previous(d: W_Dict, position: i32): i32 {
    return (d.data as DictTable).previous(position);
  }
  override keyAt(d: W_Dict, position: i32): W_Root {
    return (d.data as DictTable).key(position);
  }
  override valueAt(d: W_Dict, position: i32): W_Root {
    return (d.data as DictTable).value(position)!;
  }
}

/** A table of string keys alone. */
export class StrStrategy extends TableStrategy {
  override get(d: W_Dict, w_key: W_Root): W_Root | null {
    if (w_key instanceof W_Str && w_key.getMap() === null) return this.getStr(d, w_key);
    d.strategy = OBJECT_STRATEGY;
    return OBJECT_STRATEGY.get(d, w_key);
  }
  override getStr(d: W_Dict, key: W_Str): W_Root | null {
    const table = d.data as DictTable;
    const entry = table.findStr(key, key.hashOf());
    return entry < 0 ? null : table.entries[2 * entry + 1];
  }
  override set(d: W_Dict, w_key: W_Root, w_value: W_Root): void {
    if (w_key instanceof W_Str && w_key.getMap() === null) {
      this.setStr(d, w_key, w_value);
      return;
    }
    d.strategy = OBJECT_STRATEGY;
    OBJECT_STRATEGY.set(d, w_key, w_value);
  }
  override setStr(d: W_Dict, key: W_Str, w_value: W_Root): void {
    const table = d.data as DictTable;
    const hash = key.hashOf();
    const entry = table.findStr(key, hash);
    if (entry < 0) table.add(key, hash, w_value);
    else table.entries[2 * entry + 1] = w_value;
  }
  override delete(d: W_Dict, w_key: W_Root): W_Root | null {
    if (!(w_key instanceof W_Str) || w_key.getMap() !== null) {
      d.strategy = OBJECT_STRATEGY;
      return OBJECT_STRATEGY.delete(d, w_key);
    }
    const table = d.data as DictTable;
    const entry = table.findStr(w_key, w_key.hashOf());
    if (entry < 0) return null;
    const w_value = table.value(entry);
    table.remove(entry);
    return w_value;
  }
}

/** A table of keys of any kind. */
export class ObjectStrategy extends TableStrategy {
  override get(d: W_Dict, w_key: W_Root): W_Root | null {
    const folded = foldHash(hash(w_key));
    const table = d.data as DictTable;
    const entry = table.find(w_key, folded);
    return entry < 0 ? null : table.value(entry);
  }
  override getStr(d: W_Dict, key: W_Str): W_Root | null {
    return this.get(d, key);
  }
  override set(d: W_Dict, w_key: W_Root, w_value: W_Root): void {
    const folded = foldHash(hash(w_key));
    const table = d.data as DictTable;
    const entry = table.find(w_key, folded);
    if (entry < 0) table.add(w_key, folded, w_value);
    else table.setValue(entry, w_value);
  }
  override setStr(d: W_Dict, key: W_Str, w_value: W_Root): void {
    this.set(d, key, w_value);
  }
  override delete(d: W_Dict, w_key: W_Root): W_Root | null {
    const folded = foldHash(hash(w_key));
    const table = d.data as DictTable;
    const entry = table.find(w_key, folded);
    if (entry < 0) return null;
    const w_value = table.value(entry);
    table.remove(entry);
    return w_value;
  }
}

export const EMPTY_STRATEGY: DictStrategy = new EmptyStrategy();
export const STR_STRATEGY: DictStrategy = new StrStrategy();
export const OBJECT_STRATEGY: DictStrategy = new ObjectStrategy();
