/**
 * Properties of code points that texts ask for all the time (Unicode 13.0.0): flags, digits, simple and full case
 * mappings. Functions take any integer from 0 to 0x10FFFF.
 */
import type { bool, i32 } from "@rts";
import { BLOCK_SHIFT, Flag, TypeField } from "./layout.ts";
import { loadTables } from "./source.ts";

const tables = loadTables();
const TYPE_INDEX = tables.typeIndex as Uint16Array;
const TYPE_BLOCKS = tables.typeBlocks as Uint16Array;
const TYPE_RECORDS = tables.typeRecords as Int32Array;
const SEQUENCES = tables.caseSequences as Int32Array;

const BLOCK_MASK: i32 = (1 << BLOCK_SHIFT) - 1;

/** Place of the type record of a code point. */
function recordOf(c: i32): i32 {
  return TYPE_BLOCKS[TYPE_INDEX[c >> BLOCK_SHIFT] << BLOCK_SHIFT | c & BLOCK_MASK] * TypeField.Size;
}

/** The flags of the first 256 code points, in one look. */
const LATIN1_FLAGS = new Int32Array(256);
for (let c = 0; c < 256; c++) LATIN1_FLAGS[c] = TYPE_RECORDS[recordOf(c) + TypeField.Flags];

/**
 * All flags of a code point: see {@link Flag}.
 * @elidable
 */
export function flagsOf(c: i32): i32 {
  if (c < 256) return LATIN1_FLAGS[c];
  return TYPE_RECORDS[recordOf(c) + TypeField.Flags];
}

/**
 * Tells whether a code point has one of the flags.
 * @inline
 */
export function hasFlag(c: i32, flags: i32): bool {
  return (flagsOf(c) & flags) !== 0;
}

/** White space: what `str.split()` separates at. */
export function isSpace(c: i32): bool {
  return hasFlag(c, Flag.Space);
}
/** A line boundary: what `str.splitlines()` separates at. */
export function isLineBreak(c: i32): bool {
  return hasFlag(c, Flag.LineBreak);
}
export function isAlpha(c: i32): bool {
  return hasFlag(c, Flag.Alpha);
}
export function isDecimal(c: i32): bool {
  return hasFlag(c, Flag.Decimal);
}
export function isDigit(c: i32): bool {
  return hasFlag(c, Flag.Digit);
}
export function isNumeric(c: i32): bool {
  return hasFlag(c, Flag.Numeric);
}
export function isAlnum(c: i32): bool {
  return hasFlag(c, Flag.Alpha | Flag.Decimal | Flag.Digit | Flag.Numeric);
}
export function isLower(c: i32): bool {
  return hasFlag(c, Flag.Lower);
}
export function isUpper(c: i32): bool {
  return hasFlag(c, Flag.Upper);
}
export function isTitle(c: i32): bool {
  return hasFlag(c, Flag.Title);
}
/** Shown as it is by `repr`. */
export function isPrintable(c: i32): bool {
  return hasFlag(c, Flag.Printable);
}
/** May begin an identifier (XID_Start or the underscore). */
export function isIdStart(c: i32): bool {
  return c === 0x5f || hasFlag(c, Flag.IdStart);
}
/** May go on in an identifier. */
export function isIdContinue(c: i32): bool {
  return hasFlag(c, Flag.IdContinue);
}

/** Value of a decimal digit, or -1. */
export function decimalValue(c: i32): i32 {
  if (c < 0x80) return c >= 48 && c <= 57 ? c - 48 : -1;
  return TYPE_RECORDS[recordOf(c) + TypeField.Decimal];
}
/** Value of a digit (superscripts and the like included), or -1. */
export function digitValue(c: i32): i32 {
  return TYPE_RECORDS[recordOf(c) + TypeField.Digit];
}

function simpleCase(c: i32, field: i32): i32 {
  const record = recordOf(c);
  const value: i32 = TYPE_RECORDS[record + field];
  if ((TYPE_RECORDS[record + TypeField.Flags] & Flag.ExtendedCase) === 0) return c + value;
  return SEQUENCES[value + 1];
}

/**
 * The lower case as one code point: the first of the full mapping where that has more.
 * @elidable
 */
export function toLower(c: i32): i32 {
  if (c < 0x80) return c >= 65 && c <= 90 ? c + 32 : c;
  return simpleCase(c, TypeField.Lower);
}
/**
 * The upper case as one code point: the first of the full mapping where that has more.
 * @elidable
 */
export function toUpper(c: i32): i32 {
  if (c < 0x80) return c >= 97 && c <= 122 ? c - 32 : c;
  return simpleCase(c, TypeField.Upper);
}
/**
 * The title case as one code point: the first of the full mapping where that has more.
 * @elidable
 */
export function toTitle(c: i32): i32 {
  if (c < 0x80) return c >= 97 && c <= 122 ? c - 32 : c;
  return simpleCase(c, TypeField.Title);
}

/**
 * The full case mapping of a code point in a field of the type record (Upper, Lower, Title, Fold): a code point, or
 * when negative `~place` for {@link sequenceLength} and {@link sequenceItem}.
 */
export function fullCase(c: i32, field: TypeField): i32 {
  const record = recordOf(c);
  const value: i32 = TYPE_RECORDS[record + field];
  if ((TYPE_RECORDS[record + TypeField.Flags] & Flag.ExtendedCase) === 0) return c + value;
  return SEQUENCES[value] === 1 ? SEQUENCES[value + 1] : ~value;
}
/** Number of code points at a place that {@link fullCase} gave. */
export function sequenceLength(place: i32): i32 {
  return SEQUENCES[place];
}
/** One of them. */
export function sequenceItem(place: i32, i: i32): i32 {
  return SEQUENCES[place + 1 + i];
}
