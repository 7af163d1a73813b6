/** What `unicodedata` tells of a code point (Unicode 13.0.0), names excepted. */
import { type bool, type f64, type i32, StringBuilder } from "@rts";
import { BIDI_CLASSES, BLOCK_SHIFT, CATEGORIES, DataShift, DECOMPOSITION_TAGS, WIDTHS } from "./layout.ts";
import { loadTables } from "./source.ts";

const tables = loadTables();
const DATA_INDEX = tables.dataIndex as Uint16Array;
const DATA_BLOCKS = tables.dataBlocks as Uint16Array;
const DATA_RECORDS = tables.dataRecords as Int32Array;
const NUMERIC_POINTS = tables.numericPoints as Int32Array;
const NUMERIC_PLACES = tables.numericPlaces as Uint8Array;
const NUMERIC_VALUES = tables.numericValues as Float64Array;
const DECOMPOSITION_POINTS = tables.decompositionPoints as Int32Array;
const DECOMPOSITION_STARTS = tables.decompositionStarts as Uint16Array;
const DECOMPOSITIONS = tables.decompositions as Uint16Array;

const BLOCK_MASK: i32 = (1 << BLOCK_SHIFT) - 1;

/** The data record of a code point: see {@link DataShift}. */
export function dataOf(c: i32): i32 {
  return DATA_RECORDS[DATA_BLOCKS[DATA_INDEX[c >> BLOCK_SHIFT] << BLOCK_SHIFT | c & BLOCK_MASK]];
}

/** `unicodedata.category`. */
export function category(c: i32): string {
  return CATEGORIES[dataOf(c) >> DataShift.Category & 31];
}
/** `unicodedata.bidirectional`. */
export function bidirectional(c: i32): string {
  return BIDI_CLASSES[dataOf(c) >> DataShift.Bidi & 31];
}
/** `unicodedata.east_asian_width`. */
export function eastAsianWidth(c: i32): string {
  return WIDTHS[dataOf(c) >> DataShift.Width & 7];
}
/** `unicodedata.mirrored`. */
export function mirrored(c: i32): bool {
  return (dataOf(c) >> DataShift.Mirrored & 1) !== 0;
}
/** `unicodedata.combining`: the canonical combining class. */
export function combining(c: i32): i32 {
  return dataOf(c) >> DataShift.Combining & 255;
}

/** Index of `c` in an ascending table, or -1. */
function indexOf(points: Int32Array, c: i32): i32 {
  let low: i32 = 0;
  let high: i32 = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle] < c) low = middle + 1;
    else high = middle;
  }
  return low < points.length && points[low] === c ? low : -1;
}

/** `unicodedata.numeric`; NaN for none. */
export function numericValue(c: i32): f64 {
  const i = indexOf(NUMERIC_POINTS, c);
  return i < 0 ? NaN : NUMERIC_VALUES[NUMERIC_PLACES[i]];
}

/** Place of a decomposition for the functions below; -1 for none. Hangul syllables have none here. */
export function decompositionAt(c: i32): i32 {
  if (c < 0xa0) return -1;
  const i = indexOf(DECOMPOSITION_POINTS, c);
  return i < 0 ? -1 : DECOMPOSITION_STARTS[i];
}
/** Number of the tag of a decomposition: 0 for a canonical one. */
export function decompositionTag(place: i32): i32 {
  return DECOMPOSITIONS[place] >> 8;
}
/** Number of UTF-16 units of a decomposition. */
export function decompositionLength(place: i32): i32 {
  return DECOMPOSITIONS[place] & 0xff;
}
/** The code point of a decomposition at unit `i`; those above 0xffff take two units. */
export function decompositionItem(place: i32, i: i32): i32 {
  const unit: i32 = DECOMPOSITIONS[place + 1 + i];
  if ((unit & 0xfc00) !== 0xd800) return unit;
  return ((unit - 0xd7c0) << 10) + (DECOMPOSITIONS[place + 2 + i] & 0x3ff);
}

/** `unicodedata.decomposition`: the tag and the code points in hexadecimal; empty for none. */
export function decomposition(c: i32): string {
  const place = decompositionAt(c);
  if (place < 0) return "";
  const text = new StringBuilder();
  text.append(DECOMPOSITION_TAGS[decompositionTag(place)]);
  for (let i: i32 = 0; i < decompositionLength(place);) {
    const part = decompositionItem(place, i);
    if (text.length > 0) text.append(" ");
    text.append(hex4(part));
    i += part >= 0x10000 ? 2 : 1;
  }
  return text.toString();
}

/** A code point with at least four hexadecimal digits in upper case. */
export function hex4(c: i32): string {
  return c.toString(16).toUpperCase().padStart(4, "0");
}
