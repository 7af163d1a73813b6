/** What the iterators of `itertools` share: checks of pickled states and of arguments. */
import { type FixedArray, type i32, type i64, i64ToI32, newFixedArray } from "@rts";
import { typeError, valueError } from "../../core/objspace/errors.ts";
import { type } from "../../core/objspace/call.ts";
import { clampI32, hasIndex, ssizeArgument } from "../../core/objspace/truth.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { Special } from "../../core/objspace/special.ts";

import { newTuple, W_Tuple } from "../../core/objspace/tuple.ts";

/** The elements of a state that must be a tuple. Throws TypeError. */
export function stateItems(w_state: W_Root): FixedArray<W_Root> {
  if (!(w_state instanceof W_Tuple)) throw typeError("state is not a tuple");
  return w_state.items;
}

/** Throws TypeError unless a state has `least` to `most` elements, as CPython's argument parser words it. */
export function checkStateSize(items: FixedArray<W_Root>, least: i32, most: i32): void {
  const count = items.length;
  if (count >= least && count <= most) return;
  const limit = count < least ? least : most;
  const bound = least === most ? "exactly" : count < least ? "at least" : "at most";
  throw typeError(`function takes ${bound} ${limit} argument${limit === 1 ? "" : "s"} (${count} given)`);
}

/** True for objects with `__next__`. */
export function isIterator(w_obj: W_Root): boolean {
  return type(w_obj).special[Special.Next] !== null;
}

/** A tuple of ints. */
export function intTuple(values: Int32Array): W_Root {
  const items = newFixedArray<W_Root>(values.length, ZERO);
  for (let i: i32 = 0; i < values.length; i++) items[i] = newInt32(values[i]);
  return newTuple(items);
}
const ZERO: W_Root = newInt(0n);

/** An element of a state that must be an int, moved into `[least, most]`. */
export function clampedState(w_value: W_Root, least: i32, most: i32): i32 {
  if (!hasIndex(w_value)) throw typeError("an integer is required");
  const value = clampI32(ssizeArgument(w_value));
  return value < least ? least : value > most ? most : value;
}

/** A number of elements, clamped to what no memory holds. Throws ValueError(`negative`) for negative ones. */
export function sizeArgument(w_value: W_Root, negative: string): i32 {
  const value: i64 = ssizeArgument(w_value);
  if (value < 0n) throw valueError(negative);
  return value > MOST ? i64ToI32(MOST) : i64ToI32(value);
}
const MOST: i64 = 0x7ffffffn;
