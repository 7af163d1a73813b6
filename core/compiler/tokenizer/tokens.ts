/**
 * The kinds of tokens, as small integers: markers first, then names and literals, operators, and keywords. NEWLINE,
 * INDENT and DEDENT are adjacent, and with ENDMARKER the only kinds below NAME: "is this token white space?" is one
 * comparison.
 */

/**
 * Kind numbers by name: `T.NAME`, `T.LPAR`, `T.LAMBDA`. They count up from 0. It is a literal, since engines read
 * properties of an object that was put together piece by piece much more slowly.
 */
export const T = Object.freeze(
  {
    ENDMARKER: 0,
    NEWLINE: 1,
    INDENT: 2,
    DEDENT: 3,
    NAME: 4,
    NUMBER: 5,
    STRING: 6,
    ASYNC: 7,
    AWAIT: 8,
    TYPE_COMMENT: 9,
    TYPE_IGNORE: 10,
    ERRORTOKEN: 11,
    OP: 12,
    LPAR: 13,
    RPAR: 14,
    LSQB: 15,
    RSQB: 16,
    LBRACE: 17,
    RBRACE: 18,
    COLON: 19,
    COMMA: 20,
    SEMI: 21,
    DOT: 22,
    ELLIPSIS: 23,
    RARROW: 24,
    COLONEQUAL: 25,
    EQUAL: 26,
    PLUS: 27,
    MINUS: 28,
    STAR: 29,
    SLASH: 30,
    VBAR: 31,
    AMPER: 32,
    PERCENT: 33,
    CIRCUMFLEX: 34,
    AT: 35,
    TILDE: 36,
    LEFTSHIFT: 37,
    RIGHTSHIFT: 38,
    DOUBLESTAR: 39,
    DOUBLESLASH: 40,
    LESS: 41,
    GREATER: 42,
    EQEQUAL: 43,
    NOTEQUAL: 44,
    LESSEQUAL: 45,
    GREATEREQUAL: 46,
    PLUSEQUAL: 47,
    MINEQUAL: 48,
    STAREQUAL: 49,
    SLASHEQUAL: 50,
    PERCENTEQUAL: 51,
    AMPEREQUAL: 52,
    VBAREQUAL: 53,
    CIRCUMFLEXEQUAL: 54,
    ATEQUAL: 55,
    LEFTSHIFTEQUAL: 56,
    RIGHTSHIFTEQUAL: 57,
    DOUBLESTAREQUAL: 58,
    DOUBLESLASHEQUAL: 59,
    FALSE: 60,
    NONE: 61,
    TRUE: 62,
    AND: 63,
    AS: 64,
    ASSERT: 65,
    BREAK: 66,
    CLASS: 67,
    CONTINUE: 68,
    DEF: 69,
    DEL: 70,
    ELIF: 71,
    ELSE: 72,
    EXCEPT: 73,
    FINALLY: 74,
    FOR: 75,
    FROM: 76,
    GLOBAL: 77,
    IF: 78,
    IMPORT: 79,
    IN: 80,
    IS: 81,
    LAMBDA: 82,
    NONLOCAL: 83,
    NOT: 84,
    OR: 85,
    PASS: 86,
    RAISE: 87,
    RETURN: 88,
    TRY: 89,
    WHILE: 90,
    WITH: 91,
    YIELD: 92,
  } as const,
);

/** The names of all kinds, by number. */
export const KIND_NAMES: readonly string[] = Object.keys(T);

/** The operators: kind and spelling. */
const OPERATORS: readonly (readonly [kind: number, text: string])[] = [
  [T.LPAR, "("],
  [T.RPAR, ")"],
  [T.LSQB, "["],
  [T.RSQB, "]"],
  [T.LBRACE, "{"],
  [T.RBRACE, "}"],
  [T.COLON, ":"],
  [T.COMMA, ","],
  [T.SEMI, ";"],
  [T.DOT, "."],
  [T.ELLIPSIS, "..."],
  [T.RARROW, "->"],
  [T.COLONEQUAL, ":="],
  [T.EQUAL, "="],
  [T.PLUS, "+"],
  [T.MINUS, "-"],
  [T.STAR, "*"],
  [T.SLASH, "/"],
  [T.VBAR, "|"],
  [T.AMPER, "&"],
  [T.PERCENT, "%"],
  [T.CIRCUMFLEX, "^"],
  [T.AT, "@"],
  [T.TILDE, "~"],
  [T.LEFTSHIFT, "<<"],
  [T.RIGHTSHIFT, ">>"],
  [T.DOUBLESTAR, "**"],
  [T.DOUBLESLASH, "//"],
  [T.LESS, "<"],
  [T.GREATER, ">"],
  [T.EQEQUAL, "=="],
  [T.NOTEQUAL, "!="],
  [T.LESSEQUAL, "<="],
  [T.GREATEREQUAL, ">="],
  [T.PLUSEQUAL, "+="],
  [T.MINEQUAL, "-="],
  [T.STAREQUAL, "*="],
  [T.SLASHEQUAL, "/="],
  [T.PERCENTEQUAL, "%="],
  [T.AMPEREQUAL, "&="],
  [T.VBAREQUAL, "|="],
  [T.CIRCUMFLEXEQUAL, "^="],
  [T.ATEQUAL, "@="],
  [T.LEFTSHIFTEQUAL, "<<="],
  [T.RIGHTSHIFTEQUAL, ">>="],
  [T.DOUBLESTAREQUAL, "**="],
  [T.DOUBLESLASHEQUAL, "//="],
  [T.NOTEQUAL, "<>"],
];

/** The kinds of the keywords, by spelling. */
export const KEYWORD_KINDS: ReadonlyMap<string, number> = new Map([
  ["False", T.FALSE],
  ["None", T.NONE],
  ["True", T.TRUE],
  ["and", T.AND],
  ["as", T.AS],
  ["assert", T.ASSERT],
  ["break", T.BREAK],
  ["class", T.CLASS],
  ["continue", T.CONTINUE],
  ["def", T.DEF],
  ["del", T.DEL],
  ["elif", T.ELIF],
  ["else", T.ELSE],
  ["except", T.EXCEPT],
  ["finally", T.FINALLY],
  ["for", T.FOR],
  ["from", T.FROM],
  ["global", T.GLOBAL],
  ["if", T.IF],
  ["import", T.IMPORT],
  ["in", T.IN],
  ["is", T.IS],
  ["lambda", T.LAMBDA],
  ["nonlocal", T.NONLOCAL],
  ["not", T.NOT],
  ["or", T.OR],
  ["pass", T.PASS],
  ["raise", T.RAISE],
  ["return", T.RETURN],
  ["try", T.TRY],
  ["while", T.WHILE],
  ["with", T.WITH],
  ["yield", T.YIELD],
]);

/** Kinds by spelling, for operators and keywords. */
export const KIND_BY_TEXT: ReadonlyMap<string, number> = new Map([
  ...OPERATORS.map(([kind, text]) => [text, kind] as const),
  ...KEYWORD_KINDS,
]);

/** No keyword is longer. */
export const LONGEST_KEYWORD: number = Math.max(...Array.from(KEYWORD_KINDS.keys(), (word) => word.length));

/** The kinds of operators of one character, by its code; `OP` for what is none. */
export const ONE_CHARACTER: Uint8Array = new Uint8Array(128).fill(T.OP);

/** The kinds of operators of two characters, at `first << 7 | second`; 0 for what is none. */
export const TWO_CHARACTERS: Uint8Array = new Uint8Array(128 * 128);

/** Which kinds become another by a following `=`: `**` to `**=`. Others hold 0. */
export const WITH_EQUAL: Uint8Array = new Uint8Array(KIND_NAMES.length);

for (const [kind, text] of OPERATORS) {
  if (text.length === 1) ONE_CHARACTER[text.charCodeAt(0)] = kind;
  if (text.length === 2) TWO_CHARACTERS[text.charCodeAt(0) << 7 | text.charCodeAt(1)] = kind;
  if (text.length === 3 && text[2] === "=") WITH_EQUAL[KIND_BY_TEXT.get(text.slice(0, 2))!] = kind;
}
