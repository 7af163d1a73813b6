/** `itertools.combinations` and `combinations_with_replacement`: choices of elements in their order. */
import { arrayCopy, type FixedArray, type i32, newFixedArray } from "@rts";
import { type } from "../../core/objspace/call.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { newTuple, newTuple2, newTuple3, w_emptyTuple, W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define, type MethodEntry } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { clampedState, intTuple, sizeArgument } from "./state.ts";

export const combinationsType: W_Type = moduleClass("combinations", "itertools");
export const replacementType: W_Type = moduleClass("combinations_with_replacement", "itertools");

/** Tuples of `r` elements of a pool, whose indices never go down. */
abstract class W_Choices extends W_Object {
  readonly pool: FixedArray<W_Root>;
  readonly r: i32;
  readonly indices: Int32Array;
  /** The tuple given last; null before the first. */
  result: FixedArray<W_Root> | null = null;
  isStopped: boolean;

  constructor(map: InstanceMap, pool: FixedArray<W_Root>, r: i32, isStopped: boolean) {
    super(map);
    this.pool = pool;
    this.r = r;
    this.isStopped = isStopped;
    this.indices = new Int32Array(isStopped ? 0 : r);
  }

  override iterNext(): W_Root | null {
    if (this.isStopped) return null;
    const last = this.result;
    const count = this.indices.length;
    const result = newFixedArray<W_Root>(count, w_None);
    if (last === null) {
      for (let i: i32 = 0; i < count; i++) result[i] = this.pool[this.indices[i]];
    } else {
      arrayCopy(last, 0, result, 0, count);
      if (!this.step(result)) {
        this.isStopped = true;
        return null;
      }
    }
    this.result = result;
    return newTuple(result);
  }

  /** Moves the indices on and enters the changed elements. False at the end. */
  abstract step(result: FixedArray<W_Root>): boolean;

  /** Largest index there may be at place `i`. */
  abstract largest(i: i32): i32;
}

export class W_Combinations extends W_Choices {
  constructor(map: InstanceMap, pool: FixedArray<W_Root>, r: i32) {
    super(map, pool, r, r > pool.length);
    for (let i: i32 = 0; i < this.indices.length; i++) this.indices[i] = i;
  }
  override largest(i: i32): i32 {
    return i + this.pool.length - this.indices.length;
  }
  override step(result: FixedArray<W_Root>): boolean {
    const indices = this.indices;
    const pool = this.pool;
    const count = indices.length;
    const room = pool.length - count;
    let i: i32 = count - 1;
    while (i >= 0 && indices[i] === i + room) i--;
    if (i < 0) return false;
    let index = indices[i];
    for (; i < count; i++) {
      index++;
      indices[i] = index;
      result[i] = pool[index];
    }
    return true;
  }
}

export class W_WithReplacement extends W_Choices {
  constructor(map: InstanceMap, pool: FixedArray<W_Root>, r: i32) {
    super(map, pool, r, pool.length === 0 && r > 0);
  }
  override largest(_i: i32): i32 {
    return this.pool.length - 1;
  }
  override step(result: FixedArray<W_Root>): boolean {
    const indices = this.indices;
    const pool = this.pool;
    const last = pool.length - 1;
    let i: i32 = indices.length - 1;
    while (i >= 0 && indices[i] === last) i--;
    if (i < 0) return false;
    const index = indices[i] + 1;
    const w_item = pool[index];
    for (; i < indices.length; i++) {
      indices[i] = index;
      result[i] = w_item;
    }
    return true;
  }
}

const METHODS: Record<string, MethodEntry> = {
  __iter__: ["($self, /)", iterSelf],
  __next__: ["($self, /)", iterNextMethod],
  __reduce__: ["($self, /)", reduce, "What pickling stores."],
  __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  __sizeof__: ["($self, /)", sizeOf, "Size of the object in memory, in bytes."],
};

define(combinationsType, {
  doc: "combinations(iterable, r): all choices of r elements, in their order.",
  flags: TypeFlag.Base,
  new: ["($type, iterable, r)", combinationsNew],
  methods: METHODS,
});
define(replacementType, {
  doc:
    "combinations_with_replacement(iterable, r): all choices of r elements, which may come again, in their order.",
  flags: TypeFlag.Base,
  new: ["($type, iterable, r)", replacementNew],
  methods: METHODS,
});

function combinationsNew(w_type: W_Root, w_iterable: W_Root, w_r: W_Root): W_Root {
  const pool = fixedItems(w_iterable);
  return new W_Combinations(
    (w_type as W_Type).instanceMap,
    pool,
    sizeArgument(w_r, "r must be non-negative"),
  );
}
function replacementNew(w_type: W_Root, w_iterable: W_Root, w_r: W_Root): W_Root {
  const pool = fixedItems(w_iterable);
  return new W_WithReplacement(
    (w_type as W_Type).instanceMap,
    pool,
    sizeArgument(w_r, "r must be non-negative"),
  );
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Choices;
  const w_r: W_Root = newInt32(self.r);
  const w_pool = newTuple(self.pool);
  if (self.result === null) return newTuple2(type(self), newTuple2(w_pool, w_r));
  if (self.isStopped) return newTuple2(type(self), newTuple2(w_emptyTuple, w_r));
  return newTuple3(type(self), newTuple2(w_pool, w_r), intTuple(self.indices));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_Choices;
  const count = self.indices.length;
  if (!(w_state instanceof W_Tuple) || w_state.items.length !== self.r || count !== self.r) {
    throw valueError("invalid arguments");
  }
  const result = newFixedArray<W_Root>(count, w_None);
  for (let i: i32 = 0; i < count; i++) {
    const at = clampedState(w_state.items[i], 0, self.largest(i));
    self.indices[i] = at;
    result[i] = self.pool[at];
  }
  self.result = result;
  return w_None;
}

function sizeOf(w_self: W_Root): W_Root {
  return newInt32(48 + 4 * (w_self as W_Choices).indices.length);
}
