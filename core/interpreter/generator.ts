/**
 * Generators, coroutines and async generators: a frame that can be left at `yield` and entered again. What they
 * share is here; `generator_methods.ts` and `async_generator_methods.ts` have their classes' methods.
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
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import type { W_Type } from "../objspace/type.ts";
import { asyncGeneratorType, coroutineType, generatorType } from "../objspace/types.ts";
import { CodeFlag, type W_Code } from "./code.ts";
import { ec } from "./context.ts";
import { coroutineOrigin } from "./coroutine_origin.ts";
import { runFrame } from "./eval.ts";
import { finalizerState } from "./finalizer_queue.ts";
import type { PyFrame } from "./frame.ts";
import type { W_Function } from "./function.ts";
import { type GeneratorGuard, guardGenerator, releaseGuard } from "./generator_guard.ts";
import { Op } from "./opcode.ts";
import { W_Resumable } from "./resumable.ts";

/** What generators, coroutines and async generators have in common. */
export abstract class W_GeneratorBase extends W_Resumable {
  /** Null once finished. */
  frame: PyFrame | null;
  readonly code: W_Code;
  name: W_Str;
  qualname: W_Str;
  isRunning: boolean = false;
  /** What closes it when it is collected; null where nothing has to be closed. */
  guard: GeneratorGuard | null = null;

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

  /** Throws what the body raises. */
  override resume(w_sent: W_Root, error: OperationError | null): W_Root | null {
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
      this.finish();
      this.isRunning = false;
      frame.back = null;
      if (e instanceof PyError) throw this.convert(e);
      throw e;
    }
    this.isRunning = false;
    frame.back = null;
    if (!frame.isFinished) return w_result;
    this.finish();
    this.w_result = w_result;
    return null;
  }

  /** The body ended. */
  finish(): void {
    this.frame = null;
    if (this.guard !== null) releaseGuard(this);
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
    w_cause.w_traceback = error.w_traceback;
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
    if (frame === null || frame.lasti < 0 || frame.isRunning) return null;
    const next = frame.lasti + 2;
    if (next >= this.code.bytecode.length || this.code.bytecode[next] !== Op.YIELD_FROM) return null;
    return frame.slots[frame.depth - 1];
  }

  /** Takes the finished delegate away: the body goes on after its `yield from`. */
  endDelegation(): void {
    const frame = this.frame!;
    frame.pop();
    frame.lasti += 2;
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
  override resumeFinished(_error: OperationError | null): W_Root | null {
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
  if (code.has(CodeFlag.Coroutine)) {
    const w_coroutine = new W_Coroutine(frame, w_function.name, w_function.qualname);
    if (ec.originDepth > 0) w_coroutine.w_origin = coroutineOrigin();
    guardGenerator(w_coroutine);
    finalizerState.endsVisibly = true;
    return w_coroutine;
  }
  if (code.has(CodeFlag.AsyncGenerator)) {
    const w_generator = new W_AsyncGenerator(frame, w_function.name, w_function.qualname);
    guardGenerator(w_generator);
    return w_generator;
  }
  const w_generator = new W_Generator(frame, w_function.name, w_function.qualname);
  if (code.needsClose()) guardGenerator(w_generator);
  return w_generator;
}
