/** `await`, `async for`, `async with`. */
import type { i32 } from "@rts";
import { call0, callSpecial1, type } from "../objspace/call.ts";
import { OperationError, runtimeError, typeError, typeName } from "../objspace/errors.ts";
import type { W_Root } from "../objspace/root.ts";
import { Special } from "../objspace/special.ts";
import { CodeFlag } from "./code.ts";
import type { PyFrame } from "./frame.ts";
import { W_AsyncGenerator, W_Coroutine, W_Generator } from "./generator.ts";
import { managerMethod } from "./with_statement.ts";
import { Op } from "./opcode.ts";
import { getValue } from "../objspace/exceptions.ts";
import { asyncGeneratorNext } from "./async_generator.ts";

/** The iterator that `await w_obj` runs. Throws TypeError for what cannot be awaited. */
export function awaitIterator(w_obj: W_Root): W_Root {
  if (w_obj instanceof W_Coroutine || isIterableCoroutine(w_obj)) return w_obj;
  const w_await = type(w_obj).special[Special.Await];
  if (w_await === null) throw typeError(`object ${typeName(w_obj)} can't be used in 'await' expression`);
  const w_iterator = callSpecial1(w_await, w_obj);
  if (w_iterator instanceof W_Coroutine || isIterableCoroutine(w_iterator)) {
    throw typeError("__await__() returned a coroutine");
  }
  if (type(w_iterator).special[Special.Next] === null) {
    throw typeError(`__await__() returned non-iterator of type '${typeName(w_iterator)}'`);
  }
  return w_iterator;
}

function isIterableCoroutine(w_obj: W_Root): boolean {
  return w_obj instanceof W_Generator && w_obj.code.has(CodeFlag.IterableCoroutine);
}

/** `GET_AWAITABLE`: its error names the statement that awaits. */
export function getAwaitable(frame: PyFrame, pc: i32, w_obj: W_Root): W_Root {
  const w_iterator = awaitOrExplain(frame, pc, w_obj);
  if (w_iterator instanceof W_Coroutine && w_iterator.delegate() !== null) {
    throw runtimeError("coroutine is being awaited already");
  }
  return w_iterator;
}

function awaitOrExplain(frame: PyFrame, pc: i32, w_obj: W_Root): W_Root {
  if (type(w_obj).special[Special.Await] === null && !isIterableCoroutine(w_obj)) {
    const before = pc >= 2 ? frame.code.bytecode[pc - 2] : 0;
    if (before === Op.BEFORE_ASYNC_WITH) {
      throw typeError(
        `'async with' received an object from __aenter__ that does not implement __await__: ${
          typeName(w_obj)
        }`,
      );
    }
    const twoBefore = pc >= 4 ? frame.code.bytecode[pc - 4] : 0;
    if (before === Op.WITH_EXCEPT_START || (before === Op.CALL_FUNCTION && twoBefore === Op.DUP_TOP)) {
      throw typeError(
        `'async with' received an object from __aexit__ that does not implement __await__: ${
          typeName(w_obj)
        }`,
      );
    }
  }
  return awaitIterator(w_obj);
}

/** `GET_AITER`. */
export function getAiter(w_obj: W_Root): W_Root {
  const w_aiter = type(w_obj).special[Special.Aiter];
  if (w_aiter === null) {
    throw typeError(`'async for' requires an object with __aiter__ method, got ${typeName(w_obj)}`);
  }
  const w_iterator = callSpecial1(w_aiter, w_obj);
  if (type(w_iterator).special[Special.Anext] === null) {
    throw typeError(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${
        typeName(w_iterator)
      }`,
    );
  }
  return w_iterator;
}

/** `GET_ANEXT`: the iterator to await for the next element. */
export function getAnext(w_iterator: W_Root): W_Root {
  if (w_iterator instanceof W_AsyncGenerator) return asyncGeneratorNext(w_iterator);
  const w_anext = type(w_iterator).special[Special.Anext];
  if (w_anext === null) {
    throw typeError(`'async for' requires an iterator with __anext__ method, got ${typeName(w_iterator)}`);
  }
  const w_next = callSpecial1(w_anext, w_iterator);
  try {
    return awaitIterator(w_next);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    throw fromCause(e, `'async for' received an invalid object from __anext__: ${typeName(w_next)}`);
  }
}

function fromCause(cause: OperationError, message: string): OperationError {
  const w_cause = getValue(cause);
  const error = typeError(message);
  const w_value = getValue(error);
  w_value.w_cause = w_cause;
  w_value.w_context = w_cause;
  w_value.suppressContext = true;
  error.hasContext = true;
  return error;
}

/** Calls `__aenter__` of the manager on top, which its bound `__aexit__` replaces. */
export function beforeAsyncWith(frame: PyFrame, sp: i32): W_Root {
  const w_manager = frame.slots[sp - 1]!;
  const w_enter = managerMethod(w_manager, Special.Aenter, "__aenter__");
  frame.slots[sp - 1] = managerMethod(w_manager, Special.Aexit, "__aexit__");
  return call0(w_enter);
}
