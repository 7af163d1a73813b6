/** Exception objects: what all of them carry. Classes with fields of their own stand in `exceptions.ts`. */
import type { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import type { W_Traceback } from "./traceback.ts";
import type { W_Tuple } from "./tuple.ts";

/** An instance of `BaseException` or a subclass. */
export class W_BaseException extends W_Object {
  w_args: W_Tuple;
  /** `__cause__`; null for none. */
  w_cause: W_Root | null = null;
  /** `__context__`; null for none. */
  w_context: W_BaseException | null = null;
  w_traceback: W_Traceback | null = null;
  suppressContext: boolean = false;

  constructor(map: InstanceMap, w_args: W_Tuple) {
    super(map);
    this.w_args = w_args;
  }
}
