/** Exceptions that nobody can catch: those of finalizers and callbacks. `sys.unraisablehook` gets them. */
import type { Exception } from "@rts";
import { call1, type } from "../objspace/call.ts";
import type { OperationError } from "../objspace/errors.ts";
import { getValue } from "../objspace/exceptions.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import { fromRts, type W_Str } from "../objspace/str/wstr.ts";
import { newStructSeqOf, structseqClass } from "../objspace/structseq.ts";
import { reprText } from "../objspace/text.ts";
import type { W_Type } from "../objspace/type.ts";
import { printTraceback } from "./report.ts";
import { writeStderr } from "./stderr.ts";
import { sysModule } from "./sys_module.ts";
import { asOperationError } from "./unwind.ts";

const s_unraisablehook: W_Str = internRts("unraisablehook");

const argumentsType: W_Type = structseqClass("UnraisableHookArgs", "sys", {
  doc: "What sys.unraisablehook is called with.",
  fields: ["exc_type", "exc_value", "exc_traceback", "err_msg", "object"],
});

/** Reports an exception; `message` is "Exception ignored in" where null. `w_object` is where it came from. */
export function writeUnraisable(
  error: OperationError,
  message: string | null,
  w_object: W_Root | null,
): void {
  const w_value = getValue(error);
  w_value.w_traceback = error.w_traceback;
  const w_hook = sysModule.w_dict.getStr(s_unraisablehook);
  if (w_hook === null || w_hook === w_None) {
    const place = w_object === null ? "" : reprText(w_object);
    writeStderr(fromRts(`${message ?? "Exception ignored in"}: ${place}\n`));
    printTraceback(w_value);
    return;
  }
  const w_arguments = newStructSeqOf(argumentsType, [
    type(w_value),
    w_value,
    w_value.w_traceback ?? w_None,
    message === null ? w_None : fromRts(message),
    w_object ?? w_None,
  ]);
  try {
    call1(w_hook, w_arguments);
  } catch (e) {
    const failed = asOperationError(e as Exception);
    const w_failed = getValue(failed);
    w_failed.w_traceback = failed.w_traceback;
    writeStderr(fromRts("Exception ignored in sys.unraisablehook: " + reprText(w_hook) + "\n"));
    printTraceback(w_failed);
  }
}
