/** Containers whose `repr` is being made: one that contains itself shows as `[...]` in its own. */
import type { i32 } from "@rts";
import { ec } from "../interpreter/context.ts";
import { operationError } from "./errors.ts";
import { recursionErrorType } from "./exception_types.ts";
import type { W_Root } from "./root.ts";

const inProgress: W_Root[] = [];

/** Notes that `repr(w_obj)` begins; false when it is being made already. Throws RecursionError. */
export function enterRepr(w_obj: W_Root): boolean {
  for (let i = 0; i < inProgress.length; i++) {
    if (inProgress[i] === w_obj) return false;
  }
  if (ec.depth + inProgress.length >= ec.recursionLimit) {
    throw operationError(
      recursionErrorType,
      "maximum recursion depth exceeded while getting the repr of an object",
    );
  }
  inProgress.push(w_obj);
  return true;
}

/** Notes that `repr(w_obj)` ended, also by an exception. */
export function leaveRepr(w_obj: W_Root): void {
  for (let i: i32 = inProgress.length - 1; i >= 0; i--) {
    if (inProgress[i] === w_obj) {
      inProgress.splice(i, 1);
      return;
    }
  }
}
