/**
 * The steps of async generators (PEP 525). `asend`, `athrow`, `aclose` and `__anext__` return awaitables: each one goes
 * through its generator until that yields a value (then the await ends with it), and passes on what the generator's own
 * awaits yield.
 */
import type { Exception, i32 } from "@rts";
import { call1 } from "../objspace/call.ts";
import { OperationError, operationError, runtimeError } from "../objspace/errors.ts";
import { generatorExitType, stopAsyncIterationType } from "../objspace/exception_types.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None, w_unset } from "../objspace/singletons.ts";
import type { W_Type } from "../objspace/type.ts";
import { asyncGeneratorAsendType, asyncGeneratorAthrowType } from "../objspace/types.ts";
import { ec } from "./context.ts";
import type { W_AsyncGenerator } from "./generator.ts";
import { W_Resumable } from "./resumable.ts";
import { W_AsyncGeneratorValue } from "./generator_steps.ts";
import { throwInto, Thrown } from "./generator_throw.ts";

const enum AwaitState {
  /** Not awaited yet. */
  Init,
  /** Being awaited. */
  Running,
  /** Ended: it cannot be awaited again. */
  Closed,
}

/** What the first step of a generator does: tells the event loop (`sys.set_asyncgen_hooks`). */
export function callFirstIter(w_generator: W_AsyncGenerator): void {
  if (w_generator.hooksCalled) return;
  w_generator.hooksCalled = true;
  w_generator.w_finalizer = ec.w_asyncgenFinalizer;
  const w_first = ec.w_asyncgenFirstiter;
  if (w_first !== null) call1(w_first, w_generator);
}

/** `__anext__()`: the awaitable of the next element. */
export function asyncGeneratorNext(w_generator: W_AsyncGenerator): W_Root {
  callFirstIter(w_generator);
  return new W_AsyncGeneratorAsend(w_generator, w_None);
}

function stopAsyncIteration(): OperationError {
  return operationError(stopAsyncIterationType, "");
}

function endsGenerator(error: OperationError): boolean {
  return error.matches(stopAsyncIterationType) || error.matches(generatorExitType);
}

/** One step of a generator; what it yields for the event loop, or null with {@link w_result} for a value. */
abstract class W_AsyncStep extends W_Resumable {
  readonly w_generator: W_AsyncGenerator;
  state: i32 = AwaitState.Init;

  constructor(w_generator: W_AsyncGenerator) {
    super();
    this.w_generator = w_generator;
  }

  /** `throw()`. */
  abstract throwIn(thrown: Thrown): W_Root | null;

  /** Tells what the generator handed out: a value ends the await. Throws StopAsyncIteration at its end. */
  protected unwrap(w_yielded: W_Root | null): W_Root | null {
    const w_generator = this.w_generator;
    if (w_yielded === null) {
      w_generator.isClosed = true;
      w_generator.isAwaited = false;
      throw stopAsyncIteration();
    }
    if (!(w_yielded instanceof W_AsyncGeneratorValue)) return w_yielded;
    this.w_result = w_yielded.w_value;
    w_generator.isAwaited = false;
    return null;
  }

  /** Notes that the generator raised `e`. */
  protected noteError(e: Exception): void {
    const w_generator = this.w_generator;
    if (e instanceof OperationError && endsGenerator(e)) w_generator.isClosed = true;
    w_generator.isAwaited = false;
  }
}

/** The awaitable of `asend()` and `__anext__()`. */
export class W_AsyncGeneratorAsend extends W_AsyncStep {
  readonly w_value: W_Root;

  constructor(w_generator: W_AsyncGenerator, w_value: W_Root) {
    super(w_generator);
    this.w_value = w_value;
  }

  override typeOf(): W_Type {
    return asyncGeneratorAsendType;
  }

  override resume(w_sent: W_Root, error: OperationError | null): W_Root | null {
    this.checkOpen();
    const w_generator = this.w_generator;
    let w_value = w_sent;
    if (this.state === AwaitState.Init) {
      if (w_generator.isAwaited) throw runtimeError("anext(): asynchronous generator is already running");
      if (w_sent === w_None) w_value = this.w_value;
      this.state = AwaitState.Running;
    }
    w_generator.isAwaited = true;
    let w_yielded: W_Root | null;
    try {
      w_yielded = w_generator.resume(w_value, error);
    } catch (e) {
      this.noteError(e as Exception);
      this.state = AwaitState.Closed;
      throw e;
    }
    return this.finish(w_yielded);
  }

  override throwIn(thrown: Thrown): W_Root | null {
    this.checkOpen();
    let w_yielded: W_Root | null;
    try {
      w_yielded = throwInto(this.w_generator, thrown, true);
    } catch (e) {
      this.noteError(e as Exception);
      this.state = AwaitState.Closed;
      throw e;
    }
    return this.finish(w_yielded);
  }

  private checkOpen(): void {
    if (this.state === AwaitState.Closed) {
      throw runtimeError("cannot reuse already awaited __anext__()/asend()");
    }
  }

  private finish(w_yielded: W_Root | null): W_Root | null {
    if (w_yielded === null) this.state = AwaitState.Closed;
    const w_passed = this.unwrap(w_yielded);
    if (w_passed === null) this.state = AwaitState.Closed;
    return w_passed;
  }
}

/** The awaitable of `athrow()`, and of `aclose()` (then `thrown` is null). */
export class W_AsyncGeneratorAthrow extends W_AsyncStep {
  readonly thrown: Thrown | null;

  constructor(w_generator: W_AsyncGenerator, thrown: Thrown | null) {
    super(w_generator);
    this.thrown = thrown;
  }

  override typeOf(): W_Type {
    return asyncGeneratorAthrowType;
  }

  override resume(w_sent: W_Root, error: OperationError | null): W_Root | null {
    if (this.state === AwaitState.Closed) throw this.reused();
    if (this.w_generator.frame === null) {
      this.state = AwaitState.Closed;
      this.w_result = w_None;
      return null;
    }
    if (this.state === AwaitState.Init) return this.begin(w_sent);
    let w_yielded: W_Root | null;
    try {
      w_yielded = this.w_generator.resume(w_sent, error);
    } catch (e) {
      if (this.thrown !== null) this.noteError(e as Exception);
      return this.failed(e as Exception, this.thrown === null);
    }
    return this.thrown === null ? this.closeStep(w_yielded) : this.unwrap(w_yielded);
  }

  private begin(w_sent: W_Root): W_Root | null {
    const w_generator = this.w_generator;
    const thrown = this.thrown;
    if (w_generator.isAwaited) {
      this.state = AwaitState.Closed;
      const name = thrown === null ? "aclose" : "athrow";
      throw runtimeError(`${name}(): asynchronous generator is already running`);
    }
    if (w_generator.isClosed) {
      this.state = AwaitState.Closed;
      throw stopAsyncIteration();
    }
    if (w_sent !== w_None) throw runtimeError("can't send non-None value to a just-started coroutine");
    this.state = AwaitState.Running;
    w_generator.isAwaited = true;
    if (thrown === null) w_generator.isClosed = true;
    let w_yielded: W_Root | null;
    try {
      w_yielded = throwInto(w_generator, thrown ?? new Thrown(generatorExitType, w_unset, w_unset), false);
    } catch (e) {
      if (thrown !== null) this.noteError(e as Exception);
      return this.failed(e as Exception, true);
    }
    if (thrown === null) return this.closeStep(w_yielded);
    try {
      return this.unwrap(w_yielded);
    } catch (e) {
      return this.failed(e as Exception, true);
    }
  }

  /** What `aclose()` makes of what the generator handed out. */
  private closeStep(w_yielded: W_Root | null): W_Root | null {
    if (w_yielded === null) return this.failed(stopAsyncIteration(), true);
    if (!(w_yielded instanceof W_AsyncGeneratorValue)) return w_yielded;
    this.end();
    throw runtimeError("async generator ignored GeneratorExit");
  }

  /** The generator raised `e`: the await ends with it, that of `aclose()` well when the generator is closed. */
  private failed(e: Exception, ends: boolean): W_Root | null {
    if (ends) this.end();
    if (this.thrown === null && e instanceof OperationError && endsGenerator(e)) {
      this.w_result = w_None;
      return null;
    }
    throw e;
  }

  private end(): void {
    this.w_generator.isAwaited = false;
    this.state = AwaitState.Closed;
  }

  private reused(): OperationError {
    return runtimeError("cannot reuse already awaited aclose()/athrow()");
  }

  override throwIn(thrown: Thrown): W_Root | null {
    if (this.state === AwaitState.Closed) throw this.reused();
    let w_yielded: W_Root | null;
    try {
      w_yielded = throwInto(this.w_generator, thrown, true);
    } catch (e) {
      if (this.thrown !== null) this.noteError(e as Exception);
      return this.failed(e as Exception, false);
    }
    if (this.thrown !== null) return this.unwrap(w_yielded);
    if (w_yielded instanceof W_AsyncGeneratorValue) {
      this.end();
      throw runtimeError("async generator ignored GeneratorExit");
    }
    return w_yielded === null ? this.failed(stopAsyncIteration(), false) : w_yielded;
  }
}

/** `close()` of an awaitable. */
export function closeStep(w_step: W_Root): void {
  (w_step as W_AsyncStep).state = AwaitState.Closed;
}

/** `throw()` of an awaitable; its result stands in `w_result` when the answer is null. */
export function throwIntoStep(w_step: W_Root, thrown: Thrown): W_Root | null {
  return (w_step as W_AsyncStep).throwIn(thrown);
}
