/** `MAKE_FUNCTION`. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import type { W_Cell } from "../objspace/cell.ts";
import type { W_Dict } from "../objspace/dict.ts";
import type { W_Root } from "../objspace/root.ts";
import { internRts } from "../objspace/str/intern.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import type { W_Tuple } from "../objspace/tuple.ts";
import type { W_Code } from "./code.ts";
import type { PyFrame } from "./frame.ts";
import { W_Function } from "./function.ts";

const s_name: W_Str = internRts("__name__");

const HAS_DEFAULTS: i32 = 1;
const HAS_KWDEFAULTS: i32 = 2;
const HAS_ANNOTATIONS: i32 = 4;
const HAS_CLOSURE: i32 = 8;

/** Makes a function of what stands below `sp`: defaults, keyword defaults, annotations, closure, code, name. */
export function makeFunction(frame: PyFrame, sp: i32, flags: i32): W_Root {
  const code = frame.slots[sp - 2] as W_Code;
  const qualname = frame.slots[sp - 1] as W_Str;
  const w_function = new W_Function(code, frame.w_globals, frame.w_builtins, qualname);
  const w_module = frame.w_globals.getStr(s_name);
  if (w_module !== null) w_function.w_module = w_module;
  let at = sp - 3;
  if ((flags & HAS_CLOSURE) !== 0) w_function.closure = cellsOf(frame.slots[at--] as W_Tuple);
  if ((flags & HAS_ANNOTATIONS) !== 0) w_function.w_annotations = frame.slots[at--];
  if ((flags & HAS_KWDEFAULTS) !== 0) w_function.w_kwdefaults = frame.slots[at--] as W_Dict;
  if ((flags & HAS_DEFAULTS) !== 0) w_function.defaults = (frame.slots[at] as W_Tuple).items;
  return w_function;
}

/** The cells of a closure tuple. */
export function cellsOf(w_cells: W_Tuple): FixedArray<W_Cell> {
  const items = w_cells.items;
  const cells = newFixedArray<W_Cell>(items.length, items[0] as W_Cell);
  for (let i = 0; i < items.length; i++) cells[i] = items[i] as W_Cell;
  return cells;
}
