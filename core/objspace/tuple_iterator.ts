/** Iterators over tuples. */
import type { i32 } from "@rts";
import { builtinIter } from "./builtins_access.ts";
import { newInt32 } from "./int.ts";
import { iterNextMethod, iterSelf, statePlace } from "./iterator_methods.ts";
import { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { clampI32 } from "./truth.ts";
import { newTuple1, newTuple2, newTuple3, w_emptyTuple, type W_Tuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { tupleIteratorType } from "./types.ts";

/** `iter(tuple)`. */
export class W_TupleIterator extends W_Root {
  /** Null once exhausted. */
  w_tuple: W_Tuple | null;
  at: i32 = 0;

  constructor(w_tuple: W_Tuple) {
    super();
    this.w_tuple = w_tuple;
  }
  override typeOf(): W_Type {
    return tupleIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_tuple = this.w_tuple;
    if (w_tuple === null) return null;
    const at = this.at;
    if (at < w_tuple.items.length) {
      this.at = at + 1;
      return w_tuple.items[at];
    }
    this.w_tuple = null;
    return null;
  }
}

define(tupleIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: ["($self, /)", lengthHint, "How many elements are left."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

function lengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_TupleIterator;
  const w_tuple = self.w_tuple;
  return newInt32(w_tuple === null ? 0 : w_tuple.items.length - self.at);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_TupleIterator;
  const w_tuple = self.w_tuple;
  if (w_tuple === null) return newTuple2(builtinIter(), newTuple1(w_emptyTuple));
  return newTuple3(builtinIter(), newTuple1(w_tuple), newInt32(self.at));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_TupleIterator;
  const at = statePlace(w_state);
  const w_tuple = self.w_tuple;
  if (w_tuple !== null) self.at = at < 0n ? 0 : Math.min(clampI32(at), w_tuple.items.length);
  return w_None;
}
