/** `with`. */
import type { i32 } from "@rts";
import { boundSpecial, call3, callSpecial1, type } from "../objspace/call.ts";
import { operationError } from "../objspace/errors.ts";
import { attributeErrorType } from "../objspace/exception_types.ts";
import type { W_Root } from "../objspace/root.ts";
import { Special } from "../objspace/special.ts";
import type { PyFrame } from "./frame.ts";

/** Calls `__enter__` of the manager on top, which its bound `__exit__` replaces. */
export function setUpWith(frame: PyFrame, sp: i32): W_Root {
  const w_manager = frame.slots[sp - 1]!;
  const w_enter = type(w_manager).special[Special.Enter];
  if (w_enter === null) throw operationError(attributeErrorType, "__enter__");
  const w_exit = boundSpecial(w_manager, Special.Exit);
  if (w_exit === null) throw operationError(attributeErrorType, "__exit__");
  frame.slots[sp - 1] = w_exit;
  return callSpecial1(w_enter, w_manager);
}

/** Calls the `__exit__` that stands below the six values of a handler. */
export function callExit(frame: PyFrame, sp: i32): W_Root {
  const slots = frame.slots;
  return call3(slots[sp - 7]!, slots[sp - 1]!, slots[sp - 2]!, slots[sp - 3]!);
}

/** The bound special method; AttributeError with its name when the manager has none. */
export function managerMethod(w_manager: W_Root, special: i32, name: string): W_Root {
  const w_method = boundSpecial(w_manager, special);
  if (w_method === null) throw operationError(attributeErrorType, name);
  return w_method;
}
