/**
 * `sys.settrace` and `sys.setprofile`. The eval loop asks {@link traceInstruction} before each instruction while a hook
 * is set; events are those of CPython 3.10 (PEP 626: a line event whenever another line begins, or a jump goes back).
 */
import type { i32 } from "@rts";
import type { OperationError } from "../objspace/errors.ts";
import { getValue } from "../objspace/exceptions.ts";
import { call3, type } from "../objspace/call.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { newTuple3 } from "../objspace/tuple.ts";
import { ec } from "./context.ts";
import { FrameDebug } from "./debug.ts";
import type { PyFrame } from "./frame.ts";

const s_call: W_Str = internRts("call");
const s_line: W_Str = internRts("line");
const s_return: W_Str = internRts("return");
const s_exception: W_Str = internRts("exception");
const s_c_call: W_Str = internRts("c_call");
const s_c_return: W_Str = internRts("c_return");
const s_c_exception: W_Str = internRts("c_exception");
const s_opcode: W_Str = internRts("opcode");

function debugOf(frame: PyFrame): FrameDebug {
  let debug = frame.debug;
  if (debug === null) {
    debug = new FrameDebug();
    frame.debug = debug;
  }
  return debug;
}

/** Calls a hook with tracing switched off. An exception of the hook switches it off for good. */
function callHook(w_hook: W_Root, frame: PyFrame, event: W_Str, w_argument: W_Root): W_Root {
  const hadHooks = ec.hasHooks;
  ec.isTracing = true;
  ec.hasHooks = false;
  try {
    const w_result = call3(w_hook, frame, event, w_argument);
    ec.isTracing = false;
    updateHooks();
    return w_result;
  } catch (e) {
    ec.isTracing = false;
    ec.hasHooks = hadHooks;
    throw e;
  }
}

/** To be called after a hook was set or taken away. */
export function updateHooks(): void {
  ec.hasHooks = !ec.isTracing && (ec.w_trace !== null || ec.w_profile !== null);
}

function callTrace(frame: PyFrame, event: W_Str, w_argument: W_Root): void {
  const debug = debugOf(frame);
  const w_local = event === s_call ? ec.w_trace : debug.w_trace;
  if (w_local === null || ec.isTracing) return;
  try {
    const w_result = callHook(w_local, frame, event, w_argument);
    if (event === s_call) debug.w_trace = w_result === w_None ? null : w_result;
    else if (w_result !== w_None) debug.w_trace = w_result;
  } catch (e) {
    ec.w_trace = null;
    debug.w_trace = null;
    updateHooks();
    throw e;
  }
}

function callProfile(frame: PyFrame, event: W_Str, w_argument: W_Root): void {
  const w_profile = ec.w_profile;
  if (w_profile === null || ec.isTracing) return;
  try {
    callHook(w_profile, frame, event, w_argument);
  } catch (e) {
    ec.w_profile = null;
    updateHooks();
    throw e;
  }
}

/** Before an instruction that calls a built-in function. */
export function traceBuiltinCall(frame: PyFrame, w_called: W_Root): void {
  callProfile(frame, s_c_call, w_called);
}

/** The built-in function returned. */
export function traceBuiltinReturn(frame: PyFrame, w_called: W_Root): void {
  callProfile(frame, s_c_return, w_called);
}

/** The built-in function raised. */
export function traceBuiltinException(frame: PyFrame, w_called: W_Root): void {
  callProfile(frame, s_c_exception, w_called);
}

/** A frame begins, or a generator's frame goes on. */
export function traceCall(frame: PyFrame): void {
  if (ec.w_trace !== null) callTrace(frame, s_call, w_None);
  callProfile(frame, s_call, w_None);
}

/** A frame returns or yields: the value goes on. */
export function traceReturn(frame: PyFrame, w_result: W_Root): W_Root {
  if (ec.w_trace !== null) callTrace(frame, s_return, w_result);
  callProfile(frame, s_return, w_result);
  return w_result;
}

/** An exception leaves a frame. */
export function traceUnwind(frame: PyFrame): void {
  if (ec.w_trace !== null) callTrace(frame, s_return, w_None);
  callProfile(frame, s_return, w_None);
}

/** An exception passes through a frame. */
export function traceException(frame: PyFrame, error: OperationError): void {
  const debug = frame.debug;
  if (ec.w_trace === null || debug === null || debug.w_trace === null || ec.isTracing) return;
  const w_value = getValue(error);
  debug.isUnwinding = true;
  try {
    callTrace(frame, s_exception, newTuple3(type(w_value), w_value, error.w_traceback ?? w_None));
  } finally {
    debug.isUnwinding = false;
  }
}

/** Before an instruction: line and opcode events. Where to go on when the hook set `f_lineno`, else -1. */
export function traceInstruction(frame: PyFrame): i32 {
  const debug = frame.debug;
  if (ec.w_trace === null || debug === null || debug.w_trace === null || ec.isTracing) return -1;
  const before = frame.lasti;
  const line = frame.code.lineOf(before);
  const goesBack = before < debug.previous;
  const isNew = goesBack || (line !== debug.lastLine && frame.code.isLineStart(before));
  debug.previous = before;
  debug.lastLine = line;
  if (line >= 0 && debug.traceLines && isNew) callTrace(frame, s_line, w_None);
  if (debug.traceOpcodes && debug.w_trace !== null) callTrace(frame, s_opcode, w_None);
  if (frame.lasti === before) return -1;
  // The line that the hook chose is no event of its own.
  debug.lastLine = frame.code.lineOf(frame.lasti);
  debug.previous = frame.lasti;
  return frame.lasti;
}
