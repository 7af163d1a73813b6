/** `str.__new__`. */
import type { W_Root } from "./root.ts";
import { w_unset } from "./singletons.ts";
import { optionalText } from "./str_arguments.ts";
import { W_StrUser } from "./str_user.ts";
import { EMPTY, type W_Str } from "./str/wstr.ts";
import { str } from "./text.ts";
import { decodeObject } from "./text_codecs.ts";
import type { W_Type } from "./type.ts";
import { strType } from "./types.ts";

/** `str(object, encoding, errors)`. */
export function strNew(w_type: W_Root, w_object: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Root {
  const w_text = newText(w_object, w_encoding, w_errors);
  if (w_type === strType) return w_text;
  return new W_StrUser((w_type as W_Type).instanceMap, w_text as W_Str);
}

function newText(w_object: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Root {
  const encoding = optionalText(w_encoding, "str", "'encoding'");
  const errors = optionalText(w_errors, "str", "'errors'");
  if (w_object === w_unset) return EMPTY;
  if (encoding === null && errors === null) return str(w_object);
  return decodeObject(w_object, encoding, errors);
}
