/** Methods that all built-in iterators share. */
import type { i64 } from "@rts";
import { overflowError, stopIteration, typeError } from "./errors.ts";
import { W_Integer } from "./int.ts";
import type { W_Root } from "./root.ts";

/** `__iter__` of an iterator: itself. */
export function iterSelf(w_self: W_Root): W_Root {
  return w_self;
}

/** `__next__` over `iterNext`. Throws StopIteration. */
export function iterNextMethod(w_self: W_Root): W_Root {
  const w_item = w_self.iterNext();
  if (w_item === null) throw stopIteration(null);
  return w_item;
}

/** The place that `__setstate__` is given. Throws TypeError, OverflowError. */
export function statePlace(w_state: W_Root): i64 {
  if (!(w_state instanceof W_Integer)) throw typeError("an integer is required");
  if (!w_state.fitsI64()) throw overflowError("Python int too large to convert to C ssize_t");
  return w_state.asI64();
}
