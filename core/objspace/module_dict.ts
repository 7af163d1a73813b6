/**
 * Namespaces of modules, after PyPy's celldict. A name that is bound once holds its value directly, and readers may
 * treat it as a constant while `version` stays the same object. A name bound again gets a {@link ModuleCell}, which
 * then is the constant: readers look into it. So neither functions, classes and modules (bound once) nor counters
 * (bound often) end anybody's caches.
 */
import type { i32 } from "@rts";
import { EMPTY_STRATEGY, isExactStr, OBJECT_STRATEGY, W_Dict } from "./dict.ts";
import { DictStrategy } from "./dict_strategy.ts";
import { DictTable } from "./dict_table.ts";
import { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import type { W_Str } from "./str/wstr.ts";
import { VersionTag, type W_Type } from "./type.ts";
import { cellType } from "./types.ts";

/** The value of a name that was bound more than once. */
export class ModuleCell extends W_Root {
  w_value: W_Root;
  constructor(w_value: W_Root) {
    super();
    this.w_value = w_value;
  }
  override typeOf(): W_Type {
    return cellType;
  }
}

/** Storage of a namespace. */
export class ModuleStorage {
  readonly table: DictTable = new DictTable();
  /** Another object whenever a name appears, disappears or turns to a cell. @quasiImmutable */
  version: VersionTag = new VersionTag();

  /** The value or the cell of a name; null when there is none. */
  find(name: W_Str): W_Root | null {
    const entry = this.table.findStr(name, name.hashOf());
    return entry < 0 ? null : this.table.value(entry);
  }

  /** The cell of a name that is there, made now if it holds its value directly. */
  cellOf(name: W_Str): ModuleCell {
    const entry = this.table.findStr(name, name.hashOf());
    const w_found = this.table.value(entry)!;
    if (w_found instanceof ModuleCell) return w_found;
    const cell = new ModuleCell(w_found);
    this.table.setValue(entry, cell);
    this.version = new VersionTag();
    return cell;
  }
}

/** The value that a cell stands for, or the value itself. */
export function unwrapCell(w_value: W_Root): W_Root {
  return w_value instanceof ModuleCell ? w_value.w_value : w_value;
}

/** The storage of a dict that is still a module's namespace; null for others. */
export function moduleStorage(w_dict: W_Dict): ModuleStorage | null {
  return w_dict.strategy === MODULE_STRATEGY ? w_dict.data as ModuleStorage : null;
}

/** An empty namespace. */
export function newModuleDict(): W_Dict {
  const w_dict = new W_Dict();
  w_dict.strategy = MODULE_STRATEGY;
  w_dict.data = new ModuleStorage();
  return w_dict;
}

class ModuleStrategy extends DictStrategy {
  private storage(d: W_Dict): ModuleStorage {
    return d.data as ModuleStorage;
  }
  override length(d: W_Dict): i32 {
    return this.storage(d).table.used;
  }
  override get(d: W_Dict, w_key: W_Root): W_Root | null {
    if (isExactStr(w_key)) return this.getStr(d, w_key as W_Str);
    turnToTable(d);
    return d.get(w_key);
  }
  override getStr(d: W_Dict, key: W_Str): W_Root | null {
    const w_found = this.storage(d).find(key);
    return w_found === null ? null : unwrapCell(w_found);
  }
  override set(d: W_Dict, w_key: W_Root, w_value: W_Root): void {
    if (isExactStr(w_key)) {
      this.setStr(d, w_key as W_Str, w_value);
      return;
    }
    turnToTable(d);
    d.set(w_key, w_value);
  }
  override setStr(d: W_Dict, key: W_Str, w_value: W_Root): void {
    const storage = this.storage(d);
    const hash = key.hashOf();
    const entry = storage.table.findStr(key, hash);
    if (entry < 0) {
      storage.table.add(key, hash, w_value);
      storage.version = new VersionTag();
      return;
    }
    const w_old = storage.table.value(entry)!;
    if (w_old instanceof ModuleCell) {
      w_old.w_value = w_value;
    } else if (w_old !== w_value) {
      storage.table.setValue(entry, new ModuleCell(w_value));
      storage.version = new VersionTag();
    }
  }
  override setHashed(d: W_Dict, w_key: W_Root, _folded: i32, w_value: W_Root): void {
    this.set(d, w_key, w_value);
  }
  override hashAt(d: W_Dict, position: i32): i32 {
    return (this.keyAt(d, position) as W_Str).hashOf();
  }
  override delete(d: W_Dict, w_key: W_Root): W_Root | null {
    if (!isExactStr(w_key)) {
      turnToTable(d);
      return d.delete(w_key);
    }
    const storage = this.storage(d);
    const key = w_key as W_Str;
    const entry = storage.table.findStr(key, key.hashOf());
    if (entry < 0) return null;
    const w_value = storage.table.value(entry)!;
    storage.table.remove(entry);
    storage.version = new VersionTag();
    if (!(w_value instanceof ModuleCell)) return w_value;
    const w_held = w_value.w_value;
    // Caches may refer to the cell still.
    w_value.w_value = w_None;
    return w_held;
  }
  override clear(d: W_Dict): void {
    const storage = this.storage(d);
    storage.version = new VersionTag();
    for (let p = storage.table.next(0); p >= 0; p = storage.table.next(p + 1)) {
      const w_value = storage.table.value(p);
      if (w_value instanceof ModuleCell) w_value.w_value = w_None;
    }
    storage.table.clear();
  }
  override copyTo(d: W_Dict, to: W_Dict): void {
    for (let p = this.next(d, 0); p >= 0; p = this.next(d, p + 1)) {
      to.setStr(this.keyAt(d, p) as W_Str, this.valueAt(d, p));
    }
  }
  override next(d: W_Dict, position: i32): i32 {
    return this.storage(d).table.next(position);
  }
  override previous(d: W_Dict, position: i32): i32 {
    return this.storage(d).table.previous(position);
  }
  override keyAt(d: W_Dict, position: i32): W_Root {
    return this.storage(d).table.key(position);
  }
  override valueAt(d: W_Dict, position: i32): W_Root {
    return unwrapCell(this.storage(d).table.value(position)!);
  }
}

/** Somebody used a key that is no string: an ordinary table from here on. Caches of the storage end. */
function turnToTable(d: W_Dict): void {
  const storage = d.data as ModuleStorage;
  const w_plain = d.copy();
  storage.version = new VersionTag();
  storage.table.clear();
  d.strategy = w_plain.strategy === EMPTY_STRATEGY ? EMPTY_STRATEGY : OBJECT_STRATEGY;
  d.data = w_plain.data;
}

export const MODULE_STRATEGY: DictStrategy = new ModuleStrategy();
