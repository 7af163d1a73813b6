/** `int.__format__`. */
import { decimalAscii, intText } from "./int_text.ts";
import { overflowError, typeError, typeName, valueError } from "./errors.ts";
import {
  floatSpecError,
  type FormatSpec,
  GREATER,
  intSpecError,
  isFloatType,
  layoutBig,
  layoutFloat,
  layoutI64,
  parseFormatSpec,
} from "./format/mod.ts";
import { intToF64 } from "./int_arith.ts";
import { W_Int, type W_Integer, W_Long } from "./int.ts";
import type { W_Root } from "./root.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { str } from "./text.ts";
import type { i32 } from "@rts";

const LOWER_C: i32 = 99;
const LOWER_D: i32 = 100;

/** The specification that a `__format__` gets, parsed. Throws TypeError, ValueError. */
export function formatSpecOf(w_spec: W_Root, defaultType: i32): FormatSpec {
  if (!(w_spec instanceof W_Str)) {
    throw typeError(`__format__() argument must be str, not ${typeName(w_spec)}`);
  }
  const spec = parseFormatSpec(w_spec.toRts(), defaultType, GREATER);
  if (spec.error !== "") throw valueError(spec.error);
  return spec;
}

/** `w_self.__format__(w_spec)`. */
export function formatInt(w_self: W_Root, w_spec: W_Root): W_Root {
  if (w_spec instanceof W_Str && w_spec.length === 0) {
    if (w_self instanceof W_Int || w_self instanceof W_Long) return intText(w_self as W_Integer);
    return str(w_self);
  }
  const spec = formatSpecOf(w_spec, LOWER_D);
  const isFloat = isFloatType(spec.type);
  const error = isFloat ? floatSpecError(spec, typeName(w_self)) : intSpecError(spec, typeName(w_self));
  if (error !== "") throw valueError(error);
  const w_int = w_self as W_Integer;
  if (isFloat) return fromRts(layoutFloat(spec, intToF64(w_int)));
  if (spec.type === LOWER_C) checkCharacter(w_int);
  if (w_int.fitsI64()) return fromRts(layoutI64(spec, w_int.asI64()));
  const value = w_int.asBigInt();
  if (!spec.isBinaryType()) decimalAscii(value); // for its check of the limit on digits
  return fromRts(layoutBig(spec, value));
}

function checkCharacter(w_int: W_Integer): void {
  if (!w_int.fitsI64()) throw overflowError("Python int too large to convert to C long");
  if (w_int.asI64() < 0n || w_int.asI64() > 0x10ffffn) throw overflowError("%c arg not in range(0x110000)");
}
