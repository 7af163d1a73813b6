/** Parser, resolver and compiler: their errors, and the shape of the code. */
import { assertEquals, assertThrows } from "@std/assert";
import type { Code } from "./code.ts";
import { disassemble } from "./disassembler.ts";
import { GuestSyntaxError } from "./errors.ts";
import { Handler } from "./code.ts";
import { Op, OPCODES } from "./opcodes.ts";
import { Program } from "./program.ts";
import { maxStackDepth } from "./stack_depth.ts";
import type { FixedArray } from "@rts";

function compile(text: string): Code {
  return new Program("t", text).code;
}

function failure(text: string): string {
  return (assertThrows(() => compile(text), GuestSyntaxError) as GuestSyntaxError).describe();
}

/** The instructions of `code` without positions, lines and the final `return nil`. */
function instructions(code: Code): string[] {
  const lines = disassemble(code).split("\n\n")[0].split("\n").slice(1);
  return lines.filter((line) => line !== "").map((line) => line.slice(13)).slice(0, -2);
}

const ERRORS: Record<string, string> = {
  "let 5": "t:1:5: expected 'name', found integer",
  "a": "t:1:1: 'a' is not defined",
  "print(1": "t:1:8: expected ')', found end of file",
  "let a = 1 let b = 2": "t:1:11: expected end of statement, found 'let'",
  "let a = 1\nlet a = 2": "t:2:5: 'a' is declared twice",
  "fn f(a, a) {}": "t:1:9: 'a' is declared twice",
  "fn f() { let a = 1\n let a = 2 }": "t:2:6: 'a' is declared twice",
  "fn f() { { let a = 1 } return a }": "t:1:31: 'a' is not defined",
  "break": "t:1:1: 'break' outside a loop",
  "while true { fn f() { continue } }": "t:1:23: 'continue' outside a loop",
  "return 1": "t:1:1: 'return' outside a function",
  "print(self)": "t:1:7: 'self' outside a class",
  "class A { m() { super.m() } }": "t:1:17: 'super' outside a class with a parent",
  "1 = 2": "t:1:3: cannot assign to this expression",
  "f() = 2": "t:1:5: cannot assign to this expression",
  "if true print(1)": "t:1:9: expected '{', found 'print'",
  "try { } print(1)": "t:1:9: expected 'catch', found 'print'",
  "class A { let x = 1 }": "t:1:11: expected 'name', found 'let'",
  "fn f() {": "t:1:9: expected '}', found end of file",
  "[1, 2][1, 2]": "t:1:13: expected one index",
  "let m = {1}": "t:1:11: expected ':', found '}'",
};

for (const [text, message] of Object.entries(ERRORS)) {
  Deno.test(`error: ${JSON.stringify(text)}`, () => assertEquals(failure(text), message));
}

Deno.test("a line ends a statement unless a bracket is open or a dot follows", () => {
  assertEquals(instructions(compile("let a = 1\n-a")), [
    "Const 1",
    "StoreGlobal a",
    "LoadGlobal a",
    "Negate",
    "Pop",
  ]);
  assertEquals(instructions(compile("let a = (1\n-2)")), ["Const 1", "Const 2", "Subtract", "StoreGlobal a"]);
  assertEquals(instructions(compile("let a = [1]\n  .pop()")), [
    "Const 1",
    "MakeList 1",
    "CallMethod .pop 0",
    "StoreGlobal a",
  ]);
});

Deno.test("precedence", () => {
  assertEquals(instructions(compile("1 + 2 * 3 - 4 < 5")), [
    "Const 1",
    "Const 2",
    "Const 3",
    "Multiply",
    "Add",
    "Const 4",
    "Subtract",
    "Const 5",
    "Less",
    "Pop",
  ]);
  assertEquals(instructions(compile("not 1 == 2")), ["Const 1", "Const 2", "Equal", "Not", "Pop"]);
  assertEquals(instructions(compile("-1 * 2")), ["Const 1", "Negate", "Const 2", "Multiply", "Pop"]);
});

Deno.test("only captured variables live in cells, and middle functions pass them on", () => {
  const f = compile("fn f(a, b) { let c = b; return fn () { return fn () { return a } } }").children[0]!;
  assertEquals(instructions(f), [
    "LoadLocal 0",
    "NewCell 0",
    "LoadLocal 1",
    "StoreLocal 2",
    "MakeClosure <fn>",
    "Return",
  ]);
  const middle = f.children[0]!;
  assertEquals([...middle.captures], [0]);
  assertEquals([...middle.children[0]!.captures], [~0]);
});

Deno.test("blocks side by side share slots", () => {
  assertEquals(compile("{ let a = 1; let b = 2 } { let c = 3 }").localCount, 2);
});

Deno.test("frame sizes follow from the opcode table", () => {
  assertEquals(compile('print([1, 2, {"k": 3 + 4}])').frameSize, 6);
  assertEquals(compile("let a = [1]\na[0] += 2").frameSize, 4);
  assertEquals(compile("for x in 0..3 { print(x) }").frameSize, 4);
});

Deno.test("two depths at one instruction are found", () => {
  const none = [] as unknown as FixedArray<Handler>;
  const code = Int32Array.of(Op.True, Op.JumpIfFalse, 4, Op.Nil, Op.Nil, Op.Return);
  assertThrows(() => maxStackDepth(code, none), Error, "two depths");
  assertThrows(() => maxStackDepth(Int32Array.of(Op.Pop, Op.Nil, Op.Return), none), Error, "underflow");
  const handled = [new Handler(0, 1, 2)] as unknown as FixedArray<Handler>;
  assertEquals(maxStackDepth(Int32Array.of(Op.Nil, Op.Return, Op.Return), handled), 1);
});

Deno.test("every opcode has its row in the table", () => {
  for (let op = 0; op < OPCODES.length; op++) assertEquals(OPCODES[op].name, Op[op]);
  assertEquals(Op[OPCODES.length], undefined);
});
