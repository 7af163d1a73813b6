/** Iterators over strings. */
import type { i32 } from "@rts";
import { builtinIter } from "./builtins_access.ts";
import { overflowErrorType } from "./exception_types.ts";
import { newInt32 } from "./int.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { EMPTY, type W_Str } from "./str/wstr.ts";
import { clampI32, indexI64 } from "./truth.ts";
import { newTuple1, newTuple2, newTuple3 } from "./tuple.ts";
import type { W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { strIteratorType } from "./types.ts";

/** `iter(str)`. */
export class W_StrIterator extends W_Root {
  /** Null once exhausted. */
  w_text: W_Str | null;
  at: i32 = 0;

  constructor(w_text: W_Str) {
    super();
    this.w_text = w_text;
  }
  override typeOf(): W_Type {
    return strIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_text = this.w_text;
    if (w_text === null) return null;
    const at = this.at;
    if (at < w_text.length) {
      this.at = at + 1;
      return w_text.item(at);
    }
    this.w_text = null;
    return null;
  }
}

define(strIteratorType, {
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: ["($self, /)", lengthHint, "How many characters are left."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

function lengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_StrIterator;
  const w_text = self.w_text;
  return newInt32(w_text === null ? 0 : w_text.length - self.at);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_StrIterator;
  const w_text = self.w_text;
  if (w_text === null) return newTuple2(builtinIter(), newTuple1(EMPTY));
  return newTuple3(builtinIter(), newTuple1(w_text), newInt32(self.at));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_StrIterator;
  const at = indexI64(w_state, overflowErrorType);
  const w_text = self.w_text;
  if (w_text !== null) self.at = at < 0n ? 0 : Math.min(clampI32(at), w_text.length);
  return w_None;
}
