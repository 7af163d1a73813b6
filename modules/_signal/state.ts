/** Signals that wait for their Python handlers: those that the system noted, and those that the program pretends. */
import { type i32, type i64, shl64 } from "@rts";
import { ec } from "../../core/interpreter/context.ts";

/** The set of pretended signals, bit 0 for number 1. */
export class PendingSignals {
  simulated: i64 = 0n;
}
export const pendingSignals: PendingSignals = new PendingSignals();

/** Behaves as if a signal had come (`_thread.interrupt_main`). */
export function simulateSignal(signal: i32): void {
  pendingSignals.simulated |= shl64(1n, signal - 1);
  ec.ticker = 0;
}
