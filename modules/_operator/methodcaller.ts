/** `operator.methodcaller`: a callable that calls a method of its argument. */
import { arrayCopy, type FixedArray, type i32 } from "@rts";
import { getattr } from "../../core/objspace/attributes.ts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { callArray, type } from "../../core/objspace/call.ts";
import type { W_Dict } from "../../core/objspace/dict.ts";
import { typeError } from "../../core/objspace/errors.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { intern, internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { repr, str } from "../../core/objspace/text.ts";
import { newTuple, newTuple2, type W_Tuple } from "../../core/objspace/tuple.ts";
import { fullTypeName } from "../../core/objspace/type_names.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { callWithDict } from "../../core/interpreter/calls.ts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { newFixedArray } from "@rts";
import { onlyArgument } from "./only_argument.ts";

export const methodcallerType: W_Type = moduleClass("methodcaller", "operator");
const s_partial: W_Str = internRts("partial");

export class W_MethodCaller extends W_Object {
  /** The interned name of the method. */
  readonly name: W_Str;
  /** The name, then the arguments. */
  readonly items: FixedArray<W_Root>;
  readonly w_keywords: W_Dict;

  constructor(map: InstanceMap, name: W_Str, items: FixedArray<W_Root>, w_keywords: W_Dict) {
    super(map);
    this.name = name;
    this.items = items;
    this.w_keywords = w_keywords;
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    return this.apply(onlyArgument("methodcaller", args, base, count, names));
  }

  apply(w_obj: W_Root): W_Root {
    const w_method = getattr(w_obj, this.name);
    const count = this.items.length - 1;
    if (this.w_keywords.length > 0) return callWithDict(w_method, this.arguments(), this.w_keywords);
    const args = callArray(count);
    arrayCopy(this.items as FixedArray<W_Root | null>, 1, args, 1, count);
    return w_method.vectorcall(args, 1, count, null);
  }

  arguments(): FixedArray<W_Root> {
    const count = this.items.length - 1;
    const rest = newFixedArray<W_Root>(count, this.name);
    arrayCopy(this.items, 1, rest, 0, count);
    return rest;
  }
}

define(methodcallerType, {
  doc: "methodcaller(name, *args, **kwargs): a callable that calls this method of its argument.",
  new: { signature: "($type, /, *args, **kwargs)", scope: methodcallerNew },
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: methodcallerCall },
    __repr__: ["($self, /)", methodcallerRepr],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

function methodcallerNew(scope: FixedArray<W_Root>): W_Root {
  const items = positionalOf(scope);
  if (items.length === 0) throw typeError("methodcaller needs at least one argument, the method name");
  const w_name = items[0];
  if (!(w_name instanceof W_Str)) throw typeError("method name must be a string");
  return new W_MethodCaller(
    (scope[0] as W_Type).instanceMap,
    intern(w_name.plain()),
    items,
    keywordsOf(scope),
  );
}

function methodcallerCall(scope: FixedArray<W_Root>): W_Root {
  const items = positionalOf(scope);
  if (keywordsOf(scope).length > 0) throw typeError("methodcaller() takes no keyword arguments");
  if (items.length !== 1) throw typeError(`methodcaller expected 1 argument, got ${items.length}`);
  return (scope[0] as W_MethodCaller).apply(items[0]);
}

function methodcallerRepr(w_self: W_Root): W_Root {
  const self = w_self as W_MethodCaller;
  const name = fullTypeName(type(self));
  if (!enterRepr(self)) return fromRts(`${name}(...)`);
  const out = new StrBuilder();
  try {
    out.appendRts(`${name}(`);
    for (let i: i32 = 0; i < self.items.length; i++) {
      if (i > 0) out.appendRts(", ");
      out.appendStr(repr(self.items[i]));
    }
    const w_keywords = self.w_keywords;
    for (let p = w_keywords.next(0); p >= 0; p = w_keywords.next(p + 1)) {
      out.appendRts(", ");
      out.appendStr(str(w_keywords.keyAt(p)));
      out.appendRts("=");
      out.appendStr(repr(w_keywords.valueAt(p)));
    }
    out.appendRts(")");
  } finally {
    leaveRepr(self);
  }
  return out.build();
}

/** With keywords the class alone cannot make it again: a partial of it can. */
function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_MethodCaller;
  if (self.w_keywords.length === 0) return newTuple2(type(self), newTuple(self.items));
  const w_partial = getattr(importModule("functools"), s_partial);
  const first = newFixedArray<W_Root>(2, type(self));
  first[1] = self.items[0];
  const w_constructor = callWithDict(w_partial, first, self.w_keywords);
  return newTuple2(w_constructor, newTuple(self.arguments()) as W_Tuple);
}
