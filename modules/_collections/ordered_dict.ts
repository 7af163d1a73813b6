/**
 * `collections.OrderedDict`: dicts keep the order of insertion themselves, so at RTS level it is a `W_Dict`; what is
 * added is moving entries, and equality that heeds the order. Methods go through those of subclasses where CPython's do.
 */
import type { FixedArray, i32 } from "@rts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { call0, call1, callMethod0, type } from "../../core/objspace/call.ts";
import { identicalOrEqual } from "../../core/objspace/compare.ts";
import { newDictOf, W_Dict } from "../../core/objspace/dict.ts";
import { dictsEqual } from "../../core/objspace/dict_methods.ts";
import { DictTable, foldHash } from "../../core/objspace/dict_table.ts";
import { keyError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { hash } from "../../core/objspace/hash.ts";
import { newBool, newInt32 } from "../../core/objspace/int.ts";
import { contains, delitem, getitem, iter, next, setitem } from "../../core/objspace/iteration.ts";
import { newEmptyList } from "../../core/objspace/list.ts";
import { listFrom } from "../../core/objspace/list_methods.ts";
import { INSTANCE_DICT } from "../../core/objspace/object_methods.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_NotImplemented, w_unset } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { newTuple2, tupleOf, w_emptyTuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { dictType, moduleClass } from "../../core/objspace/types.ts";
import { Gives, W_OrderedIterator } from "./ordered_iterator.ts";
import { W_OrderedItems, W_OrderedKeys, W_OrderedValues } from "./ordered_views.ts";

export const orderedDictType: W_Type = moduleClass("OrderedDict", "collections");
const s_keys: W_Str = internRts("keys");
const s_items: W_Str = internRts("items");
const s_dict: W_Str = internRts("__dict__");

define(orderedDictType, {
  base: dictType,
  doc: "A dict whose entries can be moved to either end, and whose equality heeds the order.",
  flags: TypeFlag.Base | TypeFlag.Dict | TypeFlag.Weakrefs,
  methods: {
    __init__: { signature: "($self, /, *args, **kwargs)", scope: init },
    __setitem__: ["($self, key, value, /)", setItem],
    __delitem__: ["($self, key, /)", deleteItem],
    __iter__: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedIterator(w_self as W_Dict, Gives.Keys, false),
    ],
    __reversed__: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedIterator(w_self as W_Dict, Gives.Keys, true),
      "An iterator over the keys, last one first.",
    ],
    __repr__: ["($self, /)", orderedRepr],
    __eq__: ["($self, value, /)", orderedEq],
    __ne__: ["($self, value, /)", orderedNe],
    __lt__: ["($self, value, /)", noOrder],
    __le__: ["($self, value, /)", noOrder],
    __gt__: ["($self, value, /)", noOrder],
    __ge__: ["($self, value, /)", noOrder],
    __or__: ["($self, value, /)", union],
    __ror__: [
      "($self, value, /)",
      (w_self: W_Root, w_other: W_Root): W_Root => unionOf(type(w_self), w_other, w_self),
    ],
    __ior__: ["($self, value, /)", inplaceUnion],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __sizeof__: ["($self, /)", sizeOf, "Size of the dict in memory, in bytes."],
    clear: ["($self, /)", clear, "Removes all entries."],
    copy: ["($self, /)", copy, "A shallow copy."],
    items: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedItems(w_self as W_Dict),
      "A view of the pairs.",
    ],
    keys: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedKeys(w_self as W_Dict),
      "A view of the keys.",
    ],
    values: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedValues(w_self as W_Dict),
      "A view of the values.",
    ],
    move_to_end: [
      "($self, /, key, last=True)",
      moveToEnd,
      "Moves an entry to the end, or to the beginning. Raises KeyError where it is missing.",
    ],
    pop: [
      "($self, /, key, default=<unrepresentable>)",
      pop,
      "Removes a key and returns its value. Without a default, raises KeyError where it is missing.",
    ],
    popitem: ["($self, /, last=True)", popitem, "Removes the last pair, or the first one, and returns it."],
    setdefault: ["($self, /, key, default=None)", setdefault, "The value of a key, which is set if missing."],
    update: {
      signature: "($self, /, *args, **kwargs)",
      scope: update,
      doc: "Sets the entries of mappings, pairs and keywords.",
    },
  },
  classmethods: {
    fromkeys: [
      "($type, /, iterable, value=None)",
      fromkeys,
      "A dict with keys of an iterable and one value.",
    ],
  },
  getsets: { __dict__: INSTANCE_DICT },
  constants: { __hash__: w_None },
});

function isExact(self: W_Dict): boolean {
  return self.map.w_type === orderedDictType;
}

function init(scope: FixedArray<W_Root>): W_Root {
  const args = positionalOf(scope);
  if (args.length > 1) throw typeError(`expected at most 1 arguments, got ${args.length}`);
  updateWith(scope[0] as W_Dict, args.length === 0 ? w_unset : args[0], keywordsOf(scope));
  return w_None;
}

function update(scope: FixedArray<W_Root>): W_Root {
  const args = positionalOf(scope);
  if (args.length > 1) {
    throw typeError(`update() takes at most 1 positional argument (${args.length} given)`);
  }
  updateWith(scope[0] as W_Dict, args.length === 0 ? w_unset : args[0], keywordsOf(scope));
  return w_None;
}

/** Sets what a mapping or an iterable of pairs gives, then keywords; through the subclass's `__setitem__`. */
function updateWith(self: W_Dict, w_source: W_Root, w_keywords: W_Dict | null): void {
  if (w_source !== w_unset) updateFrom(self, w_source);
  if (w_keywords !== null && w_keywords.length > 0) addEntries(self, w_keywords);
}

function updateFrom(self: W_Dict, w_source: W_Root): void {
  if (w_source instanceof W_Dict && (w_source.map.w_type === dictType || isExact(w_source))) {
    addEntries(self, w_source);
    return;
  }
  const w_keys = getattrOrNull(w_source, s_keys);
  if (w_keys !== null) {
    const w_iterator = iter(call0(w_keys));
    for (let w_key = next(w_iterator); w_key !== null; w_key = next(w_iterator)) {
      put(self, w_key, getitem(w_source, w_key));
    }
    return;
  }
  const w_items = getattrOrNull(w_source, s_items);
  addPairs(self, w_items === null ? w_source : call0(w_items));
}

function put(self: W_Dict, w_key: W_Root, w_value: W_Root): void {
  if (isExact(self)) self.set(w_key, w_value);
  else setitem(self, w_key, w_value);
}

function addEntries(self: W_Dict, w_source: W_Dict): void {
  if (isExact(self)) {
    self.update(w_source);
    return;
  }
  const w_entries = w_source.copy();
  for (let p = w_entries.next(0); p >= 0; p = w_entries.next(p + 1)) {
    setitem(self, w_entries.keyAt(p), w_entries.valueAt(p));
  }
}

function addPairs(self: W_Dict, w_pairs: W_Root): void {
  const w_iterator = iter(w_pairs);
  for (let w_pair = next(w_iterator); w_pair !== null; w_pair = next(w_iterator)) {
    const w_parts = iter(w_pair);
    const w_key = next(w_parts);
    if (w_key === null) throw valueError("need more than 0 values to unpack");
    const w_value = next(w_parts);
    if (w_value === null) throw valueError("need more than 1 value to unpack");
    if (next(w_parts) !== null) throw valueError("too many values to unpack (expected 2)");
    put(self, w_key, w_value);
  }
}

function setItem(w_self: W_Root, w_key: W_Root, w_value: W_Root): W_Root {
  (w_self as W_Dict).set(w_key, w_value);
  return w_None;
}
function deleteItem(w_self: W_Root, w_key: W_Root): W_Root {
  if ((w_self as W_Dict).delete(w_key) === null) throw keyError(w_key);
  return w_None;
}
function clear(w_self: W_Root): W_Root {
  (w_self as W_Dict).clear();
  return w_None;
}

function orderedRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Dict;
  const name = type(self).name.toRts();
  if (!enterRepr(self)) return fromRts("...");
  try {
    if (self.length === 0) return fromRts(`${name}()`);
    return fromRts(`${name}(${reprText(pairList(self))})`);
  } finally {
    leaveRepr(self);
  }
}

/** The pairs as `repr` shows them: what the subclass's `items()` gives. */
function pairList(self: W_Dict): W_Root {
  if (!isExact(self)) return listFrom(callMethod0(self, s_items));
  const w_pairs = newEmptyList(0);
  for (let p = self.next(0); p >= 0; p = self.next(p + 1)) {
    w_pairs.append(newTuple2(self.keyAt(p), self.valueAt(p)));
  }
  return w_pairs;
}

/** Equal as dicts, and towards another ordered dict in the same order. */
function isEqual(self: W_Dict, w_other: W_Dict): boolean {
  if (!dictsEqual(self, w_other)) return false;
  if (!type(w_other).isSubtype(orderedDictType)) return true;
  let q = w_other.next(0);
  for (let p = self.next(0); p >= 0; p = self.next(p + 1)) {
    if (q < 0 || !identicalOrEqual(self.keyAt(p), w_other.keyAt(q))) return false;
    q = w_other.next(q + 1);
  }
  return q < 0;
}

function orderedEq(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Dict ? newBool(isEqual(w_self as W_Dict, w_other)) : w_NotImplemented;
}
function orderedNe(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Dict ? newBool(!isEqual(w_self as W_Dict, w_other)) : w_NotImplemented;
}
function noOrder(_w_self: W_Root, _w_other: W_Root): W_Root {
  return w_NotImplemented;
}

function union(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Dict)) return w_NotImplemented;
  return unionOf(type(w_self), w_self, w_other);
}

/** A dict of class `w_type` with the entries of the first, then of the second. */
function unionOf(w_type: W_Type, w_first: W_Root, w_second: W_Root): W_Root {
  if (!(w_first instanceof W_Dict)) return w_NotImplemented;
  const w_union = call1(w_type, w_first);
  if (!(w_union instanceof W_Dict)) throw typeError(`${w_type.name.toRts()}() returned ${typeName(w_union)}`);
  updateFrom(w_union, w_second);
  return w_union;
}

function inplaceUnion(w_self: W_Root, w_other: W_Root): W_Root {
  updateFrom(w_self as W_Dict, w_other);
  return w_self;
}

function copy(w_self: W_Root): W_Root {
  const self = w_self as W_Dict;
  if (isExact(self)) {
    const w_copy = newDictOf(orderedDictType.instanceMap);
    w_copy.update(self);
    return w_copy;
  }
  const w_copy = call0(type(self));
  const w_entries = self.copy();
  for (let p = w_entries.next(0); p >= 0; p = w_entries.next(p + 1)) {
    const w_key = w_entries.keyAt(p);
    setitem(w_copy, w_key, getitem(self, w_key));
  }
  return w_copy;
}

function moveToEnd(w_self: W_Root, w_key: W_Root, w_last: W_Root): W_Root {
  const self = w_self as W_Dict;
  const last = isTrue(w_last);
  if (self.length === 0) throw keyError(w_key);
  const end = last ? self.previous(0x7fffffff) : self.next(0);
  if (self.keyAt(end) === w_key) return w_None;
  const at = find(self, w_key);
  if (at < 0) throw keyError(w_key);
  const table = self.data as DictTable;
  if (last) table.moveToEnd(at);
  else table.moveToFront(at);
  return w_None;
}

/** Position of a key, or -1. Ordered dicts that are not empty have a table. */
function find(self: W_Dict, w_key: W_Root): i32 {
  const folded = foldHash(hash(w_key));
  const data = self.data;
  return data instanceof DictTable ? data.find(w_key, folded) : -1;
}

function pop(w_self: W_Root, w_key: W_Root, w_default: W_Root): W_Root {
  const w_value = take(w_self as W_Dict, w_key);
  if (w_value !== null) return w_value;
  if (w_default === w_unset) throw keyError(w_key);
  return w_default;
}

/** Removes a key, through the methods of a subclass; its value, or null where it is missing. */
function take(self: W_Dict, w_key: W_Root): W_Root | null {
  if (isExact(self)) return self.delete(w_key);
  if (!contains(self, w_key)) return null;
  const w_value = getitem(self, w_key);
  delitem(self, w_key);
  return w_value;
}

function popitem(w_self: W_Root, w_last: W_Root): W_Root {
  const self = w_self as W_Dict;
  const last = isTrue(w_last);
  if (self.length === 0) throw keyError(fromRts("dictionary is empty"));
  const at = last ? self.previous(0x7fffffff) : self.next(0);
  const w_key = self.keyAt(at);
  if (!isExact(self)) {
    const w_taken = take(self, w_key);
    if (w_taken === null) throw keyError(w_key);
    return newTuple2(w_key, w_taken);
  }
  const w_pair = newTuple2(w_key, self.valueAt(at));
  self.deleteAt(at);
  return w_pair;
}

function setdefault(w_self: W_Root, w_key: W_Root, w_default: W_Root): W_Root {
  const self = w_self as W_Dict;
  if (isExact(self)) return self.setDefault(w_key, w_default);
  if (contains(self, w_key)) return getitem(self, w_key);
  setitem(self, w_key, w_default);
  return w_default;
}

function fromkeys(w_type: W_Root, w_iterable: W_Root, w_value: W_Root): W_Root {
  const w_dict = call0(w_type);
  const w_iterator = iter(w_iterable);
  for (let w_key = next(w_iterator); w_key !== null; w_key = next(w_iterator)) {
    setitem(w_dict, w_key, w_value);
  }
  return w_dict;
}

function reduce(w_self: W_Root): W_Root {
  const w_dict = getattrOrNull(w_self, s_dict);
  const hasState = w_dict instanceof W_Dict && w_dict.length > 0;
  const w_items = iter(callMethod0(w_self, s_items));
  return tupleOf([type(w_self), w_emptyTuple, hasState ? w_dict! : w_None, w_None, w_items]);
}

function sizeOf(w_self: W_Root): W_Root {
  return newInt32(96 + 24 * (w_self as W_Dict).length);
}
