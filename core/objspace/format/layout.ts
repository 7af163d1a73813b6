/**
 * Values laid out by a {@link FormatSpec}: signs, groups of digits, padding. The specification has passed its
 * check (`intSpecError` and the like), so nothing here fails.
 */
import type { bool, f64, i32, i64 } from "@rts";
import { StringBuilder } from "@rts";
import type { RBigInt } from "../bigint/mod.ts";
import { RBigInt as Big } from "../bigint/mod.ts";
import { FLOAT_ADD_DOT_0, FLOAT_ALT, formatFloat } from "../float/format.ts";
import { isNegative } from "../float/digits.ts";
import { CARET, EQUALS, type FormatSpec, GREATER } from "./spec.ts";

const LOWER_F: i32 = 102;
const LOWER_G: i32 = 103;
const LOWER_N: i32 = 110;
const LOWER_R: i32 = 114;
const PERCENT: i32 = 37;

/** A text by its specification; `length` counts its characters. A precision cuts it: the caller has done that. */
export function layoutText(spec: FormatSpec, text: string, length: i32): string {
  return padded(spec, text, length);
}

/** `text` of `length` characters with the padding that the alignment puts outside. */
function padded(spec: FormatSpec, text: string, length: i32): string {
  const padding = spec.width - length;
  if (padding <= 0) return text;
  let left = 0;
  if (spec.align === GREATER || spec.align === EQUALS) left = padding;
  else if (spec.align === CARET) left = padding >> 1;
  return spec.fill.repeat(left) + text + spec.fill.repeat(padding - left);
}

/** The sign to write. */
function signText(sign: i32, negative: bool): string {
  if (negative) return "-";
  return sign === 43 ? "+" : sign === 32 ? " " : "";
}

/**
 * A number in parts: `digits` before the point, `tail` from the point on. Zeros that fill up to the width are
 * digits too, and grouped with them.
 */
export function layoutNumber(
  spec: FormatSpec,
  negative: bool,
  prefix: string,
  digits: string,
  tail: string,
): string {
  const sign = signText(spec.sign, negative);
  const others = sign.length + prefix.length + tail.length;
  const least = spec.zeroPadded ? spec.width - others : 0;
  const grouped = digits.length === 0 ? digits : groupDigits(spec, digits, least);
  const length = others + grouped.length;
  if (spec.align === EQUALS && spec.width > length) {
    return sign + prefix + spec.fill.repeat(spec.width - length) + grouped + tail;
  }
  return padded(spec, sign + prefix + grouped + tail, length);
}

/** `digits`, zeros in front up to `least` characters, separators between groups; never begins with one. */
function groupDigits(spec: FormatSpec, digits: string, least: i32): string {
  const zeros = least > digits.length ? least - digits.length : 0;
  if (spec.grouping === 0) return zeros > 0 ? "0".repeat(zeros) + digits : digits;
  const size = spec.groupSize;
  // n digits take n + (n - 1) / size characters; a separator never comes first, so the width may be passed.
  let count = least - ((least / (size + 1)) | 0);
  if (count + (((count - 1) / size) | 0) < least) count++;
  if (count < digits.length) count = digits.length;
  const builder = new StringBuilder();
  for (let i = count; i > 0; i--) {
    builder.appendCode(i > digits.length ? 48 : digits.charCodeAt(digits.length - i));
    if (i > 1 && (i - 1) % size === 0) builder.appendCode(spec.grouping);
  }
  return builder.toString();
}

// --- integers ---

function baseOf(type: i32): i32 {
  if (type === 98) return 2;
  if (type === 111) return 8;
  return (type | 32) === 120 ? 16 : 10;
}

function prefixOf(spec: FormatSpec): string {
  if (!spec.alternate || !spec.isBinaryType()) return "";
  return "0" + String.fromCharCode(spec.type);
}

/** An integer by a type of b, c, d, n, o, x, X; a character's code point is in range. */
export function layoutBig(spec: FormatSpec, value: RBigInt): string {
  return layoutDigits(spec, value.toString(baseOf(spec.type)));
}

/** The same. */
export function layoutI64(spec: FormatSpec, value: i64): string {
  if (spec.type === 99) return layoutCharacter(spec, value);
  return baseOf(spec.type) === 10 ? layoutDigits(spec, `${value}`) : layoutBig(spec, Big.fromI64(value));
}

function layoutDigits(spec: FormatSpec, text: string): string {
  const negative = text.charCodeAt(0) === 45;
  const digits = negative ? text.substring(1, text.length) : text;
  return layoutNumber(spec, negative, prefixOf(spec), spec.type === 88 ? digits.toUpperCase() : digits, "");
}

/** The character of a code point. */
function layoutCharacter(spec: FormatSpec, value: i64): string {
  const code = Big.fromI64(value).digits[0];
  if (code < 0x10000) return padded(spec, String.fromCharCode(code), 1);
  const rest = code - 0x10000;
  const pair = String.fromCharCode(0xd800 + (rest >> 10)) + String.fromCharCode(0xdc00 + (rest & 0x3ff));
  return padded(spec, pair, 1);
}

// --- floats ---

/** The type and precision that a specification comes to. */
function floatCode(spec: FormatSpec): i32 {
  if (spec.type === 0) return spec.precision < 0 ? LOWER_R : LOWER_G;
  if (spec.type === LOWER_N) return LOWER_G;
  return spec.type === PERCENT ? LOWER_F : spec.type;
}

function floatPrecision(spec: FormatSpec): i32 {
  if (spec.precision >= 0) return spec.precision;
  return spec.type === 0 ? 0 : 6;
}

/** A double by a type of e, f, g, E, F, G, n, % or none. */
export function layoutFloat(spec: FormatSpec, value: f64): string {
  const flags = (spec.type === 0 ? FLOAT_ADD_DOT_0 : 0) | (spec.alternate ? FLOAT_ALT : 0);
  const x = spec.type === PERCENT ? value * 100.0 : value;
  const text = formatFloat(x, floatCode(spec), floatPrecision(spec), flags);
  return layoutFloatText(spec, spec.type === PERCENT ? text + "%" : text);
}

/** The digits before the point (none of infinities and NaN) are what is grouped. */
function layoutFloatText(spec: FormatSpec, text: string): string {
  const negative = text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  let end = start;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return layoutNumber(spec, negative, "", text.substring(start, end), text.substring(end, text.length));
}

// --- complex numbers ---

/** A complex number by a type of e, f, g, E, F, G, n or none. */
export function layoutComplex(spec: FormatSpec, re: f64, im: f64): string {
  const flags = spec.alternate ? FLOAT_ALT : 0;
  const code = floatCode(spec);
  const precision = floatPrecision(spec);
  const imaginary = partText(spec, formatFloat(im, code, precision, flags));
  if (spec.type === 0 && re === 0.0 && !isNegative(re)) {
    const text = signed(imaginary, spec.sign) + "j";
    return padded(spec, text, text.length);
  }
  const both = signed(partText(spec, formatFloat(re, code, precision, flags)), spec.sign) +
    signed(imaginary, 43) + "j";
  const text = spec.type === 0 ? `(${both})` : both;
  return padded(spec, text, text.length);
}

/** Groups the digits of a part; its sign, if any, stays in front. */
function partText(spec: FormatSpec, text: string): string {
  if (spec.grouping === 0) return text;
  const negative = text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  let end = start;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  if (end === start) return text;
  const grouped = groupDigits(spec, text.substring(start, end), 0);
  return (negative ? "-" : "") + grouped + text.substring(end, text.length);
}

/** `text` with the sign that is wanted where it has none. */
function signed(text: string, sign: i32): string {
  return text.charCodeAt(0) === 45 ? text : signText(sign, false) + text;
}
