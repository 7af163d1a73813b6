/**
 * Generators, coroutines and async generators: a frame that can be left at `yield` and entered again. What they
 * share is here; `generator_methods.ts`, `coroutine.ts` and `async_generator.ts` have their classes' methods.
 */
import type { bool } from "@rts";
import {
  type OperationError,
  OperationError as PyError,
  runtimeError,
  typeError,
  valueError,
} from "../objspace/errors.ts";
import { stopAsyncIterationType, stopIterationType } from "../objspace/exception_types.ts";
import { getValue } from "../objspace/exceptions.ts";
import { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import type { W_Type } from "../objspace/type.ts";
import { asyncGeneratorType, coroutineType, generatorType } from "../objspace/types.ts";
import { CodeFlag, type W_Code } from "./code.ts";
import { runFrame } from "./eval.ts";
import type { PyFrame } from "./frame.ts";
import type { W_Function } from "./function.ts";
import { Op } from "./opcode.ts";

/** What generators, coroutines and async generators have in common. */
export abstract class W_GeneratorBase extends W_Root {
  /** Null once finished. */
  frame: PyFrame | null;
  readonly code: W_Code;
  name: W_Str;
  qualname: W_Str;
  isRunning: bool = false;
  /** What the body returned. */
  w_result: W_Root = w_None;

  constructor(frame: PyFrame, name: W_Str, qualname: W_Str) {
    super();
    this.frame = frame;
    this.code = frame.code;
    this.name = name;
    this.qualname = qualname;
    frame.generator = this;
  }

  /** How messages call it. */
  abstract kindName(): string;

  /**
   * Goes on until the next yield: the value, or null when the body returned ({@link w_result} has its value). Either
   * `w_sent` is what the yield gives, or `error` is raised there. Throws what the body raises.
   */
  resume(w_sent: W_Root, error: OperationError | null): W_Root | null {
    if (this.isRunning) throw valueError(`${this.kindName()} already executing`);
    const frame = this.frame;
    if (frame === null) return this.resumeFinished(error);
    if (frame.lasti < 0 && error === null && w_sent !== w_None) {
      throw typeError(`can't send non-None value to a just-started ${this.kindName()}`);
    }
    if (error === null) frame.push(w_sent);
    frame.thrown = error;
    this.isRunning = true;
    let w_result: W_Root;
    try {
      w_result = runFrame(frame);
    } catch (e) {
      this.frame = null;
      this.isRunning = false;
      if (e instanceof PyError) throw this.convert(e);
      throw e;
    }
    this.isRunning = false;
    if (!frame.isFinished) return w_result;
    this.frame = null;
    this.w_result = w_result;
    return null;
  }

  /** What a finished one does when it is entered again. */
  resumeFinished(error: OperationError | null): W_Root | null {
    if (error !== null) throw error;
    this.w_result = w_None;
    return null;
  }

  /** A StopIteration that leaves the body would be taken for its end: PEP 479 turns it into a RuntimeError. */
  private convert(error: OperationError): OperationError {
    const isAsync = this.code.has(CodeFlag.AsyncGenerator);
    if (error.matches(stopIterationType)) return this.wrapped(error, "StopIteration");
    if (isAsync && error.matches(stopAsyncIterationType)) return this.wrapped(error, "StopAsyncIteration");
    return error;
  }

  private wrapped(error: OperationError, name: string): OperationError {
    const w_cause = getValue(error);
    const wrapped = runtimeError(`${this.kindName()} raised ${name}`);
    const w_value = getValue(wrapped);
    w_value.w_cause = w_cause;
    w_value.w_context = w_cause;
    w_value.suppressContext = true;
    wrapped.hasContext = true;
    return wrapped;
  }

  /** What the body is delegating to (`yield from`, `await`); null for nothing. */
  delegate(): W_Root | null {
    const frame = this.frame;
    if (frame === null || frame.lasti < 0 || this.isRunning) return null;
    const next = frame.lasti + 2;
    if (next >= this.code.bytecode.length || this.code.bytecode[next] !== Op.YIELD_FROM) return null;
    return frame.slots[frame.depth - 1];
  }
}

/** A generator; also the object that a coroutine made by `types.coroutine` is. */
export class W_Generator extends W_GeneratorBase {
  override typeOf(): W_Type {
    return generatorType;
  }
  override kindName(): string {
    return "generator";
  }
  override iterNext(): W_Root | null {
    return this.resume(w_None, null);
  }
}

/** A coroutine. */
export class W_Coroutine extends W_GeneratorBase {
  /** `cr_origin`. */
  w_origin: W_Root = w_None;
  override typeOf(): W_Type {
    return coroutineType;
  }
  override kindName(): string {
    return "coroutine";
  }
  override resumeFinished(error: OperationError | null): W_Root | null {
    if (error !== null) throw error;
    throw runtimeError("cannot reuse already awaited coroutine");
  }
}

/** An async generator. */
export class W_AsyncGenerator extends W_GeneratorBase {
  hooksCalled: bool = false;
  isClosed: bool = false;
  /** `ag_running`: somebody awaits one of its steps. */
  isAwaited: bool = false;
  w_finalizer: W_Root | null = null;
  override typeOf(): W_Type {
    return asyncGeneratorType;
  }
  override kindName(): string {
    return "async generator";
  }
}

/** The object that calling a function with a generator's code makes. */
export function newGenerator(frame: PyFrame, w_function: W_Function): W_Root {
  const code = frame.code;
  if (code.has(CodeFlag.Coroutine)) return new W_Coroutine(frame, w_function.name, w_function.qualname);
  if (code.has(CodeFlag.AsyncGenerator)) {
    return new W_AsyncGenerator(frame, w_function.name, w_function.qualname);
  }
  return new W_Generator(frame, w_function.name, w_function.qualname);
}
