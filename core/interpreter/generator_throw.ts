/** `throw` and `close` of generators and coroutines, passed on to what they delegate to. */
import { W_BaseException } from "../objspace/base_exception.ts";
import { getattrOrNull } from "../objspace/attributes.ts";
import { call0, call1, call2, call3, callItems, type } from "../objspace/call.ts";
import { OperationError, runtimeError, typeError, typeName } from "../objspace/errors.ts";
import { baseExceptionType, generatorExitType, stopIterationType } from "../objspace/exception_types.ts";
import { raiseValue, stopIterationValue } from "../objspace/exceptions.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None, w_unset } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { W_Traceback } from "../objspace/traceback.ts";
import { W_Tuple } from "../objspace/tuple.ts";
import { W_Type } from "../objspace/type.ts";
import { ec } from "./context.ts";
import { W_Coroutine, W_Generator, type W_GeneratorBase } from "./generator.ts";
import { writeUnraisable } from "./unraisable.ts";

const s_throw: W_Str = internRts("throw");
const s_close: W_Str = internRts("close");

/** The arguments of `throw(type, value, traceback)`; `w_unset` where one was not given. */
export class Thrown {
  readonly w_type: W_Root;
  readonly w_value: W_Root;
  readonly w_traceback: W_Root;

  constructor(w_type: W_Root, w_value: W_Root, w_traceback: W_Root) {
    this.w_type = w_type;
    this.w_value = w_value;
    this.w_traceback = w_traceback;
  }

  /** True for GeneratorExit, which closes instead of being passed on. */
  isExit(): boolean {
    const w_type = this.w_type;
    if (w_type instanceof W_Type) return w_type.isSubtype(generatorExitType);
    return w_type instanceof W_BaseException && type(w_type).isSubtype(generatorExitType);
  }

  /** What is raised in the body. Throws TypeError when the arguments name no exception. */
  toError(): OperationError {
    const w_type = this.w_type;
    const w_traceback = this.w_traceback;
    if (w_traceback !== w_None && w_traceback !== w_unset && !(w_traceback instanceof W_Traceback)) {
      throw typeError("throw() third argument must be a traceback object");
    }
    let w_instance: W_BaseException;
    if (w_type instanceof W_Type && w_type.isSubtype(baseExceptionType)) {
      // What the class raises instead is raised in the body.
      try {
        w_instance = normalized(w_type, this.w_value);
      } catch (e) {
        if (e instanceof OperationError) return e;
        throw e;
      }
    } else if (w_type instanceof W_BaseException) {
      if (this.w_value !== w_None && this.w_value !== w_unset) {
        throw typeError("instance exception may not have a separate value");
      }
      w_instance = w_type;
    } else {
      throw typeError(
        `exceptions must be classes or instances deriving from BaseException, not ${typeName(w_type)}`,
      );
    }
    const error = raiseValue(w_instance);
    if (w_traceback instanceof W_Traceback) error.w_traceback = w_traceback;
    else if (w_type instanceof W_Type) error.w_traceback = null;
    return error;
  }
}

/** An exception of class `w_type` made of a value: an instance, a tuple of arguments, or one argument. */
function normalized(w_type: W_Type, w_value: W_Root): W_BaseException {
  if (w_value instanceof W_BaseException && type(w_value).isSubtype(w_type)) return w_value;
  let w_made: W_Root;
  if (w_value === w_unset || w_value === w_None) w_made = call0(w_type);
  else if (w_value instanceof W_Tuple) w_made = callItems(w_type, w_value.items);
  else w_made = call1(w_type, w_value);
  if (w_made instanceof W_BaseException) return w_made;
  throw typeError(
    `calling <class '${w_type.name.toRts()}'> should have returned an instance of BaseException, not ${
      typeName(w_made)
    }`,
  );
}

/**
 * `generator.throw(…)`: what the body or its delegate yields then, or null at the end ({@link W_GeneratorBase.w_result}).
 * `closesOnExit`: GeneratorExit closes the delegate instead of being thrown into it.
 */
export function throwInto(
  w_generator: W_GeneratorBase,
  thrown: Thrown,
  closesOnExit: boolean,
): W_Root | null {
  const w_delegate = w_generator.isRunning ? null : w_generator.delegate();
  if (w_delegate === null) return w_generator.resume(w_None, thrown.toError());
  if (closesOnExit && thrown.isExit()) {
    const error = closeDelegate(w_generator, w_delegate);
    return w_generator.resume(w_None, error ?? thrown.toError());
  }
  let w_method: W_Root | null = null;
  if (!(w_delegate instanceof W_Generator) && !(w_delegate instanceof W_Coroutine)) {
    w_method = getattrOrNull(w_delegate, s_throw);
    if (w_method === null) return w_generator.resume(w_None, thrown.toError());
  }
  return throwIntoDelegate(w_generator, w_delegate, w_method, thrown, closesOnExit);
}

/** Throws into the delegate; when that ends, the body goes on with its result, or with what it raises. */
function throwIntoDelegate(
  w_generator: W_GeneratorBase,
  w_delegate: W_Root,
  w_method: W_Root | null,
  thrown: Thrown,
  closesOnExit: boolean,
): W_Root | null {
  const frame = w_generator.frame!;
  const caller = ec.frame;
  let w_value: W_Root | null = null;
  let w_result: W_Root = w_None;
  let error: OperationError | null = null;
  // The delegate runs as if the body had called it: tracebacks and `sys._getframe` show that.
  w_generator.isRunning = true;
  frame.back = caller;
  ec.frame = frame;
  try {
    if (w_method !== null) {
      w_value = callThrow(w_method, thrown);
    } else {
      const w_sub = w_delegate as W_GeneratorBase;
      w_value = throwInto(w_sub, thrown, closesOnExit);
      w_result = w_sub.w_result;
    }
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    error = e;
  } finally {
    ec.frame = caller;
    frame.back = null;
    w_generator.isRunning = false;
  }
  if (w_value !== null) return w_value;
  w_generator.endDelegation();
  if (error === null) return w_generator.resume(w_result, null);
  // What the body is handling becomes the context.
  error.hasContext = false;
  if (!error.matches(stopIterationType)) return w_generator.resume(w_None, error);
  return w_generator.resume(stopIterationValue(error), null);
}

function callThrow(w_method: W_Root, thrown: Thrown): W_Root {
  if (thrown.w_value === w_unset) return call1(w_method, thrown.w_type);
  if (thrown.w_traceback === w_unset) return call2(w_method, thrown.w_type, thrown.w_value);
  return call3(w_method, thrown.w_type, thrown.w_value, thrown.w_traceback);
}

/** Closes what the body delegates to; what that raises, or null. */
function closeDelegate(w_generator: W_GeneratorBase, w_delegate: W_Root): OperationError | null {
  w_generator.isRunning = true;
  try {
    closeIterator(w_delegate);
  } catch (e) {
    w_generator.isRunning = false;
    if (e instanceof OperationError) return e;
    throw e;
  }
  w_generator.isRunning = false;
  return null;
}

function closeIterator(w_iterator: W_Root): void {
  if (w_iterator instanceof W_Generator || w_iterator instanceof W_Coroutine) {
    closeGenerator(w_iterator as W_GeneratorBase);
    return;
  }
  let w_close: W_Root | null = null;
  try {
    w_close = getattrOrNull(w_iterator, s_close);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    writeUnraisable(e, null, w_iterator);
  }
  if (w_close !== null) call0(w_close);
}

/** `generator.close()`: raises GeneratorExit in the body. Throws RuntimeError when it yields then. */
export function closeGenerator(w_generator: W_GeneratorBase): void {
  const w_delegate = w_generator.isRunning ? null : w_generator.delegate();
  let error: OperationError | null = null;
  if (w_delegate !== null) error = closeDelegate(w_generator, w_delegate);
  if (w_generator.frame === null && error === null) return;
  let w_value: W_Root | null;
  try {
    w_value = w_generator.resume(w_None, error ?? new OperationError(generatorExitType, "", null, null));
  } catch (e) {
    if (e instanceof OperationError && (e.matches(stopIterationType) || e.matches(generatorExitType))) return;
    throw e;
  }
  if (w_value !== null) throw runtimeError(`${w_generator.kindName()} ignored GeneratorExit`);
}
