/** `anext(async_iterator, default)`: an awaitable that ends with the default where the iterator is at its end. */
import { call0, call1, call2, call3, callSpecial1, type } from "../objspace/call.ts";
import { OperationError, stopIteration, typeError, typeName } from "../objspace/errors.ts";
import { stopAsyncIterationType, stopIterationType } from "../objspace/exception_types.ts";
import { stopIterationValue } from "../objspace/exceptions.ts";
import { getattr } from "../objspace/attributes.ts";
import { iterSelf } from "../objspace/iterator_methods.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None, w_unset } from "../objspace/singletons.ts";
import { Special } from "../objspace/special.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { TypeFlag, type W_Type } from "../objspace/type.ts";
import { define } from "../objspace/typedef.ts";
import { moduleClass } from "../objspace/types.ts";
import { awaitIterator } from "./async.ts";
import { iterNextWithResult } from "./generator_steps.ts";
import { W_Resumable } from "./resumable.ts";

const s_send: W_Str = internRts("send");
const s_throw: W_Str = internRts("throw");
const s_close: W_Str = internRts("close");

const anextAwaitableType: W_Type = moduleClass("anext_awaitable", "builtins");

class W_AnextAwaitable extends W_Resumable {
  readonly w_awaitable: W_Root;
  readonly w_default: W_Root;
  constructor(w_awaitable: W_Root, w_default: W_Root) {
    super();
    this.w_awaitable = w_awaitable;
    this.w_default = w_default;
  }
  override typeOf(): W_Type {
    return anextAwaitableType;
  }
  override resume(w_sent: W_Root, _error: OperationError | null): W_Root | null {
    try {
      return w_sent === w_None ? anextNext(this) : anextSend(this, w_sent);
    } catch (e) {
      if (!(e instanceof OperationError) || !e.matches(stopIterationType)) throw e;
      this.w_result = stopIterationValue(e);
      return null;
    }
  }
}

/** `anext(async_iterator, default=<unset>)`. */
export function anext(w_iterator: W_Root, w_default: W_Root): W_Root {
  const w_anext = type(w_iterator).special[Special.Anext];
  if (w_anext === null) throw typeError(`'${typeName(w_iterator)}' object is not an async iterator`);
  const w_awaitable = callSpecial1(w_anext, w_iterator);
  return w_default === w_unset ? w_awaitable : new W_AnextAwaitable(w_awaitable, w_default);
}

/** What `await` of the inner awaitable runs: an iterator. */
function innerIterator(w_self: W_Root): W_Root {
  const w_iterator = awaitIterator((w_self as W_AnextAwaitable).w_awaitable);
  if (type(w_iterator).special[Special.Next] !== null) return w_iterator;
  const w_inner = callSpecial1(type(w_iterator).special[Special.Await]!, w_iterator);
  if (type(w_inner).special[Special.Next] !== null) return w_inner;
  throw typeError(`__await__() must return an iterable, not ${typeName(w_inner)}`);
}

/** StopAsyncIteration of the iterator means that the await ends with the default. */
function orDefault(w_self: W_Root, e: OperationError): OperationError {
  return e.matches(stopAsyncIterationType) ? stopIteration((w_self as W_AnextAwaitable).w_default) : e;
}

function anextNext(w_self: W_Root): W_Root {
  try {
    return iterNextWithResult(innerIterator(w_self));
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    throw orDefault(w_self, e);
  }
}

function anextSend(w_self: W_Root, w_value: W_Root): W_Root {
  try {
    return call1(getattr(innerIterator(w_self), s_send), w_value);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    throw orDefault(w_self, e);
  }
}

function anextThrow(w_self: W_Root, w_type: W_Root, w_value: W_Root, w_traceback: W_Root): W_Root {
  try {
    const w_throw = getattr(innerIterator(w_self), s_throw);
    if (w_value === w_unset) return call1(w_throw, w_type);
    if (w_traceback === w_unset) return call2(w_throw, w_type, w_value);
    return call3(w_throw, w_type, w_value, w_traceback);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    throw orDefault(w_self, e);
  }
}

function anextClose(w_self: W_Root): W_Root {
  try {
    call0(getattr(innerIterator(w_self), s_close));
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    throw orDefault(w_self, e);
  }
  return w_None;
}

define(anextAwaitableType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __await__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", anextNext],
    send: ["($self, value, /)", anextSend],
    throw: ["($self, type, value=<unset>, traceback=<unset>, /)", anextThrow],
    close: ["($self, /)", anextClose],
  },
});
