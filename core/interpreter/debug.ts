/** What tracing keeps in a frame. */
import type { i32 } from "@rts";
import type { W_Root } from "../objspace/root.ts";

/** State of `sys.settrace` for one frame. */
export class FrameDebug {
  /** `f_trace`; null for None. */
  w_trace: W_Root | null = null;
  traceLines: boolean = true;
  traceOpcodes: boolean = false;
  /** The line that the trace function sees; -1 when it follows from the instruction. */
  line: i32 = -1;
  /** The line of the last instruction seen. */
  lastLine: i32 = -1;
  /** The last instruction seen: a jump backwards is a new line event. */
  previous: i32 = -1;
  /** An exception is on its way through the frame: its line cannot be set. */
  isUnwinding: boolean = false;
}
