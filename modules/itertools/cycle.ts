/** `itertools.cycle`: the elements of an iterable over and over. */
import type { i32 } from "@rts";
import { type } from "../../core/objspace/call.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { newBool } from "../../core/objspace/int.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import { listOf, W_List } from "../../core/objspace/list.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { newTuple1, newTuple2, newTuple3 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { checkStateSize, stateItems } from "./state.ts";

export const cycleType: W_Type = moduleClass("cycle", "itertools");

export class W_Cycle extends W_Object {
  /** Null once it has given all. */
  w_iterator: W_Root | null;
  /** What to repeat. */
  saved: W_Root[] = [];
  /** Elements of the iterator are in `saved` already: it comes from a pickle. */
  isSaved: boolean = false;
  /** Place of the next element when the iterator has ended. */
  at: i32 = 0;

  constructor(map: InstanceMap, w_iterator: W_Root) {
    super(map);
    this.w_iterator = w_iterator;
  }
  override iterNext(): W_Root | null {
    const w_iterator = this.w_iterator;
    if (w_iterator !== null) {
      const w_item = next(w_iterator);
      if (w_item !== null) {
        if (!this.isSaved) this.saved.push(w_item);
        return w_item;
      }
      this.w_iterator = null;
    }
    const saved = this.saved;
    if (saved.length === 0) return null;
    const w_item = saved[this.at];
    this.at = this.at + 1 < saved.length ? this.at + 1 : 0;
    return w_item;
  }
}

define(cycleType, {
  doc: "cycle(iterable): its elements over and over.",
  flags: TypeFlag.Base,
  new: ["($type, iterable, /)", cycleNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

function cycleNew(w_type: W_Root, w_iterable: W_Root): W_Root {
  return new W_Cycle((w_type as W_Type).instanceMap, iter(w_iterable));
}

/** The state is the list of elements to repeat, and whether the iterator's are among them. */
function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Cycle;
  const w_saved = listOf(self.saved);
  let w_iterator = self.w_iterator;
  if (w_iterator === null) {
    // An iterator over the whole list, set to where the next element stands.
    w_iterator = iter(w_saved);
    for (let i: i32 = 0; i < self.at; i++) next(w_iterator);
    return newTuple3(type(self), newTuple1(w_iterator), newTuple2(w_saved, newBool(true)));
  }
  return newTuple3(type(self), newTuple1(w_iterator), newTuple2(w_saved, newBool(self.isSaved)));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_Cycle;
  const items = stateItems(w_state);
  checkStateSize(items, 2, 2);
  const w_saved = items[0];
  if (!(w_saved instanceof W_List)) throw typeError(`argument 1 must be list, not ${typeName(w_saved)}`);
  const isSaved = intArgument(items[1]) !== 0;
  const saved: W_Root[] = [];
  for (let i: i32 = 0; i < w_saved.length; i++) saved.push(w_saved.getItem(i));
  self.saved = saved;
  self.isSaved = isSaved;
  self.at = 0;
  return w_None;
}
