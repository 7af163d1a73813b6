/** The module `_contextvars`. */
import { type FixedArray, newFixedArray } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { callPrefixed } from "../../core/interpreter/calls.ts";
import { CLASS_GETITEM } from "../../core/objspace/class_getitem.ts";
import { CompareOp, richcompare } from "../../core/objspace/compare.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import {
  keyError,
  operationError,
  operationErrorWith,
  runtimeError,
  typeError,
  valueError,
} from "../../core/objspace/errors.ts";
import { lookupErrorType, runtimeErrorType } from "../../core/objspace/exception_types.ts";
import { newBool, newInt32 } from "../../core/objspace/int.ts";
import { iter } from "../../core/objspace/iteration.ts";
import { listOf } from "../../core/objspace/list.ts";
import { addressText } from "../../core/objspace/object_methods.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_NotImplemented, w_unset } from "../../core/objspace/singletons.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { newTuple, newTuple2, type W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import {
  contextType,
  contextVarType,
  currentContext,
  missingType,
  setCurrentContext,
  tokenType,
  W_Context,
  W_ContextVar,
  w_missing,
  W_Token,
} from "./context.ts";

function context(w_self: W_Root): W_Context {
  return w_self as W_Context;
}
function variable(w_self: W_Root): W_ContextVar {
  return w_self as W_ContextVar;
}
function token(w_self: W_Root): W_Token {
  return w_self as W_Token;
}

function variableNew(scope: FixedArray<W_Root>): W_Root {
  if (!(scope[1] instanceof W_Str)) throw typeError("context variable name must be a str");
  return new W_ContextVar(scope[1], scope[2] === w_unset ? null : scope[2]);
}

function variableGet(w_self: W_Root, w_default: W_Root): W_Root {
  const w_value = currentContext().mapping().get(w_self);
  if (w_value !== null) return w_value;
  if (w_default !== w_unset) return w_default;
  const w_own = variable(w_self).w_default;
  if (w_own !== null) return w_own;
  throw operationErrorWith(lookupErrorType, w_self);
}

function variableSet(w_self: W_Root, w_value: W_Root): W_Root {
  const w_context = currentContext();
  const w_old = w_context.mapping().get(w_self);
  w_context.set(w_self, w_value);
  return new W_Token(w_context, variable(w_self), w_old);
}

function variableReset(w_self: W_Root, w_token: W_Root): W_Root {
  if (!(w_token instanceof W_Token)) {
    throw typeError(`expected an instance of Token, got ${reprText(w_token)}`);
  }
  if (w_token.isUsed) throw runtimeError(`${reprText(w_token)} has already been used once`);
  if (w_token.w_variable !== w_self) {
    throw valueError(`${reprText(w_token)} was created by a different ContextVar`);
  }
  const w_context = currentContext();
  if (w_token.w_context !== w_context) {
    throw valueError(`${reprText(w_token)} was created in a different Context`);
  }
  w_token.isUsed = true;
  if (w_token.w_old === null) w_context.delete(w_self);
  else w_context.set(w_self, w_token.w_old);
  return w_None;
}

function variableRepr(w_self: W_Root): W_Root {
  const self = variable(w_self);
  const given = self.w_default === null ? "" : ` default=${reprText(self.w_default)}`;
  return fromRts(`<ContextVar name=${reprText(self.name)}${given} at ${addressText(w_self)}>`);
}

define(contextVarType, {
  new: { signature: "($type, name, /, *, default=<unset>)", scope: variableNew },
  methods: {
    __repr__: ["($self, /)", variableRepr],
    get: ["($self, default=<unset>, /)", variableGet, "The value in the current context."],
    set: ["($self, value, /)", variableSet, "Sets the value in the current context; a token to undo that."],
    reset: ["($self, token, /)", variableReset, "Undoes what `set` did."],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: { name: [(w_self: W_Root): W_Root => variable(w_self).name] },
});

function tokenRepr(w_self: W_Root): W_Root {
  const self = token(w_self);
  const used = self.isUsed ? " used" : "";
  return fromRts(`<Token${used} var=${reprText(self.w_variable)} at ${addressText(w_self)}>`);
}

define(tokenType, {
  new: {
    signature: "($type, /, *args, **kwargs)",
    scope: (_scope: FixedArray<W_Root>): W_Root => {
      throw operationError(runtimeErrorType, "Tokens can only be created by ContextVars");
    },
  },
  methods: { __repr__: ["($self, /)", tokenRepr] },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  getsets: {
    var: [(w_self: W_Root): W_Root => token(w_self).w_variable],
    old_value: [(w_self: W_Root): W_Root => token(w_self).w_old ?? w_missing],
  },
  constants: { MISSING: w_missing, __hash__: w_None },
});

define(missingType, {
  flags: TypeFlag.NoNew,
  methods: { __repr__: ["($self, /)", (_w_self: W_Root): W_Root => fromRts("<Token.MISSING>")] },
});

function contextNew(scope: FixedArray<W_Root>): W_Root {
  if ((scope[1] as W_Tuple).items.length > 0 || (scope[2] as W_Dict).length > 0) {
    throw typeError("Context() does not accept any arguments");
  }
  return new W_Context(new W_Dict());
}

/** Throws TypeError for keys that are no variables. */
function checkKey(w_key: W_Root): void {
  if (!(w_key instanceof W_ContextVar)) {
    throw typeError(`a ContextVar key was expected, got ${reprText(w_key)}`);
  }
}

function contextGetitem(w_self: W_Root, w_key: W_Root): W_Root {
  checkKey(w_key);
  const w_value = context(w_self).mapping().get(w_key);
  if (w_value === null) throw keyError(w_key);
  return w_value;
}

function contextGet(w_self: W_Root, w_key: W_Root, w_default: W_Root): W_Root {
  checkKey(w_key);
  return context(w_self).mapping().get(w_key) ?? w_default;
}

function contextContains(w_self: W_Root, w_key: W_Root): W_Root {
  checkKey(w_key);
  return newBool(context(w_self).mapping().get(w_key) !== null);
}

/** Calls a function while the context is the current one. */
function contextRun(scope: FixedArray<W_Root>): W_Root {
  const self = context(scope[0]);
  const items = (scope[1] as W_Tuple).items;
  if (items.length === 0) throw typeError("run() missing 1 required positional argument");
  if (self.isEntered) throw runtimeError(`cannot enter context: ${reprText(self)} is already entered`);
  const rest = newFixedArray<W_Root>(items.length - 1, w_None);
  for (let i = 1; i < items.length; i++) rest[i - 1] = items[i];
  const w_before = currentContext();
  self.isEntered = true;
  setCurrentContext(self);
  try {
    return callPrefixed(items[0], null, newTuple(rest), scope[2] as W_Dict);
  } finally {
    self.isEntered = false;
    setCurrentContext(w_before);
  }
}

function compareContexts(op: CompareOp, w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Context)) return w_NotImplemented;
  return richcompare(op, context(w_self).mapping(), w_other.mapping());
}

/** Iterators show the context as it is when they are made. */
function contextKeys(w_self: W_Root): W_Root {
  const values = context(w_self).mapping();
  const found: W_Root[] = [];
  for (let p = values.next(0); p >= 0; p = values.next(p + 1)) found.push(values.keyAt(p));
  return iter(listOf(found));
}
function contextValues(w_self: W_Root): W_Root {
  const values = context(w_self).mapping();
  const found: W_Root[] = [];
  for (let p = values.next(0); p >= 0; p = values.next(p + 1)) found.push(values.valueAt(p));
  return iter(listOf(found));
}
function contextItems(w_self: W_Root): W_Root {
  const values = context(w_self).mapping();
  const found: W_Root[] = [];
  for (let p = values.next(0); p >= 0; p = values.next(p + 1)) {
    found.push(newTuple2(values.keyAt(p), values.valueAt(p)));
  }
  return iter(listOf(found));
}

define(contextType, {
  flags: TypeFlag.Weakrefs,
  new: { signature: "($type, /, *args, **kwargs)", scope: contextNew },
  methods: {
    __len__: ["($self, /)", (w_self: W_Root): W_Root => newInt32(context(w_self).mapping().length)],
    __getitem__: ["($self, key, /)", contextGetitem],
    __contains__: ["($self, key, /)", contextContains],
    __iter__: ["($self, /)", contextKeys],
    __eq__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareContexts(CompareOp.Eq, w_a, w_b),
    ],
    __ne__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareContexts(CompareOp.Ne, w_a, w_b),
    ],
    get: ["($self, key, default=None, /)", contextGet, "The value of a variable, or the default."],
    keys: ["($self, /)", contextKeys, "The variables that are set."],
    values: ["($self, /)", contextValues, "The values."],
    items: ["($self, /)", contextItems, "Pairs of variables and values."],
    copy: ["($self, /)", (w_self: W_Root): W_Root => context(w_self).copy(), "A shallow copy."],
    run: {
      signature: "($self, /, *args, **kwargs)",
      scope: contextRun,
      doc: "Calls a function in the context.",
    },
  },
  constants: { __hash__: w_None },
});

defineModule("_contextvars", {
  doc: "Context variables.",
  functions: {
    copy_context: ["()", (): W_Root => currentContext().copy(), "A copy of the current context."],
  },
  constants: { Context: contextType, ContextVar: contextVarType, Token: tokenType },
});
