import { assertEquals, assertThrows } from "@std/assert";
import { GuestSyntaxError } from "./errors.ts";
import { Lexer } from "./lexer.ts";
import { Tok, type Token } from "./token.ts";

function tokens(text: string): Token[] {
  const lexer = new Lexer("t", text);
  const all: Token[] = [];
  for (let token = lexer.next(); token.kind !== Tok.End; token = lexer.next()) all.push(token);
  return all;
}

function kinds(text: string): string[] {
  return tokens(text).map((token) => Tok[token.kind]);
}

/** The message of the error in `text`, with its place. */
function failure(text: string): string {
  return (assertThrows(() => tokens(text), GuestSyntaxError) as GuestSyntaxError).describe();
}

Deno.test("names, keywords and symbols", () => {
  assertEquals(kinds("let lets _x1 self"), ["Let", "Name", "Name", "Self"]);
  assertEquals(kinds("a<=b<<c<d//e/f"), [
    "Name",
    "LessOrEqual",
    "Name",
    "ShiftLeft",
    "Name",
    "Less",
    "Name",
    "SlashSlash",
    "Name",
    "Slash",
    "Name",
  ]);
});

Deno.test("numbers, and ranges that look like them", () => {
  assertEquals(kinds("1 1.5 2e3 2.5e-3 0x1F"), ["Int", "Float", "Float", "Float", "Int"]);
  assertEquals(kinds("1..5"), ["Int", "DotDot", "Int"]);
  assertEquals(kinds("1.x"), ["Int", "Dot", "Name"]);
  assertEquals(tokens("0x1F 2.5e-3").map((token) => token.text), ["0x1F", "2.5e-3"]);
});

Deno.test("strings are decoded", () => {
  assertEquals(tokens('"a\\n\\"\\\\\\u00e9#"')[0].text, 'a\n"\\é#');
});

Deno.test("places and line starts", () => {
  const [a, b, c] = tokens("a b # comment\n  c");
  assertEquals([a.line, a.column, a.startsLine], [1, 1, true]);
  assertEquals([b.line, b.column, b.startsLine], [1, 3, false]);
  assertEquals([c.line, c.column, c.startsLine], [2, 3, true]);
});

Deno.test("errors name their place", () => {
  assertEquals(failure("a\n  $"), "t:2:3: unexpected character '$'");
  assertEquals(failure('x = "ab'), "t:1:5: string without end");
  assertEquals(failure('"\\q"'), "t:1:2: unknown escape");
  assertEquals(failure('"\\u12g4"'), "t:1:6: \\u needs four hexadecimal digits");
  assertEquals(failure("12ab"), "t:1:3: malformed number");
  assertEquals(failure("0x"), "t:1:3: malformed number");
  assertEquals(failure("!a"), "t:1:1: unexpected character '!'");
});
