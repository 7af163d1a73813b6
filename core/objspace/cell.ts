/** Cells: variables shared between a function and those nested in it. */
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { cellType } from "./types.ts";

/** A cell; empty (null) while its variable is unbound. */
export class W_Cell extends W_Root {
  w_value: W_Root | null;
  constructor(w_value: W_Root | null) {
    super();
    this.w_value = w_value;
  }
  override typeOf(): W_Type {
    return cellType;
  }
}
