/**
 * `collections.deque`: a ring of elements. Element `i` stands at `(head + i) & (items.length - 1)`; the length of
 * `items` is a power of two, and places not in use hold null. `state` changes with the number of elements: iterators
 * and searches notice.
 */
import { arrayCopy, type FixedArray, type i32, i32ToI64, type i64, MemoryError, newFixedArray } from "@rts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const dequeType: W_Type = moduleClass("deque", "collections");

const FIRST_CAPACITY: i32 = 8;
const LARGEST_CAPACITY: i32 = 1 << 27;
const NO_ITEMS: FixedArray<W_Root | null> = newFixedArray<W_Root | null>(1, null);

export class W_Deque extends W_Object {
  items: FixedArray<W_Root | null> = NO_ITEMS;
  head: i32 = 0;
  length: i32 = 0;
  state: i32 = 0;
  /** Most elements, -1 for no bound. */
  maxlen: i64 = -1n;

  constructor(map: InstanceMap) {
    super(map);
  }

  /** Element `at`, which is inside. */
  getItem(at: i32): W_Root {
    return this.items[(this.head + at) & (this.items.length - 1)]!;
  }

  setItem(at: i32, w_value: W_Root): void {
    this.items[(this.head + at) & (this.items.length - 1)] = w_value;
  }

  /** True when there may not be more elements. */
  isFull(): boolean {
    return this.maxlen >= 0n && i32ToI64(this.length) >= this.maxlen;
  }

  /** Adds an element at the right; at the bound the first one goes. */
  append(w_value: W_Root): void {
    if (this.maxlen >= 0n && this.isFull()) {
      if (this.length === 0) return;
      this.popLeft();
    }
    if (this.length >= this.items.length || this.items === NO_ITEMS) this.grow(this.length + 1);
    this.items[(this.head + this.length) & (this.items.length - 1)] = w_value;
    this.length++;
    this.state = (this.state + 1) | 0;
  }

  /** Adds an element at the left; at the bound the last one goes. */
  appendLeft(w_value: W_Root): void {
    if (this.maxlen >= 0n && this.isFull()) {
      if (this.length === 0) return;
      this.pop();
    }
    if (this.length >= this.items.length || this.items === NO_ITEMS) this.grow(this.length + 1);
    const head = (this.head - 1) & (this.items.length - 1);
    this.items[head] = w_value;
    this.head = head;
    this.length++;
    this.state = (this.state + 1) | 0;
  }

  /** Takes the last element off; there is one. */
  pop(): W_Root {
    const items = this.items;
    const at = (this.head + this.length - 1) & (items.length - 1);
    const w_value = items[at]!;
    items[at] = null;
    this.length--;
    this.state = (this.state + 1) | 0;
    if (items.length > 64 && this.length < items.length >> 2) this.resize(items.length >> 1);
    return w_value;
  }

  /** Takes the first element off; there is one. */
  popLeft(): W_Root {
    const items = this.items;
    const at = this.head;
    const w_value = items[at]!;
    items[at] = null;
    this.head = (at + 1) & (items.length - 1);
    this.length--;
    this.state = (this.state + 1) | 0;
    if (items.length > 64 && this.length < items.length >> 2) this.resize(items.length >> 1);
    return w_value;
  }

  clear(): void {
    this.items = NO_ITEMS;
    this.head = 0;
    if (this.length === 0) return;
    this.length = 0;
    this.state = (this.state + 1) | 0;
  }

  /** Makes room for `count` elements. */
  grow(count: i32): void {
    let capacity = this.items === NO_ITEMS ? FIRST_CAPACITY : this.items.length;
    while (capacity < count) {
      if (capacity >= LARGEST_CAPACITY) throw new MemoryError("deque too long");
      capacity = 2 * capacity;
    }
    if (capacity !== this.items.length) this.resize(capacity);
  }

  private resize(capacity: i32): void {
    const fresh = newFixedArray<W_Root | null>(capacity, null);
    this.copyTo(fresh);
    this.items = fresh;
    this.head = 0;
  }

  /** Copies the elements in order to the beginning of an array. */
  copyTo(to: FixedArray<W_Root | null>): void {
    const items = this.items;
    const straight = Math.min(this.length, items.length - this.head);
    arrayCopy(items, this.head, to, 0, straight);
    arrayCopy(items, 0, to, straight, this.length - straight);
  }

  /** Moves the elements `count` places to the right, round the end; `count` of any sign. */
  rotate(count: i32): void {
    const length = this.length;
    if (length < 2) return;
    let steps: i32 = count % length;
    if (steps < 0) steps += length;
    if (steps === 0) return;
    this.state = (this.state + 1) | 0;
    if (2 * steps <= length) { for (let i: i32 = 0; i < steps; i++) this.moveLastToFront(); }
    else for (let i: i32 = length - steps; i > 0; i--) this.moveFirstToEnd();
  }

  private moveLastToFront(): void {
    const items = this.items;
    const mask = items.length - 1;
    const from = (this.head + this.length - 1) & mask;
    const head = (this.head - 1) & mask;
    const w_value = items[from];
    items[from] = null;
    items[head] = w_value;
    this.head = head;
  }

  private moveFirstToEnd(): void {
    const items = this.items;
    const mask = items.length - 1;
    const from = this.head;
    const w_value = items[from];
    items[from] = null;
    items[(from + this.length) & mask] = w_value;
    this.head = (from + 1) & mask;
  }

  reverse(): void {
    let low: i32 = 0;
    let high: i32 = this.length - 1;
    for (; low < high; low++, high--) {
      const w_low = this.getItem(low);
      this.setItem(low, this.getItem(high));
      this.setItem(high, w_low);
    }
  }

  /** Puts an element before place `at` (from 0 to the length). */
  insertAt(at: i32, w_value: W_Root): void {
    if (2 * at < this.length) {
      this.appendLeft(w_value);
      for (let i: i32 = 0; i < at; i++) this.setItem(i, this.getItem(i + 1));
    } else {
      this.append(w_value);
      for (let i: i32 = this.length - 1; i > at; i--) this.setItem(i, this.getItem(i - 1));
    }
    this.setItem(at, w_value);
  }

  /** Takes the element at a place, which is inside, out. */
  removeAt(at: i32): void {
    if (2 * at < this.length) {
      for (let i: i32 = at; i > 0; i--) this.setItem(i, this.getItem(i - 1));
      this.popLeft();
    } else {
      for (let i: i32 = at + 1; i < this.length; i++) this.setItem(i - 1, this.getItem(i));
      this.pop();
    }
  }
}
