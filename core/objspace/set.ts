/** Sets. */
import { type i32 } from "@rts";
import { DictTable, foldHash } from "./dict_table.ts";
import { hash } from "./hash.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { frozensetType, setType } from "./types.ts";

/** A set; instances of subclasses and of `frozenset` too. */
export class W_Set extends W_Object {
  table: DictTable = new DictTable();
  constructor(map: InstanceMap) {
    super(map);
  }
  get length(): i32 {
    return this.table.used;
  }
  has(w_item: W_Root): boolean {
    return this.table.find(w_item, foldHash(hash(w_item))) >= 0;
  }
  add(w_item: W_Root): void {
    const folded = foldHash(hash(w_item));
    if (this.table.find(w_item, folded) < 0) this.table.add(w_item, folded, null);
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
