/** `itertools.starmap`: the results of a function whose arguments come as sequences. */
import { callItems, type } from "../../core/objspace/call.ts";
import { OperationError } from "../../core/objspace/errors.ts";
import { stopIterationType } from "../../core/objspace/exception_types.ts";
import { fixedItems, iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const starmapType: W_Type = moduleClass("starmap", "itertools");

export class W_Starmap extends W_Object {
  readonly w_function: W_Root;
  readonly w_iterator: W_Root;

  constructor(map: InstanceMap, w_function: W_Root, w_iterator: W_Root) {
    super(map);
    this.w_function = w_function;
    this.w_iterator = w_iterator;
  }
  override iterNext(): W_Root | null {
    const w_args = next(this.w_iterator);
    if (w_args === null) return null;
    try {
      return callItems(this.w_function, fixedItems(w_args));
    } catch (e) {
      if (e instanceof OperationError && e.matches(stopIterationType)) return null;
      throw e;
    }
  }
}

define(starmapType, {
  doc: "starmap(function, iterable): function(*args) for each args of the iterable.",
  flags: TypeFlag.Base,
  new: ["($type, function, iterable, /)", starmapNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

function starmapNew(w_type: W_Root, w_function: W_Root, w_iterable: W_Root): W_Root {
  return new W_Starmap((w_type as W_Type).instanceMap, w_function, iter(w_iterable));
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Starmap;
  return newTuple2(type(self), newTuple2(self.w_function, self.w_iterator));
}
