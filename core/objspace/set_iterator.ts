/** Iterators over sets. */
import type { i32 } from "@rts";
import { builtinIter } from "./builtins_access.ts";
import { runtimeError } from "./errors.ts";
import { newInt32 } from "./int.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import { newEmptyList } from "./list.ts";
import { W_Root } from "./root.ts";
import type { W_Set } from "./set.ts";
import { newTuple1, newTuple2 } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { setIteratorType } from "./types.ts";

/** `iter(set)`: notices when the number of elements changed. */
export class W_SetIterator extends W_Root {
  /** Null once exhausted. */
  w_set: W_Set | null;
  at: i32 = 0;
  /** Number of elements at the start; -1 after a change was noticed, which stays an error. */
  expected: i32;
  /** Elements not given yet. */
  left: i32;

  constructor(w_set: W_Set) {
    super();
    this.w_set = w_set;
    this.expected = w_set.length;
    this.left = w_set.length;
  }
  override typeOf(): W_Type {
    return setIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_set = this.w_set;
    if (w_set === null) return null;
    if (w_set.length !== this.expected) {
      this.expected = -1;
      throw runtimeError("Set changed size during iteration");
    }
    const table = w_set.table;
    const at = table.next(this.at);
    if (at < 0) {
      this.w_set = null;
      return null;
    }
    this.at = at + 1;
    this.left--;
    return table.key(at);
  }
}

define(setIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: ["($self, /)", lengthHint, "How many elements are left."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

function lengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_SetIterator;
  const w_set = self.w_set;
  return newInt32(w_set !== null && w_set.length === self.expected ? Math.max(self.left, 0) : 0);
}

/** The elements that are left, as a list; the iterator stays where it is. */
function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_SetIterator;
  const w_rest = newEmptyList(0);
  const w_set = self.w_set;
  if (w_set !== null) {
    const copy = new W_SetIterator(w_set);
    copy.at = self.at;
    copy.expected = self.expected;
    for (let w_item = copy.iterNext(); w_item !== null; w_item = copy.iterNext()) w_rest.append(w_item);
  }
  return newTuple2(builtinIter(), newTuple1(w_rest));
}
