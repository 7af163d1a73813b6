/** The strategies of ordinary dicts: nothing, strings, ints, anything. See `dict.ts`. */
import type { i32 } from "@rts";
import type { W_Dict } from "./dict.ts";
import { DictStrategy } from "./dict_strategy.ts";
import { DictTable, foldHash } from "./dict_table.ts";
import { W_Float } from "./float.ts";
import { hash } from "./hash.ts";
import { hash64 } from "./bigint/i64.ts";
import { W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { W_Str } from "./str/wstr.ts";

/** The strategy that a dict begins with when `w_key` is its first key. */
function strategyFor(w_key: W_Root): DictStrategy {
  if (w_key instanceof W_Str && w_key.getMap() === null) return STR_STRATEGY;
  return w_key instanceof W_Int ? INT_STRATEGY : OBJECT_STRATEGY;
}

class EmptyStrategy extends DictStrategy {
  override length(_d: W_Dict): i32 {
    return 0;
  }
  override get(_d: W_Dict, w_key: W_Root): W_Root | null {
    hash(w_key);
    return null;
  }
  override getStr(_d: W_Dict, _key: W_Str): W_Root | null {
    return null;
  }
  override set(d: W_Dict, w_key: W_Root, w_value: W_Root): void {
    const strategy = strategyFor(w_key);
    if (strategy === OBJECT_STRATEGY) {
      this.setHashed(d, w_key, foldHash(hash(w_key)), w_value);
      return;
    }
    d.data = new DictTable();
    d.strategy = strategy;
    strategy.set(d, w_key, w_value);
  }
  override setHashed(d: W_Dict, w_key: W_Root, folded: i32, w_value: W_Root): void {
    // `__hash__` may have filled the dict.
    if (d.strategy !== this) {
      d.strategy.setHashed(d, w_key, folded, w_value);
      return;
    }
    const table = new DictTable();
    d.data = table;
    d.strategy = strategyFor(w_key);
    table.add(w_key, folded, w_value);
  }
  override setDefault(d: W_Dict, w_key: W_Root, w_default: W_Root): W_Root {
    this.set(d, w_key, w_default);
    return w_default;
  }
  override setStr(d: W_Dict, key: W_Str, w_value: W_Root): void {
    const table = new DictTable();
    d.data = table;
    d.strategy = STR_STRATEGY;
    table.add(key, key.hashOf(), w_value);
  }
  override delete(_d: W_Dict, w_key: W_Root): W_Root | null {
    hash(w_key);
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
  override hashAt(_d: W_Dict, _position: i32): i32 {
    return 0;
  }
  override keyAt(_d: W_Dict, _position: i32): W_Root {
    return w_None;
  }
  override valueAt(_d: W_Dict, _position: i32): W_Root {
    return w_None;
  }
}

/** What strategies with a table have in common. */
abstract class TableStrategy extends DictStrategy {
  override length(d: W_Dict): i32 {
    return (d.data as DictTable).used;
  }
  override clear(d: W_Dict): void {
    const table = d.data as DictTable;
    d.strategy = EMPTY_STRATEGY;
    d.data = null;
    table.clear();
  }
  override copyTo(d: W_Dict, to: W_Dict): void {
    const table = d.data as DictTable;
    if (table.used === 0) return;
    to.data = table.copy();
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
  override hashAt(d: W_Dict, position: i32): i32 {
    return (d.data as DictTable).hashAt(position);
  }
  override deleteAt(d: W_Dict, position: i32): void {
    const table = d.data as DictTable;
    table.remove(position);
    table.trim();
  }
}

/** Removes an entry; its value, or null for entry -1. */
function removeEntry(table: DictTable, entry: i32): W_Root | null {
  if (entry < 0) return null;
  const w_value = table.value(entry);
  table.remove(entry);
  return w_value;
}

/** True for keys that equal no exact string, whatever they are: all others need the general way. */
function neverEqualsStr(w_key: W_Root): boolean {
  return w_key instanceof W_Int || w_key === w_None || w_key instanceof W_Float;
}

/** A table of string keys alone. */
class StrStrategy extends TableStrategy {
  override get(d: W_Dict, w_key: W_Root): W_Root | null {
    if (w_key instanceof W_Str && w_key.getMap() === null) return this.getStr(d, w_key);
    if (neverEqualsStr(w_key)) return null;
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
  override setHashed(d: W_Dict, w_key: W_Root, folded: i32, w_value: W_Root): void {
    if (w_key instanceof W_Str && w_key.getMap() === null) {
      this.setStr(d, w_key, w_value);
      return;
    }
    d.strategy = OBJECT_STRATEGY;
    OBJECT_STRATEGY.setHashed(d, w_key, folded, w_value);
  }
  override setStr(d: W_Dict, key: W_Str, w_value: W_Root): void {
    const table = d.data as DictTable;
    const hash = key.hashOf();
    const entry = table.findStr(key, hash);
    if (entry < 0) table.add(key, hash, w_value);
    else table.entries[2 * entry + 1] = w_value;
  }
  override delete(d: W_Dict, w_key: W_Root): W_Root | null {
    if (w_key instanceof W_Str && w_key.getMap() === null) {
      const table = d.data as DictTable;
      return removeEntry(table, table.findStr(w_key, w_key.hashOf()));
    }
    if (neverEqualsStr(w_key)) return null;
    d.strategy = OBJECT_STRATEGY;
    return OBJECT_STRATEGY.delete(d, w_key);
  }
}

/** A table of exact ints of 64 bits. */
class IntStrategy extends TableStrategy {
  override get(d: W_Dict, w_key: W_Root): W_Root | null {
    if (w_key instanceof W_Int) {
      const table = d.data as DictTable;
      const value = w_key.value;
      const entry = table.findInt(value, foldHash(hash64(value)));
      return entry < 0 ? null : table.entries[2 * entry + 1];
    }
    if (w_key === w_None || (w_key instanceof W_Str && w_key.getMap() === null)) return null;
    d.strategy = OBJECT_STRATEGY;
    return OBJECT_STRATEGY.get(d, w_key);
  }
  override getStr(_d: W_Dict, _key: W_Str): W_Root | null {
    return null;
  }
  override set(d: W_Dict, w_key: W_Root, w_value: W_Root): void {
    if (w_key instanceof W_Int) {
      this.setHashed(d, w_key, foldHash(hash64(w_key.value)), w_value);
      return;
    }
    d.strategy = OBJECT_STRATEGY;
    OBJECT_STRATEGY.set(d, w_key, w_value);
  }
  override setHashed(d: W_Dict, w_key: W_Root, folded: i32, w_value: W_Root): void {
    if (w_key instanceof W_Int) {
      const table = d.data as DictTable;
      const entry = table.findInt(w_key.value, folded);
      if (entry < 0) table.add(w_key, folded, w_value);
      else table.entries[2 * entry + 1] = w_value;
      return;
    }
    d.strategy = OBJECT_STRATEGY;
    OBJECT_STRATEGY.setHashed(d, w_key, folded, w_value);
  }
  override setStr(d: W_Dict, key: W_Str, w_value: W_Root): void {
    d.strategy = OBJECT_STRATEGY;
    OBJECT_STRATEGY.setStr(d, key, w_value);
  }
  override delete(d: W_Dict, w_key: W_Root): W_Root | null {
    if (w_key instanceof W_Int) {
      const table = d.data as DictTable;
      return removeEntry(table, table.findInt(w_key.value, foldHash(hash64(w_key.value))));
    }
    if (w_key === w_None || (w_key instanceof W_Str && w_key.getMap() === null)) return null;
    d.strategy = OBJECT_STRATEGY;
    return OBJECT_STRATEGY.delete(d, w_key);
  }
}

/** A table of keys of any kind. `__hash__` and `__eq__` of keys may change the dict: it is looked at anew then. */
class ObjectStrategy extends TableStrategy {
  override get(d: W_Dict, w_key: W_Root): W_Root | null {
    const folded = foldHash(hash(w_key));
    if (d.strategy !== this) return d.strategy.get(d, w_key);
    const table = d.data as DictTable;
    const entry = table.find(w_key, folded);
    if (d.data !== table) return d.strategy.get(d, w_key);
    return entry < 0 ? null : table.value(entry);
  }
  override getStr(d: W_Dict, key: W_Str): W_Root | null {
    return this.get(d, key);
  }
  override set(d: W_Dict, w_key: W_Root, w_value: W_Root): void {
    const folded = foldHash(hash(w_key));
    d.strategy.setHashed(d, w_key, folded, w_value);
  }
  override setHashed(d: W_Dict, w_key: W_Root, folded: i32, w_value: W_Root): void {
    const table = d.data as DictTable;
    const entry = table.find(w_key, folded);
    if (d.data !== table) {
      d.strategy.setHashed(d, w_key, folded, w_value);
      return;
    }
    if (entry < 0) table.add(w_key, folded, w_value);
    else table.setValue(entry, w_value);
  }
  override setStr(d: W_Dict, key: W_Str, w_value: W_Root): void {
    this.set(d, key, w_value);
  }
  override setDefault(d: W_Dict, w_key: W_Root, w_default: W_Root): W_Root {
    const folded = foldHash(hash(w_key));
    if (d.strategy !== this) return d.strategy.setDefault(d, w_key, w_default);
    const table = d.data as DictTable;
    const entry = table.find(w_key, folded);
    if (d.data !== table) return d.strategy.setDefault(d, w_key, w_default);
    if (entry >= 0) return table.value(entry)!;
    table.add(w_key, folded, w_default);
    return w_default;
  }
  override delete(d: W_Dict, w_key: W_Root): W_Root | null {
    const folded = foldHash(hash(w_key));
    if (d.strategy !== this) return d.strategy.delete(d, w_key);
    const table = d.data as DictTable;
    const entry = table.find(w_key, folded);
    if (d.data !== table) return d.strategy.delete(d, w_key);
    return removeEntry(table, entry);
  }
}

export const EMPTY_STRATEGY: DictStrategy = new EmptyStrategy();
export const STR_STRATEGY: DictStrategy = new StrStrategy();
export const INT_STRATEGY: DictStrategy = new IntStrategy();
export const OBJECT_STRATEGY: DictStrategy = new ObjectStrategy();
