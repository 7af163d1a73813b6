/** `itertools.zip_longest`: tuples of an element of each iterator until all have ended. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { type } from "../../core/objspace/call.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { newTuple, newTuple3, w_emptyTuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const zipLongestType: W_Type = moduleClass("zip_longest", "itertools");
const s_fillvalue: W_Str = internRts("fillvalue");

export class W_ZipLongest extends W_Object {
  /** Null for those that have ended. */
  readonly iterators: FixedArray<W_Root | null>;
  w_fill: W_Root;
  /** Iterators that have not ended. */
  active: i32;

  constructor(map: InstanceMap, iterators: FixedArray<W_Root | null>, w_fill: W_Root) {
    super(map);
    this.iterators = iterators;
    this.w_fill = w_fill;
    this.active = iterators.length;
  }

  override iterNext(): W_Root | null {
    const iterators = this.iterators;
    if (iterators.length === 0 || this.active === 0) return null;
    const items = newFixedArray<W_Root>(iterators.length, this.w_fill);
    for (let i: i32 = 0; i < iterators.length; i++) {
      const w_iterator = iterators[i];
      if (w_iterator === null) continue;
      const w_item = this.nextOf(w_iterator);
      if (w_item !== null) {
        items[i] = w_item;
        continue;
      }
      this.active--;
      if (this.active === 0) return null;
      iterators[i] = null;
    }
    return newTuple(items);
  }

  /** An error ends all. */
  private nextOf(w_iterator: W_Root): W_Root | null {
    try {
      return next(w_iterator);
    } catch (e) {
      this.active = 0;
      throw e;
    }
  }
}

define(zipLongestType, {
  doc: "zip_longest(*iterables, fillvalue=None): tuples of an element of each, until the longest one ends.",
  flags: TypeFlag.Base,
  new: { signature: "($type, /, *args, **kwargs)", scope: zipLongestNew },
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

function zipLongestNew(scope: FixedArray<W_Root>): W_Root {
  const args = positionalOf(scope);
  const w_keywords = keywordsOf(scope);
  let w_fill: W_Root = w_None;
  if (w_keywords.length > 0) {
    const w_given = w_keywords.getStr(s_fillvalue);
    if (w_given === null || w_keywords.length > 1) {
      throw typeError("zip_longest() got an unexpected keyword argument");
    }
    w_fill = w_given;
  }
  const iterators = newFixedArray<W_Root | null>(args.length, null);
  for (let i: i32 = 0; i < args.length; i++) iterators[i] = iter(args[i]);
  return new W_ZipLongest((scope[0] as W_Type).instanceMap, iterators, w_fill);
}

/** Ended iterators are given as empty tuples. */
function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_ZipLongest;
  const items = newFixedArray<W_Root>(self.iterators.length, w_emptyTuple);
  for (let i: i32 = 0; i < items.length; i++) items[i] = self.iterators[i] ?? w_emptyTuple;
  return newTuple3(type(self), newTuple(items), self.w_fill);
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  (w_self as W_ZipLongest).w_fill = w_state;
  return w_None;
}
