import { assertEquals } from "@std/assert";
import { parseProgram } from "./parse.ts";
import { verifyProgram } from "./verify.ts";

const PRELUDE = `
class object
class A extends object {
  field n: i32
  method m: (ref, i32) -> i32
  impl A.m = A.m
}
class B extends A abstract
global g: f64 = 0.0
func A.m(this: ref, n: i32) -> i32 {
  return n
}
`;

/** Problems of a function body; `{` and variables included in `text`. */
function problemsOf(text: string): string[] {
  return verifyProgram(parseProgram(`${PRELUDE}\n${text}`));
}

/** Wrong programs, and the problem that each has. */
const WRONG: [name: string, text: string, problem: string][] = [
  [
    "operand type",
    "func f(a: i64) -> void {\n var x: i32\n x = i32.add(a, 1)\n}",
    "function f at x = i32.add(a, 1): operand a is i64, not i32",
  ],
  [
    "result type",
    "func f() -> void {\n var x: i64\n x = i32.add(1, 1)\n}",
    "function f at x = i32.add(1, 1): result x is i64, not i32",
  ],
  [
    "type of the immediate",
    "func f() -> void {\n setglobal g(1)\n}",
    "function f at setglobal g(1): operand 1 is i32, not f64",
  ],
  [
    "second operand like the first",
    "func f() -> void {\n var x: i32\n x = select(1, 2n, 0)\n}",
    "function f at x = select(1, 2n, 0): operand 2 is i64, not i32",
  ],
  [
    "arity",
    "func f() -> void {\n call A.m(null)\n}",
    "function f at call A.m(null): 1 operands instead of 2",
  ],
  [
    "result of a signature",
    "func f() -> void {\n var x: f64\n x = callvirt A.m(null, 1)\n}",
    "function f at x = callvirt A.m(null, 1): result x is f64, not i32",
  ],
  [
    "result of nothing",
    "func f(x: i32) -> void {\n x = check.null(null)\n}",
    "function f at x = check.null(null): there is no result to assign",
  ],
  [
    "definition in one arm",
    "func f(c: i32) -> i32 {\n var x: i32\n if c {\n x = move(1)\n }\n return x\n}",
    "function f at return x: variable x may be used before it is defined",
  ],
  [
    "definition skipped by a branch",
    "func f(c: i32) -> i32 {\n var x: i32\n block L {\n if c {\n br L\n }\n x = move(1)\n }\n return x\n}",
    "function f at return x: variable x may be used before it is defined",
  ],
  [
    "definition in a try body",
    "func f() -> i32 {\n var e: ref\n var x: i32\n try {\n x = call A.m(null, 1)\n } catch e {\n }\n return x\n}",
    "function f at return x: variable x may be used before it is defined",
  ],
  [
    "code after a branch",
    "func f() -> void {\n block L {\n br L\n call f()\n }\n}",
    "function f at call f(): cannot be reached",
  ],
  [
    "code after an endless loop",
    "func f() -> void {\n loop L {\n br L\n }\n return\n}",
    "function f at return: cannot be reached",
  ],
  ["missing return", "func f() -> i32 {\n}", "function f: the end is reached without a return"],
  [
    "value of a function without a result",
    "func f() -> void {\n return 1\n}",
    "function f at return 1: returns a value from a function without a result",
  ],
  [
    "body of a switch",
    "func f(c: i32) -> void {\n switch S c [1: 1, default: -1] {\n case {\n }\n }\n}",
    "function f at switch S c [1: 1, default: -1] {: case 1 goes to body 1 of 1",
  ],
  [
    "constant out of range",
    "func f() -> i32 {\n return 2147483648\n}",
    "function f at return 2147483648: constant 2147483648 is no i32",
  ],
  ["abstract class", "func f() -> void {\n new B()\n}", "function f at new B(): the class is abstract"],
  [
    "receiver class",
    "func f() -> void {\n callvirt A.m(null, 1) on object\n}",
    "function f at callvirt A.m(null, 1) on object: class object has no such method",
  ],
  [
    "signature of an implementation",
    "class C extends A {\n impl A.m = h\n}\nfunc h(this: ref) -> i32 {\n return 1\n}",
    "class C: h is (ref) -> i32, method m is (ref, i32) -> i32",
  ],
  [
    "type of a prebuilt field",
    "object #1 A { A.n = null }",
    "prebuilt #1: field n is ref, not i32",
  ],
  ["type of a global", "global h: i32 = null", "global h: its value is ref, not i32"],
];

for (const [name, text, problem] of WRONG) {
  Deno.test(`verifier: ${name}`, () => assertEquals(problemsOf(text), [problem]));
}

Deno.test("verifier: what only the objects can get wrong", () => {
  const program = parseProgram(`${PRELUDE}\nfunc f(a: i32) -> i32 {\n  return a\n}`);
  const [m, f] = program.functions;
  f.body[0] = { kind: "return", value: m.params[1], pos: 0 };
  assertEquals(verifyProgram(program), ["function f at return n: variable n belongs to another function"]);
  f.body[0] = { kind: "br", label: { name: "L" } };
  assertEquals(verifyProgram(program), ["function f at br L: label L is not in scope"]);
  program.classes.reverse();
  assertEquals(verifyProgram(program).length > 1, true);
});

Deno.test("verifier: accepts definitions that all paths have", () => {
  const text = `func f(c: i32) -> i32 {
  var x: i32
  var e: ref
  block L {
    if c {
      x = move(1)
      br L
    }
    loop M {
      x = i32.add(c, 1)
      if x {
        br M
      }
    }
  }
  try {
    x = call A.m(null, x)
  } catch e {
    throw e
  }
  switch S x [0: 0, 5: -1, default: 1] {
    case {
    }
    case {
      return x
    }
  }
  return 2
}`;
  assertEquals(problemsOf(text), []);
});
