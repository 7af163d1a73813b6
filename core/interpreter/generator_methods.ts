/** Methods and attributes of generators and coroutines. */
import { stopIteration, typeError } from "../objspace/errors.ts";
import { newBool } from "../objspace/int.ts";
import { iterSelf } from "../objspace/iterator_methods.ts";
import { addressText } from "../objspace/object_methods.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { fromRts, W_Str } from "../objspace/str/wstr.ts";
import type { W_Type } from "../objspace/type.ts";
import { TypeFlag } from "../objspace/type.ts";
import { define, type GetSetEntry, type MethodEntry } from "../objspace/typedef.ts";
import { coroutineType, coroutineWrapperType, generatorType } from "../objspace/types.ts";
import type { OperationError } from "../objspace/errors.ts";
import type { W_Coroutine, W_GeneratorBase } from "./generator.ts";
import { W_Resumable } from "./resumable.ts";
import { finalizeGenerator } from "./generator_finalizer.ts";
import { closeGenerator, throwInto, Thrown } from "./generator_throw.ts";

function generator(w_self: W_Root): W_GeneratorBase {
  return w_self as W_GeneratorBase;
}

/** A value that was yielded; at the end (null) StopIteration with the result. */
export function yieldedOrStop(w_value: W_Root | null, w_result: W_Root): W_Root {
  if (w_value !== null) return w_value;
  throw stopIteration(w_result === w_None ? null : w_result);
}

function generatorNext(w_self: W_Root): W_Root {
  const self = generator(w_self);
  const w_value = self.resume(w_None, null);
  return w_value === null ? yieldedOrStop(null, self.w_result) : w_value;
}

function generatorSend(w_self: W_Root, w_sent: W_Root): W_Root {
  const self = generator(w_self);
  const w_value = self.resume(w_sent, null);
  return w_value === null ? yieldedOrStop(null, self.w_result) : w_value;
}

function generatorThrow(w_self: W_Root, w_type: W_Root, w_value: W_Root, w_traceback: W_Root): W_Root {
  const self = generator(w_self);
  const w_yielded = throwInto(self, new Thrown(w_type, w_value, w_traceback), true);
  return yieldedOrStop(w_yielded, self.w_result);
}

function generatorClose(w_self: W_Root): W_Root {
  closeGenerator(generator(w_self));
  return w_None;
}

function generatorDel(w_self: W_Root): W_Root {
  finalizeGenerator(generator(w_self));
  return w_None;
}

function setName(w_self: W_Root, w_name: W_Root): W_Root {
  if (!(w_name instanceof W_Str)) throw typeError("__name__ must be set to a string object");
  generator(w_self).name = w_name;
  return w_None;
}
function deleteName(_w_self: W_Root): W_Root {
  throw typeError("__name__ must be set to a string object");
}
function setQualname(w_self: W_Root, w_name: W_Root): W_Root {
  if (!(w_name instanceof W_Str)) throw typeError("__qualname__ must be set to a string object");
  generator(w_self).qualname = w_name;
  return w_None;
}
function deleteQualname(_w_self: W_Root): W_Root {
  throw typeError("__qualname__ must be set to a string object");
}

function generatorRepr(w_self: W_Root): W_Root {
  const self = generator(w_self);
  const kind = self.kindName() === "async generator" ? "async_generator" : self.kindName();
  return fromRts(`<${kind} object ${self.qualname.toRts()} at ${addressText(w_self)}>`);
}

export function generatorFrame(w_self: W_Root): W_Root {
  return generator(w_self).frame ?? w_None;
}
export function generatorCode(w_self: W_Root): W_Root {
  return generator(w_self).code;
}
export function generatorDelegate(w_self: W_Root): W_Root {
  return generator(w_self).delegate() ?? w_None;
}
function generatorRunning(w_self: W_Root): W_Root {
  return newBool(generator(w_self).isRunning);
}

/** `__name__` and `__qualname__`. */
export const NAMES: Record<string, GetSetEntry> = {
  __name__: [
    (w_self: W_Root): W_Root => generator(w_self).name,
    setName,
    deleteName,
    "Name of the generator, of the coroutine.",
  ],
  __qualname__: [
    (w_self: W_Root): W_Root => generator(w_self).qualname,
    setQualname,
    deleteQualname,
    "Qualified name of the generator, of the coroutine.",
  ],
};

/** What generators, coroutines and async generators share. */
export const SHARED: Record<string, MethodEntry> = {
  __repr__: ["($self, /)", generatorRepr],
  __del__: ["($self, /)", generatorDel],
};

const STEPS: Record<string, MethodEntry> = {
  send: [
    "($self, value, /)",
    generatorSend,
    "Goes on with the value, sent into coroutine or generator; gives what is yielded next.",
  ],
  throw: [
    "($self, type, value=<unset>, traceback=<unset>, /)",
    generatorThrow,
    "Raises the exception where the body stands, in coroutine or generator; gives what is yielded next.",
  ],
  close: [
    "($self, /)",
    generatorClose,
    "Raises GeneratorExit where the body stands, inside coroutine or generator.",
  ],
};

define(generatorType, {
  flags: TypeFlag.Weakrefs | TypeFlag.NoNew,
  methods: {
    ...SHARED,
    ...STEPS,
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", generatorNext],
  },
  members: { gi_frame: [generatorFrame], gi_code: [generatorCode] },
  getsets: { ...NAMES, gi_yieldfrom: [generatorDelegate], gi_running: [generatorRunning] },
});

const COROUTINE_STEPS: Record<string, MethodEntry> = {
  send: ["($self, value, /)", generatorSend, "Sends a value into coroutine: what it hands out next, or StopIteration."],
  throw: [
    "($self, type, value=<unset>, traceback=<unset>, /)",
    generatorThrow,
    "Raises an exception in coroutine, where it stands: what it hands out next, or StopIteration.",
  ],
  close: ["($self, /)", generatorClose, "Raises GeneratorExit inside coroutine."],
};

define(coroutineType, {
  flags: TypeFlag.Weakrefs | TypeFlag.NoNew,
  methods: {
    ...SHARED,
    ...COROUTINE_STEPS,
    __await__: ["($self, /)", (w_self: W_Root): W_Root => new W_CoroutineWrapper(w_self as W_Coroutine)],
  },
  members: {
    cr_frame: [generatorFrame],
    cr_code: [generatorCode],
    cr_origin: [(w_self: W_Root): W_Root => (w_self as W_Coroutine).w_origin],
  },
  getsets: { ...NAMES, cr_await: [generatorDelegate], cr_running: [generatorRunning] },
});

/** The iterator that `coroutine.__await__()` returns. */
export class W_CoroutineWrapper extends W_Resumable {
  readonly w_coroutine: W_Coroutine;
  constructor(w_coroutine: W_Coroutine) {
    super();
    this.w_coroutine = w_coroutine;
  }
  override typeOf(): W_Type {
    return coroutineWrapperType;
  }
  override resume(w_sent: W_Root, error: OperationError | null): W_Root | null {
    const w_value = this.w_coroutine.resume(w_sent, error);
    if (w_value === null) this.w_result = this.w_coroutine.w_result;
    return w_value;
  }
}

function wrapped(w_self: W_Root): W_Coroutine {
  return (w_self as W_CoroutineWrapper).w_coroutine;
}

define(coroutineWrapperType, {
  doc: "A wrapper object implementing __await__ for coroutines.",
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", (w_self: W_Root): W_Root => generatorNext(wrapped(w_self))],
    send: [
      "($self, value, /)",
      (w_self: W_Root, w_sent: W_Root): W_Root => generatorSend(wrapped(w_self), w_sent),
      "Sends a value into coroutine: what it hands out next, or StopIteration.",
    ],
    throw: [
      "($self, type, value=<unset>, traceback=<unset>, /)",
      (w_self: W_Root, w_type: W_Root, w_value: W_Root, w_traceback: W_Root): W_Root =>
        generatorThrow(wrapped(w_self), w_type, w_value, w_traceback),
      "Raises an exception in coroutine, where it stands: what it hands out next, or StopIteration.",
    ],
    close: [
      "($self, /)",
      (w_self: W_Root): W_Root => generatorClose(wrapped(w_self)),
      "Raises GeneratorExit inside coroutine.",
    ],
  },
});
