/** `itertools.islice`: some elements of an iterable, chosen as by a slice. */
import type { FixedArray, i64 } from "@rts";
import { argument, checkCount, positionalOf, refuseKeywords } from "../../core/objspace/call_arguments.ts";
import { type } from "../../core/objspace/call.ts";
import { OperationError, valueError } from "../../core/objspace/errors.ts";
import { overflowErrorType } from "../../core/objspace/exception_types.ts";
import { newInt } from "../../core/objspace/int.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { newEmptyList } from "../../core/objspace/list.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { hasIndex, indexI64, ssizeArgument } from "../../core/objspace/truth.ts";
import { newTuple2, newTuple3, tupleOf } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const isliceType: W_Type = moduleClass("islice", "itertools");

/** Largest index there may be. */
const MAXIMUM: i64 = 0x7fffffffffffffffn;

export class W_Islice extends W_Object {
  /** Null once exhausted. */
  w_iterator: W_Root | null;
  /** Number of the next element to give. */
  next: i64;
  /** -1 for none. */
  readonly stop: i64;
  readonly step: i64;
  /** Elements taken so far. */
  count: i64 = 0n;

  constructor(map: InstanceMap, w_iterator: W_Root, start: i64, stop: i64, step: i64) {
    super(map);
    this.w_iterator = w_iterator;
    this.next = start;
    this.stop = stop;
    this.step = step;
  }

  override iterNext(): W_Root | null {
    const w_iterator = this.w_iterator;
    if (w_iterator === null) return null;
    while (this.count < this.next) {
      if (next(w_iterator) === null) return this.end();
      this.count++;
    }
    const stop = this.stop;
    if (stop >= 0n && this.count >= stop) return this.end();
    const w_item = next(w_iterator);
    if (w_item === null) return this.end();
    this.count++;
    this.advance(stop);
    return w_item;
  }

  private advance(stop: i64): void {
    const limit = stop < 0n ? MAXIMUM : stop;
    this.next = this.next > limit - this.step ? limit : this.next + this.step;
  }

  private end(): W_Root | null {
    this.w_iterator = null;
    return null;
  }
}

define(isliceType, {
  doc: "islice(iterable, stop) or islice(iterable, start, stop [, step]): elements chosen as by a slice.",
  flags: TypeFlag.Base,
  new: { signature: "($type, /, *args, **kwargs)", scope: isliceNew },
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});

const BAD_STOP = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const BAD_INDICES = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const BAD_STEP = "Step for islice() must be a positive integer or None.";

/** A bound of a slice, -1 for None or for no int at all. Throws ValueError for what does not fit. */
function bound(w_bound: W_Root, message: string): i64 {
  if (w_bound === w_None) return -1n;
  if (!hasIndex(w_bound)) throw valueError(message);
  let value: i64 = -1n;
  try {
    value = indexI64(w_bound, overflowErrorType);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
  if (value < 0n) throw valueError(message);
  return value;
}

function isliceNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  if (w_type === isliceType) refuseKeywords("islice", scope);
  const args = positionalOf(scope);
  checkCount("islice", args.length, 2, 4);
  let start: i64 = 0n;
  let stop: i64;
  let step: i64 = 1n;
  if (args.length === 2) {
    stop = bound(args[1], BAD_STOP);
  } else {
    const hasStart = args[1] !== w_None;
    stop = bound(args[2], BAD_STOP);
    if (hasStart) start = bound(args[1], BAD_INDICES);
    const w_step = argument(args, 3);
    if (w_step !== w_unset && w_step !== w_None) step = bound(w_step, BAD_STEP);
    if (step < 1n) throw valueError(BAD_STEP);
  }
  return new W_Islice(w_type.instanceMap, iter(args[0]), start, stop, step);
}

/** An exhausted one slices an empty iterator, to be no different after pickling. */
function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Islice;
  const w_iterator = self.w_iterator;
  if (w_iterator === null) {
    return newTuple3(type(self), newTuple2(iter(newEmptyList(0)), newInt(0n)), newInt(0n));
  }
  const w_stop: W_Root = self.stop < 0n ? w_None : newInt(self.stop);
  const w_args = tupleOf([w_iterator, newInt(self.next), w_stop, newInt(self.step)]);
  return newTuple3(type(self), w_args, newInt(self.count));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  (w_self as W_Islice).count = ssizeArgument(w_state);
  return w_None;
}
