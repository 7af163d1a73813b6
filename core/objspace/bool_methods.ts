/** `bool`: an `int` of two values, with its own text and logic. */
import { intAnd, intOr, intXor } from "./int_arith.ts";
import { newBool, W_Bool, W_Integer } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented, w_unset } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { isTrue } from "./truth.ts";
import { define } from "./typedef.ts";
import { boolType, intType } from "./types.ts";

const s_True: W_Str = internRts("True");
const s_False: W_Str = internRts("False");

function and(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_b instanceof W_Bool) return newBool((w_a as W_Bool).value && w_b.value);
  return w_b instanceof W_Integer ? intAnd(w_a as W_Bool, w_b) : w_NotImplemented;
}
function or(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_b instanceof W_Bool) return newBool((w_a as W_Bool).value || w_b.value);
  return w_b instanceof W_Integer ? intOr(w_a as W_Bool, w_b) : w_NotImplemented;
}
function xor(w_a: W_Root, w_b: W_Root): W_Root {
  if (w_b instanceof W_Bool) return newBool((w_a as W_Bool).value !== w_b.value);
  return w_b instanceof W_Integer ? intXor(w_a as W_Bool, w_b) : w_NotImplemented;
}

define(boolType, {
  base: intType,
  doc:
    "bool(x) -> bool\n\nTrue when the argument is true, False otherwise. There are no other bools, and no subclasses.",
  new: [
    "($cls, x=<unset>, /)",
    (_w_cls: W_Root, w_obj: W_Root): W_Root => newBool(w_obj !== w_unset && isTrue(w_obj)),
  ],
  methods: {
    __repr__: ["($self, /)", (w_self: W_Root): W_Root => (w_self as W_Bool).value ? s_True : s_False],
    __and__: ["($self, value, /)", and],
    __rand__: ["($self, value, /)", and],
    __xor__: ["($self, value, /)", xor],
    __rxor__: ["($self, value, /)", xor],
    __or__: ["($self, value, /)", or],
    __ror__: ["($self, value, /)", or],
  },
});
