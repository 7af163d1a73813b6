/**
 * Iterators over keys, values and items of dicts, in both directions. They notice when the number of entries
 * changed, and when there are more entries than there were (keys were exchanged).
 */
import type { i32 } from "@rts";
import { builtinIter } from "./builtins_access.ts";
import type { W_Dict } from "./dict.ts";
import { type OperationError, runtimeError } from "./errors.ts";
import { newInt32 } from "./int.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import { newEmptyList } from "./list.ts";
import { W_Root } from "./root.ts";
import { newTuple1, newTuple2 } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define, type TypeSpec } from "./typedef.ts";
import {
  dictItemIteratorType,
  dictKeyIteratorType,
  dictReverseItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictValueIteratorType,
} from "./types.ts";

/** Where an iteration over a dict is. */
abstract class W_DictIterator extends W_Root {
  /** Null once exhausted. */
  w_dict: W_Dict | null;
  /** The position to look at next. */
  position: i32;
  /** Number of entries at the start; -1 after a change was noticed, which stays an error. */
  expected: i32;
  /** Entries not given yet. */
  left: i32;

  constructor(w_dict: W_Dict, position: i32) {
    super();
    this.w_dict = w_dict;
    this.position = position;
    const length = w_dict.length;
    this.expected = length;
    this.left = length;
  }

  /** Position of the next entry, or -1. Throws RuntimeError when the dict changed. */
  forwards(w_dict: W_Dict): i32 {
    if (w_dict.length !== this.expected) throw this.changed();
    const at = w_dict.next(this.position);
    this.position = at + 1;
    return this.checked(at);
  }

  backwards(w_dict: W_Dict): i32 {
    if (w_dict.length !== this.expected) throw this.changed();
    const at = this.position < 0 ? -1 : w_dict.previous(this.position);
    this.position = at - 1;
    return this.checked(at);
  }

  private checked(at: i32): i32 {
    if (at < 0) {
      this.w_dict = null;
      return -1;
    }
    if (this.left === 0) {
      this.w_dict = null;
      throw runtimeError("dictionary keys changed during iteration");
    }
    this.left--;
    return at;
  }

  private changed(): OperationError {
    this.expected = -1;
    return runtimeError("dictionary changed size during iteration");
  }

  /** An iterator at the same place. */
  abstract again(w_dict: W_Dict): W_DictIterator;
}

/** Beyond every position. */
const END: i32 = 0x7fffffff;

export class W_DictKeyIterator extends W_DictIterator {
  constructor(w_dict: W_Dict) {
    super(w_dict, 0);
  }
  override typeOf(): W_Type {
    return dictKeyIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_dict = this.w_dict;
    if (w_dict === null) return null;
    const at = this.forwards(w_dict);
    return at < 0 ? null : w_dict.keyAt(at);
  }
  override again(w_dict: W_Dict): W_DictIterator {
    return new W_DictKeyIterator(w_dict);
  }
}

export class W_DictValueIterator extends W_DictIterator {
  constructor(w_dict: W_Dict) {
    super(w_dict, 0);
  }
  override typeOf(): W_Type {
    return dictValueIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_dict = this.w_dict;
    if (w_dict === null) return null;
    const at = this.forwards(w_dict);
    return at < 0 ? null : w_dict.valueAt(at);
  }
  override again(w_dict: W_Dict): W_DictIterator {
    return new W_DictValueIterator(w_dict);
  }
}

export class W_DictItemIterator extends W_DictIterator {
  constructor(w_dict: W_Dict) {
    super(w_dict, 0);
  }
  override typeOf(): W_Type {
    return dictItemIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_dict = this.w_dict;
    if (w_dict === null) return null;
    const at = this.forwards(w_dict);
    return at < 0 ? null : newTuple2(w_dict.keyAt(at), w_dict.valueAt(at));
  }
  override again(w_dict: W_Dict): W_DictIterator {
    return new W_DictItemIterator(w_dict);
  }
}

export class W_DictReverseKeyIterator extends W_DictIterator {
  constructor(w_dict: W_Dict) {
    super(w_dict, END);
  }
  override typeOf(): W_Type {
    return dictReverseKeyIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_dict = this.w_dict;
    if (w_dict === null) return null;
    const at = this.backwards(w_dict);
    return at < 0 ? null : w_dict.keyAt(at);
  }
  override again(w_dict: W_Dict): W_DictIterator {
    return new W_DictReverseKeyIterator(w_dict);
  }
}

export class W_DictReverseValueIterator extends W_DictIterator {
  constructor(w_dict: W_Dict) {
    super(w_dict, END);
  }
  override typeOf(): W_Type {
    return dictReverseValueIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_dict = this.w_dict;
    if (w_dict === null) return null;
    const at = this.backwards(w_dict);
    return at < 0 ? null : w_dict.valueAt(at);
  }
  override again(w_dict: W_Dict): W_DictIterator {
    return new W_DictReverseValueIterator(w_dict);
  }
}

export class W_DictReverseItemIterator extends W_DictIterator {
  constructor(w_dict: W_Dict) {
    super(w_dict, END);
  }
  override typeOf(): W_Type {
    return dictReverseItemIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_dict = this.w_dict;
    if (w_dict === null) return null;
    const at = this.backwards(w_dict);
    return at < 0 ? null : newTuple2(w_dict.keyAt(at), w_dict.valueAt(at));
  }
  override again(w_dict: W_Dict): W_DictIterator {
    return new W_DictReverseItemIterator(w_dict);
  }
}

const ITERATOR: TypeSpec = {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: ["($self, /)", lengthHint, "How many elements are left."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
};
define(dictKeyIteratorType, ITERATOR);
define(dictValueIteratorType, ITERATOR);
define(dictItemIteratorType, ITERATOR);
define(dictReverseKeyIteratorType, ITERATOR);
define(dictReverseValueIteratorType, ITERATOR);
define(dictReverseItemIteratorType, ITERATOR);

function lengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_DictIterator;
  const w_dict = self.w_dict;
  return newInt32(w_dict !== null && w_dict.length === self.expected ? self.left : 0);
}

/** The elements that are left, as a list; the iterator stays where it is. */
function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_DictIterator;
  const w_rest = newEmptyList(0);
  const w_dict = self.w_dict;
  if (w_dict !== null) {
    const copy = self.again(w_dict);
    copy.position = self.position;
    copy.expected = self.expected;
    copy.left = self.left;
    for (let w_item = copy.iterNext(); w_item !== null; w_item = copy.iterNext()) w_rest.append(w_item);
  }
  return newTuple2(builtinIter(), newTuple1(w_rest));
}
