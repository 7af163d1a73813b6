/** Setting `f_lineno`: a trace function makes its frame go on at another line. */
import { type i32, type i64, i64ToI32 } from "@rts";
import { type } from "../objspace/call.ts";
import { valueError } from "../objspace/errors.ts";
import { W_Integer } from "../objspace/int.ts";
import type { W_Root } from "../objspace/root.ts";
import { intType } from "../objspace/types.ts";
import type { W_Code } from "./code.ts";
import { LineRanges } from "./code_lines.ts";
import type { PyFrame } from "./frame.ts";
import { blocksOf, innermost, popBlock, Surrounding, TOO_DEEP, UNREACHED } from "./frame_blocks.ts";

const NO_LINE: i32 = -1;

/** The line that begins at each instruction, or -1. */
function lineStarts(code: W_Code): Int32Array {
  const lines = new Int32Array((code.bytecode.length >> 1) + 1);
  lines.fill(NO_LINE);
  const ranges = new LineRanges(code);
  while (ranges.advance()) lines[ranges.start >> 1] = ranges.line;
  return lines;
}

/** The first line of code from `line` on; -1 when there is none. */
function firstLineFrom(lines: Int32Array, line: i32): i32 {
  let found: i32 = 0x7fffffff;
  for (let i: i32 = 0; i < lines.length; i++) {
    if (lines[i] >= line && lines[i] < found) found = lines[i];
  }
  return found === 0x7fffffff ? NO_LINE : found;
}

/** Throws ValueError where the frame is not at a line that a trace function sees. */
function checkState(frame: PyFrame): void {
  if (frame.lasti < 0) throw valueError("can't jump from the 'call' trace event of a new frame");
  const debug = frame.debug;
  if (frame.isFinished || (debug !== null && debug.isUnwinding)) {
    throw valueError("can only jump from a 'line' trace event");
  }
  if (debug === null || debug.w_trace === null) throw valueError("f_lineno can only be set by a trace function");
  if (!frame.isRunning) throw valueError("can only jump from a 'line' trace event");
}

/** Makes `frame` go on at another line. Throws ValueError where that cannot be. */
export function setFrameLine(frame: PyFrame, w_line: W_Root): void {
  if (!(w_line instanceof W_Integer) || type(w_line) !== intType) throw valueError("lineno must be an integer");
  checkState(frame);
  if (!w_line.fitsI64() || w_line.asI64() > 0x7fffffffn || w_line.asI64() < -0x80000000n) {
    throw valueError("lineno out of range");
  }
  const wanted = i64ToI32(w_line.asI64());
  const code = frame.code;
  if (wanted < code.firstlineno) throw valueError(`line ${wanted} comes before the current code block`);
  const lines = lineStarts(code);
  const line = firstLineFrom(lines, wanted);
  if (line < 0) throw valueError(`line ${wanted} comes after the current code block`);
  jump(frame, lines, line);
}

/** Goes to the instruction of the line that leaves the fewest blocks. */
function jump(frame: PyFrame, lines: Int32Array, line: i32): void {
  const blocks = blocksOf(frame.code);
  const start: i64 = blocks[frame.lasti >> 1];
  let best: i64 = TOO_DEEP;
  let target: i32 = -1;
  let message = "cannot find bytecode for specified line";
  let isExplained = false;
  for (let i: i32 = 0; i < lines.length - 1; i++) {
    if (lines[i] !== line) continue;
    if (leadsTo(start, blocks[i])) {
      if (blocks[i] <= best) continue;
      best = blocks[i];
      target = i;
    } else if (!isExplained) {
      message = start === TOO_DEEP
        ? "stack to deep to analyze"
        : start === UNREACHED
        ? "can't jump from within an exception handler"
        : explain(blocks[i]);
      isExplained = start >= 0n;
    }
  }
  if (target < 0) throw valueError(message);
  leaveBlocks(frame, start, best);
  frame.lasti = 2 * target;
}

/** True when leaving some blocks of `from` gives `to`. */
function leadsTo(from: i64, to: i64): boolean {
  if (from < 0n || to < 0n) return false;
  let rest = from;
  while (rest > to) rest = popBlock(rest);
  return rest === to;
}

function explain(blocks: i64): string {
  if (blocks === TOO_DEEP) return "stack is too deep to analyze";
  if (blocks === UNREACHED) return "can't jump into an exception handler, or code may be unreachable";
  switch (innermost(blocks)) {
    case Surrounding.Except:
      return "can't jump into an 'except' block as there's no exception";
    case Surrounding.Try:
      return "can't jump into the body of a try statement";
    case Surrounding.With:
      return "can't jump into the body of a with statement";
    default:
      return "can't jump into the body of a for loop";
  }
}

/** Takes what the blocks between `from` and `to` hold off the stacks. */
function leaveBlocks(frame: PyFrame, from: i64, to: i64): void {
  let rest = from;
  while (rest > to) {
    const kind = innermost(rest);
    if (kind === Surrounding.Except) throw valueError("can't jump out of an 'except' block");
    if (kind !== Surrounding.Loop) frame.block = frame.block!.previous;
    if (kind !== Surrounding.Try) frame.pop();
    rest = popBlock(rest);
  }
}
