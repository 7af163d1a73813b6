/** `sys.displayhook`, `sys.excepthook` and its kin: how values and exceptions are shown. */
import type { i32 } from "@rts";
import { ec } from "../../core/interpreter/context.ts";
import { builtinsModule, sysModule } from "../../core/interpreter/sys_module.ts";
import { writeStderr } from "../../core/interpreter/stderr.ts";
import { printTraceback } from "../../core/interpreter/report.ts";
import { getattr, getattrOrNull } from "../../core/objspace/attributes.ts";
import { W_BaseException } from "../../core/objspace/base_exception.ts";
import { callMethod1, type } from "../../core/objspace/call.ts";
import { OperationError, runtimeError, typeError } from "../../core/objspace/errors.ts";
import { unicodeEncodeErrorType } from "../../core/objspace/exception_types.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { repr, reprText } from "../../core/objspace/text.ts";
import { newTuple3 } from "../../core/objspace/tuple.ts";

const s_underscore: W_Str = internRts("_");
const s_stdout: W_Str = internRts("stdout");
const s_write: W_Str = internRts("write");

/** Shows what an expression statement of the interactive interpreter gave, and binds it to `_`. */
export function displayhook(w_value: W_Root): W_Root {
  if (w_value === w_None) return w_None;
  builtinsModule.w_dict.setStr(s_underscore, w_None);
  const w_stdout = sysModule.w_dict.getStr(s_stdout);
  if (w_stdout === null || w_stdout === w_None) throw runtimeError("lost sys.stdout");
  writeRepr(w_stdout, w_value);
  callMethod1(w_stdout, s_write, fromRts("\n"));
  builtinsModule.w_dict.setStr(s_underscore, w_value);
  return w_None;
}

function writeRepr(w_stdout: W_Root, w_value: W_Root): void {
  const w_text = repr(w_value);
  try {
    callMethod1(w_stdout, s_write, w_text);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(unicodeEncodeErrorType)) throw e;
    callMethod1(w_stdout, s_write, escaped(w_text));
  }
}

function escaped(w_text: W_Str): W_Str {
  let text = "";
  for (let i: i32 = 0; i < w_text.length; i++) {
    const c = w_text.charAt(i);
    text += c < 0x80
      ? String.fromCharCode(c)
      : c < 0x100
      ? `\\x${c.toString(16)}`
      : c < 0x10000
      ? `\\u${c.toString(16).padStart(4, "0")}`
      : `\\U${c.toString(16).padStart(8, "0")}`;
  }
  return fromRts(text);
}

/** `sys.excepthook(type, value, traceback)`. */
export function excepthook(_w_type: W_Root, w_value: W_Root, _w_traceback: W_Root): W_Root {
  if (w_value instanceof W_BaseException) printTraceback(w_value);
  else throw typeError(`an exception instance is expected, not ${type(w_value).name.toRts()}`);
  return w_None;
}

/** `sys.exc_info()`. */
export function excInfo(): W_Root {
  const w_handled = ec.handled;
  if (w_handled === null) return newTuple3(w_None, w_None, w_None);
  return newTuple3(type(w_handled), w_handled, w_handled.w_traceback ?? w_None);
}

/** `sys.unraisablehook(unraisable)`: an exception that nobody can catch. */
export function unraisablehook(w_args: W_Root): W_Root {
  const w_value = getattr(w_args, s_exc_value);
  const w_message = getattrOrNull(w_args, s_err_msg);
  const w_object = getattrOrNull(w_args, s_object);
  let head = "";
  if (w_object !== null && w_object !== w_None) {
    head = w_message instanceof W_Str
      ? `${w_message.toRts()}: ${reprText(w_object)}`
      : `Exception ignored in: ${reprText(w_object)}`;
  } else if (w_message instanceof W_Str) {
    head = w_message.toRts();
  }
  if (head !== "") writeStderr(fromRts(`${head}\n`));
  if (w_value instanceof W_BaseException) printTraceback(w_value);
  return w_None;
}
const s_exc_value: W_Str = internRts("exc_value");
const s_err_msg: W_Str = internRts("err_msg");
const s_object: W_Str = internRts("object");
