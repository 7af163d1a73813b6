import { assertEquals } from "@std/assert";
import { Done, type TokenizerOptions } from "./reader.ts";
import { Tokenizer } from "./tokenizer.ts";
import { KIND_NAMES, T } from "./tokens.ts";

/** All tokens of a text, as `KIND text line:column-line:column`. */
function tokensOf(source: string, options: Partial<TokenizerOptions> = {}): string[] {
  const t = new Tokenizer(source, { filename: "<test>", ...options });
  const found: string[] = [];
  for (let kind = -1; kind !== T.ENDMARKER && kind !== T.ERRORTOKEN;) {
    kind = t.fetch();
    const { starts, ends, lines, columns, endLines, endColumns } = t.tokens;
    const i = t.tokens.count - 1;
    const text = starts[i]! < 0 ? "" : source.slice(starts[i], ends[i]);
    found.push(`${KIND_NAMES[kind]} ${text} ${lines[i]}:${columns[i]}-${endLines[i]}:${endColumns[i]}`);
  }
  return found;
}

/** The kinds of all tokens. */
function kindsOf(source: string, options: Partial<TokenizerOptions> = {}): string {
  return tokensOf(source, options).map((token) => token.split(" ")[0]).join(" ");
}

/** Reads up to the error. */
function failureOf(source: string): Tokenizer {
  const t = new Tokenizer(source, { filename: "<test>" });
  for (let kind = -1; kind !== T.ENDMARKER && kind !== T.ERRORTOKEN;) kind = t.fetch();
  return t;
}

Deno.test("tokenizer: places count bytes, and strings may span lines", () => {
  assertEquals(
    tokensOf("é = '''ü\n''' # x\n"),
    [
      "NAME é 1:0-1:2",
      "EQUAL = 1:3-1:4",
      "STRING '''ü\n''' 1:5-2:3",
      "NEWLINE # x 2:4-2:7",
      "ENDMARKER  3:-1-3:-1",
    ].map((token) => token.replace("3:-1-3:-1", "2:-1-2:-1")),
  );
});

Deno.test("tokenizer: the longest operator wins", () => {
  assertEquals(
    kindsOf("a **= b ** c * d // e //= f ... .. -> := != <> ! <<= ~\n"),
    "NAME DOUBLESTAREQUAL NAME DOUBLESTAR NAME STAR NAME DOUBLESLASH NAME DOUBLESLASHEQUAL NAME " +
      "ELLIPSIS DOT DOT RARROW COLONEQUAL NOTEQUAL NOTEQUAL OP LEFTSHIFTEQUAL TILDE NEWLINE ENDMARKER",
  );
});

Deno.test("tokenizer: indentation", () => {
  assertEquals(
    kindsOf("if a:\n  b\n\n  # x\n      # y\n  c\nd\n"),
    "IF NAME COLON NEWLINE INDENT NAME NEWLINE NAME NEWLINE DEDENT NAME NEWLINE ENDMARKER",
  );
  assertEquals(kindsOf("(a\n  b\n c)\n"), "LPAR NAME NAME NAME RPAR NEWLINE ENDMARKER");
  assertEquals(kindsOf("a \\\n  b\n"), "NAME NAME NEWLINE ENDMARKER");
  assertEquals(failureOf("if a:\n    b\n  c\n").done, Done.DEDENT);
  assertEquals(failureOf("if a:\n\tb\n        c\n").done, Done.TABS);
  assertEquals(
    failureOf(Array.from({ length: 101 }, (_, i) => " ".repeat(i) + "if a:\n").join("")).done,
    Done.TOO_DEEP,
  );
});

Deno.test("tokenizer: keywords, and names that look like them", () => {
  assertEquals(
    kindsOf("None none nonlocal async await match\n"),
    "NONE NAME NONLOCAL ASYNC AWAIT NAME NEWLINE ENDMARKER",
  );
  assertEquals(
    kindsOf("async = await\nasync def f(): await x\nawait\n", { asyncHacks: true }),
    "NAME EQUAL NAME NEWLINE ASYNC DEF NAME LPAR RPAR COLON AWAIT NAME NEWLINE NAME NEWLINE ENDMARKER",
  );
});

Deno.test("tokenizer: prefixes of strings", () => {
  assertEquals(
    kindsOf("b'' Rb'' f'' bf'' ur'' U'' x''\n"),
    "STRING STRING STRING NAME STRING NAME STRING STRING NAME STRING NEWLINE ENDMARKER",
  );
});

Deno.test("tokenizer: numbers", () => {
  assertEquals(
    kindsOf("0 00 0x_f 1_0.5e-3j .5 1. 1..a\n"),
    "NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER DOT NAME NEWLINE ENDMARKER",
  );
  assertEquals(failureOf("1__0\n").error?.message, "invalid decimal literal");
  assertEquals(failureOf("0b12\n").error?.message, "invalid digit '2' in binary literal");
  assertEquals(failureOf("1.real\n").error?.offset, 2);
});

Deno.test("tokenizer: type comments are tokens where they are asked for", () => {
  const source = "x = 1 # type: int\ny # type: ignore[a]\n";
  assertEquals(kindsOf(source), "NAME EQUAL NUMBER NEWLINE NAME NEWLINE ENDMARKER");
  assertEquals(
    kindsOf(source, { typeComments: true }),
    "NAME EQUAL NUMBER TYPE_COMMENT NEWLINE NAME NEWLINE ENDMARKER",
  );
});

Deno.test("tokenizer: looking ahead takes up no line before its time", () => {
  const t = new Tokenizer("a\nb\n", { filename: "<test>" });
  t.fetch();
  t.fetch();
  assertEquals([t.lineno, t.done], [1, Done.OK]);
  t.fetch();
  assertEquals(t.lineno, 2);
});

Deno.test("tokenizer: parentheses that do not match", () => {
  assertEquals(
    failureOf("(\n]\n").error?.message,
    "closing parenthesis ']' does not match opening parenthesis '(' on line 1",
  );
  assertEquals(failureOf("a )\n").error?.message, "unmatched ')'");
  assertEquals(failureOf("(".repeat(201)).error?.message, "too many nested parentheses");
});
