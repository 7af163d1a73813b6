/** Writing to `sys.stderr`, or to descriptor 2 where there is no such object or it fails. */
import type { i32 } from "@rts";
import { callMethod0, callMethod1 } from "../objspace/call.ts";
import { OperationError } from "../objspace/errors.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { utf8Encode } from "../objspace/unicode/codec_utf8.ts";
import { type EncodeErrorHandler, encodeHandler } from "../objspace/unicode/errors.ts";
import { writeUnraisable } from "./unraisable.ts";
import { writeAll } from "./files.ts";
import { sysModule } from "./sys_module.ts";

const s_stderr: W_Str = internRts("stderr");
const s_stdout: W_Str = internRts("stdout");
const s_write: W_Str = internRts("write");
const s_flush: W_Str = internRts("flush");
const ESCAPE: EncodeErrorHandler = encodeHandler("backslashreplace")!;

/** Writes text to standard error, as well as it goes. */
export function writeStderr(w_text: W_Str): void {
  const w_stderr = sysModule.w_dict.getStr(s_stderr);
  if (w_stderr !== null && w_stderr !== w_None) {
    try {
      callMethod1(w_stderr, s_write, w_text);
      return;
    } catch (e) {
      if (!(e instanceof OperationError)) throw e;
    }
  }
  if (w_stderr === w_None) return;
  writeRaw(2, w_text);
}

/** Writes text to a descriptor, past all buffers. */
export function writeRaw(fd: i32, w_text: W_Str): void {
  writeAll(fd, utf8Encode(w_text, ESCAPE));
}

/** Flushes `sys.stdout` and `sys.stderr`; false when that failed. */
export function flushStandardStreams(): boolean {
  let good = true;
  if (!flush(s_stdout)) good = false;
  if (!flush(s_stderr)) good = false;
  return good;
}

function flush(name: W_Str): boolean {
  const w_stream = sysModule.w_dict.getStr(name);
  if (w_stream === null || w_stream === w_None) return true;
  try {
    callMethod0(w_stream, s_flush);
    return true;
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    if (name === s_stdout) writeUnraisable(e, null, w_stream);
    return false;
  }
}
