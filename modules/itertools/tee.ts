/**
 * `itertools.tee`: independent iterators over one. What was read stands in a chain of blocks; an iterator holds the
 * block that it is in, so blocks that all have left go with the garbage.
 */
import { type FixedArray, type i32, i32ToI64, i64ToI32, newFixedArray } from "@rts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { call0, type } from "../../core/objspace/call.ts";
import {
  type OperationError,
  runtimeError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import { newEmptyList, W_List } from "../../core/objspace/list.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { ssizeArgument } from "../../core/objspace/truth.ts";
import { newTuple, newTuple1, newTuple2, newTuple3, w_emptyTuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { checkStateSize, stateItems } from "./state.ts";

export const teeType: W_Type = moduleClass("_tee", "itertools");
export const teeBlockType: W_Type = moduleClass("_tee_dataobject", "itertools");
const s_copy: W_Str = internRts("__copy__");

/** Elements of a block: as many as CPython's, which pickles show. */
const BLOCK: i32 = 57;

/** Elements that were read. */
export class W_TeeBlock extends W_Root {
  readonly w_iterator: W_Root;
  readonly values: FixedArray<W_Root | null> = newFixedArray<W_Root | null>(BLOCK, null);
  /** Number of elements read so far. */
  read: i32 = 0;
  isRunning: boolean = false;
  following: W_TeeBlock | null = null;

  constructor(w_iterator: W_Root) {
    super();
    this.w_iterator = w_iterator;
  }
  override typeOf(): W_Type {
    return teeBlockType;
  }

  /** Element `at`, read now if it is the next one; null at the end. */
  get(at: i32): W_Root | null {
    return at < this.read ? this.values[at] : this.readNext(at);
  }

  private readNext(at: i32): W_Root | null {
    if (this.isRunning) throw runtimeError("cannot re-enter the tee iterator");
    let w_value: W_Root | null;
    this.isRunning = true;
    try {
      w_value = next(this.w_iterator);
    } finally {
      this.isRunning = false;
    }
    if (w_value === null) return null;
    this.values[at] = w_value;
    this.read = at + 1;
    return w_value;
  }

  /** The block after this one, which is full. */
  getFollowing(): W_TeeBlock {
    let following = this.following;
    if (following === null) {
      following = new W_TeeBlock(this.w_iterator);
      this.following = following;
    }
    return following;
  }
}

export class W_Tee extends W_Object {
  block: W_TeeBlock;
  at: i32;

  constructor(map: InstanceMap, block: W_TeeBlock, at: i32) {
    super(map);
    this.block = block;
    this.at = at;
  }
  override iterNext(): W_Root | null {
    if (this.at >= BLOCK) {
      this.block = this.block.getFollowing();
      this.at = 0;
    }
    const w_value = this.block.get(this.at);
    if (w_value !== null) this.at++;
    return w_value;
  }
}

/** An iterator over what an iterable gives, from where it is: another one in the same blocks for a tee. */
function newTee(w_iterable: W_Root): W_Tee {
  const w_iterator = iter(w_iterable);
  if (w_iterator instanceof W_Tee) return copyTee(w_iterator);
  return new W_Tee(teeType.instanceMap, new W_TeeBlock(w_iterator), 0);
}

function copyTee(self: W_Tee): W_Tee {
  return new W_Tee(teeType.instanceMap, self.block, self.at);
}

/** `tee(iterable, n=2)`. */
export function tee(w_iterable: W_Root, w_count: W_Root): W_Root {
  const wanted = ssizeArgument(w_count);
  if (wanted < 0n) throw valueError("n must be >= 0");
  const count: i32 = wanted > 0xffffffn ? 0xffffff : i64ToI32(wanted);
  if (count === 0) return w_emptyTuple;
  let w_first = iter(w_iterable);
  let w_copy = getattrOrNull(w_first, s_copy);
  if (w_copy === null) {
    w_first = newTee(w_first);
    w_copy = getattrOrNull(w_first, s_copy)!;
  }
  const items = newFixedArray<W_Root>(count, w_first);
  for (let i: i32 = 1; i < count; i++) items[i] = call0(w_copy);
  return newTuple(items);
}

define(teeType, {
  doc: "An iterator over what another iterator gives, which can be copied.",
  flags: TypeFlag.Weakrefs,
  new: ["($type, iterable, /)", (_w_type: W_Root, w_iterable: W_Root): W_Root => newTee(w_iterable)],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __copy__: [
      "($self, /)",
      (w_self: W_Root): W_Root => copyTee(w_self as W_Tee),
      "An independent iterator at the same place.",
    ],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});
define(teeBlockType, {
  doc: "Elements that tee() keeps for iterators that are behind.",
  new: ["($type, iterable, values, next, /)", blockNew],
  methods: { __reduce__: ["($self, /)", reduceBlock, "What pickling stores."] },
});

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Tee;
  return newTuple3(type(self), newTuple1(w_emptyTuple), newTuple2(self.block, newInt32(self.at)));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_Tee;
  const items = stateItems(w_state);
  checkStateSize(items, 2, 2);
  const w_block = items[0];
  if (!(w_block instanceof W_TeeBlock)) {
    throw typeError(`argument 1 must be itertools._tee_dataobject, not ${typeName(w_block)}`);
  }
  const at = ssizeArgument(items[1]);
  // Past what was read there is nothing yet but the next element.
  if (at < 0n || at > i32ToI64(BLOCK)) throw valueError("Index out of range");
  self.block = w_block;
  self.at = i64ToI32(at);
  return w_None;
}

function reduceBlock(w_self: W_Root): W_Root {
  const self = w_self as W_TeeBlock;
  const w_values = newEmptyList(0);
  for (let i: i32 = 0; i < self.read; i++) w_values.append(self.values[i]!);
  return newTuple2(teeBlockType, newTuple3(self.w_iterator, w_values, self.following ?? w_None));
}

function badArguments(): OperationError {
  return valueError("Invalid arguments");
}

/** A block as {@link reduceBlock} takes it apart: only a full one has another after it. */
function blockNew(_w_type: W_Root, w_iterator: W_Root, w_values: W_Root, w_following: W_Root): W_Root {
  if (!(w_values instanceof W_List)) {
    throw typeError(`teedataobject() argument 2 must be list, not ${typeName(w_values)}`);
  }
  const count = w_values.length;
  if (count > BLOCK) throw badArguments();
  const block = new W_TeeBlock(w_iterator);
  for (let i: i32 = 0; i < count; i++) block.values[i] = w_values.getItem(i);
  block.read = count;
  if (w_following !== w_None) {
    if (count < BLOCK || !(w_following instanceof W_TeeBlock)) throw badArguments();
    block.following = w_following;
  }
  return block;
}
