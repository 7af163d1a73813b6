/** `types.SimpleNamespace`: an object that is nothing but its attributes. */
import type { FixedArray } from "@rts";
import { keywordsOf, positionalOf } from "./call_arguments.ts";
import { type } from "./call.ts";
import { dictsEqual } from "./dict_methods.ts";
import { typeError, typeName } from "./errors.ts";
import { getInstanceDict } from "./instance_dict.ts";
import { newBool } from "./int.ts";
import { W_Object } from "./object.ts";
import { enterRepr, leaveRepr } from "./repr_guard.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { StrBuilder } from "./str/builder.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { repr } from "./text.ts";
import { newTuple3, w_emptyTuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { simpleNamespaceType } from "./types.ts";

/** A namespace; its attributes are those of its hidden class. */
export class W_SimpleNamespace extends W_Object {}

/** A namespace without attributes: for `sys.implementation` and the like. */
export function newSimpleNamespace(): W_SimpleNamespace {
  return new W_SimpleNamespace(simpleNamespaceType.instanceMap);
}

define(simpleNamespaceType, {
  doc: "An object with the attributes that it is given: SimpleNamespace(**attributes).",
  flags: TypeFlag.Base | TypeFlag.Dict,
  new: { signature: "($type, /, *args, **kwargs)", scope: namespaceNew },
  methods: {
    __init__: { signature: "($self, /, *args, **kwargs)", scope: namespaceInit },
    __repr__: ["($self, /)", namespaceRepr],
    __eq__: ["($self, value, /)", namespaceEq],
    __ne__: ["($self, value, /)", namespaceNe],
    __reduce__: ["($self, /)", namespaceReduce, "What pickling stores."],
  },
  getsets: { __dict__: [(w_self: W_Root): W_Root => getInstanceDict(w_self)] },
  constants: { __hash__: w_None },
});

function namespaceNew(scope: FixedArray<W_Root>): W_Root {
  return new W_SimpleNamespace((scope[0] as W_Type).instanceMap);
}

function namespaceInit(scope: FixedArray<W_Root>): W_Root {
  if (positionalOf(scope).length > 0) throw typeError("no positional arguments expected");
  getInstanceDict(scope[0]).update(keywordsOf(scope));
  return w_None;
}

function namespaceRepr(w_self: W_Root): W_Root {
  const name = type(w_self) === simpleNamespaceType ? "namespace" : typeName(w_self);
  if (!enterRepr(w_self)) return fromRts(`${name}(...)`);
  const out = new StrBuilder();
  const w_dict = getInstanceDict(w_self);
  try {
    out.appendRts(`${name}(`);
    let isFirst = true;
    for (let p = w_dict.next(0); p >= 0; p = w_dict.next(p + 1)) {
      const w_key = w_dict.keyAt(p);
      if (!(w_key instanceof W_Str) || w_key.length === 0) continue;
      if (!isFirst) out.appendRts(", ");
      isFirst = false;
      out.appendStr(w_key);
      out.appendRts("=");
      out.appendStr(repr(w_dict.valueAt(p)));
    }
    out.appendRts(")");
  } finally {
    leaveRepr(w_self);
  }
  return out.build();
}

function namespaceEq(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_SimpleNamespace)) return w_NotImplemented;
  return newBool(dictsEqual(getInstanceDict(w_self), getInstanceDict(w_other)));
}

function namespaceNe(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_SimpleNamespace)) return w_NotImplemented;
  return newBool(!dictsEqual(getInstanceDict(w_self), getInstanceDict(w_other)));
}

function namespaceReduce(w_self: W_Root): W_Root {
  return newTuple3(type(w_self), w_emptyTuple, getInstanceDict(w_self));
}
