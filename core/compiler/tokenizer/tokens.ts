/**
 * The kinds of tokens, as small integers: markers first, then names and literals, operators, and keywords. NEWLINE,
 * INDENT and DEDENT are adjacent, and with ENDMARKER the only kinds below NAME: "is this token white space?" is one
 * comparison.
 */

const MARKERS = ["ENDMARKER", "NEWLINE", "INDENT", "DEDENT"] as const;

const CLASSES = [
  "NAME",
  "NUMBER",
  "STRING",
  "ASYNC",
  "AWAIT",
  "TYPE_COMMENT",
  "TYPE_IGNORE",
  "ERRORTOKEN",
  "OP",
] as const;

/** The operators: kind and spelling. */
const OPERATORS = [
  ["LPAR", "("],
  ["RPAR", ")"],
  ["LSQB", "["],
  ["RSQB", "]"],
  ["LBRACE", "{"],
  ["RBRACE", "}"],
  ["COLON", ":"],
  ["COMMA", ","],
  ["SEMI", ";"],
  ["DOT", "."],
  ["ELLIPSIS", "..."],
  ["RARROW", "->"],
  ["COLONEQUAL", ":="],
  ["EQUAL", "="],
  ["PLUS", "+"],
  ["MINUS", "-"],
  ["STAR", "*"],
  ["SLASH", "/"],
  ["VBAR", "|"],
  ["AMPER", "&"],
  ["PERCENT", "%"],
  ["CIRCUMFLEX", "^"],
  ["AT", "@"],
  ["TILDE", "~"],
  ["LEFTSHIFT", "<<"],
  ["RIGHTSHIFT", ">>"],
  ["DOUBLESTAR", "**"],
  ["DOUBLESLASH", "//"],
  ["LESS", "<"],
  ["GREATER", ">"],
  ["EQEQUAL", "=="],
  ["NOTEQUAL", "!="],
  ["LESSEQUAL", "<="],
  ["GREATEREQUAL", ">="],
  ["PLUSEQUAL", "+="],
  ["MINEQUAL", "-="],
  ["STAREQUAL", "*="],
  ["SLASHEQUAL", "/="],
  ["PERCENTEQUAL", "%="],
  ["AMPEREQUAL", "&="],
  ["VBAREQUAL", "|="],
  ["CIRCUMFLEXEQUAL", "^="],
  ["ATEQUAL", "@="],
  ["LEFTSHIFTEQUAL", "<<="],
  ["RIGHTSHIFTEQUAL", ">>="],
  ["DOUBLESTAREQUAL", "**="],
  ["DOUBLESLASHEQUAL", "//="],
] as const;

const KEYWORDS = [
  "False",
  "None",
  "True",
  "and",
  "as",
  "assert",
  "break",
  "class",
  "continue",
  "def",
  "del",
  "elif",
  "else",
  "except",
  "finally",
  "for",
  "from",
  "global",
  "if",
  "import",
  "in",
  "is",
  "lambda",
  "nonlocal",
  "not",
  "or",
  "pass",
  "raise",
  "return",
  "try",
  "while",
  "with",
  "yield",
] as const;

type Marker = (typeof MARKERS)[number];
type Class = (typeof CLASSES)[number];
type Operator = (typeof OPERATORS)[number][0];
type Keyword = Uppercase<(typeof KEYWORDS)[number]>;

/** The names of all kinds, by number. */
export const KIND_NAMES: readonly string[] = [
  ...MARKERS,
  ...CLASSES,
  ...OPERATORS.map(([name]) => name),
  ...KEYWORDS.map((word) => word.toUpperCase()),
];

/** Kind numbers by name: `T.NAME`, `T.LPAR`, `T.LAMBDA`. */
export const T: Readonly<Record<Marker | Class | Operator | Keyword, number>> = Object.freeze(
  Object.fromEntries(KIND_NAMES.map((name, kind) => [name, kind])),
) as Record<Marker | Class | Operator | Keyword, number>;

/** Kinds by spelling, for operators and keywords. */
export const KIND_BY_TEXT: ReadonlyMap<string, number> = new Map<string, number>([
  ...OPERATORS.map(([name, text]) => [text, T[name]] as const),
  ["<>", T.NOTEQUAL],
  ...KEYWORDS.map((word) => [word, T[word.toUpperCase() as Keyword]] as const),
]);

/** The keywords of the language, by spelling. */
export const KEYWORD_KINDS: ReadonlyMap<string, number> = new Map(
  KEYWORDS.map((word) => [word, T[word.toUpperCase() as Keyword]] as const),
);

/** No keyword is longer. */
export const LONGEST_KEYWORD: number = Math.max(...KEYWORDS.map((word) => word.length));

/** The kinds of operators of one character, by its code; `OP` for what is none. */
export const ONE_CHARACTER: Uint8Array = new Uint8Array(128).fill(T.OP);

/** The kinds of operators of two characters, at `first << 7 | second`; 0 for what is none. */
export const TWO_CHARACTERS: Uint8Array = new Uint8Array(128 * 128);

/** Which kinds become another by a following `=`: `**` to `**=`. Others hold 0. */
export const WITH_EQUAL: Uint8Array = new Uint8Array(KIND_NAMES.length);

for (const [text, kind] of KIND_BY_TEXT) {
  if (KEYWORD_KINDS.has(text)) continue;
  if (text.length === 1) ONE_CHARACTER[text.charCodeAt(0)] = kind;
  if (text.length === 2) TWO_CHARACTERS[text.charCodeAt(0) << 7 | text.charCodeAt(1)] = kind;
  if (text.length === 3 && text[2] === "=") WITH_EQUAL[KIND_BY_TEXT.get(text.slice(0, 2))!] = kind;
}
