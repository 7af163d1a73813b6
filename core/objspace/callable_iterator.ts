/** `iter(callable, sentinel)`: calls until the sentinel comes back. */
import { builtinIter } from "./builtins_access.ts";
import { call0, isCallable } from "./call.ts";
import { identicalOrEqual } from "./compare.ts";
import { OperationError, typeError } from "./errors.ts";
import { stopIterationType } from "./exception_types.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import { W_Root } from "./root.ts";
import { newTuple1, newTuple2, w_emptyTuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { callableIteratorType } from "./types.ts";

/** Calls a function until it returns the sentinel or raises StopIteration. */
export class W_CallableIterator extends W_Root {
  /** Null once exhausted. */
  w_callable: W_Root | null;
  readonly w_sentinel: W_Root;

  constructor(w_callable: W_Root, w_sentinel: W_Root) {
    super();
    this.w_callable = w_callable;
    this.w_sentinel = w_sentinel;
  }
  override typeOf(): W_Type {
    return callableIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_callable = this.w_callable;
    if (w_callable === null) return null;
    const w_result = resultOrNull(w_callable);
    // The call may have exhausted the iterator itself.
    if (this.w_callable === null) return null;
    if (w_result !== null && !identicalOrEqual(this.w_sentinel, w_result)) return w_result;
    this.w_callable = null;
    return null;
  }
}

function resultOrNull(w_callable: W_Root): W_Root | null {
  try {
    return call0(w_callable);
  } catch (e) {
    if (e instanceof OperationError && e.matches(stopIterationType)) return null;
    throw e;
  }
}

/** `iter(w_callable, w_sentinel)`. Throws TypeError. */
export function iterCallable(w_callable: W_Root, w_sentinel: W_Root): W_Root {
  if (!isCallable(w_callable)) throw typeError("iter(v, w): v must be callable");
  return new W_CallableIterator(w_callable, w_sentinel);
}

define(callableIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_CallableIterator;
  const w_callable = self.w_callable;
  if (w_callable === null) return newTuple2(builtinIter(), newTuple1(w_emptyTuple));
  return newTuple2(builtinIter(), newTuple2(w_callable, self.w_sentinel));
}
