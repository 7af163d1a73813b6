/** The state of execution: the running frame, the exception being handled, hooks, and the recursion limit. */
import type { i32 } from "@rts";
import type { W_BaseException } from "../objspace/base_exception.ts";
import type { W_Root } from "../objspace/root.ts";
import type { PyFrame } from "./frame.ts";

/** What a thread of Python has. */
export class ExecutionContext {
  /** The innermost frame; null outside of Python code. */
  frame: PyFrame | null = null;
  /** The exception being handled (`sys.exc_info()`). */
  handled: W_BaseException | null = null;
  /** Frames in progress. */
  depth: i32 = 0;
  recursionLimit: i32 = 1000;
  /** Function of `sys.settrace`; null for none. */
  w_trace: W_Root | null = null;
  /** Function of `sys.setprofile`. */
  w_profile: W_Root | null = null;
  /** How often it was set: events come in pairs under one setting only. */
  profileSettings: i32 = 0;
  /** A trace or profile function is running: it is not traced. */
  isTracing: boolean = false;
  /** True while one of the hooks is set: the quick test of the eval loop. */
  hasHooks: boolean = false;
  /** Backward jumps and calls left until signals are looked at. */
  ticker: i32 = 0;
  /** `sys.set_asyncgen_hooks`. */
  w_asyncgenFirstiter: W_Root | null = null;
  w_asyncgenFinalizer: W_Root | null = null;
  /** `sys.set_coroutine_origin_tracking_depth`. */
  originDepth: i32 = 0;
}

/** The context of the only thread. */
export const ec: ExecutionContext = new ExecutionContext();
