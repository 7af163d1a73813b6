/**
 * `RtsMap` and `RtsSet`, which `Map` and `Set` are in translated code: compact hash tables in insertion order.
 *
 * Entries lie in `keys`, `hashes` (and `values`) in the order of insertion. `index` is an open-addressing table,
 * a power of two and at least twice as long as there is room for entries: 0 for free, otherwise entry + 1.
 * A deleted entry keeps its place with hash 0 (live hashes have the top bit) until the table is rebuilt, which
 * happens only when an insertion finds no room. All that can throw comes before the first change, so that a
 * MemoryError leaves the table as it was.
 *
 * **Iteration** is by cursors, which are numbers in insertion order: `for (let i = m.firstIndex(); i >= 0;
 * i = m.nextIndex(i))`. Entries may be deleted and added meanwhile, with JavaScript's results. A cursor is the
 * entry's position until a rebuild closes gaps in a table that was ever iterated; from then on `order` holds the
 * cursors of the entries, rising, and cursors are looked up there.
 *
 * **Prebuilt tables** come from the translator without hashes (objects have none before the program runs): the
 * one slot of `index` is -1, and the first search builds it.
 */
import { arrayCopy, type bool, type FixedArray, type i32 } from "@rts";
import { hashKey, newZeroedArray, sameKey, zeroOf } from "@rts/intrinsics";

/** Room for entries that the first insertion makes. */
const FIRST_CAPACITY: i32 = 4;
/** Set in every live hash, which tells it from 0. */
const LIVE: i32 = -0x80000000;
/** Past so many cursors a rebuild numbers anew: a loop under way would go astray, but no kind overflows. */
const MAX_CURSOR: i32 = 0x40000000;
/** The index of all tables without entries; nothing is ever stored in it. */
const EMPTY_INDEX: Int32Array = new Int32Array(1);
const NO_NUMBERS: Int32Array = new Int32Array(0);

/** The part of maps and sets that deals with keys. */
export class HashTable<K> {
  protected index: Int32Array = EMPTY_INDEX;
  protected keys: FixedArray<K>;
  protected hashes: Int32Array = NO_NUMBERS;
  /** Entries in use, deleted ones included. */
  protected used: i32 = 0;
  protected live: i32 = 0;
  /** No live entry is before this one. */
  private head: i32 = 0;
  /** Cursors of the entries; null: their positions. */
  private order: Int32Array | null = null;
  /** The cursor of the next entry added. */
  private nextCursor: i32 = 0;
  /** An iteration was ever begun. */
  private iterated: bool = false;

  constructor() {
    this.keys = newZeroedArray<K>(0);
  }

  get size(): i32 {
    return this.live;
  }

  has(key: K): bool {
    return this.find(key, this.hashOf(key)) >= 0;
  }

  /** Removes `key`; false when it is not there. */
  delete(key: K): bool {
    const entry = this.find(key, this.hashOf(key));
    if (entry < 0) return false;
    this.hashes[entry] = 0;
    this.keys[entry] = zeroOf<K>();
    this.forgetValue(entry);
    this.live--;
    if (entry === this.head) this.head = this.liveFrom(entry + 1);
    return true;
  }

  /** Removes everything, and gives the room back. Throws {@link MemoryError}. */
  clear(): void {
    if (this.used === 0) return;
    const keys = newZeroedArray<K>(0);
    this.moveValues(0);
    this.install(keys, NO_NUMBERS, EMPTY_INDEX);
    this.used = 0;
    this.live = 0;
    this.head = 0;
    if (this.iterated && this.nextCursor < MAX_CURSOR) {
      this.order = NO_NUMBERS;
    } else {
      this.order = null;
      this.nextCursor = 0;
    }
  }

  // --- iteration ---

  /** The cursor of the first entry, or -1. */
  firstIndex(): i32 {
    this.iterated = true;
    return this.cursorOf(this.head);
  }

  /** The cursor of the first entry behind the one of `cursor`, which may be gone; -1 at the end. */
  nextIndex(cursor: i32): i32 {
    const order = this.order;
    return this.cursorOf(this.liveFrom(order === null ? cursor + 1 : this.locate(order, cursor + 1)));
  }

  /** The key of the entry of `cursor`. */
  keyAt(cursor: i32): K {
    return this.keys[this.positionOf(cursor)];
  }

  /** The position of the entry of `cursor`, which exists. */
  protected positionOf(cursor: i32): i32 {
    const order = this.order;
    return order === null ? cursor : this.locate(order, cursor);
  }

  /** The cursor of the entry at `position`, -1 past the last. */
  private cursorOf(position: i32): i32 {
    if (position >= this.used) return -1;
    const order = this.order;
    return order === null ? position : order[position];
  }

  /** The first live entry at `position` or behind; `used` when there is none. */
  private liveFrom(position: i32): i32 {
    const hashes = this.hashes;
    const used = this.used;
    let entry = position;
    while (entry < used && hashes[entry] === 0) entry++;
    return entry;
  }

  /** The first position whose cursor is at least `cursor`. */
  private locate(order: Int32Array, cursor: i32): i32 {
    // Cursors rise by at least 1 a position, so the distance from the last one bounds the search.
    let high = this.used;
    let low = high - (this.nextCursor - cursor);
    if (low < 0) low = 0;
    // Most gaps lie before the cursor, where entries are old: often the bound is the answer.
    if (low < high && order[low] >= cursor) high = low;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      if (order[middle] < cursor) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // --- searching and adding ---

  protected hashOf(key: K): i32 {
    return hashKey<K>(key) | LIVE;
  }

  /** The entry of `key`, or -1. */
  protected find(key: K, hash: i32): i32 {
    const index = this.index;
    const mask = index.length - 1;
    let slot = hash & mask;
    let entry = index[slot] - 1;
    while (entry >= 0) {
      if (this.hashes[entry] === hash && sameKey<K>(this.keys[entry], key)) return entry;
      slot = (slot + 1) & mask;
      entry = index[slot] - 1;
    }
    return entry === -1 ? -1 : this.findPrebuilt(key, hash);
  }

  /**
   * Builds the index of a prebuilt table, then searches.
   * @noinline
   */
  private findPrebuilt(key: K, hash: i32): i32 {
    const capacity = this.keys.length;
    const hashes = new Int32Array(capacity);
    const index = new Int32Array(indexLength(capacity));
    // hashKey of an object may throw MemoryError: nothing is installed before the last one.
    for (let i = 0; i < this.used; i++) hashes[i] = this.hashes[i] === 0 ? 0 : this.hashOf(this.keys[i]);
    this.install(this.keys, hashes, index);
    for (let i = 0; i < this.used; i++) this.enter(i);
    return this.find(key, hash);
  }

  /** Adds `key`, which is not there; its entry. Throws {@link MemoryError}. */
  protected insert(key: K, hash: i32): i32 {
    if (this.used === this.hashes.length) this.rebuild();
    const entry = this.used;
    const order = this.order;
    if (order !== null) order[entry] = this.nextCursor;
    this.keys[entry] = key;
    this.hashes[entry] = hash;
    this.enter(entry);
    this.nextCursor++;
    this.used = entry + 1;
    this.live++;
    return entry;
  }

  /** Enters an entry into the index, which has room. */
  private enter(entry: i32): void {
    const index = this.index;
    const mask = index.length - 1;
    let slot = this.hashes[entry] & mask;
    while (index[slot] !== 0) slot = (slot + 1) & mask;
    index[slot] = entry + 1;
  }

  // --- rebuilding ---

  /**
   * Closes gaps, and doubles the room unless at least half of it becomes free by that.
   * @noinline
   */
  private rebuild(): void {
    const before = this.hashes.length;
    let capacity = before;
    if (before === 0) capacity = FIRST_CAPACITY;
    else if (this.live > before >> 1) capacity = before * 2;
    const keys = newZeroedArray<K>(capacity);
    const hashes = new Int32Array(capacity);
    const index = new Int32Array(indexLength(capacity));
    const renumber = !this.keepsCursors();
    const order = renumber ? null : new Int32Array(capacity);
    this.moveValues(capacity); // the last that can throw
    if (order !== null) this.moveCursors(order);
    this.moveEntries(keys, hashes);
    this.install(keys, hashes, index);
    this.order = order;
    this.used = this.live;
    this.head = 0;
    if (renumber) this.nextCursor = this.live;
    for (let i = 0; i < this.used; i++) this.enter(i);
  }

  /** True when a rebuild must keep cursors that differ from the positions entries get. */
  private keepsCursors(): bool {
    if (!this.iterated || this.nextCursor > MAX_CURSOR) return false;
    return this.order !== null || this.live < this.used;
  }

  /** Copies the cursors of live entries. */
  private moveCursors(to: Int32Array): void {
    let at = 0;
    for (let i = 0; i < this.used; i++) {
      if (this.hashes[i] === 0) continue;
      to[at] = this.cursorOf(i);
      at++;
    }
  }

  /** Copies live keys and hashes. */
  private moveEntries(keys: FixedArray<K>, hashes: Int32Array): void {
    if (this.live === this.used) {
      arrayCopy(this.keys, 0, keys, 0, this.used);
      arrayCopy(this.hashes, 0, hashes, 0, this.used);
      return;
    }
    let at = 0;
    for (let i = 0; i < this.used; i++) {
      const hash = this.hashes[i];
      if (hash === 0) continue;
      keys[at] = this.keys[i];
      hashes[at] = hash;
      at++;
    }
  }

  private install(keys: FixedArray<K>, hashes: Int32Array, index: Int32Array): void {
    this.keys = keys;
    this.hashes = hashes;
    this.index = index;
  }

  /** Moves values of live entries to a new array of `capacity`; throws before it changes anything. */
  protected moveValues(_capacity: i32): void {}

  /** Zeroes the value of a deleted entry. */
  protected forgetValue(_entry: i32): void {}
}

/** The least power of two that is at least twice `capacity`. */
function indexLength(capacity: i32): i32 {
  let length = 2;
  while (length >> 1 < capacity) length = length * 2;
  return length;
}

/** A map in insertion order. Keys are compared as JavaScript's SameValueZero does. */
export class RtsMap<K, V> extends HashTable<K> {
  private values: FixedArray<V>;

  constructor() {
    super();
    this.values = newZeroedArray<V>(0);
  }

  /** The value of `key`; the zero of `V` when it is not there. */
  get(key: K): V {
    const entry = this.find(key, this.hashOf(key));
    return entry < 0 ? zeroOf<V>() : this.values[entry];
  }

  /** Sets the value of `key`; the map itself. Throws {@link MemoryError}. */
  set(key: K, value: V): RtsMap<K, V> {
    const hash = this.hashOf(key);
    let entry = this.find(key, hash);
    if (entry < 0) entry = this.insert(key, hash);
    this.values[entry] = value;
    return this;
  }

  /** The value of the entry of `cursor`. */
  valueAt(cursor: i32): V {
    return this.values[this.positionOf(cursor)];
  }

  protected override moveValues(capacity: i32): void {
    const values = newZeroedArray<V>(capacity);
    if (capacity > 0) this.copyValues(values);
    this.values = values;
  }

  /** Copies the values of live entries. */
  private copyValues(values: FixedArray<V>): void {
    if (this.live === this.used) {
      arrayCopy(this.values, 0, values, 0, this.used);
      return;
    }
    let at = 0;
    for (let i = 0; i < this.used; i++) {
      if (this.hashes[i] === 0) continue;
      values[at] = this.values[i];
      at++;
    }
  }

  protected override forgetValue(entry: i32): void {
    this.values[entry] = zeroOf<V>();
  }
}

/** A set in insertion order. */
export class RtsSet<K> extends HashTable<K> {
  /** Adds `key` unless it is there; the set itself. Throws {@link MemoryError}. */
  add(key: K): RtsSet<K> {
    const hash = this.hashOf(key);
    if (this.find(key, hash) < 0) this.insert(key, hash);
    return this;
  }
}
