/** The class `weakref.ReferenceType`. */
import type { FixedArray } from "@rts";
import { getattrOrNull } from "./attributes.ts";
import { type } from "./call.ts";
import { CompareOp, richcompare } from "./compare.ts";
import { CLASS_GETITEM } from "./class_getitem.ts";
import type { W_Dict } from "./dict.ts";
import { typeError } from "./errors.ts";
import { hash } from "./hash.ts";
import { newBool, newInt } from "./int.ts";
import { addressText } from "./object_methods.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import type { W_Tuple } from "./tuple.ts";
import { define } from "./typedef.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { weakrefType } from "./types.ts";
import { newWeakRef, type W_WeakBase, W_WeakRef } from "./weakref.ts";

const s_name: W_Str = internRts("__name__");

function reference(w_self: W_Root): W_WeakRef {
  return w_self as W_WeakRef;
}

/** Object and callback out of the arguments of `name`. */
function checkArguments(items: FixedArray<W_Root>, name: string): void {
  if (items.length === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
  if (items.length > 2) throw typeError(`${name} expected at most 2 arguments, got ${items.length}`);
}

function refNew(scope: FixedArray<W_Root>): W_Root {
  const items = (scope[1] as W_Tuple).items;
  checkArguments(items, "__new__");
  const w_callback = items.length === 1 || items[1] === w_None ? null : items[1];
  return newWeakRef(scope[0] as W_Type, items[0], w_callback);
}

function refInit(scope: FixedArray<W_Root>): W_Root {
  if ((scope[2] as W_Dict).length > 0) throw typeError("ref() takes no keyword arguments");
  checkArguments((scope[1] as W_Tuple).items, "__init__");
  return w_None;
}

function refCall(w_self: W_Root): W_Root {
  return reference(w_self).get() ?? w_None;
}

function refHash(w_self: W_Root): W_Root {
  const self = reference(w_self);
  const w_known = self.w_hash;
  if (w_known !== null) return w_known;
  const w_obj = self.get();
  if (w_obj === null) throw typeError("weak object has gone away");
  const w_hash = newInt(hash(w_obj));
  self.w_hash = w_hash;
  return w_hash;
}

/** References to living objects compare as those; others by identity. */
function compareRefs(op: CompareOp, w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_WeakRef)) return w_NotImplemented;
  const w_a = reference(w_self).get();
  const w_b = w_other.get();
  if (w_a === null || w_b === null) return newBool((w_self === w_other) === (op === CompareOp.Eq));
  return richcompare(op, w_a, w_b);
}

function refRepr(w_self: W_Root): W_Root {
  const w_obj = (w_self as W_WeakBase).get();
  if (w_obj === null) return fromRts(`<weakref at ${addressText(w_self)}; dead>`);
  const w_name = getattrOrNull(w_obj, s_name);
  const name = w_name instanceof W_Str ? ` (${w_name.toRts()})` : "";
  const kind = type(w_obj).name.toRts();
  return fromRts(`<weakref at ${addressText(w_self)}; to '${kind}' at ${addressText(w_obj)}${name}>`);
}

define(weakrefType, {
  flags: TypeFlag.Base,
  new: { signature: "($type, /, *args, **kwargs)", scope: refNew },
  methods: {
    __init__: { signature: "($self, /, *args, **kwargs)", scope: refInit },
    __call__: ["($self, /)", refCall],
    __hash__: ["($self, /)", refHash],
    __repr__: ["($self, /)", refRepr],
    __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareRefs(CompareOp.Eq, w_a, w_b)],
    __ne__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareRefs(CompareOp.Ne, w_a, w_b)],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    __callback__: [
      (w_self: W_Root): W_Root =>
        reference(w_self).get() === null ? w_None : reference(w_self).w_callback ?? w_None,
    ],
  },
});
