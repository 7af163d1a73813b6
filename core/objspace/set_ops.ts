/** What sets do with each other and with iterables: the algebra under the methods of sets and of dict views. */
import { type } from "./call.ts";
import { W_Dict } from "./dict.ts";
import { foldHash } from "./dict_table.ts";
import { hash } from "./hash.ts";
import { iter, next } from "./iteration.ts";
import type { W_Root } from "./root.ts";
import { newSet, W_Set } from "./set.ts";
import { dictType, frozensetType, setType } from "./types.ts";

/** True for instances of `frozenset` and its subclasses. */
export function isFrozen(w_set: W_Set): boolean {
  const w_type = w_set.map.w_type;
  if (w_type === setType) return false;
  return w_type === frozensetType || w_type.isSubtype(frozensetType);
}

/** An empty set of the built-in class that `w_set` is of: `set` or `frozenset`. */
export function newLike(w_set: W_Set): W_Set {
  return new W_Set(isFrozen(w_set) ? frozensetType.instanceMap : setType.instanceMap);
}

/** A copy of the built-in class. */
export function copySet(w_set: W_Set): W_Set {
  const w_copy = newLike(w_set);
  w_copy.table = w_set.table.copy();
  return w_copy;
}

/** A plain `set` of an iterable's elements. */
export function setFrom(w_iterable: W_Root): W_Set {
  const w_set = newSet();
  update(w_set, w_iterable);
  return w_set;
}

/** The other operand as a set, itself if it is one. */
export function asSet(w_iterable: W_Root): W_Set {
  return w_iterable instanceof W_Set ? w_iterable : setFrom(w_iterable);
}

/** Adds all elements. Elements of sets and keys of dicts are not hashed anew. */
export function update(self: W_Set, w_iterable: W_Root): void {
  if (w_iterable instanceof W_Set) {
    updateFromSet(self, w_iterable);
  } else if (w_iterable instanceof W_Dict && type(w_iterable) === dictType) {
    for (let p = w_iterable.next(0); p >= 0; p = w_iterable.next(p + 1)) {
      self.addHashed(w_iterable.keyAt(p), w_iterable.strategy.hashAt(w_iterable, p));
    }
  } else {
    const w_iterator = iter(w_iterable);
    for (let w_item = next(w_iterator); w_item !== null; w_item = next(w_iterator)) self.add(w_item);
  }
}

function updateFromSet(self: W_Set, other: W_Set): void {
  if (other === self) return;
  if (self.table.used === 0) {
    self.table = other.table.copy();
    return;
  }
  const table = other.table;
  for (let p = table.next(0); p >= 0; p = table.next(p + 1)) self.addHashed(table.key(p), table.hashAt(p));
}

/** Removes all elements that an iterable gives. */
export function remove(self: W_Set, w_iterable: W_Root): void {
  if (w_iterable === self) {
    self.table.clear();
  } else if (w_iterable instanceof W_Set) {
    const table = w_iterable.table;
    for (let p = table.next(0); p >= 0; p = table.next(p + 1)) {
      self.deleteHashed(table.key(p), table.hashAt(p));
    }
  } else if (w_iterable instanceof W_Dict && type(w_iterable) === dictType) {
    for (let p = w_iterable.next(0); p >= 0; p = w_iterable.next(p + 1)) {
      self.deleteHashed(w_iterable.keyAt(p), w_iterable.strategy.hashAt(w_iterable, p));
    }
  } else {
    const w_iterator = iter(w_iterable);
    for (let w_item = next(w_iterator); w_item !== null; w_item = next(w_iterator)) self.delete(w_item);
  }
}

/** What both have; of two sets, the elements of the smaller one. */
export function intersection(self: W_Set, w_iterable: W_Root): W_Set {
  if (w_iterable === self) return copySet(self);
  const w_result = newLike(self);
  if (!(w_iterable instanceof W_Set)) {
    const w_iterator = iter(w_iterable);
    for (let w_item = next(w_iterator); w_item !== null; w_item = next(w_iterator)) {
      const folded = foldHash(hash(w_item));
      if (self.find(w_item, folded) >= 0) w_result.addHashed(w_item, folded);
    }
    return w_result;
  }
  const isLarger = w_iterable.length > self.length;
  const small = isLarger ? self : w_iterable;
  const large = isLarger ? w_iterable : self;
  const table = small.table;
  for (let p = table.next(0); p >= 0; p = table.next(p + 1)) {
    const w_item = table.key(p);
    const folded = table.hashAt(p);
    if (large.find(w_item, folded) >= 0) w_result.addHashed(w_item, folded);
  }
  return w_result;
}

/** What an iterable does not give. */
export function difference(self: W_Set, w_iterable: W_Root): W_Set {
  if (!(w_iterable instanceof W_Set) || w_iterable.length * 4 < self.length) {
    const w_rest = copySet(self);
    remove(w_rest, w_iterable);
    return w_rest;
  }
  const w_result = newLike(self);
  const table = self.table;
  for (let p = table.next(0); p >= 0; p = table.next(p + 1)) {
    const w_item = table.key(p);
    const folded = table.hashAt(p);
    if (w_iterable.find(w_item, folded) < 0) w_result.addHashed(w_item, folded);
  }
  return w_result;
}

/** Makes `self` what only one of both has. */
export function toggle(self: W_Set, w_iterable: W_Root): void {
  if (w_iterable === self) {
    self.table.clear();
    return;
  }
  const table = asSet(w_iterable).table;
  for (let p = table.next(0); p >= 0; p = table.next(p + 1)) {
    const w_item = table.key(p);
    const folded = table.hashAt(p);
    if (!self.deleteHashed(w_item, folded)) self.table.add(w_item, folded, null);
  }
}

/** All elements of `a` are in `b`. */
export function isSubset(a: W_Set, b: W_Set): boolean {
  if (a.length > b.length) return false;
  const table = a.table;
  for (let p = table.next(0); p >= 0; p = table.next(p + 1)) {
    if (b.find(table.key(p), table.hashAt(p)) < 0) return false;
  }
  return true;
}

export function setsEqual(a: W_Set, b: W_Set): boolean {
  if (a.length !== b.length) return false;
  if (a.hash !== -1n && b.hash !== -1n && a.hash !== b.hash) return false;
  return isSubset(a, b);
}

/** No element of the iterable is in `self`. */
export function isDisjoint(self: W_Set, w_iterable: W_Root): boolean {
  if (w_iterable === self) return self.length === 0;
  if (w_iterable instanceof W_Set) {
    const isLarger = w_iterable.length > self.length;
    const table = isLarger ? self.table : w_iterable.table;
    const large = isLarger ? w_iterable : self;
    for (let p = table.next(0); p >= 0; p = table.next(p + 1)) {
      if (large.find(table.key(p), table.hashAt(p)) >= 0) return false;
    }
    return true;
  }
  const w_iterator = iter(w_iterable);
  for (let w_item = next(w_iterator); w_item !== null; w_item = next(w_iterator)) {
    if (self.has(w_item)) return false;
  }
  return true;
}
