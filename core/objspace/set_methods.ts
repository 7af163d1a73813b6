/** Methods of `set`, and those that `frozenset` shares. */
import type { FixedArray } from "@rts";
import { argument, checkCount, positionalOf, refuseKeywords } from "./call_arguments.ts";
import { type } from "./call.ts";
import { CLASS_GETITEM } from "./class_getitem.ts";
import { getattrOrNull } from "./attributes.ts";
import { keyError, OperationError, typeName } from "./errors.ts";
import { typeErrorType } from "./exception_types.ts";
import { newBool, newInt32 } from "./int.ts";
import { newEmptyList, type W_List } from "./list.ts";
import { enterRepr, leaveRepr } from "./repr_guard.ts";
import type { W_Root } from "./root.ts";
import { W_Set } from "./set.ts";
import { W_SetIterator } from "./set_iterator.ts";
import {
  asSet,
  copySet,
  difference,
  intersection,
  isDisjoint,
  isSubset,
  remove,
  setsEqual,
  toggle,
  update,
} from "./set_ops.ts";
import { w_None, w_NotImplemented, w_unset } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import { StrBuilder } from "./str/builder.ts";
import { fromRts, type W_Str } from "./str/wstr.ts";
import { repr } from "./text.ts";
import { newTuple1, newTuple3, type W_Tuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define, type MethodEntry } from "./typedef.ts";
import { frozensetType, setType } from "./types.ts";

const s_dict: W_Str = internRts("__dict__");

/** What `set` and `frozenset` have in common. */
export const SHARED_METHODS: Record<string, MethodEntry> = {
  __len__: ["($self, /)", setLen],
  __contains__: ["($self, key, /)", setContains, "Tells whether it is an element."],
  __iter__: ["($self, /)", setIter],
  __repr__: ["($self, /)", setRepr],
  __eq__: ["($self, value, /)", setEq],
  __ne__: ["($self, value, /)", setNe],
  __lt__: ["($self, value, /)", setLt],
  __le__: ["($self, value, /)", setLe],
  __gt__: ["($self, value, /)", setGt],
  __ge__: ["($self, value, /)", setGe],
  __and__: ["($self, value, /)", setAnd],
  __rand__: ["($self, value, /)", setRand],
  __or__: ["($self, value, /)", setOr],
  __ror__: ["($self, value, /)", setRor],
  __sub__: ["($self, value, /)", setSub],
  __rsub__: ["($self, value, /)", setRsub],
  __xor__: ["($self, value, /)", setXor],
  __rxor__: ["($self, value, /)", setRxor],
  __reduce__: ["($self, /)", setReduce, "What pickling stores."],
  __sizeof__: ["($self, /)", setSizeof, "Size in memory, in bytes."],
  copy: ["($self, /)", setCopy, "A set of the same elements."],
  difference: {
    signature: "($self, /, *others)",
    scope: setDifference,
    doc: "The elements that no other has.",
  },
  intersection: {
    signature: "($self, /, *others)",
    scope: setIntersection,
    doc: "The elements that all have.",
  },
  isdisjoint: ["($self, other, /)", setIsdisjoint, "Tells whether there is no common element."],
  issubset: ["($self, other, /)", setIssubset, "Tells whether the other has all elements of this one."],
  issuperset: ["($self, other, /)", setIssuperset, "Tells whether this has all elements of the other."],
  symmetric_difference: ["($self, other, /)", setSymmetricDifference, "The elements that only one has."],
  union: { signature: "($self, /, *others)", scope: setUnion, doc: "The elements of all." },
};

define(setType, {
  doc: "A set that can be changed; set(iterable) has the elements of the iterable.",
  flags: TypeFlag.Base | TypeFlag.MatchSelf | TypeFlag.Weakrefs,
  new: { signature: "($type, /, *args, **kwargs)", scope: setNew },
  methods: {
    ...SHARED_METHODS,
    __init__: { signature: "($self, /, *args, **kwargs)", scope: setInit },
    __iand__: ["($self, value, /)", setIand],
    __ior__: ["($self, value, /)", setIor],
    __isub__: ["($self, value, /)", setIsub],
    __ixor__: ["($self, value, /)", setIxor],
    add: ["($self, element, /)", setAdd, "Adds an element."],
    clear: ["($self, /)", setClear, "Removes all elements."],
    discard: ["($self, element, /)", setDiscard, "Removes an element if it is there."],
    pop: ["($self, /)", setPop, "Removes some element and returns it. Raises KeyError when there is none."],
    remove: ["($self, element, /)", setRemove, "Removes an element. Raises KeyError when it is missing."],
    update: { signature: "($self, /, *others)", scope: setUpdate, doc: "Adds the elements of all others." },
    difference_update: {
      signature: "($self, /, *others)",
      scope: setDifferenceUpdate,
      doc: "Removes the elements of all others.",
    },
    intersection_update: {
      signature: "($self, /, *others)",
      scope: setIntersectionUpdate,
      doc: "Keeps what all others have.",
    },
    symmetric_difference_update: [
      "($self, other, /)",
      setSymmetricDifferenceUpdate,
      "Keeps what only one has, and adds what only the other has.",
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  constants: { __hash__: w_None },
});

function setNew(scope: FixedArray<W_Root>): W_Root {
  return new W_Set((scope[0] as W_Type).instanceMap);
}

function setInit(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_Set;
  if (type(self) === setType) refuseKeywords("set", scope);
  const args = positionalOf(scope);
  checkCount("set", args.length, 0, 1);
  self.table.clear();
  const w_iterable = argument(args, 0);
  if (w_iterable !== w_unset) update(self, w_iterable);
  return w_None;
}

function othersOf(scope: FixedArray<W_Root>): FixedArray<W_Root> {
  return (scope[1] as W_Tuple).items;
}

function setLen(w_self: W_Root): W_Root {
  return newInt32((w_self as W_Set).length);
}

/** Calls `has` or `delete` for an element; a set that is not hashable is looked for as a frozenset. */
function lookFor(self: W_Set, w_item: W_Root, removes: boolean): boolean {
  try {
    return removes ? self.delete(w_item) : self.has(w_item);
  } catch (e) {
    if (!(w_item instanceof W_Set) || !(e instanceof OperationError) || !e.matches(typeErrorType)) throw e;
    const w_frozen = new W_Set(frozensetType.instanceMap);
    update(w_frozen, w_item);
    return removes ? self.delete(w_frozen) : self.has(w_frozen);
  }
}

function setContains(w_self: W_Root, w_item: W_Root): W_Root {
  return newBool(lookFor(w_self as W_Set, w_item, false));
}

function setIter(w_self: W_Root): W_Root {
  return new W_SetIterator(w_self as W_Set);
}

function setRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Set;
  const name = typeName(self);
  if (self.length === 0) return fromRts(`${name}()`);
  if (!enterRepr(self)) return fromRts(`${name}(...)`);
  const out = new StrBuilder();
  const isPlain = type(self) === setType;
  try {
    out.appendRts(isPlain ? "{" : `${name}({`);
    const items = itemList(self);
    for (let i = 0; i < items.length; i++) {
      if (i > 0) out.appendRts(", ");
      out.appendStr(repr(items.getItem(i)));
    }
    out.appendRts(isPlain ? "}" : "})");
  } finally {
    leaveRepr(self);
  }
  return out.build();
}

function itemList(self: W_Set): W_List {
  const w_list = newEmptyList(0);
  const table = self.table;
  for (let p = table.next(0); p >= 0; p = table.next(p + 1)) w_list.append(table.key(p));
  return w_list;
}

function setEq(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? newBool(setsEqual(w_self as W_Set, w_other)) : w_NotImplemented;
}
function setNe(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? newBool(!setsEqual(w_self as W_Set, w_other)) : w_NotImplemented;
}
function setLe(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? newBool(isSubset(w_self as W_Set, w_other)) : w_NotImplemented;
}
function setGe(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? newBool(isSubset(w_other, w_self as W_Set)) : w_NotImplemented;
}
function setLt(w_self: W_Root, w_other: W_Root): W_Root {
  const self = w_self as W_Set;
  if (!(w_other instanceof W_Set)) return w_NotImplemented;
  return newBool(self.length < w_other.length && isSubset(self, w_other));
}
function setGt(w_self: W_Root, w_other: W_Root): W_Root {
  const self = w_self as W_Set;
  if (!(w_other instanceof W_Set)) return w_NotImplemented;
  return newBool(w_other.length < self.length && isSubset(w_other, self));
}

function setAnd(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? intersection(w_self as W_Set, w_other) : w_NotImplemented;
}
function setRand(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? intersection(w_other, w_self) : w_NotImplemented;
}
function setOr(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? unionOf(w_self as W_Set, w_other) : w_NotImplemented;
}
function setRor(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? unionOf(w_other, w_self) : w_NotImplemented;
}
function setSub(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? difference(w_self as W_Set, w_other) : w_NotImplemented;
}
function setRsub(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? difference(w_other, w_self) : w_NotImplemented;
}
function setXor(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? symmetric(w_self as W_Set, w_other) : w_NotImplemented;
}
function setRxor(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Set ? symmetric(w_other, w_self) : w_NotImplemented;
}

function unionOf(self: W_Set, w_other: W_Root): W_Set {
  const w_union = copySet(self);
  update(w_union, w_other);
  return w_union;
}

function symmetric(self: W_Set, w_other: W_Root): W_Set {
  const w_result = copySet(self);
  if (w_other === self) w_result.table.clear();
  else toggle(w_result, w_other);
  return w_result;
}

function setIand(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Set)) return w_NotImplemented;
  const self = w_self as W_Set;
  self.takeOver(intersection(self, w_other));
  return self;
}
function setIor(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Set)) return w_NotImplemented;
  update(w_self as W_Set, w_other);
  return w_self;
}
function setIsub(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Set)) return w_NotImplemented;
  remove(w_self as W_Set, w_other);
  return w_self;
}
function setIxor(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Set)) return w_NotImplemented;
  toggle(w_self as W_Set, w_other);
  return w_self;
}

/** The class, the elements, and `__dict__` where there is one. */
function setReduce(w_self: W_Root): W_Root {
  const self = w_self as W_Set;
  return newTuple3(type(self), newTuple1(itemList(self)), getattrOrNull(self, s_dict) ?? w_None);
}

function setSizeof(w_self: W_Root): W_Root {
  return newInt32(200 + 16 * (w_self as W_Set).length);
}

function setCopy(w_self: W_Root): W_Root {
  return type(w_self) === frozensetType ? w_self : copySet(w_self as W_Set);
}

function setDifference(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_Set;
  const others = othersOf(scope);
  if (others.length === 0) return setCopy(self);
  const w_result = difference(self, others[0]);
  for (let i = 1; i < others.length; i++) remove(w_result, others[i]);
  return w_result;
}

function setIntersection(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_Set;
  const others = othersOf(scope);
  if (others.length === 0) return copySet(self);
  let w_result = intersection(self, others[0]);
  for (let i = 1; i < others.length; i++) w_result = intersection(w_result, others[i]);
  return w_result;
}

function setUnion(scope: FixedArray<W_Root>): W_Root {
  const w_result = copySet(scope[0] as W_Set);
  const others = othersOf(scope);
  for (let i = 0; i < others.length; i++) update(w_result, others[i]);
  return w_result;
}

function setSymmetricDifference(w_self: W_Root, w_other: W_Root): W_Root {
  return symmetric(w_self as W_Set, w_other);
}

function setIsdisjoint(w_self: W_Root, w_other: W_Root): W_Root {
  return newBool(isDisjoint(w_self as W_Set, w_other));
}
function setIssubset(w_self: W_Root, w_other: W_Root): W_Root {
  return newBool(isSubset(w_self as W_Set, asSet(w_other)));
}
function setIssuperset(w_self: W_Root, w_other: W_Root): W_Root {
  return newBool(isSubset(asSet(w_other), w_self as W_Set));
}

function setAdd(w_self: W_Root, w_item: W_Root): W_Root {
  (w_self as W_Set).add(w_item);
  return w_None;
}
function setClear(w_self: W_Root): W_Root {
  (w_self as W_Set).table.clear();
  return w_None;
}
function setDiscard(w_self: W_Root, w_item: W_Root): W_Root {
  lookFor(w_self as W_Set, w_item, true);
  return w_None;
}
function setRemove(w_self: W_Root, w_item: W_Root): W_Root {
  if (!lookFor(w_self as W_Set, w_item, true)) throw keyError(w_item);
  return w_None;
}

function setPop(w_self: W_Root): W_Root {
  const table = (w_self as W_Set).table;
  const first = table.next(0);
  if (first < 0) throw keyError(fromRts("pop from an empty set"));
  const w_item = table.key(first);
  table.remove(first);
  return w_item;
}

function setUpdate(scope: FixedArray<W_Root>): W_Root {
  const others = othersOf(scope);
  for (let i = 0; i < others.length; i++) update(scope[0] as W_Set, others[i]);
  return w_None;
}
function setDifferenceUpdate(scope: FixedArray<W_Root>): W_Root {
  const others = othersOf(scope);
  for (let i = 0; i < others.length; i++) remove(scope[0] as W_Set, others[i]);
  return w_None;
}
function setIntersectionUpdate(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_Set;
  const others = othersOf(scope);
  let w_result = self;
  for (let i = 0; i < others.length; i++) w_result = intersection(w_result, others[i]);
  if (w_result !== self) self.takeOver(w_result);
  return w_None;
}
function setSymmetricDifferenceUpdate(w_self: W_Root, w_other: W_Root): W_Root {
  toggle(w_self as W_Set, w_other);
  return w_None;
}
