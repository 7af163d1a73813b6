/** `functools.cmp_to_key`: objects that a comparison function orders. */
import type { i32 } from "@rts";
import { call2 } from "../../core/objspace/call.ts";
import { CompareOp, richcompare } from "../../core/objspace/compare.ts";
import { attributeError, typeError } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { TypeFlag } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const keyType: W_Type = moduleClass("KeyWrapper", "functools");

/** The comparison function alone (the key function), or with an object (a key). */
export class W_Key extends W_Root {
  readonly w_compare: W_Root;
  w_object: W_Root | null;

  constructor(w_compare: W_Root, w_object: W_Root | null) {
    super();
    this.w_compare = w_compare;
    this.w_object = w_object;
  }
  override typeOf(): W_Type {
    return keyType;
  }
}

/** `cmp_to_key(mycmp)`. */
export function cmpToKey(w_compare: W_Root): W_Root {
  return new W_Key(w_compare, null);
}

const ZERO: W_Root = newInt32(0);

function compareKeys(op: i32, w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Key)) throw typeError("other argument must be K instance");
  const self = w_self as W_Key;
  const w_left = self.w_object;
  const w_right = w_other.w_object;
  if (w_left === null || w_right === null) throw attributeError("object");
  return richcompare(op, call2(self.w_compare, w_left, w_right), ZERO);
}

define(keyType, {
  flags: TypeFlag.NoNew,
  methods: {
    __call__: [
      "($self, /, obj)",
      (w_self: W_Root, w_obj: W_Root): W_Root => new W_Key((w_self as W_Key).w_compare, w_obj),
    ],
    __lt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareKeys(CompareOp.Lt, w_a, w_b)],
    __le__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareKeys(CompareOp.Le, w_a, w_b)],
    __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareKeys(CompareOp.Eq, w_a, w_b)],
    __ne__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareKeys(CompareOp.Ne, w_a, w_b)],
    __gt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareKeys(CompareOp.Gt, w_a, w_b)],
    __ge__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareKeys(CompareOp.Ge, w_a, w_b)],
  },
  members: { obj: [getObject, setObject, deleteObject, "The object that the key stands for."] },
  constants: { __hash__: w_None },
});

function getObject(w_self: W_Root): W_Root {
  return (w_self as W_Key).w_object ?? w_None;
}
function setObject(w_self: W_Root, w_value: W_Root): W_Root {
  (w_self as W_Key).w_object = w_value;
  return w_None;
}
function deleteObject(w_self: W_Root): W_Root {
  (w_self as W_Key).w_object = null;
  return w_None;
}
