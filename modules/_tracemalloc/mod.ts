/** The module `_tracemalloc`. Allocations are not traced: the collector moves objects, and knows no places of origin. */
import type { FixedArray } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { newInt32, w_False } from "../../core/objspace/int.ts";
import { newEmptyList } from "../../core/objspace/list.ts";
import { runtimeError, valueError } from "../../core/objspace/errors.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";

function start(w_frames: W_Root): W_Root {
  const frames = intArgument(w_frames);
  if (frames < 1 || frames > 65535) throw valueError("the number of frames must be in range [1; 65535]");
  throw runtimeError("tracing of memory allocations is not available");
}

defineModule("_tracemalloc", {
  doc: "Tracing of allocations, which is not available.",
  functions: {
    is_tracing: ["()", (): W_Root => w_False],
    clear_traces: ["()", (): W_Root => w_None],
    reset_peak: ["()", (): W_Root => w_None],
    start: ["(nframe=1, /)", start],
    stop: ["()", (): W_Root => w_None],
    get_traceback_limit: ["()", (): W_Root => newInt32(1)],
    get_traced_memory: ["()", (): W_Root => newTuple2(newInt32(0), newInt32(0))],
    get_tracemalloc_memory: ["()", (): W_Root => newInt32(0)],
    _get_traces: ["()", (): W_Root => newEmptyList(0)],
    _get_object_traceback: { signature: "(obj, /)", scope: (_scope: FixedArray<W_Root>): W_Root => w_None },
  },
});
