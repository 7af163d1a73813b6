/** `float(x)`: from numbers, texts, and objects with `__float__` or `__index__`. */
import { type f64, type i32, StringBuilder } from "@rts";
import { BufferFlag } from "./buffer.ts";
import { callSpecial1, type } from "./call.ts";
import { type OperationError, typeError, typeName, valueError } from "./errors.ts";
import { floatOfText, isFloatText } from "./float/parse.ts";
import { newFloat, W_Float, W_FloatBase, W_FloatUser } from "./float.ts";
import { intToF64 } from "./int_arith.ts";
import { isAsciiSpace } from "./int_parse.ts";
import { W_Int } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_unset } from "./singletons.ts";
import { Special } from "./special.ts";
import { toAsciiDigits } from "./str/digits.ts";
import { W_Str } from "./str/wstr.ts";
import { reprText } from "./text.ts";
import { index } from "./truth.ts";
import type { W_Type } from "./type.ts";
import { floatType } from "./types.ts";
import { warnDeprecated } from "./warn.ts";

/** The double of a number, for arguments that must be real. Throws TypeError("must be real number, not x"). */
export function asF64(w_obj: W_Root): f64 {
  if (w_obj instanceof W_Float) return w_obj.value;
  if (w_obj instanceof W_Int) return Number(w_obj.value);
  if (w_obj instanceof W_FloatBase) return w_obj.value;
  if (!isReal(w_obj)) throw typeError(`must be real number, not ${typeName(w_obj)}`);
  return realValue(w_obj);
}

/** True when {@link realValue} can work. */
export function isReal(w_obj: W_Root): boolean {
  const special = type(w_obj).special;
  return special[Special.Float] !== null || special[Special.Index] !== null;
}

/** The double that `__float__`, or else `__index__`, gives. */
export function realValue(w_obj: W_Root): f64 {
  const w_descr = type(w_obj).special[Special.Float];
  if (w_descr === null) return intToF64(index(w_obj));
  const w_result = callSpecial1(w_descr, w_obj);
  if (w_result instanceof W_Float) return w_result.value;
  const names = `${typeName(w_obj)}.__float__ returned non-float (type ${typeName(w_result)})`;
  if (!(w_result instanceof W_FloatBase)) throw typeError(names);
  warnDeprecated(
    `${names}.  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.`,
  );
  return w_result.value;
}

/** The text of ASCII units without white space at the ends and underscores between digits; null for bad underscores. */
export function numberText(units: Uint8Array, from: i32, to: i32): string | null {
  let start = from;
  let end = to;
  while (start < end && isAsciiSpace(units[start])) start++;
  while (end > start && isAsciiSpace(units[end - 1])) end--;
  let hasUnderscore = false;
  for (let i = start; i < end; i++) if (units[i] === 95) hasUnderscore = true;
  if (!hasUnderscore) return textOf(units, start, end);
  return withoutUnderscores(units, start, end);
}

function textOf(units: Uint8Array, start: i32, end: i32): string {
  const text = new StringBuilder();
  for (let i = start; i < end; i++) text.appendCode(units[i]);
  return text.toString();
}

function isDigit(unit: i32): boolean {
  return unit >= 48 && unit <= 57;
}

function withoutUnderscores(units: Uint8Array, start: i32, end: i32): string | null {
  let text = "";
  let before: i32 = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i];
    if (unit === 95) {
      if (!isDigit(before)) return null;
    } else {
      if (before === 95 && !isDigit(unit)) return null;
      text += String.fromCharCode(unit);
    }
    before = unit;
  }
  return before === 95 ? null : text;
}

function cannotConvert(w_obj: W_Root): OperationError {
  return valueError(`could not convert string to float: ${reprText(w_obj)}`);
}

function parseUnits(w_shown: W_Root, units: Uint8Array, from: i32, to: i32): f64 {
  const text = numberText(units, from, to);
  if (text === null || !isFloatText(text)) throw cannotConvert(w_shown);
  return floatOfText(text);
}

/** `float(w_text)`. Throws ValueError. */
export function f64OfText(w_text: W_Str): f64 {
  const w_ascii = toAsciiDigits(w_text);
  if (!w_ascii.asciiOnly) throw cannotConvert(w_text);
  return parseUnits(w_text, w_ascii.data as Uint8Array, 0, w_ascii.length);
}

/** The double that `float(w_obj)` holds. Throws TypeError, ValueError and what conversion methods raise. */
export function f64Of(w_obj: W_Root): f64 {
  if (w_obj instanceof W_Float) return w_obj.value;
  if (w_obj instanceof W_Str && w_obj.getMap() === null) return f64OfText(w_obj);
  if (isReal(w_obj)) return realValue(w_obj);
  if (w_obj instanceof W_Str) return f64OfText(w_obj);
  const buffer = w_obj.acquireBuffer(BufferFlag.Simple);
  if (buffer === null) {
    throw typeError(`float() argument must be a string or a real number, not '${typeName(w_obj)}'`);
  }
  const bytes = buffer.toBytes();
  buffer.release();
  return parseUnits(w_obj, bytes, 0, bytes.length);
}

/** `float.__new__`. */
export function floatNew(w_cls: W_Root, w_obj: W_Root): W_Root {
  if (w_cls === floatType && w_obj instanceof W_Float) return w_obj;
  const value = w_obj === w_unset ? 0.0 : f64Of(w_obj);
  return w_cls === floatType ? newFloat(value) : new W_FloatUser((w_cls as W_Type).instanceMap, value);
}
