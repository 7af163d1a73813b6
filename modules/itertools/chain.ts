/** `itertools.chain`: the elements of one iterable after another. */
import type { FixedArray } from "@rts";
import { type } from "../../core/objspace/call.ts";
import { CLASS_GETITEM } from "../../core/objspace/class_getitem.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { newTuple1, newTuple2, newTuple3, w_emptyTuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { positionalOf, refuseKeywords } from "../../core/objspace/call_arguments.ts";
import { newTuple } from "../../core/objspace/tuple.ts";
import { checkStateSize, isIterator, stateItems } from "./state.ts";

export const chainType: W_Type = moduleClass("chain", "itertools");

export class W_Chain extends W_Object {
  /** Gives the iterables; null once exhausted. */
  w_source: W_Root | null;
  /** The iterator that is being read. */
  w_active: W_Root | null = null;

  constructor(map: InstanceMap, w_source: W_Root) {
    super(map);
    this.w_source = w_source;
  }
  override iterNext(): W_Root | null {
    for (;;) {
      let w_active = this.w_active;
      if (w_active === null) {
        w_active = this.nextActive();
        if (w_active === null) return null;
      }
      const w_item = next(w_active);
      if (w_item !== null) return w_item;
      this.w_active = null;
    }
  }

  private nextActive(): W_Root | null {
    const w_source = this.w_source;
    if (w_source === null) return null;
    const w_iterable = next(w_source);
    if (w_iterable === null) {
      this.w_source = null;
      return null;
    }
    try {
      this.w_active = iter(w_iterable);
    } catch (e) {
      this.w_source = null;
      throw e;
    }
    return this.w_active;
  }
}

define(chainType, {
  doc: "chain(*iterables): the elements of one iterable after another.",
  flags: TypeFlag.Base,
  new: { signature: "($type, /, *args, **kwargs)", scope: chainNew },
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
  classmethods: {
    from_iterable: ["($type, iterable, /)", fromIterable, "As chain(), with the iterables from an iterable."],
    __class_getitem__: CLASS_GETITEM,
  },
});

function chainNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  if (w_type === chainType) refuseKeywords("chain", scope);
  return new W_Chain(w_type.instanceMap, iter(newTuple(positionalOf(scope))));
}

/** A chain of these iterables, for `__reduce__` of others. */
export function newChain(w_first: W_Root, w_second: W_Root): W_Chain {
  return new W_Chain(chainType.instanceMap, iter(newTuple2(w_first, w_second)));
}

function fromIterable(w_type: W_Root, w_iterable: W_Root): W_Root {
  return new W_Chain((w_type as W_Type).instanceMap, iter(w_iterable));
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Chain;
  const w_source = self.w_source;
  if (w_source === null) return newTuple2(type(self), w_emptyTuple);
  const w_active = self.w_active;
  const w_state = w_active === null ? newTuple1(w_source) : newTuple2(w_source, w_active);
  return newTuple3(type(self), w_emptyTuple, w_state);
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_Chain;
  const items = stateItems(w_state);
  checkStateSize(items, 1, 2);
  if (!isIterator(items[0]) || (items.length === 2 && !isIterator(items[1]))) {
    throw typeError("Arguments must be iterators.");
  }
  self.w_source = items[0];
  self.w_active = items.length === 2 ? items[1] : null;
  return w_None;
}
