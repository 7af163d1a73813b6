/** The class `frame`. Setting `f_lineno` stands in `frame_jump.ts`. */
import { attributeError, runtimeError, typeError } from "../objspace/errors.ts";
import { newBool, newInt32, W_Bool } from "../objspace/int.ts";
import { addressText } from "../objspace/object_methods.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { fromRts } from "../objspace/str/wstr.ts";
import { reprText } from "../objspace/text.ts";
import { define } from "../objspace/typedef.ts";
import { frameType } from "../objspace/types.ts";
import { FrameDebug } from "./debug.ts";
import type { PyFrame } from "./frame.ts";
import { setFrameLine } from "./frame_jump.ts";
import { localsOf } from "./frame_locals.ts";
import { finalizeGenerator } from "./generator_finalizer.ts";
import type { i32 } from "@rts";

function frame(w_self: W_Root): PyFrame {
  return w_self as PyFrame;
}

/** The tracing state of a frame, made where there is none. */
function debugOf(w_self: W_Root): FrameDebug {
  const self = frame(w_self);
  let debug = self.debug;
  if (debug === null) {
    debug = new FrameDebug();
    self.debug = debug;
  }
  return debug;
}

function getLine(w_self: W_Root): W_Root {
  const line = frame(w_self).line();
  return line < 0 ? w_None : newInt32(line);
}

function setLine(w_self: W_Root, w_line: W_Root): W_Root {
  setFrameLine(frame(w_self), w_line);
  return w_None;
}
function deleteLine(_w_self: W_Root): W_Root {
  throw attributeError("cannot delete attribute");
}

function getTrace(w_self: W_Root): W_Root {
  const debug = frame(w_self).debug;
  return debug === null ? w_None : debug.w_trace ?? w_None;
}
function setTrace(w_self: W_Root, w_trace: W_Root): W_Root {
  debugOf(w_self).w_trace = w_trace === w_None ? null : w_trace;
  return w_None;
}
function deleteTrace(w_self: W_Root): W_Root {
  debugOf(w_self).w_trace = null;
  return w_None;
}

function boolValue(w_value: W_Root): boolean {
  if (w_value instanceof W_Bool) return w_value.value;
  throw typeError("attribute value type must be bool");
}

function getTraceLines(w_self: W_Root): W_Root {
  const debug = frame(w_self).debug;
  return newBool(debug === null || debug.traceLines);
}
function setTraceLines(w_self: W_Root, w_value: W_Root): W_Root {
  debugOf(w_self).traceLines = boolValue(w_value);
  return w_None;
}
function getTraceOpcodes(w_self: W_Root): W_Root {
  const debug = frame(w_self).debug;
  return newBool(debug !== null && debug.traceOpcodes);
}
function setTraceOpcodes(w_self: W_Root, w_value: W_Root): W_Root {
  debugOf(w_self).traceOpcodes = boolValue(w_value);
  return w_None;
}
function keepBool(_w_self: W_Root): W_Root {
  throw typeError("can't delete numeric/char attribute");
}

/** `frame.clear()`: forgets the variables. Throws RuntimeError while the frame runs. */
function clear(w_self: W_Root): W_Root {
  const self = frame(w_self);
  const generator = self.generator;
  if (self.isRunning || (generator !== null && generator.isRunning)) {
    throw runtimeError("cannot clear an executing frame");
  }
  if (generator !== null && generator.frame === self) {
    finalizeGenerator(generator);
    generator.finish();
  }
  const slots = self.slots;
  for (let i: i32 = 0; i < slots.length; i++) slots[i] = null;
  self.depth = self.code.stackBase;
  self.block = null;
  self.isFinished = true;
  return w_None;
}

function frameRepr(w_self: W_Root): W_Root {
  const self = frame(w_self);
  const file = reprText(self.code.w_filename);
  const line = self.line();
  return fromRts(
    `<frame at ${addressText(w_self)}, file ${file}, line ${
      line < 0 ? 0 : line
    }, code ${self.code.name.toRts()}>`,
  );
}

define(frameType, {
  methods: {
    __repr__: ["($self, /)", frameRepr],
    clear: ["($self, /)", clear, "Forgets the variables of a frame that ended."],
    __sizeof__: ["($self, /)", (w_self: W_Root): W_Root => newInt32(64 + 8 * frame(w_self).slots.length)],
  },
  members: {
    f_back: [(w_self: W_Root): W_Root => frame(w_self).back ?? w_None],
    f_code: [(w_self: W_Root): W_Root => frame(w_self).code],
    f_builtins: [(w_self: W_Root): W_Root => frame(w_self).w_builtins],
    f_globals: [(w_self: W_Root): W_Root => frame(w_self).w_globals],
    f_trace_lines: [getTraceLines, setTraceLines, keepBool],
    f_trace_opcodes: [getTraceOpcodes, setTraceOpcodes, keepBool],
  },
  getsets: {
    f_locals: [(w_self: W_Root): W_Root => localsOf(frame(w_self))],
    f_lineno: [getLine, setLine, deleteLine],
    f_trace: [getTrace, setTrace, deleteTrace],
    f_lasti: [(w_self: W_Root): W_Root => newInt32(Math.max(frame(w_self).lasti, -1))],
  },
});
