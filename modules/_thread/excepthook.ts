/** `_thread._excepthook`: the exception that ended a thread. */
import { printTraceback } from "../../core/interpreter/report.ts";
import { writeStderr } from "../../core/interpreter/stderr.ts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { W_BaseException } from "../../core/objspace/base_exception.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { systemExitType } from "../../core/objspace/exception_types.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { W_StructSeq } from "../../core/objspace/structseq.ts";
import { str } from "../../core/objspace/text.ts";

const s_name: W_Str = internRts("_name");

export function excepthook(w_args: W_Root): W_Root {
  if (!(w_args instanceof W_StructSeq) || typeName(w_args) !== "_thread._ExceptHookArgs") {
    throw typeError("_thread.excepthook argument type must be ExceptHookArgs");
  }
  if (w_args.items[0] === systemExitType) return w_None;
  const w_thread = w_args.items[3];
  const w_name = w_thread === w_None ? null : getattrOrNull(w_thread, s_name);
  writeStderr(fromRts("Exception in thread "));
  writeStderr(w_name === null ? fromRts("<failed to get thread name>") : str(w_name));
  writeStderr(fromRts(":\n"));
  const w_value = w_args.items[1];
  if (w_value instanceof W_BaseException) printTraceback(w_value);
  return w_None;
}
