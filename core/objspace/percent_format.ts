/**
 * `format % arguments` of `str`, `bytes` and `bytearray`. A bytes format is read and built as a text of code points
 * below 0x100; where the two differ stands in {@link TextTarget} and {@link BytesTarget}.
 */
import { intText } from "./int_text.ts";
import { type bool, type i32, i32ToI64, i64ToI32 } from "@rts";
import { type } from "./call.ts";
import { W_Complex } from "./complex.ts";
import {
  type OperationError,
  OperationError as PyError,
  overflowError,
  typeError,
  typeName,
  valueError,
} from "./errors.ts";
import { typeErrorType } from "./exception_types.ts";
import { FLOAT_ALT, formatFloat } from "./float/mod.ts";
import { floatOf, integerOf } from "./number_arguments.ts";
import { W_Integer } from "./int.ts";
import { getitem } from "./iteration.ts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import { StrBuilder } from "./str/builder.ts";
import { charStr, W_Str } from "./str/wstr.ts";
import { ascii, repr, str } from "./text.ts";
import { index } from "./truth.ts";
import { W_Tuple } from "./tuple.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { W_Bytearray } from "./bytearray.ts";
import { bytesAsText, formattedBytes } from "./bytes_text.ts";

const LEFT: i32 = 1;
const SIGN: i32 = 2;
const BLANK: i32 = 4;
const ALTERNATE: i32 = 8;
const ZERO: i32 = 16;

const PERCENT: i32 = 0x25;
const SPACE: i32 = 0x20;
const OPEN: i32 = 0x28;
const CLOSE: i32 = 0x29;
const STAR: i32 = 0x2a;
const DOT: i32 = 0x2e;

/** What differs between texts and bytes. */
abstract class Target {
  /** `bytes` or `string`, for messages. */
  abstract name(): string;
  /** The key of a mapping. */
  abstract key(w_name: W_Str): W_Root;
  /** The argument as text for a conversion that is no number's; null when there is no such conversion. */
  abstract convert(conversion: i32, w_value: W_Root): W_Str | null;
  abstract character(w_value: W_Root): W_Str;
  abstract notReal(w_value: W_Root): OperationError;
  abstract unknown(conversion: i32, at: i32): OperationError;
  /** Arguments that are looked up by name. */
  abstract isMapping(w_args: W_Root): bool;
}

function hasItems(w_args: W_Root): bool {
  return type(w_args).special[Special.Getitem] !== null && !(w_args instanceof W_Tuple) &&
    !(w_args instanceof W_Str);
}

class TextTarget extends Target {
  override name(): string {
    return "string";
  }
  override key(w_name: W_Str): W_Root {
    return w_name;
  }
  override convert(conversion: i32, w_value: W_Root): W_Str | null {
    if (conversion === 0x73) return str(w_value);
    if (conversion === 0x72) return repr(w_value);
    return conversion === 0x61 ? ascii(w_value) : null;
  }
  override character(w_value: W_Root): W_Str {
    if (w_value instanceof W_Str) {
      if (w_value.length === 1) return w_value.plain();
      throw typeError("%c requires int or char");
    }
    const w_int = indexOrNull(w_value);
    if (w_int === null) throw typeError("%c requires int or char");
    const code = w_int.fitsI64() ? w_int.asI64() : -1n;
    if (code < 0n || code > 0x10ffffn) throw overflowError("%c arg not in range(0x110000)");
    return charStr(i64ToI32(code));
  }
  override notReal(w_value: W_Root): OperationError {
    return typeError(`must be real number, not ${typeName(w_value)}`);
  }
  override unknown(conversion: i32, at: i32): OperationError {
    return unsupported(conversion >= 31 && conversion <= 126 ? conversion : 0x3f, conversion, at);
  }
  override isMapping(w_args: W_Root): bool {
    return hasItems(w_args);
  }
}

class BytesTarget extends Target {
  override name(): string {
    return "bytes";
  }
  override key(w_name: W_Str): W_Root {
    return newBytes(formattedBytes(w_name));
  }
  override convert(conversion: i32, w_value: W_Root): W_Str | null {
    if (conversion === 0x73 || conversion === 0x62) return bytesAsText(w_value);
    return conversion === 0x72 || conversion === 0x61 ? ascii(w_value) : null;
  }
  override character(w_value: W_Root): W_Str {
    if (w_value instanceof W_Bytes && w_value.data.length === 1) return charStr(w_value.data[0]);
    if (w_value instanceof W_Bytearray && w_value.length === 1) return charStr(w_value.data[w_value.start]);
    const w_int = w_value instanceof W_Integer ? w_value : indexOrNull(w_value);
    if (w_int === null) throw typeError("%c requires an integer in range(256) or a single byte");
    const code = w_int.fitsI64() ? w_int.asI64() : -1n;
    if (code < 0n || code > 255n) throw overflowError("%c arg not in range(256)");
    return charStr(i64ToI32(code));
  }
  override notReal(w_value: W_Root): OperationError {
    return typeError(`float argument required, not ${typeName(w_value)}`);
  }
  override unknown(conversion: i32, at: i32): OperationError {
    return unsupported(conversion, conversion, at);
  }
  override isMapping(w_args: W_Root): bool {
    return hasItems(w_args) && !(w_args instanceof W_Bytes) && !(w_args instanceof W_Bytearray);
  }
}

const TEXT: Target = new TextTarget();
const BYTES: Target = new BytesTarget();

function unsupported(shown: i32, conversion: i32, at: i32): OperationError {
  return valueError(
    `unsupported format character '${String.fromCharCode(shown)}' (0x${
      conversion.toString(16)
    }) at index ${at}`,
  );
}

/** The integer of an object with `__index__`; null for others. */
function indexOrNull(w_value: W_Root): W_Integer | null {
  try {
    return index(w_value);
  } catch (e) {
    if (e instanceof PyError && e.matches(typeErrorType)) return null;
    throw e;
  }
}

/** One formatting. */
class PercentFormatter {
  private readonly out: StrBuilder;
  private at: i32 = 0;
  private readonly length: i32;
  private readonly w_tuple: W_Tuple | null;
  /** The arguments as a mapping, when they can be one. */
  private readonly isMapping: bool;
  /** Whose items are asked for at present: the arguments, or one that a key gave. */
  private w_single: W_Root;
  private fromKey: bool = false;
  /** Arguments used; of a single one, 1 when it was. */
  private used: i32 = 0;
  // The specifier that is being read.
  private flags: i32 = 0;
  private width: i32 = -1;
  private precision: i32 = -1;
  /** The first piece, while it is the whole result: it is given as it is. */
  private w_whole: W_Str | null = null;

  constructor(private readonly w_format: W_Str, w_args: W_Root, private readonly target: Target) {
    this.out = new StrBuilder(w_format.length + 16);
    this.length = w_format.length;
    this.w_tuple = w_args instanceof W_Tuple ? w_args : null;
    this.w_single = w_args;
    this.isMapping = target.isMapping(w_args);
  }

  run(): W_Str {
    const w_format = this.w_format;
    const w_args = this.w_single;
    while (this.at < this.length) {
      const start = this.at;
      while (this.at < this.length && w_format.charAt(this.at) !== PERCENT) this.at++;
      if (start === 0 && this.at === this.length) this.w_whole = w_format.plain();
      this.out.appendSubstring(w_format, start, this.at);
      if (this.at === this.length) break;
      this.at++;
      this.specifier(w_args);
    }
    const w_tuple = this.w_tuple;
    const available = this.fromKey ? 0 : w_tuple !== null ? w_tuple.items.length : 1;
    if (this.used < available && !this.isMapping) {
      throw typeError(`not all arguments converted during ${this.target.name()} formatting`);
    }
    const w_whole = this.w_whole;
    return w_whole !== null && w_whole.length === this.out.length ? w_whole : this.out.build();
  }

  private nextArgument(): W_Root {
    const w_tuple = this.fromKey ? null : this.w_tuple;
    const used = this.used;
    if (w_tuple !== null) {
      if (used < w_tuple.items.length) {
        this.used = used + 1;
        return w_tuple.items[used];
      }
    } else if (used === 0) {
      this.used = 1;
      return this.w_single;
    }
    throw typeError("not enough arguments for format string");
  }

  /** The next character of the specifier. Throws ValueError at the end. */
  private take(): i32 {
    if (this.at >= this.length) throw valueError("incomplete format");
    return this.w_format.charAt(this.at++);
  }

  private specifier(w_args: W_Root): void {
    this.flags = 0;
    this.width = -1;
    this.precision = -1;
    let c = this.take();
    if (c === PERCENT) {
      this.out.append(PERCENT);
      return;
    }
    if (c === OPEN) {
      this.readKey(w_args);
      c = this.take();
    }
    for (let flag = flagOf(c); flag !== 0; flag = flagOf(c)) {
      this.flags |= flag;
      c = this.take();
    }
    c = this.readWidth(c);
    if (c === DOT) c = this.readPrecision();
    if (c === 0x68 || c === 0x6c || c === 0x4c) c = this.take();
    this.conversion(c, this.nextArgument());
  }

  /** Reads `(key)`: what it names is the only argument from here on. */
  private readKey(w_args: W_Root): void {
    if (!this.isMapping) throw typeError("format requires a mapping");
    const start = this.at;
    let depth: i32 = 1;
    while (depth > 0 && this.at < this.length) {
      const c = this.w_format.charAt(this.at++);
      if (c === CLOSE) depth--;
      else if (c === OPEN) depth++;
    }
    if (depth > 0) throw valueError("incomplete format key");
    const w_key = this.target.key(this.w_format.substring(start, this.at - 1));
    this.w_single = getitem(w_args, w_key);
    this.fromKey = true;
    this.used = 0;
  }

  private readWidth(c: i32): i32 {
    if (c !== STAR) {
      if (!isDigit(c)) return c;
      this.width = this.readNumber(c, "width too big");
      return this.take();
    }
    const w_width = this.nextArgument();
    if (!(w_width instanceof W_Integer)) throw typeError("* wants int");
    if (!w_width.fitsI64()) throw overflowError("Python int too large to convert to C ssize_t");
    let width = w_width.asI64();
    if (width < 0n) {
      this.flags |= LEFT;
      width = -width;
    }
    this.width = width > 0x7fffffffn ? 0x7fffffff : i64ToI32(width);
    return this.take();
  }

  private readPrecision(): i32 {
    this.precision = 0;
    let c = this.take();
    if (c === STAR) {
      const w_precision = this.nextArgument();
      if (!(w_precision instanceof W_Integer)) throw typeError("* wants int");
      const value = w_precision.fitsI64() ? w_precision.asI64() : 0x80000000n;
      if (value > 0x7fffffffn || value < -0x80000000n) {
        throw overflowError("Python int too large to convert to C int");
      }
      this.precision = Math.max(i64ToI32(value), 0);
      return this.take();
    }
    if (!isDigit(c)) return c;
    this.precision = this.readNumber(c, this.target === TEXT ? "precision too big" : "prec too big");
    return this.take();
  }

  /** A number whose first digit is `c`. */
  private readNumber(c: i32, tooBig: string): i32 {
    let value = i32ToI64(c - 0x30);
    while (this.at < this.length) {
      const next = this.w_format.charAt(this.at);
      if (!isDigit(next)) break;
      value = value * 10n + i32ToI64(next - 0x30);
      if (value > 0x7fffffffn) throw valueError(tooBig);
      this.at++;
    }
    return i64ToI32(value);
  }

  private conversion(c: i32, w_value: W_Root): void {
    const w_text = this.target.convert(c, w_value);
    if (w_text !== null) {
      const isCut = this.precision >= 0 && this.precision < w_text.length;
      this.put(isCut ? w_text.substring(0, this.precision) : w_text);
    } else if (c === 0x63) {
      this.put(this.target.character(w_value));
    } else if (c === 0x64 || c === 0x69 || c === 0x75 || c === 0x6f || (c | 32) === 0x78) {
      // Bytes have no `i` of their own, as messages show.
      const code = c === 0x69 && this.target === BYTES ? 0x64 : c;
      this.putNumber(integerText(w_value, code, this.flags, this.precision), c);
    } else if (isFloatConversion(c)) {
      this.putNumber(this.floatText(w_value, c), c);
    } else {
      throw this.target.unknown(c, this.at - 1);
    }
  }

  private floatText(w_value: W_Root, c: i32): string {
    const value = floatOf(w_value);
    if (value === null) throw this.target.notReal(w_value);
    const alternate = (this.flags & ALTERNATE) !== 0 ? FLOAT_ALT : 0;
    return formatFloat(value.value, c, this.precision < 0 ? 6 : this.precision, alternate);
  }

  /** A text, filled up with spaces to the width. */
  private put(w_text: W_Str): void {
    const padding = this.width - w_text.length;
    if (this.out.length === 0 && padding <= 0) this.w_whole = w_text.plain();
    if ((this.flags & LEFT) === 0) this.out.appendRepeated(SPACE, padding);
    this.out.appendStr(w_text);
    if ((this.flags & LEFT) !== 0) this.out.appendRepeated(SPACE, padding);
  }

  /** A number: zeros go between its sign and prefix and its digits. */
  private putNumber(text: string, c: i32): void {
    const first: i32 = text.charCodeAt(0);
    const hasSign = first === 0x2d || first === 0x2b;
    let sign = "";
    if (hasSign) sign = text.charAt(0);
    else if ((this.flags & SIGN) !== 0) sign = "+";
    else if ((this.flags & BLANK) !== 0) sign = " ";
    const start: i32 = hasSign ? 1 : 0;
    const hasPrefix = (this.flags & ALTERNATE) !== 0 && (c === 0x6f || (c | 32) === 0x78);
    const prefixEnd: i32 = hasPrefix ? start + 2 : start;
    const padding = this.width - sign.length - (text.length - start);
    const isZero = (this.flags & ZERO) !== 0, isLeft = (this.flags & LEFT) !== 0;
    if (!isZero && !isLeft) this.out.appendRepeated(SPACE, padding);
    this.out.appendRts(sign);
    this.out.appendRts(text.substring(start, prefixEnd));
    if (isZero && !isLeft) this.out.appendRepeated(0x30, padding);
    this.out.appendRts(text.substring(prefixEnd, text.length));
    if (isLeft) this.out.appendRepeated(SPACE, padding);
  }
}

function isDigit(c: i32): bool {
  return c >= 0x30 && c <= 0x39;
}

function isFloatConversion(c: i32): bool {
  const lower = c | 32;
  return c < 0x80 && lower >= 0x65 && lower <= 0x67;
}

function flagOf(c: i32): i32 {
  switch (c) {
    case 0x2d:
      return LEFT;
    case 0x2b:
      return SIGN;
    case 0x20:
      return BLANK;
    case 0x23:
      return ALTERNATE;
    case 0x30:
      return ZERO;
    default:
      return 0;
  }
}

/** An integer by `d`, `i`, `u`, `o`, `x` or `X`, with as many digits as the precision asks for. */
function integerText(w_value: W_Root, c: i32, flags: i32, precision: i32): string {
  const isDecimal = c === 0x64 || c === 0x69 || c === 0x75;
  const w_int = w_value instanceof W_Integer ? w_value : convertedInteger(w_value, c, isDecimal);
  const radix: i32 = isDecimal ? 10 : c === 0x6f ? 8 : 16;
  let text = radix === 10 ? intText(w_int).toRts() : w_int.asBigInt().toString(radix);
  const isNegative = text.charCodeAt(0) === 0x2d;
  if (isNegative) text = text.substring(1, text.length);
  if (precision > text.length) text = "0".repeat(precision - text.length) + text;
  if (!isDecimal && (flags & ALTERNATE) !== 0) text = (radix === 8 ? "0o" : "0x") + text;
  if (c === 0x58) text = text.toUpperCase();
  return isNegative ? "-" + text : text;
}

function convertedInteger(w_value: W_Root, c: i32, isDecimal: bool): W_Integer {
  if (isNumber(w_value)) {
    try {
      return isDecimal ? integerOf(w_value) : index(w_value);
    } catch (e) {
      if (!(e instanceof PyError) || !e.matches(typeErrorType)) throw e;
    }
  }
  const wanted = isDecimal ? "a real number" : "an integer";
  throw typeError(`%${String.fromCharCode(c)} format: ${wanted} is required, not ${typeName(w_value)}`);
}

/** What C code takes for a number (`PyNumber_Check`). */
function isNumber(w_value: W_Root): bool {
  const special = type(w_value).special;
  return special[Special.Int] !== null || special[Special.Index] !== null ||
    special[Special.Float] !== null ||
    w_value instanceof W_Complex;
}

/** `w_format % w_args` of texts. */
export function percentFormat(w_format: W_Str, w_args: W_Root): W_Str {
  return new PercentFormatter(w_format, w_args, TEXT).run();
}

/** The same of bytes: format and result are texts of code points below 0x100. */
export function percentFormatBytes(w_format: W_Str, w_args: W_Root): W_Str {
  return new PercentFormatter(w_format, w_args, BYTES).run();
}
