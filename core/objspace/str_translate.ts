/** `str.translate` and `str.maketrans`. */
import { type i32, i32ToI64, i64ToI32 } from "@rts";
import { type as typeOf } from "./call.ts";
import { W_Dict } from "./dict.ts";
import { OperationError, typeError, valueError } from "./errors.ts";
import { lookupErrorType } from "./exception_types.ts";
import { newInt, newInt32, W_Integer } from "./int.ts";
import { getitem } from "./iteration.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_unset } from "./singletons.ts";
import { badArgument } from "./str_arguments.ts";
import { translate, Translation } from "./str/replace.ts";
import { charStr, EMPTY, W_Str } from "./str/wstr.ts";
import { dictType } from "./types.ts";

/** A table of Python: any object with `__getitem__`. */
class ObjectTranslation extends Translation {
  constructor(private readonly w_table: W_Root) {
    super();
  }

  override replacement(c: i32): W_Str {
    let w_found: W_Root;
    try {
      w_found = getitem(this.w_table, newInt32(c));
    } catch (e) {
      if (e instanceof OperationError && e.matches(lookupErrorType)) return charStr(c);
      throw e;
    }
    if (w_found === w_None) return EMPTY;
    if (w_found instanceof W_Str) return w_found;
    if (!(w_found instanceof W_Integer)) {
      throw typeError("character mapping must return integer, None or str");
    }
    const code = w_found.fitsI64() ? w_found.asI64() : -1n;
    if (code < 0n || code > 0x10ffffn) throw valueError("character mapping must be in range(0x110000)");
    return charStr(i64ToI32(code));
  }
}

/** `w_text.translate(w_table)`. */
export function strTranslate(w_self: W_Root, w_table: W_Root): W_Root {
  return translate(w_self as W_Str, new ObjectTranslation(w_table));
}

/** `str.maketrans(x, y, z)`. */
export function maketrans(w_x: W_Root, w_y: W_Root, w_z: W_Root): W_Root {
  if (w_y === w_unset) return fromDict(w_x);
  if (!(w_y instanceof W_Str)) throw badArgument("maketrans", "2", "str", w_y);
  if (w_z !== w_unset && !(w_z instanceof W_Str)) throw badArgument("maketrans", "3", "str", w_z);
  if (!(w_x instanceof W_Str)) {
    throw typeError("first maketrans argument must be a string if there is a second argument");
  }
  if (w_x.length !== w_y.length) {
    throw valueError("the first two maketrans arguments must have equal length");
  }
  const w_table = new W_Dict();
  for (let i: i32 = 0; i < w_x.length; i++) {
    w_table.set(newInt32(w_x.charAt(i)), newInt(i32ToI64(w_y.charAt(i))));
  }
  if (w_z instanceof W_Str) {
    for (let i: i32 = 0; i < w_z.length; i++) w_table.set(newInt32(w_z.charAt(i)), w_None);
  }
  return w_table;
}

/** Keys of one character become their code points. */
function fromDict(w_dict: W_Root): W_Root {
  if (!(w_dict instanceof W_Dict) || typeOf(w_dict) !== dictType) {
    throw typeError("if you give only one argument to maketrans it must be a dict");
  }
  const w_table = new W_Dict();
  for (let at = w_dict.next(0); at >= 0; at = w_dict.next(at + 1)) {
    const w_key = w_dict.keyAt(at);
    if (w_key instanceof W_Str) {
      if (w_key.length !== 1) throw valueError("string keys in translate table must be of length 1");
      w_table.set(newInt32(w_key.charAt(0)), w_dict.valueAt(at));
    } else if (w_key instanceof W_Integer) {
      w_table.set(w_key, w_dict.valueAt(at));
    } else {
      throw typeError("keys in translate table must be strings or integers");
    }
  }
  return w_table;
}
