/**
 * Handlers of signals: the table of what Python set, and running them. The system notes a signal (`osSignalWord`);
 * the eval loop asks now and then, and calls the handlers of what came.
 */
import { ctz64, type FixedArray, type i32, type i64, newFixedArray, shl64 } from "@rts";
import { osSignalGet, osSignalSet, osSignalTake, osSignalWord, osWrite } from "@rts/os";
import { ec } from "../../core/interpreter/context.ts";
import { setSignalCheck } from "../../core/interpreter/signals.ts";
import { call2, isCallable } from "../../core/objspace/call.ts";
import { OperationError, typeError, valueError } from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { keyboardInterruptType } from "../../core/objspace/exception_types.ts";
import { newInt32, W_Integer } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { pendingSignals } from "./state.ts";

export const NSIG: i32 = 65;
const SIGINT: i32 = 2;
const SIGKILL: i32 = 9;
const SIGPIPE: i32 = 13;
const SIGSTOP: i32 = 19;
const SIGXFSZ: i32 = 25;
const EINVAL: i32 = 22;

/** What the system does at a signal. */
const DEFAULT: i32 = 0;
const IGNORE: i32 = 1;
const NOTE: i32 = 2;

export const w_SIG_DFL: W_Root = newInt32(DEFAULT);
export const w_SIG_IGN: W_Root = newInt32(IGNORE);

/** Handlers by signal; None for one that is not Python's. */
const handlers: FixedArray<W_Root> = newFixedArray<W_Root>(NSIG, w_None);

/** Where numbers of signals are written as they are treated; -1: nowhere. */
class Wakeup {
  fd: i32 = -1;
}
export const wakeup: Wakeup = new Wakeup();

/** Reads what the system does, ignores what Python ignores, and takes Ctrl-C. For the start. */
export function setUpSignals(w_interruptHandler: W_Root): void {
  for (let signal: i32 = 1; signal < NSIG; signal++) {
    const what = osSignalGet(signal);
    handlers[signal] = what === DEFAULT ? w_SIG_DFL : what === IGNORE ? w_SIG_IGN : w_None;
  }
  ignore(SIGPIPE);
  ignore(SIGXFSZ);
  if (handlers[SIGINT] === w_SIG_DFL && osSignalSet(SIGINT, NOTE) >= 0) handlers[SIGINT] = w_interruptHandler;
}

function ignore(signal: i32): void {
  if (osSignalSet(signal, IGNORE) >= 0) handlers[signal] = w_SIG_IGN;
}

/** A number of a signal. Throws TypeError, ValueError. */
export function signalArgument(w_signal: W_Root): i32 {
  const signal = intArgument(w_signal);
  if (signal < 1 || signal >= NSIG) throw valueError("signal number out of range");
  return signal;
}

/** `signal(signalnum, handler)`. */
export function setHandler(w_signal: W_Root, w_handler: W_Root): W_Root {
  const signal = intArgument(w_signal);
  let what = NOTE;
  const isNumber = w_handler instanceof W_Integer && w_handler.fitsI64();
  if (isNumber && (w_handler as W_Integer).asI64() === 0n) what = DEFAULT;
  else if (isNumber && (w_handler as W_Integer).asI64() === 1n) what = IGNORE;
  else if (!isCallable(w_handler)) {
    throw typeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  if (signal < 1 || signal >= NSIG) throw valueError("signal number out of range");
  runHandlers();
  if (signal === SIGKILL || signal === SIGSTOP) throw osError(EINVAL, null);
  const result = osSignalSet(signal, what);
  if (result < 0) throw osError(-result, null);
  const w_old = handlers[signal];
  handlers[signal] = what === DEFAULT ? w_SIG_DFL : what === IGNORE ? w_SIG_IGN : w_handler;
  return w_old;
}

/** `getsignal(signalnum)`. */
export function getHandler(w_signal: W_Root): W_Root {
  return handlers[signalArgument(w_signal)];
}

/** `default_int_handler`. */
export function defaultIntHandler(_w_signal: W_Root, _w_frame: W_Root): W_Root {
  throw new OperationError(keyboardInterruptType, "", null, null);
}

/** Runs the handlers of signals that came. Throws what they raise; the rest stays for the next time. */
export function runHandlers(): void {
  const word = osSignalWord();
  if (word[0] === 0 && pendingSignals.simulated === 0n) return;
  word[0] = 0;
  pendingSignals.simulated |= osSignalTake();
  while (pendingSignals.simulated !== 0n) {
    const at = ctz64(pendingSignals.simulated);
    pendingSignals.simulated &= ~shl64(1n, at);
    runHandler(at + 1);
  }
}

/** The same after signals were unblocked: what came while they were blocked is not announced again. */
export function runUnblocked(): void {
  osSignalWord()[0] = -1;
  runHandlers();
}

function runHandler(signal: i32): void {
  if (wakeup.fd >= 0) tell(signal);
  const w_handler = handlers[signal];
  if (w_handler === w_None || w_handler === w_SIG_DFL || w_handler === w_SIG_IGN) return;
  const frame = ec.frame;
  call2(w_handler, newInt32(signal), frame === null ? w_None : frame);
}

const BYTE: Uint8Array = new Uint8Array(1);
function tell(signal: i32): void {
  BYTE[0] = signal;
  osWrite(wakeup.fd, BYTE, 0, 1);
}

setSignalCheck(runHandlers);

/** Signals of a set, as an `i64` with bit 0 for number 1. */
export function signalBit(signal: i32): i64 {
  return shl64(1n, signal - 1);
}
