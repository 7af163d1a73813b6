/** The module `atexit`: functions that run at the end of the program, the last registered first. */
import type { FixedArray, i32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { callPrefixed } from "../../core/interpreter/calls.ts";
import { atShutdown } from "../../core/interpreter/shutdown.ts";
import { writeUnraisable } from "../../core/interpreter/unraisable.ts";
import { isCallable } from "../../core/objspace/call.ts";
import { CompareOp, richcompare } from "../../core/objspace/compare.ts";
import type { W_Dict } from "../../core/objspace/dict.ts";
import { OperationError, typeError } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { tupleOf, type W_Tuple } from "../../core/objspace/tuple.ts";
import { flushAllAtExit } from "../_io/finalize.ts";

/** A function with its arguments. */
class Callback {
  constructor(readonly w_function: W_Root, readonly w_args: W_Tuple, readonly w_kwargs: W_Dict) {}
}

const callbacks: Callback[] = [];

/** `register(func, /, *args, **kwargs)`; the function itself. */
function register(scope: FixedArray<W_Root>): W_Root {
  const items = (scope[0] as W_Tuple).items;
  if (items.length === 0) throw typeError("register() takes at least 1 argument (0 given)");
  if (!isCallable(items[0])) throw typeError("the first argument must be callable");
  const rest: W_Root[] = [];
  for (let i: i32 = 1; i < items.length; i++) rest.push(items[i]);
  callbacks.push(new Callback(items[0], tupleOf(rest), scope[1] as W_Dict));
  return items[0];
}

function unregister(w_function: W_Root): W_Root {
  for (let i: i32 = callbacks.length - 1; i >= 0; i--) {
    if (i < callbacks.length && isTrue(richcompare(CompareOp.Eq, callbacks[i].w_function, w_function))) {
      callbacks.splice(i, 1);
    }
  }
  return w_None;
}

/** Runs and forgets all functions. Errors are reported, and do not stop the others. */
function runCallbacks(): void {
  while (callbacks.length > 0) {
    const callback = callbacks.pop()!;
    try {
      callPrefixed(callback.w_function, null, callback.w_args, callback.w_kwargs);
    } catch (e) {
      if (!(e instanceof OperationError)) throw e;
      writeUnraisable(e, "Exception ignored in atexit callback", callback.w_function);
    }
  }
}

atShutdown(runCallbacks);
atShutdown(flushAllAtExit);

defineModule("atexit", {
  doc: "Functions that run at the end of the program.",
  functions: {
    register: { signature: "(*args, **kwargs)", scope: register, doc: "Adds a function with its arguments." },
    unregister: ["(func, /)", unregister, "Takes a function out."],
    _clear: ["()", (): W_Root => {
      callbacks.length = 0;
      return w_None;
    }],
    _run_exitfuncs: ["()", (): W_Root => {
      runCallbacks();
      return w_None;
    }],
    _ncallbacks: ["()", (): W_Root => newInt32(callbacks.length)],
  },
});
