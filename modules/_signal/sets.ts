/** Sets of signals, timers, and waiting for signals. */
import { type i32, type i64, i64ToF64 } from "@rts";
import {
  osAlarm,
  osFstat,
  osGetBlocking,
  osGetId,
  osGetitimer,
  osKill,
  osPause,
  osSetitimer,
  osSiginterrupt,
  osSigmask,
  osSigpending,
  osSigwait,
} from "@rts/os";
import { call1, call2, call3 } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { OperationError, valueError } from "../../core/objspace/errors.ts";
import { osError, strerror } from "../../core/objspace/exception_errno.ts";
import { osErrorType } from "../../core/objspace/exception_types.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { newStructSeqOf, structseqClass } from "../../core/objspace/structseq.ts";
import { clampI32, index, intArgument } from "../../core/objspace/truth.ts";
import { newTuple1, newTuple2 } from "../../core/objspace/tuple.ts";
import type { W_BaseException } from "../../core/objspace/base_exception.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { setType, typeType } from "../../core/objspace/types.ts";
import { nanoseconds, Rounding } from "../time/duration.ts";
import { NSIG, runHandlers, runUnblocked, signalArgument, signalBit, wakeup } from "./handlers.ts";

/** The set object of signals. */
function setOf(signals: i64): W_Root {
  const found: W_Root[] = [];
  for (let signal: i32 = 1; signal < NSIG; signal++) {
    if ((signals & signalBit(signal)) !== 0n) found.push(newInt32(signal));
  }
  return call1(setType, listOf(found));
}

/** Signals of an iterable. Throws ValueError. */
function maskOf(w_signals: W_Root): i64 {
  const items = fixedItems(w_signals);
  let mask: i64 = 0n;
  for (let i: i32 = 0; i < items.length; i++) {
    const w_int = index(items[i]);
    const signal = w_int.fitsI64() ? clampI32(w_int.asI64()) : -1;
    if (signal < 1 || signal >= NSIG) {
      throw valueError(`signal number ${signal} out of range [1; ${NSIG - 1}]`);
    }
    mask |= signalBit(signal);
  }
  return mask;
}

export function validSignals(): W_Root {
  return setOf(~(signalBit(32) | signalBit(33)));
}

export function pthreadSigmask(w_how: W_Root, w_mask: W_Root): W_Root {
  const how = intArgument(w_how);
  const mask = maskOf(w_mask);
  if (how < 0 || how > 2) throw osError(22, null);
  const before = osSigmask(how, mask);
  runUnblocked();
  return setOf(before);
}

export function sigpending(): W_Root {
  return setOf(osSigpending());
}

const siginfoType: W_Type = structseqClass("struct_siginfo", "signal", {
  doc: "What the system tells of a signal.",
  fields: ["si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"],
});
export { siginfoType };

const EINTR: i32 = 4;
const EAGAIN: i32 = 11;

/** Waits for one of the signals; the number, or `-EAGAIN` when the time is over. */
function waitFor(mask: i64, timeout: i64): i32 {
  const request = new BigInt64Array(5);
  request[0] = mask;
  request[1] = timeout;
  for (;;) {
    const signal = osSigwait(request);
    if (signal === -EINTR) {
      runHandlers();
      continue;
    }
    if (signal < 0 && signal !== -EAGAIN) throw osError(-signal, null);
    return signal;
  }
}

export function sigwait(w_signals: W_Root): W_Root {
  return newInt32(waitFor(maskOf(w_signals), -1n));
}
export function sigwaitinfo(w_signals: W_Root): W_Root {
  return siginfo(waitFor(maskOf(w_signals), -1n));
}
export function sigtimedwait(w_signals: W_Root, w_timeout: W_Root): W_Root {
  const timeout = nanoseconds(w_timeout, Rounding.Ceiling);
  if (timeout < 0n) throw valueError("timeout must be non-negative");
  const signal = waitFor(maskOf(w_signals), timeout);
  return signal === -EAGAIN ? w_None : siginfo(signal);
}
function siginfo(signal: i32): W_Root {
  const w_zero = newInt32(0);
  return newStructSeqOf(siginfoType, [newInt32(signal), w_zero, w_zero, w_zero, w_zero, w_zero, w_zero]);
}

export function siginterrupt(w_signal: W_Root, w_flag: W_Root): W_Root {
  const signal = signalArgument(w_signal);
  const result = osSiginterrupt(signal, intArgument(w_flag) !== 0 ? 1 : 0);
  if (result < 0) throw osError(-result, null);
  return w_None;
}

export function raiseSignal(w_signal: W_Root): W_Root {
  const result = osKill(osGetId(0), intArgument(w_signal));
  if (result < 0) throw osError(-result, null);
  runHandlers();
  return w_None;
}
export function pthreadKill(_w_thread: W_Root, w_signal: W_Root): W_Root {
  return raiseSignal(w_signal);
}

export function pause(): W_Root {
  osPause();
  runHandlers();
  return w_None;
}
export function alarm(w_seconds: W_Root): W_Root {
  return newInt32(osAlarm(intArgument(w_seconds)));
}

// --- timers ---

let w_itimerErrorClass: W_Type | null = null;

/** `signal.ItimerError`, made when it is first needed. */
export function itimerErrorClass(): W_Type {
  const w_known = w_itimerErrorClass;
  if (w_known !== null) return w_known;
  const w_namespace = new W_Dict();
  w_namespace.setStr(internRts("__module__"), internRts("signal"));
  const w_made = call3(typeType, fromRts("itimer_error"), newTuple1(osErrorType), w_namespace) as W_Type;
  w_itimerErrorClass = w_made;
  return w_made;
}

function itimerError(errno: i32): OperationError {
  const w_value = call2(itimerErrorClass(), newInt32(errno), fromRts(strerror(errno))) as W_BaseException;
  return new OperationError(w_value.map.w_type, "", null, w_value);
}

/** Delay and interval as Python shows them. */
function timerTuple(times: BigInt64Array): W_Root {
  return newTuple2(newFloat(i64ToF64(times[1] / 1000n) / 1e6), newFloat(i64ToF64(times[0] / 1000n) / 1e6));
}

export function setitimer(w_which: W_Root, w_seconds: W_Root, w_interval: W_Root): W_Root {
  const which = intArgument(w_which);
  const times = new BigInt64Array(2);
  times[1] = nanoseconds(w_seconds, Rounding.Ceiling);
  times[0] = nanoseconds(w_interval, Rounding.Ceiling);
  const old = new BigInt64Array(2);
  if (times[0] < 0n || times[1] < 0n) throw itimerError(22);
  const result = osSetitimer(which, times, old);
  if (result < 0) throw itimerError(-result);
  return timerTuple(old);
}
export function getitimer(w_which: W_Root): W_Root {
  const times = new BigInt64Array(2);
  const result = osGetitimer(intArgument(w_which), times);
  if (result < 0) throw itimerError(-result);
  return timerTuple(times);
}

/** `set_wakeup_fd(fd, *, warn_on_full_buffer=True)`. */
export function setWakeupFd(w_fd: W_Root, _w_warn: W_Root): W_Root {
  const fd = intArgument(w_fd);
  if (fd >= 0) {
    const result = osFstat(fd, new BigInt64Array(14));
    if (result < 0) throw osError(-result, null);
    if (osGetBlocking(fd) === 1) throw valueError(`the fd ${fd} must be in non-blocking mode`);
  }
  const old = wakeup.fd;
  wakeup.fd = fd < 0 ? -1 : fd;
  return newInt32(old);
}
