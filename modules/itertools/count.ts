/**
 * `itertools.count`: numbers that go up by a step. While start and step are plain ints and the numbers stay within
 * 64 bits they are counted unboxed; `w_next` is null then.
 */
import { addOvf64, type i64, OverflowError } from "@rts";
import { type } from "../../core/objspace/call.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { W_Complex } from "../../core/objspace/complex.ts";
import { newInt, newLong, W_Int, W_Integer } from "../../core/objspace/int.ts";
import { RBigInt } from "../../core/objspace/bigint/mod.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import { add } from "../../core/objspace/operators.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { Special } from "../../core/objspace/special.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { newTuple1, newTuple2 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const countType: W_Type = moduleClass("count", "itertools");

export class W_Count extends W_Object {
  /** The next number while counting unboxed. */
  count: i64 = 0n;
  readonly step: i64;
  /** The next number in the general way. */
  w_next: W_Root | null = null;
  readonly w_step: W_Root;

  constructor(map: InstanceMap, w_start: W_Root, w_step: W_Root) {
    super(map);
    this.w_step = w_step;
    if (w_start instanceof W_Int && w_step instanceof W_Int) {
      this.count = w_start.value;
      this.step = w_step.value;
    } else if (w_start instanceof W_Integer && w_start.fitsI64() && isOne(w_step)) {
      this.count = w_start.asI64();
      this.step = 1n;
    } else {
      this.w_next = w_start;
      this.step = 0n;
    }
  }

  override iterNext(): W_Root | null {
    const w_next = this.w_next;
    if (w_next !== null) {
      this.w_next = add(w_next, this.w_step);
      return w_next;
    }
    const count = this.count;
    try {
      this.count = addOvf64(count, this.step);
    } catch (e) {
      if (!(e instanceof OverflowError)) throw e;
      this.w_next = newLong(RBigInt.fromI64(count).addI64(this.step));
    }
    return newInt(count);
  }

  /** The next number as an object. */
  nextNumber(): W_Root {
    return this.w_next ?? newInt(this.count);
  }
}

/** True for the int 1: `repr` and pickles leave such a step out. */
function isOne(w_step: W_Root): boolean {
  return w_step instanceof W_Integer && w_step.fitsI64() && w_step.asI64() === 1n;
}

define(countType, {
  doc: "count(start=0, step=1): start, start + step, start + 2 * step, and so on.",
  flags: TypeFlag.Base,
  new: ["($type, start=0, step=1)", countNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __repr__: ["($self, /)", countRepr],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

/** Anything with `__index__`, `__int__` or `__float__`, and complex numbers. */
function isNumber(w_obj: W_Root): boolean {
  const special = type(w_obj).special;
  return special[Special.Index] !== null || special[Special.Int] !== null ||
    special[Special.Float] !== null ||
    w_obj instanceof W_Complex;
}

function countNew(w_type: W_Root, w_start: W_Root, w_step: W_Root): W_Root {
  if (!isNumber(w_start) || !isNumber(w_step)) throw typeError("a number is required");
  return new W_Count((w_type as W_Type).instanceMap, w_start, w_step);
}

function countRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Count;
  const name = type(self).name.toRts();
  const text = reprText(self.nextNumber());
  return fromRts(isOne(self.w_step) ? `${name}(${text})` : `${name}(${text}, ${reprText(self.w_step)})`);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Count;
  const w_count = self.nextNumber();
  const isShort = self.w_next === null && isOne(self.w_step);
  return newTuple2(type(self), isShort ? newTuple1(w_count) : newTuple2(w_count, self.w_step));
}
