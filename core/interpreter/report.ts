/** Tracebacks as CPython's interpreter prints them, without Python's `traceback` module. */
import { type i32, i32ToI64, i64ToI32 } from "@rts";
import { W_BaseException } from "../objspace/base_exception.ts";
import { type } from "../objspace/call.ts";
import { OperationError } from "../objspace/errors.ts";
import { W_AttributeError, W_NameError, W_SyntaxError } from "../objspace/exceptions.ts";
import { fsEncode } from "../objspace/fs_path.ts";
import { W_Int } from "../objspace/int.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import { StrBuilder } from "../objspace/str/builder.ts";
import { fromRts, W_Str } from "../objspace/str/wstr.ts";
import { str, strText } from "../objspace/text.ts";
import type { W_Traceback } from "../objspace/traceback.ts";
import { typeModule } from "../objspace/type_names.ts";
import { utf8Decode } from "../objspace/unicode/codec_utf8.ts";
import { type DecodeErrorHandler, decodeHandler } from "../objspace/unicode/errors.ts";
import { readFile } from "./files.ts";
import { suggestion } from "./suggestions.ts";
import { writeStderr } from "./stderr.ts";
import { sysModule } from "./sys_module.ts";

const CAUSE_TEXT = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT_TEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";
const DEFAULT_LIMIT: i32 = 1000;
/** A line that repeats is shown this often. */
const REPEATS: i32 = 3;
const REPLACE: DecodeErrorHandler = decodeHandler("replace")!;
const s_tracebacklimit: W_Str = internRts("tracebacklimit");

/** Prints an exception with its traceback, causes and contexts to `sys.stderr`. */
export function printTraceback(w_value: W_BaseException): void {
  const out = new StrBuilder();
  const seen: W_BaseException[] = [];
  appendChain(out, w_value, seen);
  writeStderr(out.build());
}

function appendChain(out: StrBuilder, w_value: W_BaseException, seen: W_BaseException[]): void {
  seen.push(w_value);
  const w_cause = w_value.w_cause;
  const w_context = w_value.w_context;
  if (w_cause instanceof W_BaseException) {
    if (!seen.includes(w_cause)) {
      appendChain(out, w_cause, seen);
      out.appendRts(CAUSE_TEXT);
    }
  } else if (w_context !== null && !w_value.suppressContext && !seen.includes(w_context)) {
    appendChain(out, w_context, seen);
    out.appendRts(CONTEXT_TEXT);
  }
  appendException(out, w_value);
}

function appendException(out: StrBuilder, w_value: W_BaseException): void {
  const w_traceback = w_value.w_traceback;
  if (w_traceback !== null) appendFrames(out, w_traceback);
  if (w_value instanceof W_SyntaxError) {
    appendSyntaxPlace(out, w_value);
    return;
  }
  appendLast(out, w_value, messageOf(w_value));
}

/** "module.Class: message". */
function appendLast(out: StrBuilder, w_value: W_BaseException, w_message: W_Str): void {
  const w_type = type(w_value);
  const module = typeModule(w_type);
  if (module !== "" && module !== "builtins" && module !== "__main__") out.appendRts(`${module}.`);
  out.appendStr(w_type.qualname);
  if (w_message.length > 0) {
    out.appendRts(": ");
    out.appendStr(w_message);
  }
  out.appendRts("\n");
}

function messageOf(w_value: W_BaseException): W_Str {
  try {
    const w_text = str(w_value);
    if (w_value instanceof W_AttributeError || w_value instanceof W_NameError) {
      const hint = suggestion(w_value);
      if (hint !== "") return fromRts(`${w_text.toRts()}. Did you mean: '${hint}'?`);
    }
    return w_text;
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    return fromRts("<exception str() failed>");
  }
}

function limit(): i32 {
  const w_limit = sysModule.w_dict.getStr(s_tracebacklimit);
  if (!(w_limit instanceof W_Int)) return DEFAULT_LIMIT;
  if (w_limit.value <= 0n) return 0;
  return w_limit.value > i32ToI64(DEFAULT_LIMIT) ? DEFAULT_LIMIT : i64ToI32(w_limit.value);
}

function appendFrames(out: StrBuilder, w_first: W_Traceback): void {
  const most = limit();
  if (most === 0) return;
  let depth: i32 = 0;
  let w_each: W_Traceback | null = w_first;
  while (w_each !== null) {
    depth++;
    w_each = w_each.w_next;
  }
  let w_next: W_Traceback | null = w_first;
  while (depth > most && w_next !== null) {
    depth--;
    w_next = w_next.w_next;
  }
  out.appendRts("Traceback (most recent call last):\n");
  appendLevels(out, w_next);
}

function appendLevels(out: StrBuilder, w_from: W_Traceback | null): void {
  let w_tb: W_Traceback | null = w_from;
  let repeats: i32 = 0;
  let w_last: W_Traceback | null = null;
  while (w_tb !== null) {
    if (w_last !== null && isSamePlace(w_last, w_tb)) repeats++;
    else {
      appendRepeats(out, repeats);
      repeats = 1;
    }
    if (repeats <= REPEATS) appendLevel(out, w_tb);
    w_last = w_tb;
    w_tb = w_tb.w_next;
  }
  appendRepeats(out, repeats);
}

function isSamePlace(w_a: W_Traceback, w_b: W_Traceback): boolean {
  return w_a.frame.code === w_b.frame.code && w_a.line() === w_b.line();
}

function appendRepeats(out: StrBuilder, repeats: i32): void {
  if (repeats <= REPEATS) return;
  const more = repeats - REPEATS;
  out.appendRts(`  [Previous line repeated ${more} more time${more === 1 ? "" : "s"}]\n`);
}

function appendLevel(out: StrBuilder, w_tb: W_Traceback): void {
  const code = w_tb.frame.code;
  const line = w_tb.line();
  out.appendRts('  File "');
  out.appendStr(code.w_filename);
  out.appendRts(`", line ${line}, in `);
  out.appendStr(code.name);
  out.appendRts("\n");
  const w_source = sourceLine(code.w_filename, line);
  if (w_source === null || w_source.length === 0) return;
  out.appendRts("    ");
  out.appendStr(w_source);
  out.appendRts("\n");
}

/** A line of a file without blanks around it; null when it cannot be read. */
export function sourceLine(w_filename: W_Str, line: i32): W_Str | null {
  if (line <= 0 || (w_filename.length > 0 && w_filename.charAt(0) === 0x3c)) return null;
  const data = readFile(fsEncode(w_filename));
  if (data === null) return null;
  let start: i32 = 0;
  for (let n: i32 = 1; n < line; n++) {
    while (start < data.length && data[start] !== 10) start++;
    if (start >= data.length) return null;
    start++;
  }
  let end = start;
  while (end < data.length && data[end] !== 10 && data[end] !== 13) end++;
  while (start < end && isBlank(data[start])) start++;
  while (end > start && isBlank(data[end - 1])) end--;
  const bytes = new Uint8Array(end - start);
  for (let i: i32 = start; i < end; i++) bytes[i - start] = data[i];
  return utf8Decode(bytes, REPLACE, true).w_text;
}

function isBlank(byte: i32): boolean {
  return byte === 32 || byte === 9 || byte === 12;
}

/** `  File "x", line 1`, the line, the marks below it, and the message. */
function appendSyntaxPlace(out: StrBuilder, w_value: W_SyntaxError): void {
  if (w_value.w_filename === w_None && w_value.w_lineno === w_None) {
    appendLast(out, w_value, messageOf(w_value));
    return;
  }
  const file = w_value.w_filename === w_None ? "<string>" : strText(w_value.w_filename);
  out.appendRts(`  File "${file}"`);
  if (w_value.w_lineno !== w_None) out.appendRts(`, line ${strText(w_value.w_lineno)}`);
  out.appendRts("\n");
  if (w_value.w_text instanceof W_Str) appendMarkedLine(out, w_value, w_value.w_text);
  appendLast(out, w_value, str(w_value.w_msg));
}

function numberOf(w_obj: W_Root): i32 {
  return w_obj instanceof W_Int && w_obj.value < 0x7fffffffn && w_obj.value > -0x7fffffffn
    ? i64ToI32(w_obj.value)
    : -1;
}

function appendMarkedLine(out: StrBuilder, w_value: W_SyntaxError, w_text: W_Str): void {
  let end = w_text.length;
  while (end > 0 && (w_text.charAt(end - 1) === 10 || w_text.charAt(end - 1) === 13)) end--;
  let start: i32 = 0;
  while (start < end && isBlank(w_text.charAt(start))) start++;
  out.appendRts("    ");
  out.appendStr(w_text.substring(start, end));
  out.appendRts("\n");
  const offset = numberOf(w_value.w_offset);
  if (offset < 1) return;
  const line = numberOf(w_value.w_lineno);
  const endLine = numberOf(w_value.w_endLineno);
  let last = numberOf(w_value.w_endOffset);
  if (endLine >= 0 && endLine !== line) last = end + 1;
  if (last < 0 || last === 0) last = offset;
  const from = Math.max(offset - 1 - start, 0);
  if (offset - 1 < start) return;
  const count = Math.max(1, Math.min(last, end + 1) - offset);
  out.appendRts("    ");
  out.appendRepeated(32, from);
  out.appendRepeated(94, count);
  out.appendRts("\n");
}
