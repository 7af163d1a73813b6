/**
 * Iterators over `OrderedDict`. Unlike those of dicts they notice every change of order, through the version of the
 * dict's table.
 */
import type { i32 } from "@rts";
import { builtinIter } from "../../core/objspace/builtins_access.ts";
import type { W_Dict } from "../../core/objspace/dict.ts";
import { DictTable } from "../../core/objspace/dict_table.ts";
import { runtimeError } from "../../core/objspace/errors.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import { newEmptyList } from "../../core/objspace/list.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { newTuple1, newTuple2 } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const orderedIteratorType: W_Type = moduleClass("odict_iterator", "builtins");

/** What an iterator gives. */
export const enum Gives {
  Keys,
  Values,
  Items,
}

export class W_OrderedIterator extends W_Root {
  /** Null once exhausted. */
  w_dict: W_Dict | null;
  /** A `Gives`. */
  readonly gives: i32;
  readonly isReversed: boolean;
  /** The dict's table at the start, and its version. */
  readonly data: object | null;
  readonly version: i32;
  /** Where the next entry stands; -1 at the end. */
  position: i32;

  constructor(w_dict: W_Dict, gives: i32, isReversed: boolean) {
    super();
    this.w_dict = w_dict;
    this.gives = gives;
    this.isReversed = isReversed;
    this.data = w_dict.data;
    this.version = versionOf(w_dict.data);
    this.position = isReversed ? w_dict.previous(0x7fffffff) : w_dict.next(0);
  }
  override typeOf(): W_Type {
    return orderedIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_dict = this.w_dict;
    if (w_dict === null) return null;
    const at = this.position;
    if (at < 0) {
      this.w_dict = null;
      return null;
    }
    this.check(w_dict);
    this.position = this.isReversed ? w_dict.previous(at - 1) : w_dict.next(at + 1);
    if (this.gives === Gives.Keys) return w_dict.keyAt(at);
    if (this.gives === Gives.Values) return w_dict.valueAt(at);
    return newTuple2(w_dict.keyAt(at), w_dict.valueAt(at));
  }

  /** Throws RuntimeError when entries came, went or moved. */
  private check(w_dict: W_Dict): void {
    if (w_dict.data !== this.data) throw runtimeError("OrderedDict changed size during iteration");
    if (versionOf(this.data) === this.version) return;
    this.w_dict = null;
    throw runtimeError("OrderedDict mutated during iteration");
  }
}

function versionOf(data: object | null): i32 {
  return data instanceof DictTable ? data.version : 0;
}

define(orderedIteratorType, {
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

/** The elements that are left, as a list; the iterator stays where it is. */
function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_OrderedIterator;
  const w_rest = newEmptyList(0);
  const w_dict = self.w_dict;
  if (w_dict !== null) {
    const copy = new W_OrderedIterator(w_dict, self.gives, self.isReversed);
    copy.position = self.position;
    for (let w_item = copy.iterNext(); w_item !== null; w_item = copy.iterNext()) w_rest.append(w_item);
  }
  return newTuple2(builtinIter(), newTuple1(w_rest));
}
