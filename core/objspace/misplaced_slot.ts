/** A built-in's special method in the namespace of a class that does not derive from the built-in: calling it fails. */
import type { FixedArray, i32 } from "@rts";
import type { W_MethodDescr } from "./builtin_function.ts";
import { typeError } from "./errors.ts";
import { W_Root } from "./root.ts";
import type { W_Str } from "./str/wstr.ts";
import type { W_Type } from "./type.ts";
import { objectType } from "./types.ts";

/** Such a method, where the class keeps its special methods. */
export class W_MisplacedSlot extends W_Root {
  readonly w_descr: W_MethodDescr;
  constructor(w_descr: W_MethodDescr) {
    super();
    this.w_descr = w_descr;
  }
  override typeOf(): W_Type {
    return objectType;
  }
  override vectorcall(
    _args: FixedArray<W_Root | null>,
    _base: i32,
    _count: i32,
    _names: FixedArray<W_Str> | null,
  ): W_Root {
    const owner = this.w_descr.w_objclass.name.toRts();
    throw typeError(`descriptor '${this.w_descr.code.name.toRts()}' requires a '${owner}' object`);
  }
}
