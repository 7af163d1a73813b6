/** Audit hooks (PEP 578): functions that see the events of `sys.audit`. */
import type { FixedArray } from "@rts";
import { call2 } from "../../core/objspace/call.ts";
import { OperationError, typeError, typeName } from "../../core/objspace/errors.ts";
import { exceptionType } from "../../core/objspace/exception_types.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { w_emptyTuple } from "../../core/objspace/tuple.ts";

/** The hooks, in the order they were added. None is ever taken away. */
const hooks: W_Root[] = [];

function tell(w_event: W_Root, w_arguments: W_Root): void {
  for (let i = 0; i < hooks.length; i++) call2(hooks[i], w_event, w_arguments);
}

/** `sys.addaudithook(hook)`. A hook that is there may refuse by raising an Exception, which goes no further. */
export function addaudithook(w_hook: W_Root): W_Root {
  try {
    tell(fromRts("sys.addaudithook"), w_emptyTuple);
  } catch (e) {
    if (e instanceof OperationError && e.matches(exceptionType)) return w_None;
    throw e;
  }
  hooks.push(w_hook);
  return w_None;
}

/** `sys.audit(event, *args)`. Throws what a hook raises. */
export function audit(scope: FixedArray<W_Root>): W_Root {
  if (!(scope[0] instanceof W_Str)) {
    throw typeError(`expected str for argument 'event', not ${typeName(scope[0])}`);
  }
  tell(scope[0], scope[1]);
  return w_None;
}
