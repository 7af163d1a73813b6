/** Small steps of generators that the eval loop takes. */
import { callSpecial1, type } from "../objspace/call.ts";
import { W_MethodDescr } from "../objspace/builtin_function.ts";
import { stopIteration, typeError, typeName } from "../objspace/errors.ts";
import { iter } from "../objspace/iteration.ts";
import { W_Root } from "../objspace/root.ts";
import { Special } from "../objspace/special.ts";
import type { W_Type } from "../objspace/type.ts";
import { asyncGeneratorWrappedValueType } from "../objspace/types.ts";
import { CodeFlag, type W_Code } from "./code.ts";
import { W_Coroutine, W_Generator } from "./generator.ts";
import { W_Resumable } from "./resumable.ts";

/** A value that an async generator yields, to be told apart from what its awaits yield. */
export class W_AsyncGeneratorValue extends W_Root {
  readonly w_value: W_Root;
  constructor(w_value: W_Root) {
    super();
    this.w_value = w_value;
  }
  override typeOf(): W_Type {
    return asyncGeneratorWrappedValueType;
  }
}

/** What `yield w_value` hands out. */
export function wrapYielded(code: W_Code, w_value: W_Root): W_Root {
  return code.has(CodeFlag.AsyncGenerator) ? new W_AsyncGeneratorValue(w_value) : w_value;
}

/** The iterator of `yield from w_iterable`: coroutines only inside of coroutines. */
export function yieldFromIterator(code: W_Code, w_iterable: W_Root): W_Root {
  if (w_iterable instanceof W_Coroutine) {
    if (!code.has(CodeFlag.Coroutine) && !code.has(CodeFlag.IterableCoroutine)) {
      throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return w_iterable;
  }
  if (w_iterable instanceof W_Generator) return w_iterable;
  return iter(w_iterable);
}

/** `next(w_iterator)`; at its end StopIteration with the value that it returned. */
export function iterNextWithResult(w_iterator: W_Root): W_Root {
  const w_next = type(w_iterator).special[Special.Next];
  if (w_next === null) throw typeError(`'${typeName(w_iterator)}' object is not an iterator`);
  if (w_next instanceof W_MethodDescr && !(w_iterator instanceof W_Resumable)) {
    const w_item = w_iterator.iterNext();
    if (w_item === null) throw stopIteration(null);
    return w_item;
  }
  return callSpecial1(w_next, w_iterator);
}
