/** The type bytes of the format, version 4. */

/** Set on the type byte of a value that later ones may refer to. */
export const FLAG_REF = 0x80;

const code = (character: string): number => character.charCodeAt(0);

/** Type bytes by name. */
export const Type = {
  NULL: code("0"),
  NONE: code("N"),
  FALSE: code("F"),
  TRUE: code("T"),
  STOP_ITERATION: code("S"),
  ELLIPSIS: code("."),
  INT: code("i"),
  INT64: code("I"),
  FLOAT: code("f"),
  BINARY_FLOAT: code("g"),
  COMPLEX: code("x"),
  BINARY_COMPLEX: code("y"),
  LONG: code("l"),
  BYTES: code("s"),
  INTERNED: code("t"),
  REF: code("r"),
  TUPLE: code("("),
  LIST: code("["),
  DICT: code("{"),
  CODE: code("c"),
  UNICODE: code("u"),
  SET: code("<"),
  FROZENSET: code(">"),
  ASCII: code("a"),
  ASCII_INTERNED: code("A"),
  SMALL_TUPLE: code(")"),
  SHORT_ASCII: code("z"),
  SHORT_ASCII_INTERNED: code("Z"),
} as const;

/** Integers beyond 32 bits are written in digits of this many bits. */
export const DIGIT_BITS = 15;
