/** Methods of the iterator over objects that have only `__getitem__`. */
import { i32ToI64 } from "@rts";
import { builtinIter } from "./builtins_access.ts";
import { type } from "./call.ts";
import { newInt, newInt32 } from "./int.ts";
import { iterNextMethod, iterSelf, statePlace } from "./iterator_methods.ts";
import type { W_Root } from "./root.ts";
import type { W_SequenceIterator } from "./sequence_iterator.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { Special } from "./special.ts";
import { clampI32, length } from "./truth.ts";
import { newTuple1, newTuple2, newTuple3, w_emptyTuple } from "./tuple.ts";
import { TypeFlag } from "./type.ts";
import { define } from "./typedef.ts";
import { sequenceIteratorType } from "./types.ts";

define(sequenceIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: ["($self, /)", lengthHint, "How many elements are left, where the object has a length."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

function lengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_SequenceIterator;
  const w_sequence = self.w_sequence;
  if (w_sequence === null) return newInt32(0);
  if (type(w_sequence).special[Special.Len] === null) return w_NotImplemented;
  const left = length(w_sequence) - i32ToI64(self.at);
  return newInt(left < 0n ? 0n : left);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_SequenceIterator;
  const w_sequence = self.w_sequence;
  if (w_sequence === null) return newTuple2(builtinIter(), newTuple1(w_emptyTuple));
  return newTuple3(builtinIter(), newTuple1(w_sequence), newInt32(self.at));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_SequenceIterator;
  const at = statePlace(w_state);
  if (self.w_sequence !== null) self.at = at < 0n ? 0 : clampI32(at);
  return w_None;
}
