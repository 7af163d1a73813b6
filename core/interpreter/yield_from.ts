/** `yield from` and `await`: passing values on to an iterator or coroutine. */
import { callMethod1 } from "../objspace/call.ts";
import { OperationError, stopIteration } from "../objspace/errors.ts";
import { stopIterationType } from "../objspace/exception_types.ts";
import { stopIterationValue } from "../objspace/exceptions.ts";
import { iterNextWithResult } from "./generator_steps.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { ec } from "./context.ts";
import type { PyFrame } from "./frame.ts";
import { W_AsyncGenerator, W_Generator } from "./generator.ts";
import { W_Resumable } from "./resumable.ts";
import { traceException } from "./tracing.ts";

const s_send: W_Str = internRts("send");

/** Sends `w_sent` to the iterator: what it yields, or null when it ended; its result is left in the frame. */
export function yieldFrom(frame: PyFrame, w_iterator: W_Root, w_sent: W_Root): W_Root | null {
  if (w_iterator instanceof W_Resumable && !(w_iterator instanceof W_AsyncGenerator)) {
    const w_value = w_iterator.resume(w_sent, null);
    if (w_value === null) ended(frame, w_iterator, w_sent);
    return w_value;
  }
  try {
    return w_sent === w_None ? iterNextWithResult(w_iterator) : callMethod1(w_iterator, s_send, w_sent);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(stopIterationType)) throw e;
    if (ec.hasHooks) traceException(frame, e);
    frame.yieldFromResult = stopIterationValue(e);
    return null;
  }
}

/** Keeps the result. Trace functions see the StopIteration that CPython raises, save at the plain end of a generator. */
function ended(frame: PyFrame, w_iterator: W_Resumable, w_sent: W_Root): void {
  const w_result = w_iterator.w_result;
  frame.yieldFromResult = w_result;
  if (!ec.hasHooks || (w_iterator instanceof W_Generator && w_sent === w_None && w_result === w_None)) return;
  traceException(frame, stopIteration(w_result === w_None ? null : w_result));
}
