/** `enumerate`. */
import { addOvf64, type i64, OverflowError } from "@rts";
import { RBigInt } from "./bigint/mod.ts";
import { CLASS_GETITEM } from "./class_getitem.ts";
import { newInt, newLong, type W_Integer } from "./int.ts";
import { iter, next } from "./iteration.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { type } from "./call.ts";
import { index } from "./truth.ts";
import { newTuple2 } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { enumerateType } from "./types.ts";

/** Gives pairs of a number that counts up, and an element. */
export class W_Enumerate extends W_Object {
  readonly w_iterator: W_Root;
  /** The next number while `big` is null. */
  count: i64;
  /** The next number past 64 bits. */
  big: RBigInt | null;

  constructor(map: InstanceMap, w_iterator: W_Root, w_start: W_Integer) {
    super(map);
    this.w_iterator = w_iterator;
    this.count = w_start.asI64();
    this.big = w_start.fitsI64() ? null : w_start.asBigInt();
  }
  override iterNext(): W_Root | null {
    const w_item = next(this.w_iterator);
    if (w_item === null) return null;
    const w_count = this.w_count();
    this.advance();
    return newTuple2(w_count, w_item);
  }
  w_count(): W_Integer {
    const big = this.big;
    return big === null ? newInt(this.count) : newLong(big);
  }
  private advance(): void {
    const big = this.big;
    if (big !== null) {
      this.big = big.addI64(1n);
      return;
    }
    try {
      this.count = addOvf64(this.count, 1n);
    } catch (e) {
      if (!(e instanceof OverflowError)) throw e;
      this.big = RBigInt.fromI64(this.count).addI64(1n);
    }
  }
}

define(enumerateType, {
  doc: "An iterator over pairs of a number, which counts from a start, and an element.",
  flags: TypeFlag.Base,
  textSignature: "(iterable, start=0)",
  new: ["($type, iterable, start=0)", enumerateNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});

function enumerateNew(w_type: W_Root, w_iterable: W_Root, w_start: W_Root): W_Root {
  const w_count = index(w_start);
  return new W_Enumerate((w_type as W_Type).instanceMap, iter(w_iterable), w_count.plain());
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Enumerate;
  return newTuple2(type(self), newTuple2(self.w_iterator, self.w_count()));
}
