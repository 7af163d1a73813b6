/**
 * Streams that a program forgets to close. A dead stream's `__del__` closes it; of those that died together, texts
 * go first, then buffers, then files: what is buffered gets written. What still lives at the end is flushed by
 * {@link flushAllAtExit}.
 */
import { FinalizerQueue, type i32, WeakReference } from "@rts";
import { getattr, setattr } from "../../core/objspace/attributes.ts";
import { callSpecial1, type } from "../../core/objspace/call.ts";
import { OperationError } from "../../core/objspace/errors.ts";
import { w_True } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { ec } from "../../core/interpreter/context.ts";
import {
  addBuiltinFinalizer,
  addFinalizerBatch,
  finalizerState,
} from "../../core/interpreter/finalizer_queue.ts";
import { writeUnraisable } from "../../core/interpreter/unraisable.ts";
import { closeStream, flushStream, W_IOBase } from "./types.ts";

const s_closed: W_Str = internRts("closed");
const s_finalizing: W_Str = internRts("_finalizing");

const dead: FinalizerQueue<W_IOBase> = new FinalizerQueue<W_IOBase>((): void => {
  finalizerState.pending = true;
  ec.ticker = 0;
});

/** Sees that a stream is closed when it dies. */
export function closeWhenDead(w_stream: W_IOBase): void {
  w_stream.closesWhenDead = true;
  dead.register(w_stream);
}

/** Runs `__del__` of streams that died. */
function closeDeadStreams(): void {
  const found: W_IOBase[] = [];
  for (let w_stream = dead.nextDead(); w_stream !== null; w_stream = dead.nextDead()) found.push(w_stream);
  for (let rank: i32 = 0; rank < 3; rank++) {
    for (let i: i32 = 0; i < found.length; i++) {
      if (found[i].finalizationRank() === rank) finalize(found[i]);
    }
  }
}

function finalize(w_stream: W_IOBase): void {
  const w_del = type(w_stream).special[Special.Del];
  if (w_del === null) return;
  try {
    callSpecial1(w_del, w_stream);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    writeUnraisable(e, null, w_del);
  }
}

/** `_IOBase.__del__`: closes what is not closed; errors are dropped, for nobody waits for them. */
export function closeForgotten(w_self: W_Root): W_Root {
  try {
    if (isTrue(getattr(w_self, s_closed))) return w_None;
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
  try {
    setattr(w_self, s_finalizing, w_True);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
  try {
    closeStream(w_self);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
  return w_None;
}

/** Streams with something in their buffers, perhaps: those to be flushed at the end. */
const writers: WeakReference<W_IOBase>[] = [];
let enough: i32 = 16;

/** Sees that a stream is flushed at the end of the program. */
export function flushAtExit(w_stream: W_IOBase): void {
  if (writers.length >= enough) {
    let kept: i32 = 0;
    for (let i: i32 = 0; i < writers.length; i++) {
      const w_live = writers[i].get();
      if (w_live !== null && !w_live.isClosed) writers[kept++] = writers[i];
    }
    writers.length = kept;
    enough = kept * 2 + 16;
  }
  writers.push(new WeakReference<W_IOBase>(w_stream));
}

/** Flushes all streams that live: texts before buffers. Errors are dropped. For the end of the program. */
export function flushAllAtExit(): void {
  for (let rank: i32 = 0; rank < 3; rank++) {
    for (let i: i32 = 0; i < writers.length; i++) {
      const w_stream = writers[i].get();
      if (w_stream !== null && w_stream.finalizationRank() === rank) flushQuietly(w_stream);
    }
  }
}

function flushQuietly(w_stream: W_IOBase): void {
  try {
    if (!isTrue(getattr(w_stream, s_closed))) flushStream(w_stream);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
}

addFinalizerBatch(closeDeadStreams);
// Instances of classes with a `__del__` stand in the common queue as well: they are finalized here alone.
addBuiltinFinalizer((w_obj: W_Root): boolean => w_obj instanceof W_IOBase && w_obj.closesWhenDead);
