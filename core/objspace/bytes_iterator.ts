/** Iterators over `bytes` and `bytearray`. */
import type { i32 } from "@rts";
import { W_Bytearray } from "./bytearray.ts";

import { dataOf, lengthOf, startOf } from "./bytes_view.ts";
import { builtinIter } from "./builtins_access.ts";
import { overflowErrorType } from "./exception_types.ts";
import { newInt32 } from "./int.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { clampI32, indexI64 } from "./truth.ts";
import { newTuple1, newTuple2, newTuple3, w_emptyTuple } from "./tuple.ts";
import type { W_Type } from "./type.ts";
import { define, type TypeSpec } from "./typedef.ts";
import { bytearrayIteratorType, bytesIteratorType } from "./types.ts";

/** `iter(bytes)`, `iter(bytearray)`: the latter may change under it. */
export class W_BytesIterator extends W_Root {
  /** Null once exhausted. */
  w_bytes: W_Root | null;
  at: i32 = 0;
  private readonly isArray: boolean;

  constructor(w_bytes: W_Root) {
    super();
    this.w_bytes = w_bytes;
    this.isArray = w_bytes instanceof W_Bytearray;
  }
  override typeOf(): W_Type {
    return this.isArray ? bytearrayIteratorType : bytesIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_bytes = this.w_bytes;
    if (w_bytes === null) return null;
    const at = this.at;
    if (at < lengthOf(w_bytes)) {
      this.at = at + 1;
      return newInt32(dataOf(w_bytes)[startOf(w_bytes) + at]);
    }
    this.w_bytes = null;
    return null;
  }
}

const SPEC: TypeSpec = {
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: ["($self, /)", lengthHint, "How many bytes are left."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
};
define(bytesIteratorType, SPEC);
define(bytearrayIteratorType, SPEC);

function lengthHint(w_self: W_Root): W_Root {
  const self = w_self as W_BytesIterator;
  const w_bytes = self.w_bytes;
  return newInt32(w_bytes === null ? 0 : Math.max(lengthOf(w_bytes) - self.at, 0));
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_BytesIterator;
  const w_bytes = self.w_bytes;
  if (w_bytes !== null) return newTuple3(builtinIter(), newTuple1(w_bytes), newInt32(self.at));
  return newTuple2(builtinIter(), newTuple1(w_emptyTuple));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_BytesIterator;
  const at = indexI64(w_state, overflowErrorType);
  const w_bytes = self.w_bytes;
  if (w_bytes !== null) self.at = at < 0n ? 0 : Math.min(clampI32(at), lengthOf(w_bytes));
  return w_None;
}
