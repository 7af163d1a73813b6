/** `iter(callable, sentinel)`. */
import { call0 } from "./call.ts";
import { identicalOrEqual } from "./compare.ts";
import { OperationError } from "./errors.ts";
import { stopIterationType } from "./exception_types.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { callableIteratorType } from "./types.ts";

/** Calls until the sentinel comes. */
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
    try {
      const w_result = call0(w_callable);
      if (this.w_callable !== null && !identicalOrEqual(this.w_sentinel, w_result)) return w_result;
    } catch (e) {
      if (!(e instanceof OperationError) || !e.matches(stopIterationType)) throw e;
    }
    this.w_callable = null;
    return null;
  }
}
