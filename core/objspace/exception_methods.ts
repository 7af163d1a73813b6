/** Methods and attributes of exception classes. */
import type { FixedArray, i32 } from "@rts";
import { W_BaseException } from "./base_exception.ts";
import { setattr } from "./attributes.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { bytesOf } from "./bytes_access.ts";
import { type } from "./call.ts";
import { W_Dict } from "./dict.ts";
import { operationError, typeError, typeName } from "./errors.ts";
import * as T from "./exception_types.ts";
import {
  W_AttributeError,
  W_ImportError,
  W_NameError,
  W_OSError,
  W_StopIteration,
  W_SyntaxError,
  W_SystemExit,
  W_UnicodeError,
} from "./exceptions.ts";
import { errnoClass } from "./exception_errno.ts";
import { getInstanceDict, setInstanceDict } from "./instance_dict.ts";
import { newBool, newInt32, W_Int, W_Integer } from "./int.ts";
import { fixedItems } from "./iteration.ts";
import type { InstanceMap } from "./map.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { intern, internRts } from "./str/intern.ts";
import { EMPTY, fromRts, W_Str } from "./str/wstr.ts";
import { repr, reprText, str, strText } from "./text.ts";
import { W_Traceback } from "./traceback.ts";
import { intArgument, isTrue } from "./truth.ts";
import { newTuple, newTuple2, newTuple3, tupleOf, type W_Tuple } from "./tuple.ts";
import { define, type GetSetEntry, type TypeSpec } from "./typedef.ts";
import { Special } from "./special.ts";
import { TypeFlag, type W_Type } from "./type.ts";

function exc(w_obj: W_Root): W_BaseException {
  return w_obj as W_BaseException;
}
function argsOf(scope: FixedArray<W_Root>): W_Tuple {
  return scope[1] as W_Tuple;
}
function keywordsOf(scope: FixedArray<W_Root>): W_Dict {
  return scope[2] as W_Dict;
}
function mapOf(scope: FixedArray<W_Root>): InstanceMap {
  return (scope[0] as W_Type).instanceMap;
}

const SIGNATURE = "($self, /, *args, **kwargs)";

function refuseKeywords(scope: FixedArray<W_Root>): void {
  if (keywordsOf(scope).length > 0) {
    throw typeError(`${type(scope[0]).name.toRts()}() takes no keyword arguments`);
  }
}

function baseNew(scope: FixedArray<W_Root>): W_Root {
  return new W_BaseException(mapOf(scope), argsOf(scope));
}

function baseInit(scope: FixedArray<W_Root>): W_Root {
  refuseKeywords(scope);
  exc(scope[0]).w_args = argsOf(scope);
  return w_None;
}

function baseStr(w_self: W_Root): W_Root {
  const items = exc(w_self).w_args.items;
  if (items.length === 0) return EMPTY;
  return items.length === 1 ? str(items[0]) : str(exc(w_self).w_args);
}

function baseRepr(w_self: W_Root): W_Root {
  const name = type(w_self).name.toRts();
  const items = exc(w_self).w_args.items;
  if (items.length === 1) return fromRts(`${name}(${reprText(items[0])})`);
  return fromRts(name + reprText(exc(w_self).w_args));
}

function getArgs(w_self: W_Root): W_Root {
  return exc(w_self).w_args;
}
function setArgs(w_self: W_Root, w_value: W_Root): W_Root {
  exc(w_self).w_args = newTuple(fixedItems(w_value));
  return w_None;
}
function deleteArgs(_w_self: W_Root): W_Root {
  throw typeError("args may not be deleted");
}

function getTraceback(w_self: W_Root): W_Root {
  return exc(w_self).w_traceback ?? w_None;
}
function setTraceback(w_self: W_Root, w_value: W_Root): W_Root {
  if (w_value === w_None) exc(w_self).w_traceback = null;
  else if (w_value instanceof W_Traceback) exc(w_self).w_traceback = w_value;
  else throw typeError("__traceback__ must be a traceback or None");
  return w_None;
}
function deleteTraceback(_w_self: W_Root): W_Root {
  throw typeError("__traceback__ may not be deleted");
}
function withTraceback(w_self: W_Root, w_traceback: W_Root): W_Root {
  setTraceback(w_self, w_traceback);
  return w_self;
}

function getCause(w_self: W_Root): W_Root {
  return exc(w_self).w_cause ?? w_None;
}
function setCause(w_self: W_Root, w_value: W_Root): W_Root {
  if (w_value !== w_None && !(w_value instanceof W_BaseException)) {
    throw typeError("exception cause must be None or derive from BaseException");
  }
  exc(w_self).w_cause = w_value === w_None ? null : w_value;
  exc(w_self).suppressContext = true;
  return w_None;
}
function deleteCause(_w_self: W_Root): W_Root {
  throw typeError("__cause__ may not be deleted");
}
function getContext(w_self: W_Root): W_Root {
  return exc(w_self).w_context ?? w_None;
}
function setContext(w_self: W_Root, w_value: W_Root): W_Root {
  if (w_value === w_None) exc(w_self).w_context = null;
  else if (w_value instanceof W_BaseException) exc(w_self).w_context = w_value;
  else throw typeError("exception context must be None or derive from BaseException");
  return w_None;
}
function deleteContext(_w_self: W_Root): W_Root {
  throw typeError("__context__ may not be deleted");
}

function baseReduce(w_self: W_Root): W_Root {
  const w_dict = getInstanceDict(w_self);
  if (w_dict.length > 0) return newTuple3(type(w_self), exc(w_self).w_args, w_dict);
  return newTuple2(type(w_self), exc(w_self).w_args);
}

function baseSetstate(w_self: W_Root, w_state: W_Root): W_Root {
  if (w_state === w_None) return w_None;
  if (!(w_state instanceof W_Dict)) throw typeError("state is not a dictionary");
  for (let p = w_state.next(0); p >= 0; p = w_state.next(p + 1)) {
    setattr(w_self, intern(w_state.keyAt(p) as W_Str), w_state.valueAt(p));
  }
  return w_None;
}

define(T.baseExceptionType, {
  doc: "The base of all exceptions.",
  flags: TypeFlag.Base | TypeFlag.Dict,
  new: { signature: SIGNATURE.replace("$self", "$cls"), scope: baseNew },
  methods: {
    __init__: { signature: SIGNATURE, scope: baseInit },
    __str__: ["($self, /)", baseStr],
    __repr__: ["($self, /)", baseRepr],
    __reduce__: ["($self, /)", baseReduce],
    __setstate__: ["($self, state, /)", baseSetstate],
    with_traceback: ["($self, tb, /)", withTraceback, "Sets the traceback; the exception itself."],
  },
  getsets: {
    args: [getArgs, setArgs, deleteArgs],
    __traceback__: [getTraceback, setTraceback, deleteTraceback],
    __cause__: [getCause, setCause, deleteCause],
    __context__: [getContext, setContext, deleteContext],
    __dict__: [
      (w_self: W_Root): W_Root => getInstanceDict(w_self),
      (w_self: W_Root, w_value: W_Root): W_Root => {
        if (!(w_value instanceof W_Dict)) {
          throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(w_value)}'`);
        }
        setInstanceDict(w_self, w_value);
        return w_None;
      },
    ],
  },
  members: {
    __suppress_context__: [
      (w_self: W_Root): W_Root => newBool(exc(w_self).suppressContext),
      (w_self: W_Root, w_value: W_Root): W_Root => {
        exc(w_self).suppressContext = isTrue(w_value);
        return w_None;
      },
    ],
  },
});

define(T.stopIterationType, {
  doc: "An iterator has no more elements.",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_StopIteration(mapOf(scope), argsOf(scope)),
  },
  methods: {
    __init__: {
      signature: SIGNATURE,
      scope: (scope: FixedArray<W_Root>): W_Root => {
        baseInit(scope);
        const items = argsOf(scope).items;
        (scope[0] as W_StopIteration).w_result = items.length > 0 ? items[0] : w_None;
        return w_None;
      },
    },
  },
  members: {
    value: [
      (w_self: W_Root): W_Root => (w_self as W_StopIteration).w_result,
      (w_self: W_Root, w_value: W_Root): W_Root => {
        (w_self as W_StopIteration).w_result = w_value;
        return w_None;
      },
    ],
  },
});

define(T.systemExitType, {
  doc: "The program asks to end.",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_SystemExit(mapOf(scope), argsOf(scope)),
  },
  methods: {
    __init__: {
      signature: SIGNATURE,
      scope: (scope: FixedArray<W_Root>): W_Root => {
        baseInit(scope);
        const items = argsOf(scope).items;
        if (items.length === 1) (scope[0] as W_SystemExit).w_code = items[0];
        else if (items.length > 1) (scope[0] as W_SystemExit).w_code = argsOf(scope);
        return w_None;
      },
    },
  },
  members: {
    code: [
      (w_self: W_Root): W_Root => (w_self as W_SystemExit).w_code,
      (w_self: W_Root, w_value: W_Root): W_Root => {
        (w_self as W_SystemExit).w_code = w_value;
        return w_None;
      },
    ],
  },
});

/** Takes a keyword out of `keywords`; None where it is not given. */
function takeKeyword(keywords: W_Dict, name: W_Str): W_Root {
  return keywords.delete(name) ?? w_None;
}

function refuseRest(keywords: W_Dict, what: string): void {
  const p = keywords.next(0);
  if (p >= 0) throw typeError(`${reprText(keywords.keyAt(p))} is an invalid keyword argument for ${what}()`);
}

const s_name: W_Str = internRts("name");
const s_obj: W_Str = internRts("obj");
const s_path: W_Str = internRts("path");

define(T.nameErrorType, {
  doc: "A name is not defined.",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_NameError(mapOf(scope), argsOf(scope)),
  },
  methods: {
    __init__: {
      signature: SIGNATURE,
      scope: (scope: FixedArray<W_Root>): W_Root => {
        const keywords = keywordsOf(scope).copy();
        exc(scope[0]).w_args = argsOf(scope);
        (scope[0] as W_NameError).w_name = takeKeyword(keywords, s_name);
        refuseRest(keywords, "NameError");
        return w_None;
      },
    },
  },
  members: {
    name: [
      (w_self: W_Root): W_Root => (w_self as W_NameError).w_name,
      (w_self: W_Root, w_value: W_Root): W_Root => {
        (w_self as W_NameError).w_name = w_value;
        return w_None;
      },
    ],
  },
});

define(T.attributeErrorType, {
  doc: "An object has no such attribute.",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_AttributeError(mapOf(scope), argsOf(scope)),
  },
  methods: {
    __init__: {
      signature: SIGNATURE,
      scope: (scope: FixedArray<W_Root>): W_Root => {
        const keywords = keywordsOf(scope).copy();
        exc(scope[0]).w_args = argsOf(scope);
        (scope[0] as W_AttributeError).w_name = takeKeyword(keywords, s_name);
        (scope[0] as W_AttributeError).w_obj = takeKeyword(keywords, s_obj);
        refuseRest(keywords, "AttributeError");
        return w_None;
      },
    },
  },
  members: {
    name: [
      (w_self: W_Root): W_Root => (w_self as W_AttributeError).w_name,
      (w_self: W_Root, w_value: W_Root): W_Root => {
        (w_self as W_AttributeError).w_name = w_value;
        return w_None;
      },
    ],
    obj: [
      (w_self: W_Root): W_Root => (w_self as W_AttributeError).w_obj,
      (w_self: W_Root, w_value: W_Root): W_Root => {
        (w_self as W_AttributeError).w_obj = w_value;
        return w_None;
      },
    ],
  },
});

function importInit(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_ImportError;
  const keywords = keywordsOf(scope).copy();
  const items = argsOf(scope).items;
  self.w_args = argsOf(scope);
  self.w_name = takeKeyword(keywords, s_name);
  self.w_path = takeKeyword(keywords, s_path);
  refuseRest(keywords, "ImportError");
  self.w_msg = items.length === 1 ? items[0] : w_None;
  return w_None;
}

define(T.importErrorType, {
  doc: "A module cannot be imported.",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_ImportError(mapOf(scope), argsOf(scope)),
  },
  methods: {
    __init__: { signature: SIGNATURE, scope: importInit },
    __str__: ["($self, /)", (w_self: W_Root): W_Root => {
      const w_msg = (w_self as W_ImportError).w_msg;
      return w_msg instanceof W_Str ? w_msg : baseStr(w_self);
    }],
    __reduce__: ["($self, /)", (w_self: W_Root): W_Root => {
      const self = w_self as W_ImportError;
      const w_state = getInstanceDict(self).copy();
      if (self.w_name !== w_None) w_state.setStr(s_name, self.w_name);
      if (self.w_path !== w_None) w_state.setStr(s_path, self.w_path);
      return w_state.length > 0
        ? newTuple3(type(self), self.w_args, w_state)
        : newTuple2(type(self), self.w_args);
    }],
  },
  members: {
    msg: [
      (w_self: W_Root): W_Root => (w_self as W_ImportError).w_msg,
      (w_self: W_Root, w_value: W_Root): W_Root => {
        (w_self as W_ImportError).w_msg = w_value;
        return w_None;
      },
    ],
    name: [
      (w_self: W_Root): W_Root => (w_self as W_ImportError).w_name,
      (w_self: W_Root, w_value: W_Root): W_Root => {
        (w_self as W_ImportError).w_name = w_value;
        return w_None;
      },
    ],
    path: [
      (w_self: W_Root): W_Root => (w_self as W_ImportError).w_path,
      (w_self: W_Root, w_value: W_Root): W_Root => {
        (w_self as W_ImportError).w_path = w_value;
        return w_None;
      },
    ],
  },
});

define(T.keyErrorType, {
  doc: "A mapping has no such key.",
  methods: {
    __str__: ["($self, /)", (w_self: W_Root): W_Root => {
      const items = exc(w_self).w_args.items;
      return items.length === 1 ? repr(items[0]) : baseStr(w_self);
    }],
  },
});

/** `OSError(errno, strerror[, filename[, winerror[, filename2]]])` is made by `__new__`: the number chooses the class. */
function osNew(scope: FixedArray<W_Root>): W_Root {
  let w_class = scope[0] as W_Type;
  const items = argsOf(scope).items;
  if (w_class === T.osErrorType && items.length >= 2 && items.length <= 5 && items[0] instanceof W_Int) {
    w_class = errnoClass(items[0].value);
  }
  const self = new W_OSError(w_class.instanceMap, argsOf(scope));
  if (w_class.special[Special.Init] === T.osErrorType.special[Special.Init]) {
    refuseOsKeywords(scope, w_class);
    setOsFields(self, argsOf(scope));
  }
  return self;
}

function refuseOsKeywords(scope: FixedArray<W_Root>, w_class: W_Type): void {
  if (keywordsOf(scope).length > 0) throw typeError(`${w_class.name.toRts()}() takes no keyword arguments`);
}

/** A class with an `__init__` of its own gets its fields from the call of this one. */
function osInit(scope: FixedArray<W_Root>): W_Root {
  const w_class = type(scope[0]);
  if (w_class.special[Special.Init] === T.osErrorType.special[Special.Init]) return w_None;
  refuseOsKeywords(scope, w_class);
  setOsFields(scope[0] as W_OSError, argsOf(scope));
  return w_None;
}

function setOsFields(self: W_OSError, w_args: W_Tuple): void {
  const items = w_args.items;
  self.w_args = w_args;
  if (items.length < 2 || items.length > 5) return;
  self.w_errno = items[0];
  self.w_strerror = items[1];
  if (items.length === 2) return;
  if (type(self).isSubtype(T.blockingIOErrorType) && items[2] instanceof W_Integer) {
    self.written = intArgument(items[2]);
    return;
  }
  if (items[2] !== w_None) {
    self.w_filename = items[2];
    if (items.length === 5 && items[4] !== w_None) self.w_filename2 = items[4];
  }
  self.w_args = newTuple2(items[0], items[1]);
}

function osStr(w_self: W_Root): W_Root {
  const self = w_self as W_OSError;
  const errno = self.w_errno;
  const strerror = self.w_strerror;
  if (errno === null || strerror === null) return baseStr(w_self);
  const head = `[Errno ${strText(errno)}] ${strText(strerror)}`;
  const w_filename = self.w_filename;
  if (w_filename === null) return fromRts(head);
  const w_second = self.w_filename2;
  if (w_second === null) return fromRts(`${head}: ${reprText(w_filename)}`);
  return fromRts(`${head}: ${reprText(w_filename)} -> ${reprText(w_second)}`);
}

function osReduce(w_self: W_Root): W_Root {
  const self = w_self as W_OSError;
  let w_args: W_Root = self.w_args;
  const w_filename = self.w_filename;
  if (self.w_args.items.length === 2 && w_filename !== null) {
    const w_second = self.w_filename2;
    const items = [self.w_args.items[0], self.w_args.items[1], w_filename];
    if (w_second !== null) {
      items.push(w_None);
      items.push(w_second);
    }
    w_args = tupleOf(items);
  }
  const w_dict = getInstanceDict(self);
  return w_dict.length > 0 ? newTuple3(type(self), w_args, w_dict) : newTuple2(type(self), w_args);
}

define(T.osErrorType, {
  doc: "The operating system refused something.",
  new: { signature: "($cls, /, *args, **kwargs)", scope: osNew },
  methods: {
    __init__: { signature: SIGNATURE, scope: osInit },
    __str__: ["($self, /)", osStr],
    __reduce__: ["($self, /)", osReduce],
  },
  members: {
    errno: [
      (w_self: W_Root): W_Root => (w_self as W_OSError).w_errno ?? w_None,
      (w_self: W_Root, w_v: W_Root): W_Root => {
        (w_self as W_OSError).w_errno = w_v;
        return w_None;
      },
    ],
    strerror: [
      (w_self: W_Root): W_Root => (w_self as W_OSError).w_strerror ?? w_None,
      (w_self: W_Root, w_v: W_Root): W_Root => {
        (w_self as W_OSError).w_strerror = w_v;
        return w_None;
      },
    ],
    filename: [
      (w_self: W_Root): W_Root => (w_self as W_OSError).w_filename ?? w_None,
      (w_self: W_Root, w_v: W_Root): W_Root => {
        (w_self as W_OSError).w_filename = w_v;
        return w_None;
      },
    ],
    filename2: [
      (w_self: W_Root): W_Root => (w_self as W_OSError).w_filename2 ?? w_None,
      (w_self: W_Root, w_v: W_Root): W_Root => {
        (w_self as W_OSError).w_filename2 = w_v;
        return w_None;
      },
    ],
  },
  getsets: {
    characters_written: [
      (w_self: W_Root): W_Root => {
        const written = (w_self as W_OSError).written;
        if (written < 0) throw operationError(T.attributeErrorType, "characters_written");
        return newInt32(written);
      },
      (w_self: W_Root, w_value: W_Root): W_Root => {
        (w_self as W_OSError).written = intArgument(w_value);
        return w_None;
      },
      (w_self: W_Root): W_Root => {
        if ((w_self as W_OSError).written < 0) {
          throw operationError(T.attributeErrorType, "characters_written");
        }
        (w_self as W_OSError).written = -1;
        return w_None;
      },
    ],
  },
});

function syntaxInit(scope: FixedArray<W_Root>): W_Root {
  baseInit(scope);
  const self = scope[0] as W_SyntaxError;
  const items = argsOf(scope).items;
  if (items.length >= 1) self.w_msg = items[0];
  if (items.length !== 2) return w_None;
  const place = fixedItems(items[1]);
  if (place.length < 4) {
    throw typeError(
      `function missing required argument '${PLACE_NAMES[place.length]}' (pos ${place.length + 1})`,
    );
  }
  if (place.length > 6) throw typeError(`function takes at most 6 arguments (${place.length} given)`);
  self.w_filename = place[0];
  self.w_lineno = place[1];
  self.w_offset = place[2];
  self.w_text = place[3];
  self.w_endLineno = place.length > 4 ? place[4] : w_None;
  self.w_endOffset = place.length > 5 ? place[5] : w_None;
  if (place.length === 5) throw typeError("end_offset must be provided when end_lineno is provided");
  return w_None;
}
const PLACE_NAMES: string[] = ["filename", "lineno", "offset", "text"];

/** "message (file, line n)". */
function syntaxStr(w_self: W_Root): W_Root {
  const self = w_self as W_SyntaxError;
  const message = strText(self.w_msg);
  const file = self.w_filename instanceof W_Str ? baseName(self.w_filename.toRts()) : null;
  const hasLine = self.w_lineno instanceof W_Int;
  if (file !== null && hasLine) return fromRts(`${message} (${file}, line ${strText(self.w_lineno)})`);
  if (file !== null) return fromRts(`${message} (${file})`);
  if (hasLine) return fromRts(`${message} (line ${strText(self.w_lineno)})`);
  return fromRts(message);
}
function baseName(path: string): string {
  return path.substring(path.lastIndexOf("/") + 1, path.length);
}

define(T.syntaxErrorType, {
  doc: "The source is no Python.",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_SyntaxError(mapOf(scope), argsOf(scope)),
  },
  methods: { __init__: { signature: SIGNATURE, scope: syntaxInit }, __str__: ["($self, /)", syntaxStr] },
  members: {
    msg: [(w_s: W_Root): W_Root => (w_s as W_SyntaxError).w_msg, (w_s: W_Root, w_v: W_Root): W_Root => {
      (w_s as W_SyntaxError).w_msg = w_v;
      return w_None;
    }],
    filename: [
      (w_s: W_Root): W_Root => (w_s as W_SyntaxError).w_filename,
      (w_s: W_Root, w_v: W_Root): W_Root => {
        (w_s as W_SyntaxError).w_filename = w_v;
        return w_None;
      },
    ],
    lineno: [(w_s: W_Root): W_Root => (w_s as W_SyntaxError).w_lineno, (w_s: W_Root, w_v: W_Root): W_Root => {
      (w_s as W_SyntaxError).w_lineno = w_v;
      return w_None;
    }],
    offset: [(w_s: W_Root): W_Root => (w_s as W_SyntaxError).w_offset, (w_s: W_Root, w_v: W_Root): W_Root => {
      (w_s as W_SyntaxError).w_offset = w_v;
      return w_None;
    }],
    text: [(w_s: W_Root): W_Root => (w_s as W_SyntaxError).w_text, (w_s: W_Root, w_v: W_Root): W_Root => {
      (w_s as W_SyntaxError).w_text = w_v;
      return w_None;
    }],
    end_lineno: [
      (w_s: W_Root): W_Root => (w_s as W_SyntaxError).w_endLineno,
      (w_s: W_Root, w_v: W_Root): W_Root => {
        (w_s as W_SyntaxError).w_endLineno = w_v;
        return w_None;
      },
    ],
    end_offset: [
      (w_s: W_Root): W_Root => (w_s as W_SyntaxError).w_endOffset,
      (w_s: W_Root, w_v: W_Root): W_Root => {
        (w_s as W_SyntaxError).w_endOffset = w_v;
        return w_None;
      },
    ],
    print_file_and_line: [
      (w_s: W_Root): W_Root => (w_s as W_SyntaxError).w_printFileAndLine,
      (w_s: W_Root, w_v: W_Root): W_Root => {
        (w_s as W_SyntaxError).w_printFileAndLine = w_v;
        return w_None;
      },
    ],
  },
});

function uni(w_obj: W_Root): W_UnicodeError {
  return w_obj as W_UnicodeError;
}

function unicodeNew(scope: FixedArray<W_Root>): W_Root {
  return new W_UnicodeError(mapOf(scope), argsOf(scope));
}

function decodeInit(scope: FixedArray<W_Root>): W_Root {
  return unicodeInit(scope, true, false);
}
function encodeInit(scope: FixedArray<W_Root>): W_Root {
  return unicodeInit(scope, true, true);
}
function translateInit(scope: FixedArray<W_Root>): W_Root {
  return unicodeInit(scope, false, true);
}

function unicodeInit(scope: FixedArray<W_Root>, hasEncoding: boolean, isText: boolean): W_Root {
  baseInit(scope);
  const self = uni(scope[0]);
  const items = argsOf(scope).items;
  const wanted = hasEncoding ? 5 : 4;
  if (items.length !== wanted) {
    throw typeError(`function takes exactly ${wanted} arguments (${items.length} given)`);
  }
  let at = 0;
  if (hasEncoding) {
    const w_encoding = items[at++];
    if (!(w_encoding instanceof W_Str)) {
      throw typeError(`argument 1 must be str, not ${typeName(w_encoding)}`);
    }
    self.w_encoding = w_encoding;
  }
  const w_object = items[at];
  if (isText ? !(w_object instanceof W_Str) : bytesOf(w_object) === null) {
    if (isText) throw typeError(`argument ${at + 1} must be str, not ${typeName(w_object)}`);
    throw typeError(`a bytes-like object is required, not '${typeName(w_object)}'`);
  }
  self.w_object = isText || w_object instanceof W_Bytes ? w_object : newBytes(bytesOf(w_object)!);
  self.start = intArgument(items[at + 1]);
  self.end = intArgument(items[at + 2]);
  const w_reason = items[at + 3];
  if (!(w_reason instanceof W_Str)) {
    throw typeError(`argument ${at + 4} must be str, not ${typeName(w_reason)}`);
  }
  self.w_reason = w_reason;
  return w_None;
}

function lengthOf(self: W_UnicodeError): i32 {
  const w_object = self.w_object;
  if (w_object === null) throw typeError("object attribute not set");
  if (w_object instanceof W_Str) return w_object.length;
  return bytesOf(w_object)!.length;
}
function startOf(self: W_UnicodeError): i32 {
  const length = lengthOf(self);
  return Math.max(0, Math.min(self.start, length - 1));
}
function endOf(self: W_UnicodeError): i32 {
  const length = lengthOf(self);
  return Math.min(Math.max(1, self.end), length);
}

function hexPadded(value: i32, width: i32): string {
  return value.toString(16).padStart(width, "0");
}
/** A character as messages show it: '\xe9', '\u20ac', '\U0001f600'. */
function shownCharacter(c: i32): string {
  if (c < 0x100) return `'\\x${hexPadded(c, 2)}'`;
  if (c < 0x10000) return `'\\u${hexPadded(c, 4)}'`;
  return `'\\U${hexPadded(c, 8)}'`;
}

function encodeStr(w_self: W_Root): W_Root {
  const self = uni(w_self);
  const w_object = self.w_object;
  if (w_object === null) return EMPTY;
  const encoding = strText(self.w_encoding!);
  const reason = strText(self.w_reason!);
  const start = self.start;
  if (self.end === start + 1 && start >= 0 && start < lengthOf(self)) {
    const shown = shownCharacter((w_object as W_Str).charAt(start));
    return fromRts(`'${encoding}' codec can't encode character ${shown} in position ${start}: ${reason}`);
  }
  return fromRts(
    `'${encoding}' codec can't encode characters in position ${start}-${self.end - 1}: ${reason}`,
  );
}

function decodeStr(w_self: W_Root): W_Root {
  const self = uni(w_self);
  const w_object = self.w_object;
  if (w_object === null) return EMPTY;
  const encoding = strText(self.w_encoding!);
  const reason = strText(self.w_reason!);
  const start = self.start;
  if (self.end === start + 1 && start >= 0 && start < lengthOf(self)) {
    const byte = hexPadded(bytesOf(w_object)![start], 2);
    return fromRts(`'${encoding}' codec can't decode byte 0x${byte} in position ${start}: ${reason}`);
  }
  return fromRts(`'${encoding}' codec can't decode bytes in position ${start}-${self.end - 1}: ${reason}`);
}

function translateStr(w_self: W_Root): W_Root {
  const self = uni(w_self);
  const w_object = self.w_object;
  if (w_object === null) return EMPTY;
  const reason = strText(self.w_reason!);
  const start = self.start;
  if (self.end === start + 1 && start >= 0 && start < lengthOf(self)) {
    const shown = shownCharacter((w_object as W_Str).charAt(start));
    return fromRts(`can't translate character ${shown} in position ${start}: ${reason}`);
  }
  return fromRts(`can't translate characters in position ${start}-${self.end - 1}: ${reason}`);
}

const UNICODE_MEMBERS: Record<string, GetSetEntry> = {
  encoding: [(w_s: W_Root): W_Root => uni(w_s).w_encoding ?? w_None, (w_s: W_Root, w_v: W_Root): W_Root => {
    uni(w_s).w_encoding = w_v;
    return w_None;
  }],
  object: [(w_s: W_Root): W_Root => uni(w_s).w_object ?? w_None, (w_s: W_Root, w_v: W_Root): W_Root => {
    uni(w_s).w_object = w_v;
    return w_None;
  }],
  start: [(w_s: W_Root): W_Root => newInt32(startOf(uni(w_s))), (w_s: W_Root, w_v: W_Root): W_Root => {
    uni(w_s).start = intArgument(w_v);
    return w_None;
  }],
  end: [(w_s: W_Root): W_Root => newInt32(endOf(uni(w_s))), (w_s: W_Root, w_v: W_Root): W_Root => {
    uni(w_s).end = intArgument(w_v);
    return w_None;
  }],
  reason: [(w_s: W_Root): W_Root => uni(w_s).w_reason ?? w_None, (w_s: W_Root, w_v: W_Root): W_Root => {
    uni(w_s).w_reason = w_v;
    return w_None;
  }],
};

function unicodeSpec(
  doc: string,
  init: (scope: FixedArray<W_Root>) => W_Root,
  text: (w: W_Root) => W_Root,
): TypeSpec {
  return {
    doc,
    new: { signature: "($cls, /, *args, **kwargs)", scope: unicodeNew },
    methods: { __init__: { signature: SIGNATURE, scope: init }, __str__: ["($self, /)", text] },
    members: UNICODE_MEMBERS,
  };
}
define(T.unicodeEncodeErrorType, unicodeSpec("A text cannot be encoded.", encodeInit, encodeStr));
define(T.unicodeDecodeErrorType, unicodeSpec("Bytes cannot be decoded.", decodeInit, decodeStr));
define(T.unicodeTranslateErrorType, unicodeSpec("A text cannot be translated.", translateInit, translateStr));
