/** The module `_thread`, while there is one thread. */
import { type FixedArray, type i32, i64ToF64 } from "@rts";
import { osGetId } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { OperationError, runtimeError, typeError, valueError } from "../../core/objspace/errors.ts";
import { runtimeErrorType, systemExitType } from "../../core/objspace/exception_types.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { isCallable } from "../../core/objspace/call.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { getInstanceDict } from "../../core/objspace/instance_dict.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { structseqClass } from "../../core/objspace/structseq.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass, objectType } from "../../core/objspace/types.ts";
import { simulateSignal } from "../_signal/state.ts";
import { excepthook } from "./excepthook.ts";
import { lockType, MAIN_THREAD, newLock, rlockType, TIMEOUT_MAX } from "./lock.ts";

const localType: W_Type = moduleClass("_local", "_thread");

/** Attributes of a thread: those of an object, while there is one thread. */
class W_Local extends W_Object {
  constructor(map: InstanceMap) {
    super(map);
  }
}

function localNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  const hasArguments = positionalOf(scope).length > 0 || keywordsOf(scope).length > 0;
  if (hasArguments && w_type.special[Special.Init] === objectType.special[Special.Init]) {
    throw typeError("Initialization arguments are not supported");
  }
  return new W_Local(w_type.instanceMap);
}

define(localType, {
  doc: "Attributes that each thread has its own values of.",
  flags: TypeFlag.Base | TypeFlag.Dict | TypeFlag.Weakrefs,
  new: { signature: "($cls, /, *args, **kwargs)", scope: localNew },
  getsets: { __dict__: [(w_self: W_Root): W_Root => getInstanceDict(w_self)] },
});

const exceptHookArgsType: W_Type = structseqClass("_ExceptHookArgs", "_thread", {
  doc: "What threading.excepthook gets.",
  fields: ["exc_type", "exc_value", "exc_traceback", "thread"],
});

function startNewThread(scope: FixedArray<W_Root>): W_Root {
  if (!isCallable(scope[0])) throw typeError("first arg must be callable");
  if (!(scope[1] instanceof W_Tuple)) throw typeError("2nd arg must be a tuple");
  throw runtimeError("can't start new thread: threads are not there yet");
}

function exitThread(): W_Root {
  throw new OperationError(systemExitType, "", null, null);
}

function interruptMain(w_signal: W_Root): W_Root {
  const signal = intArgument(w_signal);
  if (signal < 1 || signal > 64) throw valueError("signal number out of range");
  simulateSignal(signal);
  return w_None;
}

/** The size that was asked for: there are no stacks to have it. */
class StackSize {
  bytes: i32 = 0;
}
const stack: StackSize = new StackSize();

function stackSize(w_size: W_Root): W_Root {
  const old = stack.bytes;
  const size = intArgument(w_size);
  if (size < 0) throw valueError("size must be 0 or a positive value");
  if (size !== 0 && size < 32768) throw valueError(`size not valid: ${size} bytes`);
  stack.bytes = size;
  return newInt32(old);
}

defineModule("_thread", {
  doc: "Locks and threads.",
  functions: {
    start_new_thread: { signature: "(function, args, kwargs=<unset>, /)", scope: startNewThread },
    start_new: { signature: "(function, args, kwargs=<unset>, /)", scope: startNewThread },
    allocate_lock: ["()", (): W_Root => newLock(), "A new lock."],
    allocate: ["()", (): W_Root => newLock()],
    _set_sentinel: ["()", (): W_Root => newLock()],
    exit: ["()", exitThread],
    exit_thread: ["()", exitThread],
    interrupt_main: ["(signum=2, /)", interruptMain, "Behaves as if a signal had come to the main thread."],
    get_ident: ["()", (): W_Root => newInt(MAIN_THREAD), "The identity of the thread."],
    get_native_id: ["()", (): W_Root => newInt32(osGetId(0)), "The system's number of the thread."],
    _count: ["()", (): W_Root => newInt32(0), "Threads in progress besides the main one."],
    stack_size: ["(size=0, /)", stackSize, "The size of stacks of new threads; sets it."],
    _excepthook: ["(exc_info, /)", excepthook, "Shows the exception of a thread."],
  },
  constants: {
    LockType: lockType,
    RLock: rlockType,
    _local: localType,
    _ExceptHookArgs: exceptHookArgsType,
    error: runtimeErrorType,
    TIMEOUT_MAX: newFloat(i64ToF64(TIMEOUT_MAX)),
  },
});
