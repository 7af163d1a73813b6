/** `operator.itemgetter`: a callable that fetches items. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { type } from "../../core/objspace/call.ts";
import { fullTypeName } from "../../core/objspace/type_names.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { W_Int } from "../../core/objspace/int.ts";
import { getitem } from "../../core/objspace/iteration.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { repr } from "../../core/objspace/text.ts";
import { newTuple, newTuple2, W_Tuple } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass, tupleType } from "../../core/objspace/types.ts";
import { onlyArgument } from "./only_argument.ts";

export const itemgetterType: W_Type = moduleClass("itemgetter", "operator");

export class W_ItemGetter extends W_Object {
  readonly keys: FixedArray<W_Root>;
  /** The key when it is a single index that is not negative and small, else -1. */
  readonly index: i32;

  constructor(map: InstanceMap, keys: FixedArray<W_Root>) {
    super(map);
    this.keys = keys;
    const w_first = keys[0];
    const isIndex = keys.length === 1 && w_first instanceof W_Int && w_first.value >= 0n &&
      w_first.value < 0x40000000n;
    this.index = isIndex ? Number((w_first as W_Int).value) | 0 : -1;
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    return this.fetch(onlyArgument("itemgetter", args, base, count, names));
  }

  fetch(w_obj: W_Root): W_Root {
    const at = this.index;
    if (at >= 0 && w_obj instanceof W_Tuple && at < w_obj.items.length && w_obj.typeOf() === tupleType) {
      return w_obj.items[at];
    }
    const keys = this.keys;
    if (keys.length === 1) return getitem(w_obj, keys[0]);
    const items = newFixedArray<W_Root>(keys.length, w_None);
    for (let i: i32 = 0; i < keys.length; i++) items[i] = getitem(w_obj, keys[i]);
    return newTuple(items);
  }
}

define(itemgetterType, {
  doc: "itemgetter(key, ...): a callable that gives the items of these keys of its argument.",
  new: { signature: "($type, /, *args, **kwargs)", scope: itemgetterNew },
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: itemgetterCall },
    __repr__: ["($self, /)", itemgetterRepr],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

function itemgetterNew(scope: FixedArray<W_Root>): W_Root {
  const keys = positionalOf(scope);
  if (keywordsOf(scope).length > 0) throw typeError("itemgetter() takes no keyword arguments");
  if (keys.length === 0) throw typeError("itemgetter expected 1 argument, got 0");
  return new W_ItemGetter((scope[0] as W_Type).instanceMap, keys);
}

function itemgetterCall(scope: FixedArray<W_Root>): W_Root {
  const items = positionalOf(scope);
  if (keywordsOf(scope).length > 0) throw typeError("itemgetter() takes no keyword arguments");
  if (items.length !== 1) throw typeError(`itemgetter expected 1 argument, got ${items.length}`);
  return (scope[0] as W_ItemGetter).fetch(items[0]);
}

function itemgetterRepr(w_self: W_Root): W_Root {
  const self = w_self as W_ItemGetter;
  const name = fullTypeName(type(self));
  if (!enterRepr(self)) return fromRts(`${name}(...)`);
  const out = new StrBuilder();
  try {
    out.appendRts(`${name}(`);
    for (let i: i32 = 0; i < self.keys.length; i++) {
      if (i > 0) out.appendRts(", ");
      out.appendStr(repr(self.keys[i]));
    }
    out.appendRts(")");
  } finally {
    leaveRepr(self);
  }
  return out.build();
}

function reduce(w_self: W_Root): W_Root {
  return newTuple2(type(w_self), newTuple((w_self as W_ItemGetter).keys));
}
