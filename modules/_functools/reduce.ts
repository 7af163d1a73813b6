/** `functools.reduce`. */
import { call2 } from "../../core/objspace/call.ts";
import { OperationError, typeError } from "../../core/objspace/errors.ts";
import { typeErrorType } from "../../core/objspace/exception_types.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_unset } from "../../core/objspace/singletons.ts";

/** `reduce(function, iterable[, initial])`. */
export function reduce(w_function: W_Root, w_iterable: W_Root, w_initial: W_Root): W_Root {
  const w_iterator = iteratorOf(w_iterable);
  let w_result: W_Root | null = w_initial === w_unset ? null : w_initial;
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) break;
    w_result = w_result === null ? w_item : call2(w_function, w_result, w_item);
  }
  if (w_result === null) throw typeError("reduce() of empty iterable with no initial value");
  return w_result;
}

function iteratorOf(w_iterable: W_Root): W_Root {
  try {
    return iter(w_iterable);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(typeErrorType)) throw e;
    throw typeError("reduce() arg 2 must support iteration");
  }
}
