/** `itertools.product`: all tuples of an element of each pool, the last one fastest. */
import { arrayCopy, type FixedArray, type i32, newFixedArray } from "@rts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { type } from "../../core/objspace/call.ts";
import type { W_Dict } from "../../core/objspace/dict.ts";
import { type OperationError, operationError, typeError, valueError } from "../../core/objspace/errors.ts";
import { overflowErrorType } from "../../core/objspace/exception_types.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import {
  newTuple,
  newTuple1,
  newTuple2,
  newTuple3,
  w_emptyTuple,
  W_Tuple,
} from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { clampedState, intTuple, sizeArgument } from "./state.ts";

export const productType: W_Type = moduleClass("product", "itertools");
const s_repeat: W_Str = internRts("repeat");
const NO_POOL: FixedArray<W_Root> = newFixedArray<W_Root>(0, w_None);

export class W_Product extends W_Object {
  readonly pools: FixedArray<FixedArray<W_Root>>;
  readonly indices: Int32Array;
  /** The tuple given last; null before the first. */
  result: FixedArray<W_Root> | null = null;
  isStopped: boolean = false;

  constructor(map: InstanceMap, pools: FixedArray<FixedArray<W_Root>>) {
    super(map);
    this.pools = pools;
    this.indices = new Int32Array(pools.length);
  }

  override iterNext(): W_Root | null {
    if (this.isStopped) return null;
    const last = this.result;
    if (last === null) return this.first();
    const result = newFixedArray<W_Root>(last.length, w_None);
    arrayCopy(last, 0, result, 0, last.length);
    if (!this.step(result)) {
      this.isStopped = true;
      return null;
    }
    this.result = result;
    return newTuple(result);
  }

  private first(): W_Root | null {
    const pools = this.pools;
    const result = newFixedArray<W_Root>(pools.length, w_None);
    for (let i: i32 = 0; i < pools.length; i++) {
      if (pools[i].length === 0) {
        this.isStopped = true;
        return null;
      }
      result[i] = pools[i][0];
    }
    this.result = result;
    return newTuple(result);
  }

  /** Moves the rightmost index that can move on, those after it to the beginning. False at the end. */
  private step(result: FixedArray<W_Root>): boolean {
    const indices = this.indices;
    for (let i: i32 = indices.length - 1; i >= 0; i--) {
      const pool = this.pools[i];
      const at = indices[i] + 1;
      if (at < pool.length) {
        indices[i] = at;
        result[i] = pool[at];
        return true;
      }
      indices[i] = 0;
      result[i] = pool[0];
    }
    return false;
  }
}

define(productType, {
  doc:
    "product(*iterables, repeat=1): all tuples of an element of each iterable, the last one moving fastest.",
  flags: TypeFlag.Base,
  new: { signature: "($type, /, *args, **kwargs)", scope: productNew },
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
    __sizeof__: ["($self, /)", sizeOf, "Size of the object in memory, in bytes."],
  },
});

function productNew(scope: FixedArray<W_Root>): W_Root {
  const args = positionalOf(scope);
  const repeat = repeatArgument(keywordsOf(scope));
  const count = repeat === 0 ? 0 : args.length;
  if (repeat > 0 && count > 0 && repeat >= ((0x7ffffff / count) | 0)) {
    throw operationError(overflowErrorType, "repeat argument too large");
  }
  const pools = newFixedArray<FixedArray<W_Root>>(count * repeat, NO_POOL);
  for (let i: i32 = 0; i < count; i++) pools[i] = fixedItems(args[i]);
  for (let i: i32 = count; i < pools.length; i++) pools[i] = pools[i - count];
  return new W_Product((scope[0] as W_Type).instanceMap, pools);
}

function repeatArgument(w_keywords: W_Dict): i32 {
  if (w_keywords.length === 0) return 1;
  const w_repeat = w_keywords.getStr(s_repeat);
  if (w_repeat === null || w_keywords.length > 1) throw unexpected(w_keywords);
  return sizeArgument(w_repeat, "repeat argument cannot be negative");
}

function unexpected(w_keywords: W_Dict): OperationError {
  const count = w_keywords.length;
  if (count > 1) return typeError(`product() takes at most 1 keyword argument (${count} given)`);
  const name = (w_keywords.keyAt(w_keywords.next(0)) as W_Str).toRts();
  return typeError(`'${name}' is an invalid keyword argument for product()`);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Product;
  if (self.isStopped) return newTuple2(type(self), newTuple1(w_emptyTuple));
  const pools = newFixedArray<W_Root>(self.pools.length, w_None);
  for (let i: i32 = 0; i < pools.length; i++) pools[i] = newTuple(self.pools[i]);
  const w_pools = newTuple(pools);
  if (self.result === null) return newTuple2(type(self), w_pools);
  return newTuple3(type(self), w_pools, intTuple(self.indices));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_Product;
  const count = self.pools.length;
  if (!(w_state instanceof W_Tuple) || w_state.items.length !== count) throw valueError("invalid arguments");
  const items = w_state.items;
  const result = newFixedArray<W_Root>(count, w_None);
  for (let i: i32 = 0; i < count; i++) {
    const pool = self.pools[i];
    if (pool.length === 0) {
      self.isStopped = true;
      return w_None;
    }
    const at = clampedState(items[i], 0, pool.length - 1);
    self.indices[i] = at;
    result[i] = pool[at];
  }
  self.result = result;
  return w_None;
}

function sizeOf(w_self: W_Root): W_Root {
  return newInt32(48 + 8 * (w_self as W_Product).pools.length);
}
