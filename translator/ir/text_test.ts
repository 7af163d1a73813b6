import { assertEquals, assertThrows } from "@std/assert";
import { parseProgram } from "./parse.ts";
import { ParseError } from "./tokens.ts";
import { printFunc, printProgram } from "./print.ts";
import { verifyProgram } from "./verify.ts";

const SAMPLE = await Deno.readTextFile(new URL("./sample.ir", import.meta.url));

Deno.test("printing what was parsed gives the same text", () => {
  const text = SAMPLE.split("\n").slice(1).join("\n");
  assertEquals(printProgram(parseProgram(SAMPLE)), text);
});

Deno.test("parsing what was printed gives the same program", () => {
  const program = parseProgram(SAMPLE);
  assertEquals(parseProgram(printProgram(program)), program);
});

Deno.test("the sample is well-formed", () => {
  const problems = verifyProgram(parseProgram(SAMPLE));
  // It stores an object of the wrong class, which the IR does not see.
  assertEquals(problems, []);
});

Deno.test("positions can be left out", () => {
  const program = parseProgram("class object\nfunc f(a: i32) -> i32 @0:1:2 {\n  return a @0:1:3\n}");
  assertEquals(
    printFunc(program.functions[0], program, { positions: false }),
    "func f(a: i32) -> i32 {\n  return a\n}\n",
  );
});

Deno.test("mistakes are reported with line and column", () => {
  const cases: [string, string][] = [
    ["class A extends B", "1:17: unknown class B"],
    ["klass A", "1:1: expected a declaration, found klass"],
    ["func f() -> i32 {\n  return x\n}", "2:10: unknown variable x"],
    ["func f() -> void {\n  br L\n}", "2:6: label L is not in scope"],
    ["func f() -> void {\n  i32.foo()\n}", "2:3: unknown opcode i32.foo"],
    ["func f() -> void {\n  call g()\n}", "2:8: unknown function g"],
    ["func f() -> void {}\nfunc f() -> void {}", "2:6: duplicate function f"],
    ["func f(a: int) -> void {}", "1:11: expected a type, found int"],
    ["global g: ref = #7", "1:17: unknown prebuilt #7"],
    ["func f() -> void {\n  ?\n}", '2:3: unexpected character "?"'],
  ];
  for (const [text, message] of cases) {
    const error = assertThrows(() => parseProgram(text), ParseError) as Error;
    assertEquals(error.message, message);
  }
});
