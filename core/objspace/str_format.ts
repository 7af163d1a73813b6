/**
 * `str.format` and its kin: replacement fields in braces. The pieces (literals, fields, names of fields) are what
 * `_string.formatter_parser` and `_string.formatter_field_name_split` give as well.
 *
 * A format is read within `[start, end)` of its text, so that nested ones need no copies.
 */
import { type bool, type i32, i32ToI64, i64ToI32 } from "@rts";
import { getattr } from "./attributes.ts";
import { indexError, type OperationError, valueError } from "./errors.ts";
import { newInt32 } from "./int.ts";
import { getitem } from "./iteration.ts";
import type { W_Root } from "./root.ts";
import { intern } from "./str/intern.ts";
import { StrBuilder } from "./str/builder.ts";
import { EMPTY, type W_Str } from "./str/wstr.ts";
import { ascii, format, repr, str } from "./text.ts";
import type { W_Tuple } from "./tuple.ts";
import { decimalValue } from "./unicode/ctype.ts";

const OPEN: i32 = 0x7b;
const CLOSE: i32 = 0x7d;
const OPEN_ITEM: i32 = 0x5b;
const CLOSE_ITEM: i32 = 0x5d;
const DOT: i32 = 0x2e;
const COLON: i32 = 0x3a;
const EXCLAMATION: i32 = 0x21;

/** Levels of replacement fields: fields, and fields in their specifications. */
const MAX_DEPTH: i32 = 2;

/** Reads a format piece by piece: {@link next} sets the fields to a literal and, perhaps, the field behind it. */
export class FormatPieces {
  at: i32;
  literalStart: i32 = 0;
  literalEnd: i32 = 0;
  /** A field follows the literal. */
  hasField: bool = false;
  nameStart: i32 = 0;
  nameEnd: i32 = 0;
  specStart: i32 = 0;
  specEnd: i32 = 0;
  /** The specification has fields itself. */
  isNested: bool = false;
  /** The character of the conversion, or 0. */
  conversion: i32 = 0;

  constructor(readonly w_text: W_Str, start: i32, private readonly end: i32) {
    this.at = start;
  }

  /** Goes to the next piece; false at the end. Throws ValueError. */
  next(): bool {
    this.hasField = false;
    this.isNested = false;
    this.conversion = 0;
    this.specStart = this.specEnd = 0;
    if (this.at >= this.end) return false;
    this.literalStart = this.at;
    const brace = this.readLiteral();
    if (brace === 0) return true;
    const isLast = this.at >= this.end;
    const isDoubled = !isLast && this.w_text.charAt(this.at) === brace;
    if (brace === CLOSE && !isDoubled) throw valueError("Single '}' encountered in format string");
    if (isLast) throw valueError("Single '{' encountered in format string");
    if (isDoubled) {
      this.at++;
      this.literalEnd++;
      return true;
    }
    this.hasField = true;
    this.readField();
    return true;
  }

  /** Reads up to a brace, which is the result; 0 at the end. */
  private readLiteral(): i32 {
    const w_text = this.w_text;
    while (this.at < this.end) {
      const c = w_text.charAt(this.at);
      if (c === OPEN || c === CLOSE) {
        this.literalEnd = this.at++;
        return c;
      }
      this.at++;
    }
    this.literalEnd = this.at;
    return 0;
  }

  private readField(): void {
    const c = this.readName();
    if (c !== COLON && c !== EXCLAMATION) {
      if (c !== CLOSE) throw valueError("expected '}' before end of string");
      return;
    }
    if (c === EXCLAMATION && this.readConversion()) return;
    this.readSpec();
  }

  /** Reads the name; the character that ends it, which is passed. */
  private readName(): i32 {
    const w_text = this.w_text;
    this.nameStart = this.at;
    while (this.at < this.end) {
      const c = w_text.charAt(this.at++);
      if (c === OPEN) throw valueError("unexpected '{' in field name");
      if (c === OPEN_ITEM) {
        while (this.at < this.end && w_text.charAt(this.at) !== CLOSE_ITEM) this.at++;
      } else if (c === CLOSE || c === COLON || c === EXCLAMATION) {
        this.nameEnd = this.at - 1;
        return c;
      }
    }
    return 0;
  }

  /** Reads what follows `!`; true when the field ends there. */
  private readConversion(): bool {
    if (this.at >= this.end) throw valueError("end of string while looking for conversion specifier");
    this.conversion = this.w_text.charAt(this.at++);
    if (this.at < this.end) {
      const c = this.w_text.charAt(this.at++);
      if (c === CLOSE) return true;
      if (c !== COLON) throw valueError("expected ':' after conversion specifier");
    }
    return false;
  }

  private readSpec(): void {
    this.specStart = this.at;
    let depth: i32 = 1;
    while (this.at < this.end) {
      const c = this.w_text.charAt(this.at++);
      if (c === OPEN) {
        this.isNested = true;
        depth++;
      } else if (c === CLOSE && --depth === 0) {
        this.specEnd = this.at - 1;
        return;
      }
    }
    throw valueError("unmatched '{' in format spec");
  }
}

/** The number that `[start, end)` spells in decimal digits; -1 when it is none. Throws ValueError. */
function numberIn(w_text: W_Str, start: i32, end: i32): i32 {
  if (start >= end) return -1;
  let value = 0n;
  for (let i = start; i < end; i++) {
    const digit = decimalValue(w_text.charAt(i));
    if (digit < 0) return -1;
    if (value > (0x7fffffffffffffffn - i32ToI64(digit)) / 10n) {
      throw valueError("Too many decimal digits in format string");
    }
    value = value * 10n + i32ToI64(digit);
  }
  return value > 0x7fffffffn ? 0x7fffffff : i64ToI32(value);
}

/** The parts of the name of a field: `first`, then `.attribute` and `[item]`s through {@link next}. */
export class FieldName {
  /** The first part ends here. */
  readonly firstEnd: i32;
  /** The first part as a number, or -1. */
  readonly firstNumber: i32;
  at: i32;
  isAttribute: bool = false;
  partStart: i32 = 0;
  partEnd: i32 = 0;
  /** The item as a number, or -1. */
  number: i32 = -1;

  constructor(readonly w_text: W_Str, readonly start: i32, private readonly end: i32) {
    let i = start;
    while (i < end && w_text.charAt(i) !== OPEN_ITEM && w_text.charAt(i) !== DOT) i++;
    this.firstEnd = i;
    this.at = i;
    this.firstNumber = numberIn(w_text, start, i);
  }

  /** Goes to the next part; false at the end. Throws ValueError. */
  next(): bool {
    if (this.at >= this.end) return false;
    const c = this.w_text.charAt(this.at++);
    this.partStart = this.at;
    this.isAttribute = c === DOT;
    this.number = -1;
    if (c === DOT) this.readAttribute();
    else if (c === OPEN_ITEM) this.readItem();
    else throw valueError("Only '.' or '[' may follow ']' in format field specifier");
    if (this.partStart === this.partEnd) throw valueError("Empty attribute in format string");
    return true;
  }

  private readAttribute(): void {
    while (this.at < this.end) {
      const c = this.w_text.charAt(this.at);
      if (c === OPEN_ITEM || c === DOT) break;
      this.at++;
    }
    this.partEnd = this.at;
  }

  private readItem(): void {
    while (this.at < this.end && this.w_text.charAt(this.at) !== CLOSE_ITEM) this.at++;
    if (this.at >= this.end) throw valueError("Missing ']' in format string");
    this.partEnd = this.at++;
    this.number = numberIn(this.w_text, this.partStart, this.partEnd);
  }

  /** The part as a text. */
  part(): W_Str {
    return this.w_text.substring(this.partStart, this.partEnd);
  }
}

const UNDECIDED: i32 = 0;
const AUTOMATIC: i32 = 1;
const MANUAL: i32 = 2;

/** One call of `str.format` or `str.format_map`. */
class Formatter {
  private numbering: i32 = UNDECIDED;
  private nextNumber: i32 = 0;

  /** Positional arguments, null for `format_map`; keywords or a mapping. */
  constructor(private readonly w_args: W_Tuple | null, private readonly w_kwargs: W_Root) {}

  /** The text with all fields replaced. */
  build(w_text: W_Str, start: i32, end: i32, depth: i32): W_Str {
    if (depth <= 0) throw valueError("Max string recursion exceeded");
    const out = new StrBuilder(end - start + 16);
    const pieces = new FormatPieces(w_text, start, end);
    // A piece that is all of the result is given as it is.
    let w_first: W_Str = EMPTY;
    while (pieces.next()) {
      if (pieces.literalEnd > pieces.literalStart) {
        const isAll = pieces.literalEnd - pieces.literalStart === w_text.length;
        if (isAll) w_first = w_text.plain();
        out.appendSubstring(w_text, pieces.literalStart, pieces.literalEnd);
      }
      if (pieces.hasField) {
        const w_field = this.field(w_text, pieces, depth);
        if (out.length === 0) w_first = w_field.plain();
        out.appendStr(w_field);
      }
    }
    return out.length === w_first.length ? w_first : out.build();
  }

  private field(w_text: W_Str, pieces: FormatPieces, depth: i32): W_Str {
    let w_value = this.valueOf(w_text, pieces.nameStart, pieces.nameEnd);
    if (pieces.conversion !== 0) w_value = convert(w_value, pieces.conversion);
    let w_spec: W_Str = EMPTY;
    if (pieces.isNested) w_spec = this.build(w_text, pieces.specStart, pieces.specEnd, depth - 1);
    else if (pieces.specEnd > pieces.specStart) w_spec = w_text.substring(pieces.specStart, pieces.specEnd);
    return format(w_value, w_spec);
  }

  private valueOf(w_text: W_Str, start: i32, end: i32): W_Root {
    const name = new FieldName(w_text, start, end);
    const isEmpty = name.firstEnd === start;
    let w_value: W_Root;
    if (isEmpty || name.firstNumber >= 0) {
      this.checkNumbering(isEmpty);
      w_value = this.positional(isEmpty ? this.nextNumber++ : name.firstNumber);
    } else {
      w_value = getitem(this.w_kwargs, w_text.substring(start, name.firstEnd));
    }
    while (name.next()) {
      if (name.isAttribute) w_value = getattr(w_value, intern(name.part()));
      else w_value = getitem(w_value, name.number >= 0 ? newInt32(name.number) : name.part());
    }
    return w_value;
  }

  private checkNumbering(isEmpty: bool): void {
    if (this.numbering === UNDECIDED) this.numbering = isEmpty ? AUTOMATIC : MANUAL;
    else if (this.numbering === MANUAL && isEmpty) {
      throw valueError("cannot switch from manual field specification to automatic field numbering");
    } else if (this.numbering === AUTOMATIC && !isEmpty) {
      throw valueError("cannot switch from automatic field numbering to manual field specification");
    }
  }

  private positional(number: i32): W_Root {
    const w_args = this.w_args;
    if (w_args === null) throw valueError("Format string contains positional fields");
    if (number < w_args.items.length) return w_args.items[number];
    throw indexError(`Replacement index ${number} out of range for positional args tuple`);
  }
}

function convert(w_value: W_Root, conversion: i32): W_Root {
  switch (conversion) {
    case 0x72:
      return repr(w_value);
    case 0x73:
      return str(w_value);
    case 0x61:
      return ascii(w_value);
    default:
      throw unknownConversion(conversion);
  }
}

function unknownConversion(conversion: i32): OperationError {
  const shown = conversion > 32 && conversion < 127
    ? String.fromCharCode(conversion)
    : `\\x${conversion.toString(16)}`;
  return valueError(`Unknown conversion specifier ${shown}`);
}

/** `w_text.format(*w_args, **w_kwargs)`. */
export function formatWith(w_text: W_Str, w_args: W_Tuple, w_kwargs: W_Root): W_Str {
  return new Formatter(w_args, w_kwargs).build(w_text, 0, w_text.length, MAX_DEPTH);
}

/** `w_text.format_map(w_mapping)`. */
export function formatMap(w_text: W_Str, w_mapping: W_Root): W_Str {
  return new Formatter(null, w_mapping).build(w_text, 0, w_text.length, MAX_DEPTH);
}
