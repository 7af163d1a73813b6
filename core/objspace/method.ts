/** Bound methods (`method`): a function and the object it was read from. */
import type { FixedArray, i32 } from "@rts";
import { callWithFreePlace } from "./call.ts";
import { W_Root } from "./root.ts";
import type { W_Str } from "./str/wstr.ts";
import type { W_Type } from "./type.ts";
import { methodType } from "./types.ts";

/** A bound method. */
export class W_Method extends W_Root {
  readonly w_function: W_Root;
  readonly w_self: W_Root;

  constructor(w_function: W_Root, w_self: W_Root) {
    super();
    this.w_function = w_function;
    this.w_self = w_self;
  }

  override typeOf(): W_Type {
    return methodType;
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    args[base - 1] = this.w_self;
    return callWithFreePlace(this.w_function, args, base - 1, count + 1, names);
  }
}
