/**
 * Raising and catching in frames. An exception that reaches the loop gets its context and a level of traceback, then
 * the block stack says where the frame goes on. A handler finds six values on the stack, as in CPython 3.10: what was
 * being handled before (traceback, value, class) and the exception itself (the same three).
 */
import { type Exception, type i32, MemoryError, StackOverflowError } from "@rts";
import { W_BaseException } from "../objspace/base_exception.ts";
import { call0, type } from "../objspace/call.ts";
import { OperationError, operationError, runtimeError, typeError } from "../objspace/errors.ts";
import {
  baseExceptionType,
  memoryErrorType,
  recursionErrorType,
  stopAsyncIterationType,
  systemErrorType,
} from "../objspace/exception_types.ts";
import { getValue, raiseAny, raiseValue } from "../objspace/exceptions.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { W_Traceback } from "../objspace/traceback.ts";
import { W_Tuple } from "../objspace/tuple.ts";
import { W_Type } from "../objspace/type.ts";
import { ec } from "./context.ts";
import { BlockKind, FrameBlock, type PyFrame } from "./frame.ts";
import { traceException } from "./tracing.ts";

export function recursionError(): OperationError {
  return operationError(recursionErrorType, "maximum recursion depth exceeded");
}

/** Python's exception for anything that RTS code throws; internal errors go on as they are. */
export function asOperationError(e: Exception): OperationError {
  if (e instanceof OperationError) return e;
  if (e instanceof StackOverflowError) return recursionError();
  if (e instanceof MemoryError) return operationError(memoryErrorType, "");
  throw e;
}

/** An exception arrived in `frame` at the instruction `pc`: its context and a level of its traceback. */
export function catchException(frame: PyFrame, e: Exception, pc: i32): OperationError {
  const error = asOperationError(e);
  if (!error.hasContext) setContext(error);
  if (error.keepsTraceback) {
    // The frame stands where the exception was raised first.
    error.keepsTraceback = false;
    return error;
  }
  error.w_traceback = new W_Traceback(error.w_traceback, frame, frame.lasti);
  frame.lasti = pc;
  if (ec.hasHooks) traceException(frame, error);
  return error;
}

/** `__context__` becomes the exception being handled; cycles that this would make are cut. */
function setContext(error: OperationError): void {
  error.hasContext = true;
  const w_handled = ec.handled;
  if (w_handled === null) return;
  const w_value = getValue(error);
  if (w_value === w_handled) return;
  let w_link: W_BaseException = w_handled;
  // Half as fast: a cycle that the program made is met again.
  let w_slow: W_BaseException = w_handled;
  for (let isOdd = false;; isOdd = !isOdd) {
    const w_context = w_link.w_context;
    if (w_context === null) break;
    if (w_context === w_value) {
      w_link.w_context = null;
      break;
    }
    w_link = w_context;
    if (w_link === w_slow) break;
    if (isOdd) w_slow = w_slow.w_context!;
  }
  w_value.w_context = w_handled;
}

/** Finds the handler of `error`: leaves blocks until one of it. Throws `error` when the frame has none. */
export function unwindFor(frame: PyFrame, error: OperationError): void {
  for (;;) {
    const block = frame.block;
    if (block === null) {
      frame.isFinished = true;
      clearStack(frame);
      throw error;
    }
    if (block.kind === BlockKind.Finally) return;
    frame.block = block.previous;
    dropAbove(frame, block.level + 3);
    leaveHandler(frame, block.level);
    frame.depth = block.level;
  }
}

/** Forgets what stands above `level`, also what an unfinished instruction left. */
function dropAbove(frame: PyFrame, level: i32): void {
  const slots = frame.slots;
  for (let i = level; i < slots.length; i++) {
    if (i >= frame.depth && slots[i] === null) break;
    slots[i] = null;
  }
  frame.depth = level;
}

function clearStack(frame: PyFrame): void {
  dropAbove(frame, frame.code.stackBase);
}

/** Enters the handler that {@link unwindFor} found; the depth of the stack. `frame.lasti` becomes where it begins. */
export function enterHandler(frame: PyFrame, error: OperationError): i32 {
  const block = frame.block!;
  dropAbove(frame, block.level);
  frame.block = new FrameBlock(BlockKind.Handler, -1, block.level, block.previous);
  const w_value = getValue(error);
  w_value.w_traceback = error.w_traceback;
  pushException(frame, frame.handled);
  pushException(frame, w_value);
  frame.handled = w_value;
  ec.handled = w_value;
  frame.lasti = block.handler;
  return frame.depth;
}

/** Pushes traceback, value and class of an exception, or None three times. */
function pushException(frame: PyFrame, w_value: W_BaseException | null): void {
  if (w_value === null) {
    frame.push(w_None);
    frame.push(w_None);
    frame.push(w_None);
    return;
  }
  frame.push(w_value.w_traceback ?? w_None);
  frame.push(w_value);
  frame.push(type(w_value));
}

/** Leaves a handler: what was being handled before stands in three places from `level`. */
export function leaveHandler(frame: PyFrame, level: i32): void {
  const w_before = frame.slots[level + 1];
  frame.handled = w_before instanceof W_BaseException ? w_before : null;
  ec.handled = frame.handled ?? frame.outerHandled;
  frame.slots[level] = null;
  frame.slots[level + 1] = null;
  frame.slots[level + 2] = null;
}

/** `RERAISE`: what the handler was entered for goes on, without another level of traceback. */
export function reraise(frame: PyFrame, sp: i32, restoreLine: i32): OperationError {
  const w_value = frame.slots[sp - 2];
  if (!(w_value instanceof W_BaseException)) {
    return operationError(systemErrorType, "no exception to reraise");
  }
  const error = raiseValue(w_value);
  error.hasContext = true;
  error.keepsTraceback = true;
  if (restoreLine !== 0 && w_value.w_traceback !== null && w_value.w_traceback.frame === frame) {
    frame.lasti = w_value.w_traceback.lasti;
  }
  return error;
}

/** `raise`, `raise x`, `raise x from y`. */
export function raiseVarargs(frame: PyFrame, sp: i32, count: i32): OperationError {
  if (count === 0) {
    const w_handled = ec.handled;
    if (w_handled === null) return runtimeError("No active exception to reraise");
    const error = raiseValue(w_handled);
    error.hasContext = true;
    error.keepsTraceback = true;
    return error;
  }
  const error = raiseAny(frame.slots[sp - count]!);
  if (count === 2) setCause(error, frame.slots[sp - 1]!);
  return error;
}

function setCause(error: OperationError, w_cause: W_Root): void {
  const w_value = error.w_value;
  if (w_value === null) return;
  if (w_cause === w_None) w_value.w_cause = null;
  else if (w_cause instanceof W_BaseException) w_value.w_cause = w_cause;
  else if (w_cause instanceof W_Type && w_cause.isSubtype(baseExceptionType)) {
    w_value.w_cause = call0(w_cause);
  } else throw typeError("exception causes must derive from BaseException");
  w_value.suppressContext = true;
}

/** `except w_class:` — does it take exceptions of class `w_type`? Throws TypeError for what is no exception class. */
export function matchesException(w_type: W_Root, w_class: W_Root): boolean {
  checkCatchable(w_class);
  return matches(w_type, w_class);
}

function checkCatchable(w_class: W_Root): void {
  if (w_class instanceof W_Tuple) {
    for (let i = 0; i < w_class.items.length; i++) checkOneCatchable(w_class.items[i]);
    return;
  }
  checkOneCatchable(w_class);
}

function checkOneCatchable(w_class: W_Root): void {
  if (w_class instanceof W_Type && w_class.isSubtype(baseExceptionType)) return;
  throw typeError("catching classes that do not inherit from BaseException is not allowed");
}

function matches(w_type: W_Root, w_class: W_Root): boolean {
  if (w_class instanceof W_Tuple) {
    for (let i = 0; i < w_class.items.length; i++) {
      if (matches(w_type, w_class.items[i])) return true;
    }
    return false;
  }
  return w_type instanceof W_Type && w_class instanceof W_Type && w_type.isSubtype(w_class);
}

/** `END_ASYNC_FOR`: ends the loop on StopAsyncIteration; other exceptions go on. */
export function endAsyncFor(frame: PyFrame, sp: i32): void {
  const w_type = frame.slots[sp - 1]!;
  if (!matches(w_type, stopAsyncIterationType)) throw reraise(frame, sp, 0);
  frame.block = frame.block!.previous;
  leaveHandler(frame, sp - 6);
  for (let i = sp - 7; i < sp; i++) frame.slots[i] = null;
}
