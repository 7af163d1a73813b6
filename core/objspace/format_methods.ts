/** `str.__format__`. Numbers have theirs beside their types. */
import type { i32 } from "@rts";
import { badArgument } from "./str_arguments.ts";
import { valueError } from "./errors.ts";
import { CARET, GREATER, parseFormatSpec, textSpecError } from "./format/mod.ts";
import type { W_Root } from "./root.ts";
import { pad } from "./str/trim.ts";
import { codePointAt, W_Str } from "./str/wstr.ts";
import { isExactStr } from "./dict.ts";
import { str } from "./text.ts";

const LETTER_S: i32 = 0x73;
const LESS: i32 = 0x3c;

/** `str.__format__`. */
export function strFormat(w_self: W_Root, w_spec: W_Root): W_Root {
  if (!(w_spec instanceof W_Str)) throw badArgument("__format__", "", "str", w_spec);
  if (w_spec.length === 0) return isExactStr(w_self) ? w_self : str(w_self);
  return formatText((w_self as W_Str).plain(), w_spec);
}

/** A text by a specification. Throws ValueError. */
export function formatText(w_text: W_Str, w_spec: W_Str): W_Str {
  const spec = parseFormatSpec(w_spec.toRts(), LETTER_S, LESS);
  if (spec.error.length > 0) throw valueError(spec.error);
  const error = textSpecError(spec, "str");
  if (error.length > 0) throw valueError(error);
  const isCut = spec.precision >= 0 && spec.precision < w_text.length;
  const w_shown = isCut ? w_text.substring(0, spec.precision) : w_text;
  const padding = spec.width - w_shown.length;
  if (padding <= 0) return w_shown;
  let left: i32 = 0;
  if (spec.align === GREATER) left = padding;
  else if (spec.align === CARET) left = padding >> 1;
  return pad(w_shown, left, padding - left, codePointAt(spec.fill, 0));
}
