/** Functions of `sys` about running code: frames, hooks, limits. */
import type { FixedArray } from "@rts";
import { ec } from "../../core/interpreter/context.ts";
import { FrameDebug } from "../../core/interpreter/debug.ts";
import type { PyFrame } from "../../core/interpreter/frame.ts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { callPrefixed } from "../../core/interpreter/calls.ts";
import { updateHooks } from "../../core/interpreter/tracing.ts";
import { getattr, getattrOrNull } from "../../core/objspace/attributes.ts";
import { callItems, callMethod1, isCallable } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import {
  OperationError,
  operationError,
  operationErrorWith,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import {
  importErrorType,
  recursionErrorType,
  runtimeWarningType,
  systemExitType,
} from "../../core/objspace/exception_types.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { newStructSeqOf, structseqClass } from "../../core/objspace/structseq.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import { warn } from "../../core/objspace/warn.ts";
import { excInfo } from "./hooks.ts";

/** `sys._getframe(depth)`. */
export function getframe(w_depth: W_Root): W_Root {
  let depth = intArgument(w_depth);
  let frame: PyFrame | null = ec.frame;
  while (depth > 0 && frame !== null) {
    frame = frame.back;
    depth--;
  }
  if (frame === null) throw valueError("call stack is not deep enough");
  return frame;
}

export function currentFrames(): W_Root {
  const w_frames = new W_Dict();
  const frame = ec.frame;
  if (frame !== null) w_frames.set(newInt32(1), frame);
  return w_frames;
}
export function currentExceptions(): W_Root {
  const w_exceptions = new W_Dict();
  w_exceptions.set(newInt32(1), excInfo());
  return w_exceptions;
}

/** `sys.exit(status)`. */
export function exit(w_status: W_Root): W_Root {
  throw w_status === w_None
    ? operationError(systemExitType, "")
    : operationErrorWith(systemExitType, w_status);
}

/** `sys.breakpointhook(*args, **kwargs)`: what `$PYTHONBREAKPOINT` names, else `pdb.set_trace`. */
export function breakpointhook(scope: FixedArray<W_Root>): W_Root {
  const w_said = callMethod1(getattr(importModule("os"), s_environ), s_get, s_PYTHONBREAKPOINT);
  const said = w_said instanceof W_Str ? w_said.toRts() : "";
  if (said === "0") return w_None;
  const w_hook = namedHook(said === "" ? "pdb.set_trace" : said);
  if (w_hook === null) {
    warn(runtimeWarningType, `Ignoring unimportable $PYTHONBREAKPOINT: "${said}"`, 1);
    return w_None;
  }
  return callPrefixed(w_hook, null, scope[0] as W_Tuple, scope[1] as W_Dict);
}

/** The function of a dotted name; without a dot, a built-in one. Null when there is none. */
function namedHook(name: string): W_Root | null {
  const dot = name.lastIndexOf(".");
  if (dot === 0) return null;
  try {
    const w_module = importModule(dot < 0 ? "builtins" : name.substring(0, dot));
    return getattrOrNull(w_module, internRts(name.substring(dot + 1, name.length)));
  } catch (e) {
    if (e instanceof OperationError && e.matches(importErrorType)) return null;
    throw e;
  }
}
const s_environ: W_Str = internRts("environ");
const s_get: W_Str = internRts("get");
const s_PYTHONBREAKPOINT: W_Str = internRts("PYTHONBREAKPOINT");

/** `sys.call_tracing(func, args)`: calls with tracing as it was outside of a hook. */
export function callTracing(w_function: W_Root, w_args: W_Root): W_Root {
  const wasTracing = ec.isTracing;
  ec.isTracing = false;
  updateHooks();
  try {
    return callItems(w_function, fixedItems(w_args));
  } finally {
    ec.isTracing = wasTracing;
    updateHooks();
  }
}

export function settrace(w_function: W_Root): W_Root {
  ec.w_trace = w_function === w_None ? null : w_function;
  updateHooks();
  const frame = ec.frame;
  if (w_function !== w_None && frame !== null && frame.debug === null) frame.debug = new FrameDebug();
  return w_None;
}
export function gettrace(): W_Root {
  return ec.w_trace ?? w_None;
}
export function setprofile(w_function: W_Root): W_Root {
  ec.w_profile = w_function === w_None ? null : w_function;
  ec.profileSettings++;
  updateHooks();
  return w_None;
}
export function getprofile(): W_Root {
  return ec.w_profile ?? w_None;
}

export function getrecursionlimit(): W_Root {
  return newInt32(ec.recursionLimit);
}
export function setrecursionlimit(w_limit: W_Root): W_Root {
  const limit = intArgument(w_limit);
  if (limit < 1) throw valueError("recursion limit must be greater or equal than 1");
  if (ec.depth >= limit) {
    throw operationError(
      recursionErrorType,
      `cannot set the recursion limit to ${limit} at the recursion depth ${ec.depth}: the limit is too low`,
    );
  }
  ec.recursionLimit = limit;
  return w_None;
}

const asyncgenHooksType = structseqClass("asyncgen_hooks", "sys", {
  doc: "Hooks of async generators.",
  fields: ["firstiter", "finalizer"],
  noNew: true,
});

export function getAsyncgenHooks(): W_Root {
  return newStructSeqOf(asyncgenHooksType, [
    ec.w_asyncgenFirstiter ?? w_None,
    ec.w_asyncgenFinalizer ?? w_None,
  ]);
}
export function setAsyncgenHooks(scope: FixedArray<W_Root>): W_Root {
  const w_firstiter = scope[0];
  const w_finalizer = scope[1];
  checkHook(w_finalizer, "finalizer");
  checkHook(w_firstiter, "firstiter");
  if (w_finalizer !== w_unset) ec.w_asyncgenFinalizer = w_finalizer === w_None ? null : w_finalizer;
  if (w_firstiter !== w_unset) ec.w_asyncgenFirstiter = w_firstiter === w_None ? null : w_firstiter;
  return w_None;
}
function checkHook(w_hook: W_Root, name: string): void {
  if (w_hook === w_unset || w_hook === w_None || isCallable(w_hook)) return;
  throw typeError(`callable ${name} expected, got ${typeName(w_hook)}`);
}

export function getOriginDepth(): W_Root {
  return newInt32(ec.originDepth);
}
export function setOriginDepth(w_depth: W_Root): W_Root {
  const depth = intArgument(w_depth);
  if (depth < 0) throw valueError("depth must be >= 0");
  ec.originDepth = depth;
  return w_None;
}
