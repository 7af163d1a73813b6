/** `slice` objects. Methods stand in `slice_methods.ts`. */
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { sliceType } from "./types.ts";

/** A slice: three objects, None for what was left out. */
export class W_Slice extends W_Root {
  readonly w_start: W_Root;
  readonly w_stop: W_Root;
  readonly w_step: W_Root;
  constructor(w_start: W_Root, w_stop: W_Root, w_step: W_Root) {
    super();
    this.w_start = w_start;
    this.w_stop = w_stop;
    this.w_step = w_step;
  }
  override typeOf(): W_Type {
    return sliceType;
  }
}
