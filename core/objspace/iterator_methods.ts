/** Methods that all built-in iterators share. */
import { stopIteration } from "./errors.ts";
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
