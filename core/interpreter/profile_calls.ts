/** `c_call`, `c_return` and `c_exception`: what `sys.setprofile` sees of built-in functions that Python code calls. */
import type { i32 } from "@rts";
import { W_BuiltinFunction, W_MethodDescr } from "../objspace/builtin_function.ts";
import type { W_Root } from "../objspace/root.ts";
import { builtinFunctionType } from "../objspace/types.ts";
import type { PyFrame } from "./frame.ts";
import { Op } from "./opcode.ts";

/** The built-in function that the next instruction of `frame` calls, as events show it, or null. */
export function builtinCalledNext(frame: PyFrame): W_Root | null {
  if (frame.thrown !== null) return null;
  const words = frame.code.tracedWords();
  let at: i32 = (frame.lasti >> 1) + 1;
  while ((words[at] & 0xff) === Op.EXTENDED_ARG) at++;
  const arg = words[at] >>> 8;
  const top = frame.depth;
  switch (words[at] & 0xff) {
    case Op.CALL_FUNCTION:
      return shown(frame, top - arg - 1, arg);
    case Op.CALL_FUNCTION_KW:
      return shown(frame, top - arg - 2, arg);
    case Op.CALL_FUNCTION_EX:
      return shown(frame, top - (arg & 1) - 2, 0);
    case Op.CALL_METHOD:
      if (frame.slots[top - arg - 2] !== null) return shown(frame, top - arg - 2, arg + 1);
      return shown(frame, top - arg - 1, arg);
    default:
      return null;
  }
}

/** Methods are shown bound to the object they are called on. */
function shown(frame: PyFrame, place: i32, count: i32): W_Root | null {
  const w_callee = frame.slots[place];
  if (w_callee instanceof W_BuiltinFunction) {
    return w_callee.typeOf() === builtinFunctionType ? w_callee : null;
  }
  if (!(w_callee instanceof W_MethodDescr) || w_callee.code.isWrapper || count === 0) return null;
  return new W_BuiltinFunction(w_callee.code, frame.slots[place + 1]!);
}

/** `lasti` of `frame` after its next instruction, when that ends without an exception. */
export function callEnd(frame: PyFrame): i32 {
  const words = frame.code.tracedWords();
  let at: i32 = (frame.lasti >> 1) + 1;
  while ((words[at] & 0xff) === Op.EXTENDED_ARG) at++;
  return 2 * at;
}
