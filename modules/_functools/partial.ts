/**
 * `functools.partial`: a callable with some of its arguments given. A partial of a partial without attributes is
 * made of the inner one's parts.
 */
import { arrayCopy, type FixedArray, type i32, newFixedArray } from "@rts";
import { CLASS_GETITEM } from "../../core/objspace/class_getitem.ts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { callArray, isCallable, type } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { getInstanceDict, setInstanceDict } from "../../core/objspace/instance_dict.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { INSTANCE_DICT } from "../../core/objspace/object_methods.ts";
import { W_Object } from "../../core/objspace/object.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { repr, str } from "../../core/objspace/text.ts";
import { isExactTuple, newTuple, newTuple1, newTuple3, tupleOf, W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { dictType, moduleClass } from "../../core/objspace/types.ts";
import { callWithDict } from "../../core/interpreter/calls.ts";

export const partialType: W_Type = moduleClass("partial", "functools");

export class W_Partial extends W_Object {
  w_function: W_Root;
  w_args: W_Tuple;
  w_keywords: W_Dict;

  constructor(map: InstanceMap, w_function: W_Root, w_args: W_Tuple, w_keywords: W_Dict) {
    super(map);
    this.w_function = w_function;
    this.w_args = w_args;
    this.w_keywords = w_keywords;
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    if (!callsAsPartial(this)) return super.vectorcall(args, base, count, names);
    return callPartial(this, args, base, count, names);
  }
}

/** False for instances of a subclass with a `__call__` of its own. */
function callsAsPartial(w_obj: W_Object): boolean {
  const w_type = w_obj.map.w_type;
  return w_type === partialType || w_type.special[Special.Call] === partialType.special[Special.Call];
}

function callPartial(
  self: W_Partial,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): W_Root {
  const own = self.w_args.items;
  const given = own.length;
  if (self.w_keywords.length > 0) return callWithKeywords(self, args, base, count, names);
  const all = given + count + (names === null ? 0 : names.length);
  const joined = callArray(all);
  arrayCopy(own as FixedArray<W_Root | null>, 0, joined, 1, given);
  arrayCopy(args, base, joined, given + 1, all - given);
  return self.w_function.vectorcall(joined, 1, given + count, names);
}

/** Keywords of the call replace those of the partial. */
function callWithKeywords(
  self: W_Partial,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): W_Root {
  const own = self.w_args.items;
  const items = newFixedArray<W_Root>(own.length + count, w_None);
  arrayCopy(own, 0, items, 0, own.length);
  for (let i: i32 = 0; i < count; i++) items[own.length + i] = args[base + i]!;
  let w_keywords = self.w_keywords;
  if (names !== null) {
    w_keywords = w_keywords.copy();
    for (let i: i32 = 0; i < names.length; i++) w_keywords.setStr(names[i], args[base + count + i]!);
  }
  return callWithDict(self.w_function, items, w_keywords);
}

define(partialType, {
  doc:
    "partial(function, *args, **keywords): a callable that calls the function with these arguments and its own.",
  flags: TypeFlag.Base | TypeFlag.Dict | TypeFlag.Weakrefs,
  new: { signature: "($type, /, *args, **kwargs)", scope: partialNew },
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: partialCall },
    __repr__: ["($self, /)", partialRepr],
    __reduce__: ["($self, /)", reduce],
    __setstate__: ["($self, state, /)", setState],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  getsets: { __dict__: INSTANCE_DICT },
  members: {
    func: [(w_self: W_Root): W_Root => (w_self as W_Partial).w_function],
    args: [(w_self: W_Root): W_Root => (w_self as W_Partial).w_args],
    keywords: [(w_self: W_Root): W_Root => (w_self as W_Partial).w_keywords],
  },
});

function partialNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  const items = positionalOf(scope);
  if (items.length < 1) throw typeError("type 'partial' takes at least one argument");
  const w_function = items[0];
  if (!isCallable(w_function)) throw typeError("the first argument must be callable");
  const w_keywords = keywordsOf(scope);
  if (w_function instanceof W_Partial && callsAsPartial(w_function) && !hasAttributes(w_function)) {
    return flattened(w_type, w_function, items, w_keywords);
  }
  return new W_Partial(w_type.instanceMap, w_function, joinedArguments(NO_ARGUMENTS, items), w_keywords);
}

const NO_ARGUMENTS: FixedArray<W_Root> = newFixedArray<W_Root>(0, w_None);

function flattened(w_type: W_Type, inner: W_Partial, items: FixedArray<W_Root>, w_given: W_Dict): W_Partial {
  const w_keywords = inner.w_keywords.copy();
  w_keywords.update(w_given);
  const w_args = joinedArguments(inner.w_args.items, items);
  return new W_Partial(w_type.instanceMap, inner.w_function, w_args, w_keywords);
}

/** `first`, then all but the first of `items`. */
function joinedArguments(first: FixedArray<W_Root>, items: FixedArray<W_Root>): W_Tuple {
  const joined = newFixedArray<W_Root>(first.length + items.length - 1, w_None);
  arrayCopy(first, 0, joined, 0, first.length);
  arrayCopy(items, 1, joined, first.length, items.length - 1);
  return newTuple(joined);
}

/** True once the object has a `__dict__`, even an empty one. */
function hasAttributes(w_obj: W_Object): boolean {
  return w_obj.map.length > 0 && getInstanceDict(w_obj).length > 0;
}

function partialCall(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_Partial;
  const items = positionalOf(scope);
  const w_keywords = keywordsOf(scope);
  const own = self.w_args.items;
  const joined = newFixedArray<W_Root>(own.length + items.length, w_None);
  arrayCopy(own, 0, joined, 0, own.length);
  arrayCopy(items, 0, joined, own.length, items.length);
  if (self.w_keywords.length === 0) return callWithDict(self.w_function, joined, w_keywords);
  const w_merged = self.w_keywords.copy();
  w_merged.update(w_keywords);
  return callWithDict(self.w_function, joined, w_merged);
}

function partialRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Partial;
  if (!enterRepr(self)) return fromRts("...");
  const out = new StrBuilder();
  try {
    out.appendRts(`${typeName(self)}(`);
    out.appendStr(repr(self.w_function));
    const items = self.w_args.items;
    for (let i: i32 = 0; i < items.length; i++) {
      out.appendRts(", ");
      out.appendStr(repr(items[i]));
    }
    const w_keywords = self.w_keywords;
    for (let p = w_keywords.next(0); p >= 0; p = w_keywords.next(p + 1)) {
      // The texts of keys may change the dict.
      const w_value = w_keywords.valueAt(p);
      out.appendRts(", ");
      out.appendStr(str(w_keywords.keyAt(p)));
      out.appendRts("=");
      out.appendStr(repr(w_value));
    }
    out.appendRts(")");
  } finally {
    leaveRepr(self);
  }
  return out.build();
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Partial;
  const w_dict = hasAttributes(self) ? getInstanceDict(self) : w_None;
  const w_state = tupleOf([self.w_function, self.w_args, self.w_keywords, w_dict]);
  return newTuple3(type(self), newTuple1(self.w_function), w_state);
}

/** The state is (function, args, keywords, `__dict__` or None). Throws TypeError for anything else. */
function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_Partial;
  if (!(w_state instanceof W_Tuple) || w_state.items.length !== 4) throw typeError("invalid partial state");
  const w_function = w_state.items[0];
  const w_args = w_state.items[1];
  const w_keywords = w_state.items[2];
  if (
    !isCallable(w_function) || !(w_args instanceof W_Tuple) ||
    (w_keywords !== w_None && !(w_keywords instanceof W_Dict))
  ) throw typeError("invalid partial state");
  self.w_function = w_function;
  self.w_args = isExactTuple(w_args) ? w_args : newTuple(fixedItems(w_args));
  self.w_keywords = keywordsOfState(w_keywords);
  const w_dict = w_state.items[3];
  if (w_dict instanceof W_Dict) setInstanceDict(self, w_dict);
  else setInstanceDict(self, new W_Dict());
  return w_None;
}

function keywordsOfState(w_keywords: W_Root): W_Dict {
  if (!(w_keywords instanceof W_Dict)) return new W_Dict();
  return type(w_keywords) === dictType ? w_keywords : w_keywords.copy();
}
