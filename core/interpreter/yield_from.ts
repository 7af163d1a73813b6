/** `yield from` and `await`: passing values on to an iterator or coroutine. */
import { callMethod1 } from "../objspace/call.ts";
import { OperationError } from "../objspace/errors.ts";
import { stopIterationType } from "../objspace/exception_types.ts";
import { stopIterationValue } from "../objspace/exceptions.ts";
import { iterNextWithResult } from "./generator_steps.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import type { PyFrame } from "./frame.ts";
import { W_AsyncGenerator } from "./generator.ts";
import { W_Resumable } from "./resumable.ts";

const s_send: W_Str = internRts("send");

/** Sends `w_sent` to the iterator: what it yields, or null when it ended; its result is left in the frame. */
export function yieldFrom(frame: PyFrame, w_iterator: W_Root, w_sent: W_Root): W_Root | null {
  if (w_iterator instanceof W_Resumable && !(w_iterator instanceof W_AsyncGenerator)) {
    const w_value = w_iterator.resume(w_sent, null);
    if (w_value === null) frame.yieldFromResult = w_iterator.w_result;
    return w_value;
  }
  try {
    return w_sent === w_None ? iterNextWithResult(w_iterator) : callMethod1(w_iterator, s_send, w_sent);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(stopIterationType)) throw e;
    frame.yieldFromResult = stopIterationValue(e);
    return null;
  }
}
