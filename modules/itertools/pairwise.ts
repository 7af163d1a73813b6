/** `itertools.pairwise`: each element with the one after it. */
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const pairwiseType: W_Type = moduleClass("pairwise", "itertools");

export class W_Pairwise extends W_Object {
  /** Null once exhausted. */
  w_iterator: W_Root | null;
  w_old: W_Root | null = null;

  constructor(map: InstanceMap, w_iterator: W_Root) {
    super(map);
    this.w_iterator = w_iterator;
  }
  override iterNext(): W_Root | null {
    const w_iterator = this.w_iterator;
    if (w_iterator === null) return null;
    let w_old = this.w_old;
    if (w_old === null) {
      w_old = next(w_iterator);
      this.w_old = w_old;
      if (w_old === null) return this.end();
    }
    const w_new = next(w_iterator);
    if (w_new === null) return this.end();
    this.w_old = w_new;
    return newTuple2(w_old, w_new);
  }

  private end(): W_Root | null {
    this.w_iterator = null;
    this.w_old = null;
    return null;
  }
}

define(pairwiseType, {
  doc: "pairwise(iterable): each element with the one after it.",
  flags: TypeFlag.Base,
  new: ["($type, iterable, /)", pairwiseNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
  },
});

function pairwiseNew(w_type: W_Root, w_iterable: W_Root): W_Root {
  return new W_Pairwise((w_type as W_Type).instanceMap, iter(w_iterable));
}
