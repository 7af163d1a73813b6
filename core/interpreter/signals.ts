/** What the eval loop does every so often: signals, finalizers. */
import { runPendingFinalizers } from "./finalizers.ts";
import { finalizerState } from "./finalizer_queue.ts";

type Handler = () => void;

let handler: Handler | null = null;

/** Installs what looks at pending signals (`modules/_signal`). */
export function setSignalCheck(check: Handler): void {
  handler = check;
}

/** Runs finalizers of dead objects, then handlers of pending signals. Throws what the latter raise. */
export function checkSignals(): void {
  if (finalizerState.pending) runPendingFinalizers();
  const check = handler;
  if (check !== null) check();
}
