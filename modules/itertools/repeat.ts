/** `itertools.repeat`: one object over and over. */
import type { i64 } from "@rts";
import { type } from "../../core/objspace/call.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { newInt } from "../../core/objspace/int.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_unset } from "../../core/objspace/singletons.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { ssizeArgument } from "../../core/objspace/truth.ts";
import { newTuple1, newTuple2 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const repeatType: W_Type = moduleClass("repeat", "itertools");

export class W_Repeat extends W_Object {
  readonly w_object: W_Root;
  /** How often it comes yet; negative for ever. */
  left: i64;

  constructor(map: InstanceMap, w_object: W_Root, left: i64) {
    super(map);
    this.w_object = w_object;
    this.left = left;
  }
  override iterNext(): W_Root | null {
    const left = this.left;
    if (left === 0n) return null;
    if (left > 0n) this.left = left - 1n;
    return this.w_object;
  }
}

define(repeatType, {
  doc: "repeat(object [, times]): the object over and over, or so many times.",
  flags: TypeFlag.Base,
  new: ["($type, object, times=<unset>)", repeatNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __repr__: ["($self, /)", repeatRepr],
    __length_hint__: ["($self, /)", lengthHint, "How many elements are left."],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

function repeatNew(w_type: W_Root, w_object: W_Root, w_times: W_Root): W_Root {
  let left: i64 = -1n;
  if (w_times !== w_unset) {
    left = ssizeArgument(w_times);
    if (left < 0n) left = 0n;
  }
  return new W_Repeat((w_type as W_Type).instanceMap, w_object, left);
}

function repeatRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Repeat;
  const name = type(self).name.toRts();
  const text = reprText(self.w_object);
  return fromRts(self.left < 0n ? `${name}(${text})` : `${name}(${text}, ${self.left})`);
}

function lengthHint(w_self: W_Root): W_Root {
  const left = (w_self as W_Repeat).left;
  if (left < 0n) throw typeError("len() of unsized object");
  return newInt(left);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Repeat;
  const w_args = self.left < 0n ? newTuple1(self.w_object) : newTuple2(self.w_object, newInt(self.left));
  return newTuple2(type(self), w_args);
}
