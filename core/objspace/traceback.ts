/** Traceback objects. */
import type { i32 } from "@rts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { tracebackType } from "./types.ts";
import type { PyFrame } from "../interpreter/frame.ts";

/** One level of a traceback: a frame and the instruction that raised. */
export class W_Traceback extends W_Root {
  w_next: W_Traceback | null;
  readonly frame: PyFrame;
  /** Offset of the instruction in bytes (`tb_lasti`). */
  readonly lasti: i32;
  /** -1 while it is what `lasti` says. */
  lineno: i32 = -1;

  constructor(w_next: W_Traceback | null, frame: PyFrame, lasti: i32) {
    super();
    this.w_next = w_next;
    this.frame = frame;
    this.lasti = lasti;
  }

  override typeOf(): W_Type {
    return tracebackType;
  }

  /** `tb_lineno`. */
  line(): i32 {
    return this.lineno >= 0 ? this.lineno : this.frame.code.lineOf(this.lasti);
  }
}
