/**
 * Dicts: a `W_Dict` has a strategy and the storage that goes with it, as in PyPy.
 *
 * - Empty: no storage.
 * - Str, Int: a {@link DictTable} whose keys are all exact strings, or all exact ints of 64 bits: no Python code runs
 *   to find one.
 * - Object: a {@link DictTable} of keys of any kind.
 * - Instance (`instance_dict.ts`): the `__dict__` of an object whose attributes stand in its hidden class.
 * - Module (`module_dict.ts`): namespaces of modules, whose values caches and the JIT treat as near-constant.
 *
 * Entries have positions that grow in insertion order; `next` skips holes. Positions stay good while nothing is
 * added or removed.
 */
import type { i32 } from "@rts";
import { EMPTY_STRATEGY, OBJECT_STRATEGY } from "./dict_strategies.ts";
import type { DictStrategy } from "./dict_strategy.ts";
import { runtimeError } from "./errors.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { W_Str } from "./str/wstr.ts";
import { dictType } from "./types.ts";

export { EMPTY_STRATEGY, OBJECT_STRATEGY } from "./dict_strategies.ts";
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
  /** The value of a key, which becomes `w_default` if there is none. The key is hashed once. */
  setDefault(w_key: W_Root, w_default: W_Root): W_Root {
    return this.strategy.setDefault(this, w_key, w_default);
  }
  /** Removes the entry at a position: that of the last entry. */
  deleteAt(position: i32): void {
    this.strategy.deleteAt(this, position);
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
  /** Sets all entries of `other`, whose keys are not hashed anew. Throws RuntimeError when it changes meanwhile. */
  update(other: W_Dict): void {
    if (other === this) return;
    if (this.strategy === EMPTY_STRATEGY) {
      other.strategy.copyTo(other, this);
      return;
    }
    const count = other.length;
    for (let p = other.next(0); p >= 0; p = other.next(p + 1)) {
      this.strategy.setHashed(this, other.keyAt(p), other.strategy.hashAt(other, p), other.valueAt(p));
      if (this.strategy === OBJECT_STRATEGY && other.length !== count) {
        throw runtimeError("dict mutated during update");
      }
    }
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
