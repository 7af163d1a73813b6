/** `str(x)`, `repr(x)`, `ascii(x)`, `format(x, spec)` from RTS code. */
import { callSpecial1, callSpecial2, type } from "./call.ts";
import { stackOverflowIn, typeError, typeName } from "./errors.ts";
import type { Exception } from "@rts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import { escapeNonAscii } from "./str/repr.ts";
import { EMPTY, fromRts, W_Str } from "./str/wstr.ts";

/** `repr(w_obj)`. Throws TypeError when `__repr__` returns no string. */
export function repr(w_obj: W_Root): W_Str {
  const w_descr = type(w_obj).special[Special.Repr];
  if (w_descr === null) return fromRts(`<${typeName(w_obj)} object>`);
  const w_result = callRepr(w_descr, w_obj);
  if (w_result instanceof W_Str) return w_result;
  throw typeError(`__repr__ returned non-string (type ${typeName(w_result)})`);
}

function callRepr(w_descr: W_Root, w_obj: W_Root): W_Root {
  try {
    return callSpecial1(w_descr, w_obj);
  } catch (e) {
    throw stackOverflowIn(e as Exception, "while getting the repr of an object");
  }
}

/** `str(w_obj)`. */
export function str(w_obj: W_Root): W_Str {
  if (w_obj instanceof W_Str && w_obj.getMap() === null) return w_obj;
  const w_result = callSpecial1(type(w_obj).special[Special.Str]!, w_obj);
  if (w_result instanceof W_Str) return w_result;
  throw typeError(`__str__ returned non-string (type ${typeName(w_result)})`);
}

/** `ascii(w_obj)`: `repr` with all that is not ASCII escaped. */
export function ascii(w_obj: W_Root): W_Str {
  return escapeNonAscii(repr(w_obj));
}

/** `format(w_obj, w_spec)`. */
export function format(w_obj: W_Root, w_spec: W_Str): W_Str {
  if (w_spec.length === 0 && w_obj instanceof W_Str && w_obj.getMap() === null) return w_obj;
  const w_descr = type(w_obj).special[Special.Format];
  if (w_descr === null) throw typeError(`Type ${typeName(w_obj)} doesn't define __format__`);
  const w_result = callSpecial2(w_descr, w_obj, w_spec);
  if (w_result instanceof W_Str) return w_result;
  throw typeError(`__format__ must return a str, not ${typeName(w_result)}`);
}

/** `format(w_obj)`. */
export function formatPlain(w_obj: W_Root): W_Str {
  return format(w_obj, EMPTY);
}

/** `repr` as an RTS string, for messages. */
export function reprText(w_obj: W_Root): string {
  return repr(w_obj).toRts();
}
/** `str` as an RTS string. */
export function strText(w_obj: W_Root): string {
  return str(w_obj).toRts();
}
