/**
 * Lists: a length, and storage whose sort the kind says (`list_storage.ts`), after PyPy's list strategies. Methods
 * stand in `list_methods.ts`.
 *
 * Reading from a list of ints or floats makes an object (small ints exist once); in return such lists cost the
 * garbage collector nothing, and the JIT reads their numbers directly.
 */
import { type FixedArray, type i32, MemoryError } from "@rts";
import { W_Float } from "./float.ts";
import { newInt, W_Int } from "./int.ts";
import {
  boxedData,
  capacityOf,
  commonKind,
  copyData,
  dropData,
  isUnboxable,
  itemOf,
  kindFor,
  ListKind,
  newData,
  NO_DATA,
  type Objects,
  storeObjects,
} from "./list_storage.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { listType } from "./types.ts";

/** Longest list: what keeps the bytes of its storage within an `i32`. */
export const MAX_LIST_LENGTH: i32 = 0x0fff_ff00;

/** A list; an instance of a subclass too. */
export class W_List extends W_Object {
  length: i32;
  /** A `ListKind`. */
  kind: i32;
  /** Storage by the kind: at least `length` places. */
  data: object;

  /** Takes storage over. */
  constructor(map: InstanceMap, kind: i32, data: object, length: i32) {
    super(map);
    this.kind = kind;
    this.data = data;
    this.length = length;
  }

  /** The element at `at`, which is inside. */
  getItem(at: i32): W_Root {
    if (this.kind === ListKind.Object) return (this.data as Objects)[at]!;
    if (this.kind === ListKind.Int) return newInt((this.data as BigInt64Array)[at]);
    return new W_Float((this.data as Float64Array)[at]);
  }

  /** Sets the element at `at`, which is inside. */
  setItem(at: i32, w_value: W_Root): void {
    if (this.kind === ListKind.Object) (this.data as Objects)[at] = w_value;
    else this.setUnboxed(at, w_value);
  }

  private setUnboxed(at: i32, w_value: W_Root): void {
    if (this.kind === ListKind.Int && w_value instanceof W_Int) {
      (this.data as BigInt64Array)[at] = w_value.value;
    } else if (this.kind === ListKind.Float && isUnboxable(w_value)) {
      (this.data as Float64Array)[at] = (w_value as W_Float).value;
    } else {
      this.generalize();
      (this.data as Objects)[at] = w_value;
    }
  }

  append(w_value: W_Root): void {
    const length = this.length;
    if (this.kind === ListKind.Object) {
      const items = this.data as Objects;
      if (length < items.length) {
        items[length] = w_value;
        this.length = length + 1;
        return;
      }
    } else if (this.kind === ListKind.Int && w_value instanceof W_Int) {
      const items = this.data as BigInt64Array;
      if (length < items.length) {
        items[length] = w_value.value;
        this.length = length + 1;
        return;
      }
    }
    this.appendSlow(w_value);
  }

  private appendSlow(w_value: W_Root): void {
    const length = this.length;
    this.accept(kindFor(w_value));
    this.reserve(length + 1);
    this.length = length + 1;
    this.setItem(length, w_value);
  }

  /** Sees that the list can hold elements of `kind`. */
  accept(kind: i32): void {
    const own = this.kind;
    if (own === kind || own === ListKind.Object || kind === ListKind.Empty) return;
    if (this.length === 0) {
      this.kind = kind;
      this.data = newData(kind, 0);
    } else {
      this.generalize();
    }
  }

  /** Makes the list one of objects. */
  generalize(): void {
    if (this.kind === ListKind.Object) return;
    this.data = boxedData(this.kind, this.data, this.length, capacityOf(this.kind, this.data));
    this.kind = ListKind.Object;
  }

  /** The elements as objects, of which the first `length` count. The list may share the array. */
  objects(): Objects {
    if (this.kind === ListKind.Object) return this.data as Objects;
    return boxedData(this.kind, this.data, this.length, this.length);
  }

  /** Makes room for `count` elements; grows by an eighth and a little. The kind is not Empty. */
  reserve(count: i32): void {
    if (count <= capacityOf(this.kind, this.data)) return;
    if (count > MAX_LIST_LENGTH) throw new MemoryError("list too long");
    this.resizeTo(count + (count >> 3) + (count < 9 ? 3 : 6));
  }

  private resizeTo(capacity: i32): void {
    const grown = newData(this.kind, capacity);
    copyData(this.kind, this.data, 0, grown, 0, this.length);
    this.data = grown;
  }

  /** Opens a gap of `count` places at `at`. The kind is not Empty; places of the gap keep what they held. */
  openGap(at: i32, count: i32): void {
    const length = this.length;
    if (count > MAX_LIST_LENGTH - length) throw new MemoryError("list too long");
    this.reserve(length + count);
    copyData(this.kind, this.data, at, this.data, at + count, length - at);
    this.length = length + count;
  }

  /** Removes `count` elements from `at` on. */
  removeRange(at: i32, count: i32): void {
    if (count <= 0) return;
    const length = this.length;
    copyData(this.kind, this.data, at + count, this.data, at, length - at - count);
    this.shorten(length - count);
  }

  /** Drops elements past the first `length`, and storage that is more than half empty. */
  shorten(length: i32): void {
    const capacity = capacityOf(this.kind, this.data);
    if (length === 0 && capacity > 16) {
      this.clear();
      return;
    }
    dropData(this.kind, this.data, length, this.length);
    this.length = length;
    if (capacity > 16 && length < capacity >> 1) this.resizeTo(length + (length >> 3) + 6);
  }

  /** Takes the element at `at`, which is inside, out. */
  popAt(at: i32): W_Root {
    const w_item = this.getItem(at);
    this.removeRange(at, 1);
    return w_item;
  }

  clear(): void {
    if (this.kind === ListKind.Empty) return;
    this.kind = ListKind.Empty;
    this.data = NO_DATA;
    this.length = 0;
  }

  /** A plain list of `count` elements from `at` on. */
  slice(at: i32, count: i32): W_List {
    if (count <= 0) return newEmptyList(0);
    const data = newData(this.kind, count);
    copyData(this.kind, this.data, at, data, 0, count);
    return new W_List(listType.instanceMap, this.kind, data, count);
  }

  /** Appends the elements of another list, which may be this one. */
  extendList(other: W_List): void {
    const count = other.length;
    if (count === 0) return;
    this.accept(other.kind);
    const at = this.length;
    const kind = other.kind;
    this.openGap(at, count);
    if (kind === this.kind) copyData(kind, other.data, 0, this.data, at, count);
    else for (let i = 0; i < count; i++) (this.data as Objects)[at + i] = itemOf(kind, other.data, i);
  }

  /** Appends the first `count` objects of an array. */
  extendItems(items: FixedArray<W_Root>, count: i32): void {
    if (count === 0) return;
    this.accept(commonKind(items, count));
    const at = this.length;
    this.openGap(at, count);
    if (this.kind === ListKind.Object) storeObjects(ListKind.Object, this.data, at, items, count);
    else storeObjects(this.kind, this.data, at, items, count);
  }

  insertAt(at: i32, w_value: W_Root): void {
    this.accept(kindFor(w_value));
    this.openGap(at, 1);
    this.setItem(at, w_value);
  }

  /** Takes the elements of another list over: for results of `sort`, `[:]=` and `__init__`. */
  become(kind: i32, data: object, length: i32): void {
    this.kind = kind;
    this.data = data;
    this.length = length;
  }
}

/** True for lists that are of no subclass. */
export function isExactList(w_obj: W_Root): boolean {
  return w_obj instanceof W_List && w_obj.map === listType.instanceMap;
}

/** A list of `items`, which it takes over. */
export function newList(items: FixedArray<W_Root>): W_List {
  const count = items.length;
  const kind = commonKind(items, count);
  if (kind === ListKind.Object) return new W_List(listType.instanceMap, kind, items, count);
  const data = newData(kind, count);
  storeObjects(kind, data, 0, items, count);
  return new W_List(listType.instanceMap, kind, data, count);
}
/** A list of the elements of an array. */
export function listOf(items: W_Root[]): W_List {
  const w_list = newEmptyList(items.length);
  for (let i = 0; i < items.length; i++) w_list.append(items[i]);
  return w_list;
}
/** A list without elements; `room` is how many are expected. */
export function newEmptyList(_room: i32): W_List {
  return new W_List(listType.instanceMap, ListKind.Empty, NO_DATA, 0);
}
/** A list of unboxed ints, which it takes over. */
export function newIntList(values: BigInt64Array): W_List {
  const count: i32 = values.length;
  if (count === 0) return newEmptyList(0);
  return new W_List(listType.instanceMap, ListKind.Int, values, count);
}
