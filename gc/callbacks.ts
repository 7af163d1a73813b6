/**
 * What runs after a collection: the program's hook and the triggers of finalizer queues. They are ordinary translated
 * code, so they are called only from the entry points of the collector, when the heap is consistent, and before the
 * allocation that caused the collection is made.
 */
import type { bool, f64, i32 } from "@rts";
import { callTriggers } from "./finalizers.ts";
import { takePending } from "./stats.ts";

let hook: ((kind: i32, milliseconds: f64) => void) | null = null;
let running: bool = false;

export function callbacksInit(): void {
  hook = null;
  running = false;
}

/** Installs a function called after each minor collection (0), step (1) and finished cycle (2), with its time. */
export function gcSetHook(newHook: ((kind: i32, milliseconds: f64) => void) | null): void {
  for (let kind: i32 = 0; kind < 3; kind++) takePending(kind);
  hook = newHook;
}

/** Calls what is due. Collections that happen meanwhile are reported by the next call. */
export function runCallbacks(): void {
  if (running) return;
  running = true;
  try {
    callTriggers();
    for (let kind: i32 = 0; kind < 3; kind++) callHook(kind);
  } finally {
    running = false;
  }
}

function callHook(kind: i32): void {
  const target = hook;
  if (target === null) return;
  const ms = takePending(kind);
  if (ms >= 0) target(kind, ms);
}
