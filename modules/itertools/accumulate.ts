/** `itertools.accumulate`: running totals. */
import { call2, type } from "../../core/objspace/call.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { newTuple1, newTuple2, newTuple3, tupleOf } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { addValues } from "../../core/interpreter/fast_paths.ts";
import { newChain } from "./chain.ts";
import { isliceType } from "./islice.ts";

export const accumulateType: W_Type = moduleClass("accumulate", "itertools");

export class W_Accumulate extends W_Object {
  readonly w_iterator: W_Root;
  /** Null adds. */
  readonly w_function: W_Root | null;
  /** What comes before the first element; null for nothing, or once it was given. */
  w_initial: W_Root | null;
  w_total: W_Root | null = null;

  constructor(map: InstanceMap, w_iterator: W_Root, w_function: W_Root | null, w_initial: W_Root | null) {
    super(map);
    this.w_iterator = w_iterator;
    this.w_function = w_function;
    this.w_initial = w_initial;
  }
  override iterNext(): W_Root | null {
    const w_initial = this.w_initial;
    if (w_initial !== null) {
      this.w_initial = null;
      return this.w_total = w_initial;
    }
    const w_item = next(this.w_iterator);
    if (w_item === null) return null;
    const w_total = this.w_total;
    if (w_total === null) return this.w_total = w_item;
    const w_function = this.w_function;
    return this.w_total = w_function === null
      ? addValues(w_total, w_item)
      : call2(w_function, w_total, w_item);
  }
}

define(accumulateType, {
  doc: "accumulate(iterable, func=None, *, initial=None): running totals, by + or by a function.",
  flags: TypeFlag.Base,
  new: ["($type, iterable, func=None, *, initial=None)", accumulateNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

function accumulateNew(w_type: W_Root, w_iterable: W_Root, w_function: W_Root, w_initial: W_Root): W_Root {
  return new W_Accumulate(
    (w_type as W_Type).instanceMap,
    iter(w_iterable),
    w_function === w_None ? null : w_function,
    w_initial === w_None ? null : w_initial,
  );
}

/** A total that is None would be taken for none: it is chained before the elements and then skipped. */
function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Accumulate;
  const w_function = self.w_function ?? w_None;
  const w_initial = self.w_initial;
  if (w_initial !== null) {
    const w_chain = newChain(newTuple1(w_initial), self.w_iterator);
    return newTuple3(type(self), newTuple2(w_chain, w_function), w_None);
  }
  const w_total = self.w_total;
  if (w_total === w_None) {
    const w_chain = newChain(newTuple1(w_total), self.w_iterator);
    const w_rest = new W_Accumulate(type(self).instanceMap, iter(w_chain), self.w_function, null);
    return newTuple2(isliceType, tupleOf([w_rest, newInt32(1), w_None]));
  }
  return newTuple3(type(self), newTuple2(self.w_iterator, w_function), w_total ?? w_None);
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  (w_self as W_Accumulate).w_total = w_state;
  return w_None;
}
