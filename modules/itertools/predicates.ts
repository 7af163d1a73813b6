/** Iterators that ask a predicate about each element: `takewhile`, `dropwhile`, `filterfalse`. */
import { call1, type } from "../../core/objspace/call.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { newTuple2, newTuple3 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define, type MethodEntry } from "../../core/objspace/typedef.ts";
import { boolType, moduleClass } from "../../core/objspace/types.ts";

export const takewhileType: W_Type = moduleClass("takewhile", "itertools");
export const dropwhileType: W_Type = moduleClass("dropwhile", "itertools");
export const filterfalseType: W_Type = moduleClass("filterfalse", "itertools");

/** A predicate and an iterator. */
abstract class W_Predicate extends W_Object {
  readonly w_predicate: W_Root;
  readonly w_iterator: W_Root;
  /** The predicate was false once: `takewhile` has ended, `dropwhile` gives all that comes. */
  isDecided: boolean = false;

  constructor(map: InstanceMap, w_predicate: W_Root, w_iterator: W_Root) {
    super(map);
    this.w_predicate = w_predicate;
    this.w_iterator = w_iterator;
  }
}

export class W_Takewhile extends W_Predicate {
  override iterNext(): W_Root | null {
    if (this.isDecided) return null;
    const w_item = next(this.w_iterator);
    if (w_item === null) return null;
    if (isTrue(call1(this.w_predicate, w_item))) return w_item;
    this.isDecided = true;
    return null;
  }
}

export class W_Dropwhile extends W_Predicate {
  override iterNext(): W_Root | null {
    for (;;) {
      const w_item = next(this.w_iterator);
      if (w_item === null || this.isDecided) return w_item;
      if (isTrue(call1(this.w_predicate, w_item))) continue;
      this.isDecided = true;
      return w_item;
    }
  }
}

export class W_Filterfalse extends W_Predicate {
  override iterNext(): W_Root | null {
    const w_predicate = this.w_predicate;
    const byTruth = w_predicate === w_None || w_predicate === boolType;
    for (;;) {
      const w_item = next(this.w_iterator);
      if (w_item === null) return null;
      if (!isTrue(byTruth ? w_item : call1(w_predicate, w_item))) return w_item;
    }
  }
}

const ITERATOR: Record<string, MethodEntry> = {
  __iter__: ["($self, /)", iterSelf],
  __next__: ["($self, /)", iterNextMethod],
};
const PICKLED: Record<string, MethodEntry> = {
  ...ITERATOR,
  __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
};

define(takewhileType, {
  doc: "takewhile(predicate, iterable): elements as long as the predicate is true.",
  flags: TypeFlag.Base,
  new: ["($type, predicate, iterable, /)", takewhileNew],
  methods: { ...PICKLED, __reduce__: ["($self, /)", reduceTakewhile, "What pickling stores."] },
});
define(dropwhileType, {
  doc: "dropwhile(predicate, iterable): all elements from the first on for which the predicate is false.",
  flags: TypeFlag.Base,
  new: ["($type, predicate, iterable, /)", dropwhileNew],
  methods: { ...PICKLED, __reduce__: ["($self, /)", reduceDropwhile, "What pickling stores."] },
});
define(filterfalseType, {
  doc:
    "filterfalse(function, iterable): elements for which the function is false; with None, those that are false.",
  flags: TypeFlag.Base,
  new: ["($type, function, iterable, /)", filterfalseNew],
  methods: { ...ITERATOR, __reduce__: ["($self, /)", reduceFilterfalse, "What pickling stores."] },
});

function takewhileNew(w_type: W_Root, w_predicate: W_Root, w_iterable: W_Root): W_Root {
  return new W_Takewhile((w_type as W_Type).instanceMap, w_predicate, iter(w_iterable));
}
function dropwhileNew(w_type: W_Root, w_predicate: W_Root, w_iterable: W_Root): W_Root {
  return new W_Dropwhile((w_type as W_Type).instanceMap, w_predicate, iter(w_iterable));
}
function filterfalseNew(w_type: W_Root, w_predicate: W_Root, w_iterable: W_Root): W_Root {
  return new W_Filterfalse((w_type as W_Type).instanceMap, w_predicate, iter(w_iterable));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  (w_self as W_Predicate).isDecided = isTrue(w_state);
  return w_None;
}

function reduceTakewhile(w_self: W_Root): W_Root {
  const self = w_self as W_Predicate;
  return newTuple3(
    type(self),
    newTuple2(self.w_predicate, self.w_iterator),
    newInt32(self.isDecided ? 1 : 0),
  );
}
function reduceDropwhile(w_self: W_Root): W_Root {
  const self = w_self as W_Predicate;
  return newTuple3(
    type(self),
    newTuple2(self.w_predicate, self.w_iterator),
    newInt32(self.isDecided ? 1 : 0),
  );
}
function reduceFilterfalse(w_self: W_Root): W_Root {
  const self = w_self as W_Predicate;
  return newTuple2(type(self), newTuple2(self.w_predicate, self.w_iterator));
}
