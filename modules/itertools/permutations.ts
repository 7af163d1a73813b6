/** `itertools.permutations`: all orders of `r` elements of a pool. */
import { arrayCopy, type FixedArray, type i32, newFixedArray } from "@rts";
import { type } from "../../core/objspace/call.ts";
import { typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { newInt32, W_Integer } from "../../core/objspace/int.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { newTuple, newTuple2, newTuple3, w_emptyTuple, W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { checkStateSize, clampedState, intTuple, sizeArgument, stateItems } from "./state.ts";

export const permutationsType: W_Type = moduleClass("permutations", "itertools");

export class W_Permutations extends W_Object {
  readonly pool: FixedArray<W_Root>;
  readonly r: i32;
  /** A permutation of all places of the pool; the first `r` are shown. */
  readonly indices: Int32Array;
  /** For each shown place, how many indices it has yet to take. */
  readonly cycles: Int32Array;
  /** The tuple given last; null before the first. */
  result: FixedArray<W_Root> | null = null;
  isStopped: boolean;

  constructor(map: InstanceMap, pool: FixedArray<W_Root>, r: i32) {
    super(map);
    this.pool = pool;
    this.r = r;
    this.isStopped = r > pool.length;
    this.indices = new Int32Array(pool.length);
    for (let i: i32 = 0; i < pool.length; i++) this.indices[i] = i;
    this.cycles = new Int32Array(this.isStopped ? 0 : r);
    for (let i: i32 = 0; i < this.cycles.length; i++) this.cycles[i] = pool.length - i;
  }

  override iterNext(): W_Root | null {
    if (this.isStopped) return null;
    const last = this.result;
    const result = newFixedArray<W_Root>(this.r, w_None);
    if (last === null) {
      for (let i: i32 = 0; i < this.r; i++) result[i] = this.pool[this.indices[i]];
    } else {
      arrayCopy(last, 0, result, 0, this.r);
      if (!this.step(result)) {
        this.isStopped = true;
        return null;
      }
    }
    this.result = result;
    return newTuple(result);
  }

  /** Moves on to the next order. False at the end. */
  private step(result: FixedArray<W_Root>): boolean {
    const indices = this.indices;
    const cycles = this.cycles;
    const count = indices.length;
    for (let i: i32 = this.r - 1; i >= 0; i--) {
      const cycle = cycles[i] - 1;
      cycles[i] = cycle;
      if (cycle !== 0) {
        const other = count - cycle;
        const index = indices[i];
        indices[i] = indices[other];
        indices[other] = index;
        for (let k: i32 = i; k < this.r; k++) result[k] = this.pool[indices[k]];
        return true;
      }
      // The place has had all: its index goes to the end again.
      const index = indices[i];
      for (let k: i32 = i; k < count - 1; k++) indices[k] = indices[k + 1];
      indices[count - 1] = index;
      cycles[i] = count - i;
    }
    return false;
  }
}

define(permutationsType, {
  doc: "permutations(iterable, r=None): all orders of r elements; of all elements where r is not given.",
  flags: TypeFlag.Base,
  new: ["($type, iterable, r=None)", permutationsNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
    __sizeof__: ["($self, /)", sizeOf, "Size of the object in memory, in bytes."],
  },
});

function permutationsNew(w_type: W_Root, w_iterable: W_Root, w_r: W_Root): W_Root {
  const pool = fixedItems(w_iterable);
  let r: i32 = pool.length;
  if (w_r !== w_None) {
    if (!(w_r instanceof W_Integer)) throw typeError("Expected int as r");
    r = sizeArgument(w_r, "r must be non-negative");
  }
  return new W_Permutations((w_type as W_Type).instanceMap, pool, r);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Permutations;
  const w_r: W_Root = newInt32(self.r);
  const w_pool = newTuple(self.pool);
  if (self.result === null) return newTuple2(type(self), newTuple2(w_pool, w_r));
  if (self.isStopped) return newTuple2(type(self), newTuple2(w_emptyTuple, w_r));
  const w_state = newTuple2(intTuple(self.indices), intTuple(self.cycles));
  return newTuple3(type(self), newTuple2(w_pool, w_r), w_state);
}

/** An element of the state that must be a tuple. */
function tupleOfState(items: FixedArray<W_Root>, at: i32): FixedArray<W_Root> {
  const w_part = items[at];
  if (w_part instanceof W_Tuple) return w_part.items;
  throw typeError(`argument ${at + 1} must be tuple, not ${typeName(w_part)}`);
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_Permutations;
  const items = stateItems(w_state);
  checkStateSize(items, 2, 2);
  const indices = tupleOfState(items, 0);
  const cycles = tupleOfState(items, 1);
  const count = self.pool.length;
  if (indices.length !== count || cycles.length !== self.r || self.cycles.length !== self.r) {
    throw valueError("invalid arguments");
  }
  for (let i: i32 = 0; i < count; i++) self.indices[i] = clampedState(indices[i], 0, count - 1);
  for (let i: i32 = 0; i < self.r; i++) self.cycles[i] = clampedState(cycles[i], 1, count - i);
  const result = newFixedArray<W_Root>(self.r, w_None);
  for (let i: i32 = 0; i < self.r; i++) result[i] = self.pool[self.indices[i]];
  self.result = result;
  return w_None;
}

function sizeOf(w_self: W_Root): W_Root {
  const self = w_self as W_Permutations;
  return newInt32(64 + 4 * (self.indices.length + self.cycles.length));
}
