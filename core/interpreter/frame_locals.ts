/** `locals()`: the variables of a frame as a dict, and back. */
import type { i32 } from "@rts";
import { W_Cell } from "../objspace/cell.ts";
import { W_Dict } from "../objspace/dict.ts";
import type { W_Root } from "../objspace/root.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { CodeFlag } from "./code.ts";
import type { PyFrame } from "./frame.ts";

/** The namespace of a class body or module, or a dict of the function's variables, brought up to date. */
export function localsOf(frame: PyFrame): W_Root {
  const code = frame.code;
  if ((code.flags & CodeFlag.Optimized) === 0 && frame.w_locals !== null) return frame.w_locals;
  let w_locals = frame.w_locals;
  if (!(w_locals instanceof W_Dict)) {
    w_locals = new W_Dict();
    frame.w_locals = w_locals;
  }
  const w_dict = w_locals as W_Dict;
  for (let i = 0; i < code.nlocals; i++) setOrDelete(w_dict, code.varnames[i], frame.slots[i]);
  let at: i32 = code.nlocals;
  for (let i = 0; i < code.cellvars.length; i++) {
    setOrDelete(w_dict, code.cellvars[i], cellValue(frame, at++));
  }
  for (let i = 0; i < code.freevars.length; i++) {
    setOrDelete(w_dict, code.freevars[i], cellValue(frame, at++));
  }
  return w_dict;
}

function cellValue(frame: PyFrame, at: i32): W_Root | null {
  const w_cell = frame.slots[at];
  return w_cell instanceof W_Cell ? w_cell.w_value : null;
}

function setOrDelete(w_dict: W_Dict, name: W_Str, w_value: W_Root | null): void {
  if (w_value === null) w_dict.delete(name);
  else w_dict.setStr(name, w_value);
}

/** Writes what a trace function changed in the dict back to the variables. */
export function restoreLocals(frame: PyFrame): void {
  const code = frame.code;
  const w_dict = frame.w_locals;
  if ((code.flags & CodeFlag.Optimized) === 0 || !(w_dict instanceof W_Dict)) return;
  for (let i = 0; i < code.nlocals; i++) frame.slots[i] = w_dict.getStr(code.varnames[i]) ?? frame.slots[i];
}
