/**
 * The layout that the generator of the Unicode tables (`generate.ts`) and their readers share.
 *
 * A type record says what texts ask of a code point all the time: flags, case mappings, digits. A data record is
 * what `unicodedata` tells besides, packed into one integer.
 */

/** Unicode version of the tables. */
export const UNICODE_VERSION = "13.0.0";

/** Changes whenever the generated files do: it is part of their names. */
export const TABLES_FORMAT = 2;

/** Code points in a block of the two-level tables, as a power of two. */
export const BLOCK_SHIFT = 7;

/** Flags of a type record. */
export const enum Flag {
  Alpha = 1,
  Decimal = 2,
  Digit = 4,
  Numeric = 8,
  Lower = 16,
  Upper = 32,
  Title = 64,
  Space = 128,
  LineBreak = 256,
  Printable = 512,
  IdStart = 1024,
  IdContinue = 2048,
  Cased = 4096,
  CaseIgnorable = 8192,
  /** The case fields are places in the table of sequences, not differences. */
  ExtendedCase = 16384,
}

/** Fields of a type record. */
export const enum TypeField {
  Flags = 0,
  Upper = 1,
  Lower = 2,
  Title = 3,
  Fold = 4,
  /** -1 for none. */
  Decimal = 5,
  Digit = 6,
  Size = 7,
}

/** Bits of a data record: shifts of its parts. */
export const enum DataShift {
  Category = 0,
  Bidi = 5,
  Width = 10,
  Mirrored = 13,
  /** Four bits: a text with this code point may change under NFC, NFD, NFKC, NFKD. */
  Changes = 14,
  Combining = 18,
  /** One bit: assigned in Unicode 3.2 already. */
  Old = 26,
}

/** Names by number; 0 is what unassigned code points have. */
export const CATEGORIES: string[] =
  "Cn Lu Ll Lt Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Lm Lo Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So".split(" ");
export const BIDI_CLASSES: string[] =
  " L LRE LRO R AL RLE RLO PDF EN ES ET AN CS NSM BN B S WS ON LRI RLI FSI PDI".split(" ");
export const WIDTHS: string[] = "F H W Na A N".split(" ");
/** Tags of decompositions; 0 is a canonical one. */
export const DECOMPOSITION_TAGS: string[] = ("|<noBreak>|<compat>|<super>|<fraction>|<sub>|<font>|<circle>|" +
  "<wide>|<vertical>|<square>|<isolated>|<final>|<initial>|<medial>|<narrow>|<small>").split("|");

/** The generated arrays by name, in the order of the file, with their element types. */
export const ARRAYS = {
  typeIndex: Uint16Array,
  typeBlocks: Uint16Array,
  typeRecords: Int32Array,
  caseSequences: Int32Array,
  dataIndex: Uint16Array,
  dataBlocks: Uint16Array,
  dataRecords: Int32Array,
  /** Code points with a numeric value, ascending; and for each the place of its value. */
  numericPoints: Int32Array,
  numericPlaces: Uint8Array,
  numericValues: Float64Array,
  /** Code points with a decomposition, ascending; where theirs starts (with its tag), and all of them in UTF-16. */
  decompositionPoints: Int32Array,
  decompositionStarts: Uint16Array,
  decompositions: Uint16Array,
  /** Pairs that compose, ascending by first and second; and what they compose to. */
  composeFirst: Int32Array,
  composeSecond: Int32Array,
  composeResult: Int32Array,
} as const;

/** Name of one generated array. */
export type ArrayName = keyof typeof ARRAYS;
