/** Methods and attributes of async generators, and of the awaitables that their steps are. */
import { newBool } from "../objspace/int.ts";
import { CLASS_GETITEM } from "../objspace/class_getitem.ts";
import { iterSelf } from "../objspace/iterator_methods.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { TypeFlag } from "../objspace/type.ts";
import { define, type TypeSpec } from "../objspace/typedef.ts";
import {
  asyncGeneratorAsendType,
  asyncGeneratorAthrowType,
  asyncGeneratorType,
  asyncGeneratorWrappedValueType,
} from "../objspace/types.ts";
import {
  asyncGeneratorNext,
  callFirstIter,
  closeStep,
  throwIntoStep,
  W_AsyncGeneratorAsend,
  W_AsyncGeneratorAthrow,
} from "./async_generator.ts";
import type { W_AsyncGenerator } from "./generator.ts";
import type { W_Resumable } from "./resumable.ts";
import {
  generatorCode,
  generatorDelegate,
  generatorFrame,
  NAMES,
  SHARED,
  yieldedOrStop,
} from "./generator_methods.ts";
import { Thrown } from "./generator_throw.ts";

function asyncGenerator(w_self: W_Root): W_AsyncGenerator {
  return w_self as W_AsyncGenerator;
}

function asend(w_self: W_Root, w_value: W_Root): W_Root {
  callFirstIter(asyncGenerator(w_self));
  return new W_AsyncGeneratorAsend(asyncGenerator(w_self), w_value);
}

function athrow(w_self: W_Root, w_type: W_Root, w_value: W_Root, w_traceback: W_Root): W_Root {
  callFirstIter(asyncGenerator(w_self));
  return new W_AsyncGeneratorAthrow(asyncGenerator(w_self), new Thrown(w_type, w_value, w_traceback));
}

function aclose(w_self: W_Root): W_Root {
  callFirstIter(asyncGenerator(w_self));
  return new W_AsyncGeneratorAthrow(asyncGenerator(w_self), null);
}

define(asyncGeneratorType, {
  flags: TypeFlag.Weakrefs | TypeFlag.NoNew,
  methods: {
    ...SHARED,
    __aiter__: ["($self, /)", iterSelf],
    __anext__: ["($self, /)", (w_self: W_Root): W_Root => asyncGeneratorNext(asyncGenerator(w_self))],
    asend: ["($self, value, /)", asend, "An awaitable: goes on, the yield gives the value."],
    athrow: [
      "($self, type, value=<unset>, traceback=<unset>, /)",
      athrow,
      "An awaitable: goes on, the yield raises the exception.",
    ],
    aclose: ["($self, /)", aclose, "An awaitable: raises GeneratorExit where the body stands."],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    ag_frame: [generatorFrame],
    ag_running: [(w_self: W_Root): W_Root => newBool(asyncGenerator(w_self).isAwaited)],
    ag_code: [generatorCode],
  },
  getsets: { ...NAMES, ag_await: [generatorDelegate] },
});

function step(w_self: W_Root): W_Resumable {
  return w_self as W_Resumable;
}

function stepSend(w_self: W_Root, w_sent: W_Root): W_Root {
  const w_value = step(w_self).resume(w_sent, null);
  return yieldedOrStop(w_value, step(w_self).w_result);
}

function stepThrow(w_self: W_Root, w_type: W_Root, w_value: W_Root, w_traceback: W_Root): W_Root {
  const w_yielded = throwIntoStep(w_self, new Thrown(w_type, w_value, w_traceback));
  return yieldedOrStop(w_yielded, step(w_self).w_result);
}

function stepClose(w_self: W_Root): W_Root {
  closeStep(w_self);
  return w_None;
}

const STEP: TypeSpec = {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __await__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", (w_self: W_Root): W_Root => stepSend(w_self, w_None)],
    send: ["($self, value, /)", stepSend],
    throw: ["($self, type, value=<unset>, traceback=<unset>, /)", stepThrow],
    close: ["($self, /)", stepClose],
  },
};

define(asyncGeneratorAsendType, STEP);
define(asyncGeneratorAthrowType, STEP);
define(asyncGeneratorWrappedValueType, { flags: TypeFlag.NoNew });
