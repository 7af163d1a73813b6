/**
 * The queue of objects that need a finalizer: `__del__` of instances of user classes, `close()` of generators,
 * warnings of coroutines that nobody awaited, callbacks of weak references. It hands out what was found dead, in the
 * order of registration; `finalizers.ts` runs them.
 */
import { FinalizerQueue } from "@rts";
import type { W_Root } from "../objspace/root.ts";
import { ec } from "./context.ts";

/** What the queue knows. */
export class FinalizerState {
  /** A collection found dead objects. */
  pending: boolean = false;
  /** Finalizers are running: what they find dead waits. */
  isRunning: boolean = false;
  /** Some object has a finalizer that the end of the run is to see. */
  endsVisibly: boolean = false;
}

export const finalizerState: FinalizerState = new FinalizerState();
export const finalizerQueue: FinalizerQueue<W_Root> = new FinalizerQueue<W_Root>(noteDead);

/** Called at the end of a collection; must not allocate. */
function noteDead(): void {
  finalizerState.pending = true;
  ec.ticker = 0;
}

/** An instance of a class with `__del__`: it is finalized once it was found dead, or at the end of the run. */
export function registerDel(w_obj: W_Root): void {
  finalizerState.endsVisibly = true;
  finalizerQueue.register(w_obj);
}

/** `w_obj` is finalized once it was found dead. */
export function registerFinalizer(w_obj: W_Root): void {
  finalizerQueue.register(w_obj);
}

/** Finalizes objects of its own sort; false for others. */
export type Finalizer = (w_obj: W_Root) => boolean;
/** Finalizers of built-in objects. */
export const builtinFinalizers: Finalizer[] = [];

/** Adds a finalizer of built-in objects. Runs at translation. */
export function addBuiltinFinalizer(finalizer: Finalizer): void {
  builtinFinalizers.push(finalizer);
}

/** Finalizes objects of a queue of its own, all that died; called after the finalizers of user classes. */
export const finalizerBatches: (() => void)[] = [];

/** Adds a queue's batch. Runs at translation. */
export function addFinalizerBatch(run: () => void): void {
  finalizerBatches.push(run);
}
