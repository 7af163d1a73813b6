/** Runs finalizers of dead objects: from the eval loop's ticker and from `gc.collect()`. Each object gets one once. */
import { gcCollect, type i32 } from "@rts";
import { callSpecial1, type } from "../objspace/call.ts";
import { OperationError } from "../objspace/errors.ts";
import type { W_Root } from "../objspace/root.ts";
import { Special } from "../objspace/special.ts";
import { clearMethodCache } from "../objspace/type_lookup.ts";
import { builtinFinalizers, finalizerBatches, finalizerQueue, finalizerState } from "./finalizer_queue.ts";
import { writeUnraisable } from "./unraisable.ts";

/** Runs the finalizers of what was found dead; the number of those objects. */
export function runPendingFinalizers(): i32 {
  if (!finalizerState.pending || finalizerState.isRunning) return 0;
  finalizerState.isRunning = true;
  finalizerState.pending = false;
  let count: i32 = 0;
  try {
    for (;;) {
      const w_dead = finalizerQueue.nextDead();
      if (w_dead === null) break;
      count++;
      finalize(w_dead);
    }
    for (let i: i32 = 0; i < finalizerBatches.length; i++) {
      const run = finalizerBatches[i];
      run();
    }
  } finally {
    finalizerState.isRunning = false;
  }
  return count;
}

/** Most rounds of a collection that finalizers go on to make garbage in. */
const ROUNDS: i32 = 3;

/** A full collection with all that follows from it: objects that finalizers let go of die as well. */
export function collectAll(): i32 {
  let count: i32 = 0;
  for (let round: i32 = 0; round < ROUNDS; round++) {
    clearMethodCache();
    gcCollect(2);
    const finalized = runPendingFinalizers();
    count += finalized;
    if (finalized === 0) break;
  }
  return count;
}

function finalize(w_obj: W_Root): void {
  for (let i = 0; i < builtinFinalizers.length; i++) {
    const finalizer = builtinFinalizers[i]!;
    if (finalizer(w_obj)) return;
  }
  const w_del = type(w_obj).special[Special.Del];
  if (w_del === null) return;
  try {
    callSpecial1(w_del, w_obj);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    writeUnraisable(e, null, w_del);
  }
}
