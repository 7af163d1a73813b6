/**
 * The format mini-language: `[[fill]align][sign][#][0][width][grouping][.precision][type]`, with CPython's
 * conditions of error. The texts are RTS strings; the fill character may be a surrogate pair.
 */
import type { bool, i32, i64 } from "@rts";
import { i32ToI64, i64ToI32 } from "@rts";

const SPACE: i32 = 32;
const HASH: i32 = 35;
const PLUS: i32 = 43;
export const COMMA: i32 = 44;
const MINUS: i32 = 45;
const DOT: i32 = 46;
const ZERO: i32 = 48;
const LESS: i32 = 60;
export const EQUALS: i32 = 61;
export const GREATER: i32 = 62;
export const CARET: i32 = 94;
export const UNDERSCORE: i32 = 95;
const MAX_I32: i64 = 0x7fffffffn;

/** A parsed specification. Characters are code units; 0 is "not given". */
export class FormatSpec {
  /** One character, of one or two units. */
  fill: string = " ";
  /** `<`, `>`, `^` or `=`. */
  align: i32;
  alternate: bool = false;
  /** `+`, `-`, a space, or 0. */
  sign: i32 = 0;
  /** -1 when not given; what is beyond 2^31 is cut, for no memory holds it. */
  width: i32 = -1;
  /** `,`, `_`, or 0. */
  grouping: i32 = 0;
  /** -1 when not given; cut as `width` is. */
  precision: i32 = -1;
  /** The type character, or the default that the caller gave. */
  type: i32;
  /** The message of the ValueError that the text deserves; empty when it is all right. */
  error: string = "";

  constructor(type: i32, align: i32) {
    this.type = type;
    this.align = align;
  }

  /** Digits in a group. */
  get groupSize(): i32 {
    return this.isBinaryType() ? 4 : 3;
  }

  /** Whether `0` was given for filling between sign and digits. */
  get zeroPadded(): bool {
    return this.align === EQUALS && this.fill === "0";
  }

  /** Whether the type is b, o, x or X. */
  isBinaryType(): bool {
    return this.type === 98 || this.type === 111 || (this.type | 32) === 120;
  }
}

function isAlign(unit: i32): bool {
  return unit === LESS || unit === EQUALS || unit === GREATER || unit === CARET;
}

/** The units of the character at `at`. */
function characterUnits(text: string, at: i32): i32 {
  const lead = text.charCodeAt(at);
  if (lead < 0xd800 || lead > 0xdbff || at + 1 >= text.length) return 1;
  const trail = text.charCodeAt(at + 1);
  return trail >= 0xdc00 && trail <= 0xdfff ? 2 : 1;
}

/** Reads a specification from left to right. */
class SpecReader {
  private at: i32 = 0;
  private fillGiven: bool = false;
  private alignGiven: bool = false;

  constructor(private readonly text: string, private readonly spec: FormatSpec) {}

  read(): void {
    const zeroAlign = this.spec.align === GREATER;
    this.readAlign();
    this.readSign();
    this.spec.alternate = this.accept(HASH);
    if (!this.fillGiven && this.accept(ZERO)) {
      this.spec.fill = "0";
      if (!this.alignGiven && zeroAlign) this.spec.align = EQUALS;
    }
    this.spec.width = this.readNumber();
    if (this.failed() || !this.readGrouping()) return;
    if (this.accept(DOT)) {
      this.spec.precision = this.readNumber();
      if (this.spec.precision < 0) this.fail("Format specifier missing precision");
    }
    if (!this.failed()) this.readType();
  }

  private failed(): bool {
    return this.spec.error.length > 0;
  }

  private fail(message: string): void {
    if (!this.failed()) this.spec.error = message;
  }

  private unit(): i32 {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : 0;
  }

  private accept(unit: i32): bool {
    if (this.at >= this.text.length || this.unit() !== unit) return false;
    this.at++;
    return true;
  }

  private readAlign(): void {
    const text = this.text;
    if (text.length === 0) return;
    const behind = characterUnits(text, 0);
    if (behind < text.length && isAlign(text.charCodeAt(behind))) {
      this.spec.fill = text.substring(0, behind);
      this.fillGiven = true;
      this.at = behind;
    } else if (!isAlign(text.charCodeAt(0))) {
      return;
    }
    this.spec.align = this.unit();
    this.alignGiven = true;
    this.at++;
  }

  private readSign(): void {
    const unit = this.unit();
    if (unit !== SPACE && unit !== PLUS && unit !== MINUS) return;
    this.spec.sign = unit;
    this.at++;
  }

  /** A decimal number, or -1 when there is none. */
  private readNumber(): i32 {
    const start = this.at;
    let value: i64 = 0n;
    for (; this.unit() >= ZERO && this.unit() <= ZERO + 9; this.at++) {
      const digit = i32ToI64(this.unit() - ZERO);
      if (value > (0x7fffffffffffffffn - digit) / 10n) {
        this.fail("Too many decimal digits in format string");
        return -1;
      }
      value = value * 10n + digit;
    }
    if (this.at === start) return -1;
    return value > MAX_I32 ? i64ToI32(MAX_I32) : i64ToI32(value);
  }

  private readGrouping(): bool {
    if (this.accept(COMMA)) this.spec.grouping = COMMA;
    if (this.accept(UNDERSCORE)) {
      if (this.spec.grouping !== 0) this.fail("Cannot specify both ',' and '_'.");
      this.spec.grouping = UNDERSCORE;
    }
    if (this.spec.grouping === UNDERSCORE && this.accept(COMMA)) {
      this.fail("Cannot specify both ',' and '_'.");
    }
    return !this.failed();
  }

  private readType(): void {
    if (this.at < this.text.length) {
      const units = characterUnits(this.text, this.at);
      if (this.at + units < this.text.length) {
        this.fail("Invalid format specifier");
        return;
      }
      this.spec.type = units === 1 ? this.unit() : codePoint(this.text, this.at);
    }
    if (this.spec.grouping !== 0 && !groupingAllowed(this.spec)) {
      const separator = String.fromCharCode(this.spec.grouping);
      this.fail(`Cannot specify '${separator}' with '${shownCode(this.spec.type)}'.`);
    }
  }
}

function codePoint(text: string, at: i32): i32 {
  return 0x10000 + ((text.charCodeAt(at) & 0x3ff) << 10) + (text.charCodeAt(at + 1) & 0x3ff);
}

/** `d e f g E F G %` and no type take both separators, `b o x X` underscores alone. */
function groupingAllowed(spec: FormatSpec): bool {
  const type = spec.type;
  if (type === 0 || type === 37 || type === 100 || isFloatCode(type)) return true;
  return spec.grouping === UNDERSCORE && spec.isBinaryType();
}

/** One of e, f, g, E, F, G. */
function isFloatCode(type: i32): bool {
  const lower = type | 32;
  return lower >= 101 && lower <= 103 && type < 128;
}

/** Whether an `int` is formatted as a `float` by this type: e, f, g, E, F, G or %. */
export function isFloatType(type: i32): bool {
  return type === 37 || isFloatCode(type);
}

/** A type character in a message. */
function shownCode(type: i32): string {
  return type > 32 && type < 128 ? String.fromCharCode(type) : `\\x${type.toString(16)}`;
}

/**
 * Parses a specification. `type` is the character for when none is given (0, `d`, `s`), `align` that of the
 * type of value: `>` for numbers, `<` for strings.
 */
export function parseFormatSpec(text: string, type: i32, align: i32): FormatSpec {
  const spec = new FormatSpec(type, align);
  new SpecReader(text, spec).read();
  return spec;
}

// --- what the types of value allow: the message of the ValueError, or nothing ---

/** The message for a type character that objects of `typeName` do not know. */
export function unknownTypeError(type: i32, typeName: string): string {
  return `Unknown format code '${shownCode(type)}' for object of type '${typeName}'`;
}

/** For strings. */
export function textSpecError(spec: FormatSpec, typeName: string): string {
  if (spec.type !== 115) return unknownTypeError(spec.type, typeName);
  if (spec.sign === SPACE) return "Space not allowed in string format specifier";
  if (spec.sign !== 0) return "Sign not allowed in string format specifier";
  if (spec.alternate) return "Alternate form (#) not allowed in string format specifier";
  if (spec.align === EQUALS) return "'=' alignment not allowed in string format specifier";
  return "";
}

/** For integers, when the type is not {@link isFloatType}. */
export function intSpecError(spec: FormatSpec, typeName: string): string {
  const type = spec.type;
  if (!spec.isBinaryType() && type !== 100 && type !== 110 && type !== 99) {
    return unknownTypeError(type, typeName);
  }
  if (spec.precision >= 0) return "Precision not allowed in integer format specifier";
  if (type !== 99) return "";
  if (spec.sign !== 0) return "Sign not allowed with integer format specifier 'c'";
  if (spec.alternate) return "Alternate form (#) not allowed with integer format specifier 'c'";
  return "";
}

/** For floats, and integers formatted as such. */
export function floatSpecError(spec: FormatSpec, typeName: string): string {
  const type = spec.type;
  if (type !== 0 && type !== 110 && !isFloatType(type)) return unknownTypeError(type, typeName);
  return spec.precision === 0x7fffffff ? "precision too big" : "";
}

/** For complex numbers. */
export function complexSpecError(spec: FormatSpec, typeName: string): string {
  const type = spec.type;
  if (type !== 0 && type !== 110 && !isFloatCode(type)) return unknownTypeError(type, typeName);
  if (spec.precision === 0x7fffffff) return "precision too big";
  if (spec.fill === "0") return "Zero padding is not allowed in complex format specifier";
  if (spec.align === EQUALS) return "'=' alignment flag is not allowed in complex format specifier";
  return "";
}
