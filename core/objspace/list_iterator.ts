/** Iterators over lists, forwards and backwards. */
import { type i32, i32ToI64, i64ToI32 } from "@rts";
import { builtinIter, builtinReversed } from "./builtins_access.ts";
import { newInt32 } from "./int.ts";
import { iterNextMethod, iterSelf, statePlace } from "./iterator_methods.ts";
import { newEmptyList, type W_List } from "./list.ts";
import { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { clampI32 } from "./truth.ts";
import { newTuple1, newTuple2, newTuple3 } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { listIteratorType, listReverseIteratorType } from "./types.ts";

/** `iter(list)`: looks at the list's length anew each time. */
export class W_ListIterator extends W_Root {
  /** Null once exhausted. */
  w_list: W_List | null;
  at: i32 = 0;

  constructor(w_list: W_List) {
    super();
    this.w_list = w_list;
  }
  override typeOf(): W_Type {
    return listIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_list = this.w_list;
    if (w_list === null) return null;
    const at = this.at;
    if (at < w_list.length) {
      this.at = at + 1;
      return w_list.getItem(at);
    }
    this.w_list = null;
    return null;
  }
}

/** `reversed(list)`. */
export class W_ListReverseIterator extends W_Root {
  /** Null once exhausted. */
  w_list: W_List | null;
  at: i32;

  constructor(w_list: W_List) {
    super();
    this.w_list = w_list;
    this.at = w_list.length - 1;
  }
  override typeOf(): W_Type {
    return listReverseIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_list = this.w_list;
    if (w_list === null) return null;
    const at = this.at;
    if (at >= 0 && at < w_list.length) {
      this.at = at - 1;
      return w_list.getItem(at);
    }
    this.at = -1;
    this.w_list = null;
    return null;
  }
}

define(listIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: [
      "($self, /)",
      iteratorLengthHint,
      "How many elements are left, if the list stays as it is.",
    ],
    __reduce__: ["($self, /)", iteratorReduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", iteratorSetState, "Restores what pickling stored."],
  },
});

define(listReverseIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: [
      "($self, /)",
      reverseLengthHint,
      "How many elements are left, if the list stays as it is.",
    ],
    __reduce__: ["($self, /)", reverseReduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", reverseSetState, "Restores what pickling stored."],
  },
});

function iteratorLengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_ListIterator;
  const w_list = self.w_list;
  return newInt32(w_list === null ? 0 : Math.max(w_list.length - self.at, 0));
}

function iteratorReduce(w_self: W_Root): W_Root {
  const self = w_self as W_ListIterator;
  const w_list = self.w_list;
  if (w_list === null) return newTuple2(builtinIter(), newTuple1(newEmptyList(0)));
  return newTuple3(builtinIter(), newTuple1(w_list), newInt32(self.at));
}

function iteratorSetState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_ListIterator;
  const at = statePlace(w_state);
  if (self.w_list !== null) self.at = at < 0n ? 0 : clampI32(at);
  return w_None;
}

function reverseLengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_ListReverseIterator;
  const w_list = self.w_list;
  const left = self.at + 1;
  return newInt32(w_list === null || w_list.length < left ? 0 : left);
}

function reverseReduce(w_self: W_Root): W_Root {
  const self = w_self as W_ListReverseIterator;
  const w_list = self.w_list;
  if (w_list === null) return newTuple2(builtinIter(), newTuple1(newEmptyList(0)));
  return newTuple3(builtinReversed(), newTuple1(w_list), newInt32(self.at));
}

function reverseSetState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_ListReverseIterator;
  const at = statePlace(w_state);
  const w_list = self.w_list;
  if (w_list === null) return w_None;
  const last = w_list.length - 1;
  self.at = at < -1n ? -1 : at > i32ToI64(last) ? last : i64ToI32(at);
  return w_None;
}
