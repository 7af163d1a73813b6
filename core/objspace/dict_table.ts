/**
 * The hash table of dicts and sets: insertion-ordered, open addressing (as CPython's compact dict, R. Hettinger).
 *
 * Entries stand in order in `entries` (key at 2i, value at 2i + 1) with their hashes in `hashes`; a removed entry
 * leaves a hole (null key) until the next rebuild. Tables of at most {@link LINEAR_LIMIT} entries have no index and
 * are scanned. `version` changes whenever an entry is added, removed or moved: an entry number found under one
 * version stays good while the version does. It does not change when only a value does.
 *
 * Comparing keys may run Python code that changes the table: `find` starts anew then. Whoever owns the table checks
 * that it still does after a `find`.
 */
import { arrayCopy, type FixedArray, type i32, type i64, i64ToI32, newFixedArray } from "@rts";
import type { W_Int } from "./int.ts";
import { keysEqual } from "./key_equality.ts";
import type { W_Root } from "./root.ts";
import type { W_Str } from "./str/wstr.ts";

/** Largest table without an index. */
const LINEAR_LIMIT: i32 = 8;
const EMPTY: i32 = -1;
const DELETED: i32 = -2;
const NO_ENTRIES: FixedArray<W_Root | null> = newFixedArray<W_Root | null>(0, null);
const NO_HASHES: Int32Array = new Int32Array(0);
const GOLDEN: i32 = 0x9E3779B1 | 0;

/** The 32 bits of a hash that tables use; a 32-bit hash (that of strings) is its own. */
export function foldHash(hash: i64): i32 {
  const high = i64ToI32(hash >> 32n);
  return i64ToI32(hash) ^ high ^ (high >> 31);
}

/** Where the search for a hash begins: the upper bits of the mixed hash. */
function indexPosition(hash: i32, shift: i32): i32 {
  return (Math.imul(hash, GOLDEN) >>> shift) | 0;
}

/** Room for `count` entries and those to come: small tables double, large ones grow by a half. */
function grownCapacity(count: i32): i32 {
  return count < 0x20000 ? 2 * count : count + (count >> 1);
}

/** A table. */
export class DictTable {
  entries: FixedArray<W_Root | null> = NO_ENTRIES;
  hashes: Int32Array = NO_HASHES;
  private index: Int32Array | null = null;
  /** Shift that makes an index position of a mixed hash. */
  private shift: i32 = 0;
  /** Index positions that are not empty: used ones and left ones. Bounded, so that every search ends. */
  private occupied: i32 = 0;
  /** Entries in use. */
  used: i32 = 0;
  /** Entries in use and holes. */
  filled: i32 = 0;
  /** All entries before this one are holes: what is taken off the front stays quick. */
  private first: i32 = 0;
  version: i32 = 0;

  /** Entry of a string key, or -1; every key of the table is an exact string. */
  findStr(key: W_Str, hash: i32): i32 {
    const index = this.index;
    const hashes = this.hashes;
    if (index === null) {
      for (let i = 0; i < this.filled; i++) {
        if (hashes[i] === hash && this.sameStr(i, key)) return i;
      }
      return -1;
    }
    const mask = index.length - 1;
    let position = indexPosition(hash, this.shift);
    for (;;) {
      const entry = index[position]!;
      if (entry === EMPTY) return -1;
      if (entry >= 0 && hashes[entry] === hash && this.sameStr(entry, key)) return entry;
      position = (position + 1) & mask;
    }
  }

  private sameStr(entry: i32, key: W_Str): boolean {
    const w_other = this.entries[2 * entry];
    if (w_other === key) return true;
    if (w_other === null) return false;
    return (w_other as W_Str).equals(key);
  }

  /** Entry of an exact int, or -1; every key of the table is one. */
  findInt(value: i64, hash: i32): i32 {
    const index = this.index;
    const hashes = this.hashes;
    if (index === null) {
      for (let i = 0; i < this.filled; i++) {
        if (hashes[i] === hash && this.sameInt(i, value)) return i;
      }
      return -1;
    }
    const mask = index.length - 1;
    let position = indexPosition(hash, this.shift);
    for (;;) {
      const entry = index[position]!;
      if (entry === EMPTY) return -1;
      if (entry >= 0 && hashes[entry] === hash && this.sameInt(entry, value)) return entry;
      position = (position + 1) & mask;
    }
  }

  private sameInt(entry: i32, value: i64): boolean {
    const w_other = this.entries[2 * entry];
    return w_other !== null && (w_other as W_Int).value === value;
  }

  /** Entry of a key of any kind, or -1. May run Python code. Throws what `__eq__` raises. */
  find(w_key: W_Root, hash: i32): i32 {
    for (;;) {
      const version = this.version;
      const found = this.findOnce(w_key, hash);
      if (this.version === version) return found;
    }
  }

  private findOnce(w_key: W_Root, hash: i32): i32 {
    const version = this.version;
    const index = this.index;
    if (index === null) {
      for (let i = 0; i < this.filled; i++) {
        if (this.hashes[i] !== hash) continue;
        const w_other = this.entries[2 * i];
        if (w_other === w_key || (w_other !== null && keysEqual(w_other, w_key))) return i;
        if (this.version !== version) return -1;
      }
      return -1;
    }
    const mask = index.length - 1;
    let position = indexPosition(hash, this.shift);
    for (;;) {
      const entry = index[position]!;
      if (entry === EMPTY) return -1;
      if (entry >= 0 && this.hashes[entry] === hash) {
        const w_other = this.entries[2 * entry];
        if (w_other === w_key || (w_other !== null && keysEqual(w_other, w_key))) return entry;
        if (this.version !== version) return -1;
      }
      position = (position + 1) & mask;
    }
  }

  /** Appends an entry whose key is not there. */
  add(w_key: W_Root, hash: i32, w_value: W_Root | null): void {
    if (this.filled === this.hashes.length || this.crowded()) this.rebuild(this.used + 1);
    const entry = this.filled++;
    this.entries[2 * entry] = w_key;
    this.entries[2 * entry + 1] = w_value;
    this.hashes[entry] = hash;
    this.used++;
    this.version = (this.version + 1) | 0;
    const index = this.index;
    if (index !== null) this.place(index, hash, entry);
  }

  private crowded(): boolean {
    const index = this.index;
    return index !== null && 4 * this.occupied >= 3 * index.length;
  }

  private place(index: Int32Array, hash: i32, entry: i32): void {
    const mask = index.length - 1;
    let position = indexPosition(hash, this.shift);
    while (index[position]! >= 0) position = (position + 1) & mask;
    if (index[position] === EMPTY) this.occupied++;
    index[position] = entry;
  }

  /**
   * Removes an entry. Its place is not used again before the next rebuild, so that an iteration which is past it meets
   * what is added now, and notices.
   */
  remove(entry: i32): void {
    const index = this.index;
    if (index !== null) {
      const mask = index.length - 1;
      let position = indexPosition(this.hashes[entry], this.shift);
      while (index[position] !== entry) position = (position + 1) & mask;
      index[position] = DELETED;
    }
    this.entries[2 * entry] = null;
    this.entries[2 * entry + 1] = null;
    this.used--;
    this.version = (this.version + 1) | 0;
    if (entry === this.first) this.skipHoles();
  }

  /** Drops holes at the end, so that taking entries off the end stays quick. */
  trim(): void {
    while (this.filled > 0 && this.entries[2 * this.filled - 2] === null) this.filled--;
    this.first = Math.min(this.first, this.filled);
  }

  private skipHoles(): void {
    while (this.first < this.filled && this.entries[2 * this.first] === null) this.first++;
  }

  clear(): void {
    this.entries = NO_ENTRIES;
    this.hashes = NO_HASHES;
    this.index = null;
    this.used = 0;
    this.filled = 0;
    this.first = 0;
    this.version = (this.version + 1) | 0;
  }

  /** First entry in use at or after `entry`, or -1. */
  next(entry: i32): i32 {
    for (let i = Math.max(entry, this.first); i < this.filled; i++) {
      if (this.entries[2 * i] !== null) return i;
    }
    return -1;
  }

  /** Last entry in use at or before `entry`, or -1. */
  previous(entry: i32): i32 {
    for (let i = Math.min(entry, this.filled - 1); i >= 0; i--) {
      if (this.entries[2 * i] !== null) return i;
    }
    return -1;
  }

  key(entry: i32): W_Root {
    return this.entries[2 * entry]!;
  }

  /** The folded hash of an entry. */
  hashAt(entry: i32): i32 {
    return this.hashes[entry]!;
  }

  value(entry: i32): W_Root | null {
    return this.entries[2 * entry + 1];
  }

  setValue(entry: i32, w_value: W_Root | null): void {
    this.entries[2 * entry + 1] = w_value;
  }

  /** Makes room for `count` entries in all, without holes. */
  reserve(count: i32): void {
    if (count > this.hashes.length) this.rebuild(count);
  }

  /** Moves the entries to arrays with room for at least `count`, closing holes. */
  private rebuild(count: i32): void {
    const capacity = count <= 4 ? 4 : count <= LINEAR_LIMIT ? LINEAR_LIMIT : grownCapacity(count);
    const entries = newFixedArray<W_Root | null>(2 * capacity, null);
    const hashes = new Int32Array(capacity);
    this.moveUsed(entries, hashes);
    this.entries = entries;
    this.hashes = hashes;
    this.filled = this.used;
    this.first = 0;
    this.version = (this.version + 1) | 0;
    this.buildIndex(capacity);
  }

  private moveUsed(entries: FixedArray<W_Root | null>, hashes: Int32Array): void {
    if (this.used === this.filled) {
      arrayCopy(this.entries, 0, entries, 0, 2 * this.filled);
      arrayCopy(this.hashes, 0, hashes, 0, this.filled);
      return;
    }
    let to = 0;
    for (let i = 0; i < this.filled; i++) {
      const w_key = this.entries[2 * i];
      if (w_key === null) continue;
      entries[2 * to] = w_key;
      entries[2 * to + 1] = this.entries[2 * i + 1];
      hashes[to] = this.hashes[i]!;
      to++;
    }
  }

  /** The index for `capacity` entries: at most two thirds full. */
  private buildIndex(capacity: i32): void {
    if (capacity <= LINEAR_LIMIT) {
      this.index = null;
      return;
    }
    const bits = 33 - Math.clz32(capacity + (capacity >> 1));
    const index = new Int32Array(1 << bits);
    index.fill(EMPTY);
    this.index = index;
    this.shift = 32 - bits;
    this.occupied = 0;
    for (let i = this.first; i < this.filled; i++) this.place(index, this.hashes[i]!, i);
  }

  /** Moves an entry behind all others. */
  moveToEnd(entry: i32): void {
    if (entry === this.filled - 1) return;
    const w_key = this.key(entry);
    const w_value = this.value(entry);
    const hash = this.hashAt(entry);
    this.remove(entry);
    this.add(w_key, hash, w_value);
  }

  /** Moves an entry before all others: to a hole there, made if need be. */
  moveToFront(entry: i32): void {
    if (entry === this.next(0)) return;
    const w_key = this.key(entry);
    const w_value = this.value(entry);
    const hash = this.hashAt(entry);
    this.remove(entry);
    if (this.first === 0 || this.crowded()) this.openFront();
    const front = --this.first;
    this.entries[2 * front] = w_key;
    this.entries[2 * front + 1] = w_value;
    this.hashes[front] = hash;
    this.used++;
    this.version = (this.version + 1) | 0;
    const index = this.index;
    if (index !== null) this.place(index, hash, front);
  }

  /** Moves the entries so that there are holes before them, as many as entries. */
  private openFront(): void {
    const room = this.used;
    const capacity = 2 * room + 4;
    const packed = this.copy();
    const entries = newFixedArray<W_Root | null>(2 * capacity, null);
    const hashes = new Int32Array(capacity);
    arrayCopy(packed.entries, 0, entries, 2 * room, 2 * room);
    arrayCopy(packed.hashes, 0, hashes, room, room);
    this.entries = entries;
    this.hashes = hashes;
    this.filled = 2 * room;
    this.first = room;
    this.buildIndex(capacity);
  }

  /** A copy with the same entries. */
  copy(): DictTable {
    const table = new DictTable();
    if (this.used === 0) return table;
    const capacity = this.used;
    const entries = newFixedArray<W_Root | null>(2 * capacity, null);
    const hashes = new Int32Array(capacity);
    this.moveUsed(entries, hashes);
    table.entries = entries;
    table.hashes = hashes;
    table.used = capacity;
    table.filled = capacity;
    table.buildIndex(capacity);
    return table;
  }
}
