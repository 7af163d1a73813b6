/** Views of dicts: `keys()`, `values()`, `items()`. Keys and items behave as sets towards other iterables. */
import { type i32, i32ToI64 } from "@rts";
import { type } from "./call.ts";
import { CompareOp, identicalOrEqual } from "./compare.ts";
import type { W_Dict } from "./dict.ts";
import {
  W_DictItemIterator,
  W_DictKeyIterator,
  W_DictReverseItemIterator,
  W_DictReverseKeyIterator,
  W_DictReverseValueIterator,
  W_DictValueIterator,
} from "./dict_iterator.ts";
import { typeName } from "./errors.ts";
import { newBool, newInt32 } from "./int.ts";
import { contains, iter, next } from "./iteration.ts";
import { listFrom } from "./list_methods.ts";
import { W_MappingProxy } from "./mappingproxy.ts";
import { enterRepr, leaveRepr } from "./repr_guard.ts";
import { W_Root } from "./root.ts";
import { newSet, W_Set } from "./set.ts";
import { intersection, remove, setFrom, toggle, update } from "./set_ops.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { StrBuilder } from "./str/builder.ts";
import { fromRts } from "./str/wstr.ts";
import { repr } from "./text.ts";
import { length } from "./truth.ts";
import { W_Tuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define, type MethodEntry } from "./typedef.ts";
import { dictItemsType, dictKeysType, dictValuesType, setType } from "./types.ts";

/** A view: it shows what the dict holds now. */
abstract class W_DictView extends W_Root {
  readonly w_dict: W_Dict;
  constructor(w_dict: W_Dict) {
    super();
    this.w_dict = w_dict;
  }
}

export class W_DictKeys extends W_DictView {
  override typeOf(): W_Type {
    return dictKeysType;
  }
}
export class W_DictValues extends W_DictView {
  override typeOf(): W_Type {
    return dictValuesType;
  }
}
export class W_DictItems extends W_DictView {
  override typeOf(): W_Type {
    return dictItemsType;
  }
}

const COMMON: Record<string, MethodEntry> = {
  __len__: ["($self, /)", viewLen],
  __repr__: ["($self, /)", viewRepr],
};

const SET_LIKE: Record<string, MethodEntry> = {
  ...COMMON,
  __lt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareViews(CompareOp.Lt, w_a, w_b)],
  __le__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareViews(CompareOp.Le, w_a, w_b)],
  __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareViews(CompareOp.Eq, w_a, w_b)],
  __ne__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareViews(CompareOp.Ne, w_a, w_b)],
  __gt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareViews(CompareOp.Gt, w_a, w_b)],
  __ge__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareViews(CompareOp.Ge, w_a, w_b)],
  __and__: ["($self, value, /)", viewAnd],
  __rand__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => viewAnd(w_b, w_a)],
  __or__: ["($self, value, /)", viewOr],
  __ror__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => viewOr(w_b, w_a)],
  __sub__: ["($self, value, /)", viewSub],
  __rsub__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => viewSub(w_b, w_a)],
  __xor__: ["($self, value, /)", viewXor],
  __rxor__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => viewXor(w_b, w_a)],
  isdisjoint: ["($self, other, /)", viewIsdisjoint, "Tells whether there is no common element."],
};

define(dictKeysType, {
  flags: TypeFlag.NoNew,
  methods: {
    ...SET_LIKE,
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => new W_DictKeyIterator(dictOf(w_self))],
    __reversed__: ["($self, /)", (w_self: W_Root): W_Root => new W_DictReverseKeyIterator(dictOf(w_self))],
    __contains__: ["($self, key, /)", keysContains],
  },
  getsets: { mapping: [viewMapping] },
  constants: { __hash__: w_None },
});

define(dictItemsType, {
  flags: TypeFlag.NoNew,
  methods: {
    ...SET_LIKE,
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => new W_DictItemIterator(dictOf(w_self))],
    __reversed__: ["($self, /)", (w_self: W_Root): W_Root => new W_DictReverseItemIterator(dictOf(w_self))],
    __contains__: ["($self, key, /)", itemsContains],
  },
  getsets: { mapping: [viewMapping] },
  constants: { __hash__: w_None },
});

define(dictValuesType, {
  flags: TypeFlag.NoNew,
  methods: {
    ...COMMON,
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => new W_DictValueIterator(dictOf(w_self))],
    __reversed__: ["($self, /)", (w_self: W_Root): W_Root => new W_DictReverseValueIterator(dictOf(w_self))],
  },
  getsets: { mapping: [viewMapping] },
});

function dictOf(w_self: W_Root): W_Dict {
  return (w_self as W_DictView).w_dict;
}

function viewMapping(w_self: W_Root): W_Root {
  return new W_MappingProxy(dictOf(w_self));
}

function viewLen(w_self: W_Root): W_Root {
  return newInt32(dictOf(w_self).length);
}

function viewRepr(w_self: W_Root): W_Root {
  if (!enterRepr(w_self)) return fromRts("...");
  const out = new StrBuilder();
  try {
    out.appendRts(`${typeName(w_self)}(`);
    out.appendStr(repr(listFrom(w_self)));
    out.appendRts(")");
  } finally {
    leaveRepr(w_self);
  }
  return out.build();
}

function keysContains(w_self: W_Root, w_key: W_Root): W_Root {
  return newBool(dictOf(w_self).get(w_key) !== null);
}

function itemsContains(w_self: W_Root, w_item: W_Root): W_Root {
  if (!(w_item instanceof W_Tuple) || w_item.items.length !== 2) return newBool(false);
  const w_value = dictOf(w_self).get(w_item.items[0]);
  return newBool(w_value !== null && identicalOrEqual(w_value, w_item.items[1]));
}

function isSetLike(w_obj: W_Root): boolean {
  return w_obj instanceof W_Set || isView(w_obj);
}

function compareViews(op: i32, w_self: W_Root, w_other: W_Root): W_Root {
  if (!isSetLike(w_other)) return w_NotImplemented;
  const own = i32ToI64(dictOf(w_self).length);
  const others = length(w_other);
  switch (op) {
    case CompareOp.Eq:
      return newBool(own === others && allContained(w_self, w_other));
    case CompareOp.Ne:
      return newBool(!(own === others && allContained(w_self, w_other)));
    case CompareOp.Lt:
      return newBool(own < others && allContained(w_self, w_other));
    case CompareOp.Le:
      return newBool(own <= others && allContained(w_self, w_other));
    case CompareOp.Gt:
      return newBool(own > others && allContained(w_other, w_self));
    default:
      return newBool(own >= others && allContained(w_other, w_self));
  }
}

function allContained(w_part: W_Root, w_whole: W_Root): boolean {
  const w_iterator = iter(w_part);
  for (let w_item = next(w_iterator); w_item !== null; w_item = next(w_iterator)) {
    if (!contains(w_whole, w_item)) return false;
  }
  return true;
}

/**
 * The results of operators are plain sets; either operand may be the view. Elements of the other operand are looked
 * up in the view, so that what the view shows need not be hashable.
 */
function viewAnd(w_a: W_Root, w_b: W_Root): W_Root {
  let w_view = isView(w_a) ? w_a : w_b;
  let w_other = w_view === w_a ? w_b : w_a;
  const own = i32ToI64(dictOf(w_view).length);
  if (w_other instanceof W_Set && type(w_other) === setType && own <= i32ToI64(w_other.length)) {
    return intersection(w_other, w_view);
  }
  if (isView(w_other) && length(w_other) > own) {
    const w_kept = w_view;
    w_view = w_other;
    w_other = w_kept;
  }
  const w_result = newSet();
  const w_iterator = iter(w_other);
  for (let w_item = next(w_iterator); w_item !== null; w_item = next(w_iterator)) {
    if (contains(w_view, w_item)) w_result.add(w_item);
  }
  return w_result;
}

function isView(w_obj: W_Root): boolean {
  return w_obj instanceof W_DictKeys || w_obj instanceof W_DictItems;
}

function viewOr(w_a: W_Root, w_b: W_Root): W_Root {
  const w_union = setFrom(w_a);
  update(w_union, w_b);
  return w_union;
}

function viewSub(w_a: W_Root, w_b: W_Root): W_Root {
  const w_rest = setFrom(w_a);
  remove(w_rest, w_b);
  return w_rest;
}

function viewXor(w_a: W_Root, w_b: W_Root): W_Root {
  const w_rest = setFrom(w_a);
  toggle(w_rest, w_b);
  return w_rest;
}

function viewIsdisjoint(w_self: W_Root, w_other: W_Root): W_Root {
  if (w_self === w_other) return newBool(dictOf(w_self).length === 0);
  const w_iterator = iter(w_other);
  for (let w_item = next(w_iterator); w_item !== null; w_item = next(w_iterator)) {
    if (contains(w_self, w_item)) return newBool(false);
  }
  return newBool(true);
}
