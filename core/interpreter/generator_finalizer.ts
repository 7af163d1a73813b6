/** What happens to generators, coroutines and async generators that are collected before their end. */
import { call1, callMethod1 } from "../objspace/call.ts";
import { OperationError } from "../objspace/errors.ts";
import { runtimeWarningType } from "../objspace/exception_types.ts";
import { getattrOrNull } from "../objspace/attributes.ts";
import type { W_Root } from "../objspace/root.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { warn } from "../objspace/warn.ts";
import { addBuiltinFinalizer } from "./finalizer_queue.ts";
import { W_AsyncGenerator, W_Coroutine, type W_GeneratorBase } from "./generator.ts";
import { GeneratorGuard } from "./generator_guard.ts";
import { closeGenerator } from "./generator_throw.ts";
import { w_modules } from "./sys_module.ts";
import { writeUnraisable } from "./unraisable.ts";

const s_warnings: W_Str = internRts("warnings");
const s_warnUnawaited: W_Str = internRts("_warn_unawaited_coroutine");

/** What `__del__` of a generator does; exceptions are reported, not thrown. */
export function finalizeGenerator(w_generator: W_GeneratorBase): void {
  if (w_generator.frame === null) return;
  try {
    if (
      w_generator instanceof W_AsyncGenerator && w_generator.w_finalizer !== null && !w_generator.isClosed
    ) {
      call1(w_generator.w_finalizer, w_generator);
    } else if (w_generator instanceof W_Coroutine && w_generator.frame!.lasti < 0) {
      warnUnawaited(w_generator);
    } else {
      closeGenerator(w_generator);
    }
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    writeUnraisable(e, null, w_generator);
  }
}

/** The warning "coroutine 'x' was never awaited": `warnings` adds where it was made. */
function warnUnawaited(w_coroutine: W_Coroutine): void {
  const w_warnings = w_modules.get(s_warnings);
  if (w_warnings !== null && getattrOrNull(w_warnings, s_warnUnawaited) !== null) {
    try {
      callMethod1(w_warnings, s_warnUnawaited, w_coroutine);
      return;
    } catch (e) {
      if (!(e instanceof OperationError)) throw e;
      writeUnraisable(e, null, w_coroutine);
    }
  }
  warn(runtimeWarningType, `coroutine '${w_coroutine.qualname.toRts()}' was never awaited`, 1);
}

addBuiltinFinalizer((w_obj: W_Root): boolean => {
  if (!(w_obj instanceof GeneratorGuard)) return false;
  const w_generator = w_obj.w_generator;
  if (w_generator === null) return true;
  w_generator.guard = null;
  finalizeGenerator(w_generator);
  return true;
});
