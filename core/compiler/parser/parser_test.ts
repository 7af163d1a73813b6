/** Tests of the parser that need nothing but the parser: one of each sort of thing, told in full. */
import { assert, assertEquals } from "@std/assert";
import type { Expr, ModuleNode } from "../ast/types.ts";
import { DiagnosingParser } from "./diagnose/parser.ts";
import { Flags, type Mode, parse, type ParseOptions, PyError, PySyntaxError } from "./mod.ts";
import { canonical } from "./oracle/canonical.ts";

function parseModule(source: string | Uint8Array, options: Partial<ParseOptions> = {}): ModuleNode {
  return parse(source, { filename: "<test>", mode: "exec", ...options }).tree as ModuleNode;
}

/** What is wrong with a source: class, text and place. */
function errorOf(source: string | Uint8Array, options: Partial<ParseOptions> = {}): unknown[] {
  try {
    parse(source, { filename: "<test>", mode: "exec", ...options });
  } catch (error) {
    if (error instanceof PySyntaxError) {
      const { className, message, lineno, offset, endLineno, endOffset, text } = error;
      return [className, message, lineno, offset, endLineno, endOffset, text];
    }
    if (error instanceof PyError) return [error.className, error.message];
    throw error;
  }
  return [];
}

function expressionOf(source: string): Expr {
  const statement = parseModule(source).body[0]!;
  assert(statement.kind === "Expr");
  return statement.value;
}

Deno.test("parser: a tree with its places", () => {
  assertEquals(
    canonical(parseModule("é = f(*a, b=1)\n")),
    `Module([Assign(1,0,1,15 [Name(1,0,1,2 "\\u00e9"'1 Store ) ] Call(1,5,1,15 Name(1,5,1,6 "f"'1 Load ) ` +
      `[Starred(1,7,1,9 Name(1,8,1,9 "a"'1 Load ) Load ) ] ` +
      `[keyword(1,11,1,14 "b"'1 Constant(1,13,1,14 i0x1 None ) ) ] ) None ) ] [] )`,
  );
});

Deno.test("parser: operators bind as they should", () => {
  const shape = (node: Expr): string => {
    if (node.kind === "BinOp") return `(${shape(node.left)} ${node.op} ${shape(node.right)})`;
    if (node.kind === "UnaryOp") return `(${node.op} ${shape(node.operand)})`;
    return node.kind === "Name" ? node.id : node.kind;
  };
  assertEquals(
    shape(expressionOf("a | b ^ c & d << e + f * -g ** -h ** i")),
    "(a BitOr (b BitXor (c BitAnd (d LShift (e Add (f Mult (USub (g Pow (USub (h Pow i))))))))))",
  );
  assertEquals(shape(expressionOf("a - b - c * d / e")), "((a Sub b) Sub ((c Mult d) Div e))");
});

Deno.test("parser: constants", () => {
  const value = (source: string) => {
    const node = expressionOf(source);
    assert(node.kind === "Constant");
    return node.value;
  };
  assertEquals(value("0x_ff"), { type: "int", value: 255n });
  assertEquals(value("1_0.5e1"), { type: "float", value: 105 });
  assertEquals(value("2.5J"), { type: "complex", real: 0, imag: 2.5 });
  assertEquals(value("'a' r'\\b' '\\x41\\101\\u0041'"), { type: "str", value: "a\\bAAA" });
  assertEquals(value("'\\ud83d\\ude00'"), { type: "str", value: "😀", codePoints: [0xd83d, 0xde00] });
  assertEquals(value("'\\ud83d' 'x'"), { type: "str", value: "\ud83dx" });
  assertEquals(value("b'\\xff\\377' b'a'"), { type: "bytes", value: Uint8Array.of(255, 255, 97) });
  assertEquals(value("..."), { type: "Ellipsis" });
});

Deno.test("parser: names of characters come from outside", () => {
  const lookupName = (name: string) => name === "DIGIT ONE" ? 0x31 : null;
  const constant = (parseModule("'\\N{DIGIT ONE}'", { lookupName }).body[0] as any).value.value;
  assertEquals(constant, { type: "str", value: "1" });
  assertEquals(
    errorOf("'\\N{DIGIT TWO}'", { lookupName })[1],
    "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-12: unknown Unicode character name",
  );
  assertEquals(
    errorOf("'\\N{DIGIT TWO}'")[1],
    "(unicode error) \\N escapes not supported (can't load unicodedata module)",
  );
});

Deno.test("parser: f-strings", () => {
  const node = expressionOf("f'a{b!r:>{c}}' 'd{' f'{e = }'");
  assert(node.kind === "JoinedStr");
  assertEquals(node.values.map((part) => part.kind), [
    "Constant",
    "FormattedValue",
    "Constant",
    "FormattedValue",
  ]);
  const [first, field, text] = node.values;
  assert(first?.kind === "Constant" && field?.kind === "FormattedValue" && text?.kind === "Constant");
  assertEquals(field.conversion, "r".charCodeAt(0));
  assertEquals(field.format_spec?.kind, "JoinedStr");
  assertEquals(text.value, { type: "str", value: "d{e = " });
});

Deno.test("parser: soft keywords are names, too", () => {
  const { body } = parseModule(
    "match = case = _ = 1\nmatch[case](_)\nmatch match:\n  case case: _\nmatch(x)\n",
  );
  assertEquals(body.map((statement) => statement.kind), ["Assign", "Expr", "Match", "Expr"]);
});

Deno.test("parser: with items in parentheses, and tuples", () => {
  const items = (source: string) => {
    const statement = parseModule(source).body[0]!;
    assert(statement.kind === "With");
    return statement.items.map((item) => item.context_expr.kind);
  };
  assertEquals(items("with (a, b): c"), ["Name", "Name"]);
  assertEquals(items("with (a, b) as c: d"), ["Tuple"]);
  assertEquals(items("with (a as b, (c, d) as e,): f"), ["Name", "Tuple"]);
  assertEquals(items("with (a, b).c, d: e"), ["Attribute", "Name"]);
  assertEquals(items("with (yield a): b"), ["Yield"]);
});

Deno.test("parser: errors with their places", () => {
  assertEquals(errorOf("x = (1,\n2"), ["SyntaxError", "'(' was never closed", 1, 5, 1, 0, "x = (1,"]);
  assertEquals(errorOf("if x:\npass"), [
    "IndentationError",
    "expected an indented block after 'if' statement on line 1",
    2,
    1,
    2,
    5,
    "pass\n",
  ]);
  assertEquals(errorOf("é = 'é' = 1\n"), [
    "SyntaxError",
    "cannot assign to literal",
    1,
    5,
    1,
    8,
    "é = 'é' = 1\n",
  ]);
  assertEquals(errorOf("if a:\n\tb\n        c\n")[0], "TabError");
  assertEquals(errorOf("f(a b)")[1], "invalid syntax. Perhaps you forgot a comma?");
  assertEquals(errorOf("f'{a b}'"), [
    "SyntaxError",
    "f-string: invalid syntax. Perhaps you forgot a comma?",
    1,
    2,
    1,
    5,
    "(a b)\n",
  ]);
});

Deno.test("parser: a source for codeop is wrong, incomplete or fine", () => {
  const flags = Flags.DONT_IMPLY_DEDENT | Flags.ALLOW_INCOMPLETE_INPUT;
  const message = (source: string) => errorOf(source, { mode: "single", flags })[1];
  assertEquals(message("if a:"), "incomplete input");
  assertEquals(message("'''a"), "incomplete input");
  assertEquals(message("(a"), "incomplete input");
  assertEquals(message("a b\n"), "invalid syntax");
  assertEquals(message("if a:\n  b\n\n"), undefined);
});

Deno.test("parser: modes", () => {
  const kind = (source: string, mode: Mode) => parse(source, { filename: "<test>", mode }).tree.kind;
  assertEquals(kind("a", "exec"), "Module");
  assertEquals(kind("a, b", "eval"), "Expression");
  assertEquals(kind("a", "single"), "Interactive");
  assertEquals(kind("(a, *b) -> c", "func_type"), "FunctionType");
  assertEquals(
    errorOf("a\nb", { mode: "single" })[1],
    "multiple statements found while compiling a single statement",
  );
});

Deno.test("parser: flags and versions", () => {
  const typed = parseModule("x = 1 # type: int\ny # type: ignore[z]\n", { flags: Flags.TYPE_COMMENTS });
  assertEquals((typed.body[0] as any).type_comment, "int");
  assertEquals(typed.type_ignores, [{ kind: "TypeIgnore", lineno: 2, tag: "[z]" }]);
  assertEquals(parseModule("a <> b", { flags: Flags.FUTURE_BARRY_AS_BDFL }).body.length, 1);
  assertEquals(
    errorOf("(a := b)", { featureVersion: 7 })[1],
    "Assignment expressions are only supported in Python 3.8 and greater",
  );
  assertEquals(parseModule("async = await", { featureVersion: 6 }).body.length, 1);
});

Deno.test("parser: bytes and their encodings", () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const value = (source: Uint8Array, options = {}) =>
    (parseModule(source, options).body[0] as any).value.value.value;
  assertEquals(value(bytes("# coding: latin-1\n'\xe9'")), "é");
  assertEquals(value(bytes("# -*- coding: cp1252 -*-\n'\x80'")), "€");
  assertEquals(value(bytes("\xef\xbb\xbf'\xc3\xa9'")), "é");
  const decode = (_: Uint8Array, encoding: string) => encoding === "rot" ? "'x'\n" : null;
  assertEquals(value(bytes("# coding: rot\n'k'"), { decode }), "x");
  assertEquals(errorOf(bytes("# coding: nosuch\nx"), { decode })[1], "unknown encoding: nosuch");
  assertEquals(errorOf(bytes("# coding: nosuch\nx"), { file: true })[1], "encoding problem: nosuch");
  assertEquals(errorOf(bytes("x\0")), ["ValueError", "source code string cannot contain null bytes"]);
  assertEquals(
    errorOf(bytes("x\n'\xe9'"), { file: true })[1],
    "Non-UTF-8 code starting with '\\xe9' in file <test> on line 3, but no encoding declared; " +
      "see https://python.org/dev/peps/pep-0263/ for details",
  );
});

Deno.test("parser: a file's own line is shown where there is one", () => {
  const readLine = (_: string, lineno: number) => lineno === 1 ? "the line\n" : null;
  assertEquals(errorOf("a b", { readLine })[6], "the line\n");
});

Deno.test("parser: warnings come with the tree, and can become errors", () => {
  const source = "x = '\\d'\ny = 1if x else 2\n";
  const { warnings } = parse(source, { filename: "<test>", mode: "exec" });
  assertEquals(warnings, [
    { category: "DeprecationWarning", message: "invalid escape sequence '\\d'", lineno: 1 },
    { category: "DeprecationWarning", message: "invalid decimal literal", lineno: 2 },
  ]);
  const strict = (lineno: number) => errorOf(source, { isError: (warning) => warning.lineno === lineno });
  assertEquals(strict(1), ["SyntaxError", "invalid escape sequence '\\d'", 1, 5, 1, 9, "x = '\\d'\n"]);
  assertEquals(strict(2), ["SyntaxError", "invalid decimal literal", 2, 5, 2, 5, "y = 1if x else 2"]);
});

Deno.test("parser: deep nesting ends in Python's errors", () => {
  assertEquals(errorOf("(".repeat(201))[1], "too many nested parentheses");
  assertEquals(errorOf("-".repeat(10_000) + "1"), ["MemoryError", ""]);
  assertEquals(errorOf("(".repeat(200) + ")".repeat(200)), []);
  assertEquals(errorOf("if a: b\n" + "elif a: b\n".repeat(2000)), []);
  assertEquals(errorOf("a + ".repeat(50_000) + "a"), []);
});

Deno.test("parser: both parsers make the same tree", () => {
  const source = `
@a.b(c)
class C(D, metaclass=E):
    async def f(self, a, /, b: int = 1, *c, d, e=2, **g) -> h:
        async with x as y, z: await w
        return [i async for i in j if k if l for m, *n in o]
if (a := b) and not c or d < e is not f not in g: pass
elif lambda *a, b=1: (yield): x: int = {**a, 1: 2}
else: x[1:2, ::3] @= {*a, b} if c else (d for d in e)
try: from ..a import (b as c, d)
except (A, B) as e: raise X from Y
else: del (a, [b.c]), d[e]
finally: global p, q
match a, *b:
    case {"k": [1, *_], **r} | C(x, y=-1+2j) as z if w: pass
f'''{a!r:{b}}
{c}'''
`;
  const parser = new DiagnosingParser(source, {
    filename: "<test>",
    start: "file",
    encoded: true,
    featureVersion: 10,
    typeComments: false,
    asyncHacks: false,
    barryAsBdfl: false,
    dontImplyDedent: false,
    allowIncompleteInput: false,
  });
  assertEquals(canonical(parser.parse()), canonical(parseModule(source)));
});
