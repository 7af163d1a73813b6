/** The module `faulthandler`: the traceback of what runs, past all buffers; and whether it was enabled. */
import type { i32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { ec } from "../../core/interpreter/context.ts";
import type { PyFrame } from "../../core/interpreter/frame.ts";
import { writeRaw } from "../../core/interpreter/stderr.ts";
import { sysModule } from "../../core/interpreter/sys_module.ts";
import { runtimeError } from "../../core/objspace/errors.ts";
import { newBool } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { fileDescriptor } from "../posix/fileno.ts";

const s_stderr: W_Str = internRts("stderr");
/** Longest traceback. */
const MAX_FRAMES: i32 = 100;

/** Whether `enable` was called. Faults of the system do not reach us: the engine turns them into its own. */
class State {
  isEnabled: boolean = false;
}
const state: State = new State();

/** The descriptor of a file; None means standard error. */
function target(w_file: W_Root): i32 {
  if (w_file !== w_None) return fileDescriptor(w_file);
  const w_stderr = sysModule.w_dict.getStr(s_stderr);
  if (w_stderr === null) throw runtimeError("unable to get sys.stderr");
  if (w_stderr === w_None) throw runtimeError("sys.stderr is None");
  return fileDescriptor(w_stderr);
}

function line(frame: PyFrame): string {
  const name = frame.code.name.toRts();
  return `  File "${frame.code.w_filename.toRts()}", line ${frame.line()} in ${name}\n`;
}

function dumpTraceback(w_file: W_Root, _w_all: W_Root): W_Root {
  const fd = target(w_file);
  let text = "Stack (most recent call first):\n";
  let frame: PyFrame | null = ec.frame;
  for (let i: i32 = 0; frame !== null; i++) {
    if (i === MAX_FRAMES) {
      text += "  ...\n";
      break;
    }
    text += line(frame);
    frame = frame.back;
  }
  writeRaw(fd, fromRts(text));
  return w_None;
}

function enable(w_file: W_Root, _w_all: W_Root): W_Root {
  target(w_file);
  state.isEnabled = true;
  return w_None;
}

function disable(): W_Root {
  const was = state.isEnabled;
  state.isEnabled = false;
  return newBool(was);
}

defineModule("faulthandler", {
  doc: "Shows the traceback of what runs.",
  functions: {
    enable: ["(file=None, all_threads=True)", enable],
    disable: ["()", disable],
    is_enabled: ["()", (): W_Root => newBool(state.isEnabled)],
    dump_traceback: ["(file=None, all_threads=True)", dumpTraceback, "Writes the traceback to a file."],
    cancel_dump_traceback_later: ["()", (): W_Root => w_None],
  },
});
