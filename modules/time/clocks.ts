/** Clocks: reading them, what they are, and sleeping. */
import { type f64, type i32, type i64, i64ToF64, i64ToI32 } from "@rts";
import { osClock, osClockResolution, osClockSet, osSleep } from "@rts/os";
import { checkSignals } from "../../core/interpreter/signals.ts";
import { typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newBool, newInt } from "../../core/objspace/int.ts";
import { getInstanceDict } from "../../core/objspace/instance_dict.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { newSimpleNamespace } from "../../core/objspace/simple_namespace.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { i64Argument } from "../posix/arguments.ts";
import { nanoseconds, NS_PER_SECOND, Rounding } from "./duration.ts";

/** Linux's numbers. */
export const REALTIME: i32 = 0;
export const MONOTONIC: i32 = 1;
export const PROCESS: i32 = 2;
export const THREAD: i32 = 3;

/** Nanoseconds as a float of seconds; whole seconds are exact. */
export function secondsOf(ns: i64): f64 {
  if (ns % NS_PER_SECOND === 0n) return i64ToF64(ns / NS_PER_SECOND);
  return i64ToF64(ns) / 1e9;
}

function seconds(clock: i32): W_Root {
  return newFloat(secondsOf(osClock(clock)));
}

export const time = (): W_Root => seconds(REALTIME);
export const monotonic = (): W_Root => seconds(MONOTONIC);
export const processTime = (): W_Root => seconds(PROCESS);
export const threadTime = (): W_Root => seconds(THREAD);
export const timeNs = (): W_Root => newInt(osClock(REALTIME));
export const monotonicNs = (): W_Root => newInt(osClock(MONOTONIC));
export const processTimeNs = (): W_Root => newInt(osClock(PROCESS));
export const threadTimeNs = (): W_Root => newInt(osClock(THREAD));

/** `sleep(seconds)`; goes on after signals (PEP 475). */
export function sleep(w_seconds: W_Root): W_Root {
  let left = nanoseconds(w_seconds, Rounding.Up);
  if (left < 0n) throw valueError("sleep length must be non-negative");
  const end = osClock(MONOTONIC) + left;
  for (;;) {
    const rest = osSleep(left);
    checkSignals();
    if (rest <= 0n) return w_None;
    left = end - osClock(MONOTONIC);
    if (left <= 0n) return w_None;
  }
}

function checked(ns: i64): i64 {
  if (ns < 0n) throw osError(i64ToI32(-ns), null);
  return ns;
}

export function clockGettime(w_clock: W_Root): W_Root {
  return newFloat(secondsOf(checked(osClock(intArgument(w_clock)))));
}
export function clockGettimeNs(w_clock: W_Root): W_Root {
  return newInt(checked(osClock(intArgument(w_clock))));
}
export function clockGetres(w_clock: W_Root): W_Root {
  return newFloat(i64ToF64(checked(osClockResolution(intArgument(w_clock)))) * 1e-9);
}
export function clockSettime(w_clock: W_Root, w_seconds: W_Root): W_Root {
  const clock = intArgument(w_clock);
  checked(osClockSet(clock, nanoseconds(w_seconds, Rounding.Floor)));
  return w_None;
}
export function clockSettimeNs(w_clock: W_Root, w_ns: W_Root): W_Root {
  const clock = intArgument(w_clock);
  checked(osClockSet(clock, i64Argument(w_ns)));
  return w_None;
}

const s_implementation: W_Str = internRts("implementation");
const s_monotonic: W_Str = internRts("monotonic");
const s_adjustable: W_Str = internRts("adjustable");
const s_resolution: W_Str = internRts("resolution");

/** Names of the system's clocks by number. */
const CLOCK_NAMES: string[] = [
  "CLOCK_REALTIME",
  "CLOCK_MONOTONIC",
  "CLOCK_PROCESS_CPUTIME_ID",
  "CLOCK_THREAD_CPUTIME_ID",
];
/** Clocks of `get_clock_info`. */
const CLOCKS: Map<string, i32> = new Map<string, i32>([
  ["time", REALTIME],
  ["monotonic", MONOTONIC],
  ["perf_counter", MONOTONIC],
  ["process_time", PROCESS],
  ["thread_time", THREAD],
]);

export function getClockInfo(w_name: W_Root): W_Root {
  if (!(w_name instanceof W_Str)) {
    throw typeError(`get_clock_info() argument 1 must be str, not ${typeName(w_name)}`);
  }
  const clock = CLOCKS.get(w_name.toRts()) ?? -1;
  if (clock < 0) throw valueError("unknown clock");
  const w_info = newSimpleNamespace();
  const w_dict = getInstanceDict(w_info);
  w_dict.setStr(s_implementation, fromRts(`clock_gettime(${CLOCK_NAMES[clock]})`));
  w_dict.setStr(s_monotonic, newBool(clock !== REALTIME));
  w_dict.setStr(s_adjustable, newBool(clock === REALTIME));
  w_dict.setStr(s_resolution, newFloat(i64ToF64(osClockResolution(clock)) * 1e-9));
  return w_info;
}
