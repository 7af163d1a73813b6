/**
 * Lists: a length and the storage of a strategy. Methods stand in `list_methods.ts`.
 */
import { arrayCopy, type FixedArray, type i32, newFixedArray } from "@rts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { NO_ITEMS } from "./tuple.ts";
import { listType } from "./types.ts";

/** A list; an instance of a subclass too. */
export class W_List extends W_Object {
  length: i32;
  /** At least `length` places; those past it hold null. */
  items: FixedArray<W_Root | null>;

  constructor(map: InstanceMap, items: FixedArray<W_Root | null>, length: i32) {
    super(map);
    this.items = items;
    this.length = length;
  }

  /** The element at `at`, which is inside. */
  getItem(at: i32): W_Root {
    return this.items[at]!;
  }

  /** Sets the element at `at`, which is inside. */
  setItem(at: i32, w_value: W_Root): void {
    this.items[at] = w_value;
  }

  append(w_value: W_Root): void {
    const length = this.length;
    if (length === this.items.length) this.reserve(length + 1);
    this.items[length] = w_value;
    this.length = length + 1;
  }

  /** Makes room for `count` elements; grows by an eighth and a little, as CPython's lists. */
  reserve(count: i32): void {
    if (count <= this.items.length) return;
    const grown = newFixedArray<W_Root | null>(count + (count >> 3) + (count < 9 ? 3 : 6), null);
    arrayCopy(this.items, 0, grown, 0, this.length);
    this.items = grown;
  }
}

/** A list of `items`, which it takes over. */
export function newList(items: FixedArray<W_Root>): W_List {
  return new W_List(listType.instanceMap, items as FixedArray<W_Root | null>, items.length);
}
/** A list of the elements of an array. */
export function listOf(items: W_Root[]): W_List {
  const w_list = newEmptyList(items.length);
  for (let i = 0; i < items.length; i++) w_list.append(items[i]);
  return w_list;
}
/** A list without elements and with room for some. */
export function newEmptyList(room: i32): W_List {
  if (room === 0) return new W_List(listType.instanceMap, NO_ITEMS as FixedArray<W_Root | null>, 0);
  return new W_List(listType.instanceMap, newFixedArray<W_Root | null>(room, null), 0);
}
