/**
 * The numbers of the code that `sre_compile.py` of Python 3.10 emits (MAGIC 20171005). The members of each enum
 * stand in the order of `sre_constants.py`, from which their values follow.
 */

/** What `_sre.MAGIC` says: the version of the code. */
export const MAGIC = 20171005;
/** Bytes of a code word, `_sre.CODESIZE`. */
export const CODESIZE = 4;
/** `MAXREPEAT` (2**32 - 1) as a word of an `Int32Array`; every negative count stands for "no limit" as well. */
export const MAXREPEAT = -1;
/** `_sre.MAXGROUPS`. */
export const MAXGROUPS = 2147483647;

/** Operators. */
export enum Op {
  Failure,
  Success,
  Any,
  AnyAll,
  Assert,
  AssertNot,
  At,
  Branch,
  Call,
  Category,
  Charset,
  BigCharset,
  GroupRef,
  GroupRefExists,
  In,
  Info,
  Jump,
  Literal,
  Mark,
  MaxUntil,
  MinUntil,
  NotLiteral,
  Negate,
  Range,
  Repeat,
  RepeatOne,
  Subpattern,
  MinRepeatOne,
  GroupRefIgnore,
  InIgnore,
  LiteralIgnore,
  NotLiteralIgnore,
  GroupRefLocIgnore,
  InLocIgnore,
  LiteralLocIgnore,
  NotLiteralLocIgnore,
  GroupRefUniIgnore,
  InUniIgnore,
  LiteralUniIgnore,
  NotLiteralUniIgnore,
  RangeUniIgnore,
}

/** Positions, the operand of {@link Op.At}. */
export enum At {
  Beginning,
  BeginningLine,
  BeginningString,
  Boundary,
  NonBoundary,
  End,
  EndLine,
  EndString,
  LocBoundary,
  LocNonBoundary,
  UniBoundary,
  UniNonBoundary,
}

/** How many members {@link At} has. */
export const AT_COUNT = 12;

/** Categories, the operand of {@link Op.Category}. */
export enum Category {
  Digit,
  NotDigit,
  Space,
  NotSpace,
  Word,
  NotWord,
  LineBreak,
  NotLineBreak,
  LocWord,
  LocNotWord,
  UniDigit,
  UniNotDigit,
  UniSpace,
  UniNotSpace,
  UniWord,
  UniNotWord,
  UniLineBreak,
  UniNotLineBreak,
}

/** How many members {@link Category} has. */
export const CATEGORY_COUNT = 18;

/** Flags of {@link Op.Info}: the pattern begins with known characters. */
export const INFO_PREFIX = 1;
/** The pattern consists of the prefix. */
export const INFO_LITERAL = 2;
/** The pattern begins with a character of a known set. */
export const INFO_CHARSET = 4;
