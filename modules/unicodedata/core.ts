/**
 * The functions of `unicodedata` for both versions of the database: the current one, and 3.2 (`isOld`), for which
 * code points that came later are not assigned.
 */
import type { bool, i32 } from "@rts";
import { keyErrorType } from "../../core/objspace/exception_types.ts";
import { operationErrorWith, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newBool, newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { bytesArgument } from "../../core/objspace/bytes_view.ts";
import { strArgument } from "../../core/objspace/str_arguments.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { EMPTY, fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { decimalValue, digitValue } from "../../core/objspace/unicode/ctype.ts";
import * as database from "../../core/objspace/unicode/database.ts";
import { DataShift } from "../../core/objspace/unicode/layout.ts";
import { hexValue } from "../../core/objspace/unicode/escapes.ts";
import { lookupName, nameOf } from "../../core/objspace/unicode/names.ts";
import { formOfName, isNormalized, normalize } from "../../core/objspace/unicode/normalize.ts";
import { utf8DecodeStrict } from "../../core/objspace/unicode/codec_utf8.ts";
import {
  OLD_BIDI_CLASSES,
  OLD_CATEGORIES,
  OLD_DECIMALS,
  OLD_DECOMPOSITIONS,
  OLD_MIRRORED,
  OLD_WIDTHS,
} from "./version32.ts";

/** Longest name that `lookup` takes. */
const MAX_NAME: i32 = 256;

/** An argument of one character. `place` is "1" where there are others. */
function character(w_char: W_Root, name: string, place: string): i32 {
  if (w_char instanceof W_Str && w_char.length === 1) return w_char.charAt(0);
  const where = place === "" ? "argument" : `argument ${place}`;
  const shown = w_char === w_None ? "None" : typeName(w_char);
  throw typeError(`${name}() ${where} must be a unicode character, not ${shown}`);
}

/** The code point was assigned in Unicode 3.2. */
function wasAssigned(c: i32): bool {
  return (database.dataOf(c) >> DataShift.Old & 1) !== 0;
}

function isMissing(isOld: bool, c: i32): bool {
  return isOld && !wasAssigned(c);
}

export function category(isOld: bool, w_char: W_Root): W_Root {
  const c = character(w_char, "category", "");
  if (isMissing(isOld, c)) return fromRts("Cn");
  const current = database.category(c);
  return fromRts(isOld ? OLD_CATEGORIES.of(c, current) : current);
}

export function bidirectional(isOld: bool, w_char: W_Root): W_Root {
  const c = character(w_char, "bidirectional", "");
  if (isMissing(isOld, c)) return EMPTY;
  const current = database.bidirectional(c);
  return fromRts(isOld ? OLD_BIDI_CLASSES.of(c, current) : current);
}

export function eastAsianWidth(isOld: bool, w_char: W_Root): W_Root {
  const c = character(w_char, "east_asian_width", "");
  if (isMissing(isOld, c)) return fromRts("F");
  const current = database.eastAsianWidth(c);
  return fromRts(isOld ? OLD_WIDTHS.of(c, current) : current);
}

export function combining(isOld: bool, w_char: W_Root): W_Root {
  const c = character(w_char, "combining", "");
  return newInt32(isMissing(isOld, c) ? 0 : database.combining(c));
}

export function mirrored(isOld: bool, w_char: W_Root): W_Root {
  const c = character(w_char, "mirrored", "");
  if (isMissing(isOld, c)) return newInt32(0);
  const isMirrored = database.mirrored(c);
  const old = isOld ? OLD_MIRRORED.of(c, "") : "";
  return newInt32(old === "" ? (isMirrored ? 1 : 0) : old === "1" ? 1 : 0);
}

export function decomposition(isOld: bool, w_char: W_Root): W_Root {
  const c = character(w_char, "decomposition", "");
  return fromRts(isMissing(isOld, c) ? "" : database.decomposition(c));
}

/** What a function gives for a character without the value: the default, or a ValueError. */
function missing(w_default: W_Root, message: string): W_Root {
  if (w_default === w_unset) throw valueError(message);
  return w_default;
}

export function decimal(isOld: bool, w_char: W_Root, w_default: W_Root): W_Root {
  const c = character(w_char, "decimal", "1");
  const isDigit = isOld && OLD_DECIMALS.find(c) >= 0;
  const value = isDigit ? digitValue(c) : isMissing(isOld, c) ? -1 : decimalValue(c);
  return value < 0 ? missing(w_default, "not a decimal") : newInt32(value);
}

/** Digits are those of the current version in both. */
export function digit(_isOld: bool, w_char: W_Root, w_default: W_Root): W_Root {
  const value = digitValue(character(w_char, "digit", "1"));
  return value < 0 ? missing(w_default, "not a digit") : newInt32(value);
}

export function numeric(isOld: bool, w_char: W_Root, w_default: W_Root): W_Root {
  const c = character(w_char, "numeric", "1");
  const value = isMissing(isOld, c) ? NaN : database.numericValue(c);
  return value !== value ? missing(w_default, "not a numeric character") : newFloat(value);
}

export function name(isOld: bool, w_char: W_Root, w_default: W_Root): W_Root {
  const c = character(w_char, "name", "1");
  const text = isMissing(isOld, c) ? "" : nameOf(c);
  return text === "" ? missing(w_default, "no such name") : fromRts(text);
}

export function lookup(isOld: bool, w_name: W_Root): W_Root {
  const w_text = nameArgument(w_name);
  if (w_text.length > MAX_NAME) throw operationErrorWith(keyErrorType, fromRts("name too long"));
  const w_found = lookupName(w_text.toRts());
  if (w_found === null || (isOld && !isOldName(w_found, w_text.toRts()))) {
    throw operationErrorWith(keyErrorType, fromRts(`undefined character name '${w_text.toRts()}'`));
  }
  return w_found;
}

/** The old database knows neither aliases nor sequences. */
function isOldName(w_found: W_Str, name: string): bool {
  if (w_found.length !== 1 || !wasAssigned(w_found.charAt(0))) return false;
  return nameOf(w_found.charAt(0)) === name.toUpperCase();
}

/** A text, or bytes of UTF-8. */
function nameArgument(w_name: W_Root): W_Str {
  if (w_name instanceof W_Str) return w_name;
  const bytes = bytesArgument(w_name);
  return utf8DecodeStrict(bytes, 0, bytes.length);
}

function formArgument(w_form: W_Root, name: string): i32 {
  return formOfName(strArgument(w_form, name, "1").toRts());
}

export function normalizeText(isOld: bool, w_form: W_Root, w_text: W_Root): W_Root {
  const form = formArgument(w_form, "normalize");
  const text = strArgument(w_text, "normalize", "2");
  if (text.length === 0) return EMPTY;
  if (form < 0) throw valueError("invalid normalization form");
  return isOld ? normalizeOld(text, form) : normalize(text, form);
}

/** Later code points stay, those corrected since become what they were, and what stands between is normalized. */
function normalizeOld(w_text: W_Str, form: i32): W_Str {
  const out = new StrBuilder(w_text.length);
  let start: i32 = 0;
  for (let i: i32 = 0; i < w_text.length; i++) {
    const c = w_text.charAt(i);
    const old = OLD_DECOMPOSITIONS.of(c, "");
    if (old === "" && wasAssigned(c)) continue;
    if (i > start) out.appendStr(normalize(w_text.substring(start, i), form));
    out.append(old === "" ? c : hexNumber(old));
    start = i + 1;
  }
  out.appendStr(normalize(w_text.substring(start, w_text.length), form));
  return out.build();
}

function hexNumber(digits: string): i32 {
  let value: i32 = 0;
  for (let i: i32 = 0; i < digits.length; i++) value = value << 4 | hexValue(digits.charCodeAt(i));
  return value;
}

export function isNormalizedText(isOld: bool, w_form: W_Root, w_text: W_Root): W_Root {
  const form = formArgument(w_form, "is_normalized");
  const text = strArgument(w_text, "is_normalized", "2");
  if (text.length === 0) return newBool(true);
  if (form < 0) throw valueError("invalid normalization form");
  return newBool(isOld ? normalizeOld(text, form).equals(text) : isNormalized(text, form));
}
