/** `map` and `filter`. A StopIteration that their functions raise ends them. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { checkCount, positionalOf, refuseKeywords } from "./call_arguments.ts";
import { call1, callItems, type } from "./call.ts";
import { OperationError, typeError } from "./errors.ts";
import { stopIterationType } from "./exception_types.ts";
import { iter, next } from "./iteration.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { isTrue } from "./truth.ts";
import { newTuple, newTuple2 } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { boolType, filterType, mapType } from "./types.ts";

/** Calls a function with an element of each iterator, until one ends. */
export class W_Map extends W_Object {
  readonly w_function: W_Root;
  readonly iterators: FixedArray<W_Root>;

  constructor(map: InstanceMap, w_function: W_Root, iterators: FixedArray<W_Root>) {
    super(map);
    this.w_function = w_function;
    this.iterators = iterators;
  }
  override iterNext(): W_Root | null {
    const iterators = this.iterators;
    if (iterators.length === 1) {
      const w_item = next(iterators[0]);
      return w_item === null ? null : callOrEnd(this.w_function, w_item);
    }
    const items = newFixedArray<W_Root>(iterators.length, w_None);
    for (let i: i32 = 0; i < iterators.length; i++) {
      const w_item = next(iterators[i]);
      if (w_item === null) return null;
      items[i] = w_item;
    }
    return callItemsOrEnd(this.w_function, items);
  }
}

/** The result of a call, or null for StopIteration. */
function callOrEnd(w_function: W_Root, w_item: W_Root): W_Root | null {
  try {
    return call1(w_function, w_item);
  } catch (e) {
    if (e instanceof OperationError && e.matches(stopIterationType)) return null;
    throw e;
  }
}

function callItemsOrEnd(w_function: W_Root, items: FixedArray<W_Root>): W_Root | null {
  try {
    return callItems(w_function, items);
  } catch (e) {
    if (e instanceof OperationError && e.matches(stopIterationType)) return null;
    throw e;
  }
}

/** Gives the elements for which a function is true. */
export class W_Filter extends W_Object {
  readonly w_function: W_Root;
  readonly w_iterator: W_Root;
  /** The truth of the element itself is asked. */
  readonly byTruth: boolean;

  constructor(map: InstanceMap, w_function: W_Root, w_iterator: W_Root) {
    super(map);
    this.w_function = w_function;
    this.w_iterator = w_iterator;
    this.byTruth = w_function === w_None || w_function === boolType;
  }
  override iterNext(): W_Root | null {
    for (;;) {
      const w_item = next(this.w_iterator);
      if (w_item === null) return null;
      if (this.byTruth) {
        if (isTrue(w_item)) return w_item;
        continue;
      }
      const w_answer = callOrEnd(this.w_function, w_item);
      if (w_answer === null) return null;
      if (isTrue(w_answer)) return w_item;
    }
  }
}

define(mapType, {
  doc: "An iterator over the results of a function, called with an element of each iterable.",
  flags: TypeFlag.Base,
  new: { signature: "($type, /, *args, **kwargs)", scope: mapNew },
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", mapReduce, "What pickling stores."],
  },
});

define(filterType, {
  doc: "An iterator over the elements for which a function is true; with None, over those that are true.",
  flags: TypeFlag.Base,
  new: { signature: "($type, /, *args, **kwargs)", scope: filterNew },
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", filterReduce, "What pickling stores."],
  },
});

function mapNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  const args = positionalOf(scope);
  if (w_type === mapType) refuseKeywords("map", scope);
  if (args.length < 2) throw typeError("map() must have at least two arguments.");
  const iterators = newFixedArray<W_Root>(args.length - 1, w_None);
  for (let i: i32 = 1; i < args.length; i++) iterators[i - 1] = iter(args[i]);
  return new W_Map(w_type.instanceMap, args[0], iterators);
}

function mapReduce(w_self: W_Root): W_Root {
  const self = w_self as W_Map;
  const items = newFixedArray<W_Root>(self.iterators.length + 1, self.w_function);
  for (let i: i32 = 0; i < self.iterators.length; i++) items[i + 1] = self.iterators[i];
  return newTuple2(type(self), newTuple(items));
}

function filterNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  const args = positionalOf(scope);
  if (w_type === filterType) refuseKeywords("filter", scope);
  checkCount("filter", args.length, 2, 2);
  return new W_Filter(w_type.instanceMap, args[0], iter(args[1]));
}

function filterReduce(w_self: W_Root): W_Root {
  const self = w_self as W_Filter;
  return newTuple2(type(self), newTuple2(self.w_function, self.w_iterator));
}
