/** `itertools.compress`: the elements whose selector is true. */
import { type } from "../../core/objspace/call.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const compressType: W_Type = moduleClass("compress", "itertools");

export class W_Compress extends W_Object {
  readonly w_data: W_Root;
  readonly w_selectors: W_Root;

  constructor(map: InstanceMap, w_data: W_Root, w_selectors: W_Root) {
    super(map);
    this.w_data = w_data;
    this.w_selectors = w_selectors;
  }
  override iterNext(): W_Root | null {
    for (;;) {
      const w_item = next(this.w_data);
      if (w_item === null) return null;
      const w_selector = next(this.w_selectors);
      if (w_selector === null) return null;
      if (isTrue(w_selector)) return w_item;
    }
  }
}

define(compressType, {
  doc: "compress(data, selectors): the elements whose selector is true.",
  flags: TypeFlag.Base,
  new: ["($type, data, selectors)", compressNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

function compressNew(w_type: W_Root, w_data: W_Root, w_selectors: W_Root): W_Root {
  return new W_Compress((w_type as W_Type).instanceMap, iter(w_data), iter(w_selectors));
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Compress;
  return newTuple2(type(self), newTuple2(self.w_data, self.w_selectors));
}
