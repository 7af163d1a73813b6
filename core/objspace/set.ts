/** Sets: `set` and `frozenset` and their subclasses, which the hidden class tells apart. Methods: `set_methods.ts`. */
import type { i32, i64 } from "@rts";
import { DictTable, foldHash } from "./dict_table.ts";
import { hash } from "./hash.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { frozensetType, setType } from "./types.ts";

/** A set; instances of subclasses and of `frozenset` too. */
export class W_Set extends W_Object {
  table: DictTable = new DictTable();
  /** Hash of a frozenset, -1 while it was not asked for. */
  hash: i64 = -1n;

  constructor(map: InstanceMap) {
    super(map);
  }
  get length(): i32 {
    return this.table.used;
  }
  /** The elements in order of insertion. */
  items(): W_Root[] {
    const items: W_Root[] = [];
    for (let p = this.table.next(0); p >= 0; p = this.table.next(p + 1)) items.push(this.table.key(p));
    return items;
  }
  /** Throws what `__hash__` and `__eq__` raise, as the next ones do. */
  has(w_item: W_Root): boolean {
    return this.find(w_item, foldHash(hash(w_item))) >= 0;
  }
  add(w_item: W_Root): void {
    this.addHashed(w_item, foldHash(hash(w_item)));
  }
  /** Removes an element; false when it was not there. */
  delete(w_item: W_Root): boolean {
    return this.deleteHashed(w_item, foldHash(hash(w_item)));
  }

  /** Entry of an element; `__eq__` may exchange the table (see {@link W_Set.takeOver}). */
  find(w_item: W_Root, folded: i32): i32 {
    for (;;) {
      const table = this.table;
      const entry = table.find(w_item, folded);
      if (this.table === table) return entry;
    }
  }
  addHashed(w_item: W_Root, folded: i32): void {
    if (this.find(w_item, folded) < 0) this.table.add(w_item, folded, null);
  }
  deleteHashed(w_item: W_Root, folded: i32): boolean {
    const entry = this.find(w_item, folded);
    if (entry < 0) return false;
    this.table.remove(entry);
    return true;
  }
  /** Makes the elements of another set, which is given up, the elements of this one. */
  takeOver(other: W_Set): void {
    this.table = other.table;
  }
}

/** An empty set. */
export function newSet(): W_Set {
  return new W_Set(setType.instanceMap);
}

/** An empty frozenset, to be filled by its maker. */
export function newFrozenSet(): W_Set {
  return new W_Set(frozensetType.instanceMap);
}
