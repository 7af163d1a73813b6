/** Tracebacks of failed imports, without the levels of `importlib` itself, which tell users nothing. */
import type { OperationError } from "../objspace/errors.ts";
import { importErrorType } from "../objspace/exception_types.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import type { W_Traceback } from "../objspace/traceback.ts";
import { runtimeFlags } from "./runtime_flags.ts";

const BOOTSTRAP: W_Str = internRts("<frozen importlib._bootstrap>");
const EXTERNAL: W_Str = internRts("<frozen importlib._bootstrap_external>");
const s_removed: W_Str = internRts("_call_with_frames_removed");

function isImportlib(w_tb: W_Traceback): boolean {
  const w_file = w_tb.frame.code.w_filename;
  return w_file.equals(BOOTSTRAP) || w_file.equals(EXTERNAL);
}

/**
 * Takes runs of importlib's levels out of the traceback of `error`: all of them for an ImportError, else those that end
 * in `_call_with_frames_removed`, as CPython does. `-v` keeps them.
 */
export function removeImportlibFrames(error: OperationError): void {
  if (runtimeFlags.verbose > 0) return;
  const always = error.matches(importErrorType);
  let w_base = error.w_traceback;
  let inside = false;
  /** The level before the run of importlib's levels, and before the current one; null for the begin. */
  let w_outer: W_Traceback | null = null;
  let w_previous: W_Traceback | null = null;
  let w_tb = w_base;
  while (w_tb !== null) {
    const w_next: W_Traceback | null = w_tb.w_next;
    const now = isImportlib(w_tb);
    if (now && !inside) w_outer = w_previous;
    inside = now;
    if (now && (always || w_tb.frame.code.name === s_removed)) {
      if (w_outer === null) w_base = w_next;
      else w_outer.w_next = w_next;
      w_previous = w_outer;
    } else {
      w_previous = w_tb;
    }
    w_tb = w_next;
  }
  error.w_traceback = w_base;
}
