/**
 * `collections.defaultdict`: a dict that makes what is missing. At RTS level it is a `W_Dict` like any other; its
 * factory stands in the attribute storage, under a name that nothing else has.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { argument } from "../../core/objspace/call_arguments.ts";
import { call0, call2, callMethod0, callMethod1, isCallable, type } from "../../core/objspace/call.ts";
import { CLASS_GETITEM } from "../../core/objspace/class_getitem.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { updateFromArguments } from "../../core/objspace/dict_merge.ts";
import { keyError, typeError } from "../../core/objspace/errors.ts";
import { iter, setitem } from "../../core/objspace/iteration.ts";
import { addAttribute, readAt, writeAt } from "../../core/objspace/map.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_NotImplemented } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { callSpecial1 } from "../../core/objspace/call.ts";
import { repr } from "../../core/objspace/text.ts";
import { newTuple, newTuple1, tupleOf, w_emptyTuple, type W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { dictType, moduleClass } from "../../core/objspace/types.ts";

export const defaultdictType: W_Type = moduleClass("defaultdict", "collections");
const s_items: W_Str = internRts("items");
const s_update: W_Str = internRts("update");

/** Where the factory stands: no other attribute has this name and kind. */
const FACTORY: W_Str = fromRts("<default_factory>");
const FACTORY_KIND: i32 = 0x7fffffff;

function factoryOf(w_self: W_Root): W_Root {
  const at = w_self.getMap()!.find(FACTORY, FACTORY_KIND);
  return at < 0 ? w_None : readAt(w_self, at) ?? w_None;
}

function setFactory(w_self: W_Root, w_factory: W_Root): W_Root {
  const at = w_self.getMap()!.find(FACTORY, FACTORY_KIND);
  if (at >= 0) writeAt(w_self, at, w_factory);
  else addAttribute(w_self, FACTORY, FACTORY_KIND, w_factory);
  return w_None;
}

define(defaultdictType, {
  base: dictType,
  doc: "defaultdict(default_factory=None, /, ...): a dict that calls the factory for values of missing keys.",
  flags: TypeFlag.Base,
  methods: {
    __init__: { signature: "($self, /, *args, **kwargs)", scope: init },
    __missing__: [
      "($self, key, /)",
      missing,
      "Makes, stores and returns the value of a key that is not there.",
    ],
    __repr__: ["($self, /)", defaultdictRepr],
    __or__: ["($self, value, /)", union],
    __ror__: ["($self, value, /)", reflectedUnion],
    __copy__: ["($self, /)", copy, "A shallow copy."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    copy: ["($self, /)", copy, "A shallow copy."],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    default_factory: [
      factoryOf,
      setFactory,
      deleteFactory,
      "What makes values of missing keys; None for nothing.",
    ],
  },
});

function deleteFactory(w_self: W_Root): W_Root {
  return setFactory(w_self, w_None);
}

/** `defaultdict(factory, …)`: all but the first argument are those of `dict`. */
function init(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_Dict;
  const args = (scope[1] as W_Tuple).items;
  let w_factory: W_Root = w_None;
  if (args.length > 0) {
    w_factory = argument(args, 0);
    if (w_factory !== w_None && !isCallable(w_factory)) {
      throw typeError("first argument must be callable or None");
    }
    scope[1] = newTuple(withoutFirst(args));
  }
  setFactory(self, w_factory);
  updateFromArguments(self, scope, "dict");
  return w_None;
}

function withoutFirst(items: FixedArray<W_Root>): FixedArray<W_Root> {
  const rest = newFixedArray<W_Root>(items.length - 1, w_None);
  for (let i: i32 = 1; i < items.length; i++) rest[i - 1] = items[i];
  return rest;
}

function missing(w_self: W_Root, w_key: W_Root): W_Root {
  const w_factory = factoryOf(w_self);
  if (w_factory === w_None) throw keyError(w_key);
  const w_value = call0(w_factory);
  if (type(w_self) === defaultdictType) (w_self as W_Dict).set(w_key, w_value);
  else setitem(w_self, w_key, w_value);
  return w_value;
}

function defaultdictRepr(w_self: W_Root): W_Root {
  const w_base = callSpecial1(dictType.special[Special.Repr]!, w_self) as W_Str;
  const out = new StrBuilder();
  out.appendRts(`${type(w_self).name.toRts()}(`);
  out.appendStr(factoryRepr(w_self));
  out.appendRts(", ");
  out.appendStr(w_base);
  out.appendRts(")");
  return out.build();
}

/** The factory may be a method of the dict, whose text contains that of the dict. */
function factoryRepr(w_self: W_Root): W_Str {
  const w_factory = factoryOf(w_self);
  if (w_factory === w_None) return fromRts("None");
  if (!enterRepr(w_factory)) return fromRts("...");
  try {
    return repr(w_factory);
  } finally {
    leaveRepr(w_factory);
  }
}

function copy(w_self: W_Root): W_Root {
  return copyWith(w_self, w_self);
}

/** A dict of the class and with the factory of `w_self` and the entries of `w_entries`. */
function copyWith(w_self: W_Root, w_entries: W_Root): W_Root {
  return call2(type(w_self), factoryOf(w_self), w_entries);
}

function union(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Dict)) return w_NotImplemented;
  const w_union = copyWith(w_self, w_self);
  callMethod1(w_union, s_update, w_other);
  return w_union;
}

function reflectedUnion(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Dict)) return w_NotImplemented;
  const w_union = copyWith(w_self, w_other);
  callMethod1(w_union, s_update, w_self);
  return w_union;
}

function reduce(w_self: W_Root): W_Root {
  const w_factory = factoryOf(w_self);
  const w_args = w_factory === w_None ? w_emptyTuple : newTuple1(w_factory);
  const w_items = iter(callMethod0(w_self, s_items));
  return tupleOf([type(w_self), w_args, w_None, w_None, w_items]);
}
