import { assert, assertEquals } from "@std/assert";
import { parseProgram } from "../ir/parse.ts";
import { assignLocals, type Locals } from "./locals.ts";
import { stackify, type TreeFunc } from "./stackify.ts";

/** Trees and locals of the last function of a program. */
function locals(text: string): { tree: TreeFunc; result: Locals; of(name: string): number } {
  const func = parseProgram(`class object\n${text}`).functions.at(-1)!;
  const tree = stackify(func);
  const result = assignLocals(func, tree.body, func.params.length);
  return { tree, result, of: (name) => result.indexOf[func.vars.findIndex((v) => v.name === name)] };
}

Deno.test("temporaries of the cases of a switch share locals", () => {
  const numbers = Array.from({ length: 100 }, (_, i) => i);
  const { result } = locals(`
    func loop_(x: i32) -> i32 {
      ${numbers.map((i) => `var a${i}: i32\nvar d${i}: f64`).join("\n")}
      loop l {
        switch s x [${numbers.map((i) => `${i}: ${i}`)}, default: 0] {
          ${
    numbers.map((i) =>
      `case {
            a${i} = i32.mul(x, x)
            d${i} = f64.convert_i32_s(a${i})
            d${i} = f64.sqrt(d${i})
            x = i32.add(a${i}, ${i})
            a${i} = i32.trunc_sat_f64_s(d${i})
            x = i32.sub(x, a${i})
            br s
          }`
    ).join("\n")
  }
        }
        if x {
          br l
        }
      }
      return x
    }`);
  assert(result.types.length <= 3, result.types.join());
});

Deno.test("a value that travels around a loop keeps its local; one made anew in each turn does not", () => {
  const { of } = locals(`
    func f(n: i32) -> i32 {
      var sum: i32
      var first: i32
      var t: i32
      first = move(n)
      sum = move(0)
      loop l {
        t = i32.mul(n, n)
        sum = i32.add(sum, t)
        sum = i32.xor(sum, t)
        sum = i32.sub(sum, first)
        n = i32.sub(n, 1)
        if n {
          br l
        }
      }
      return sum
    }`);
  const used = [of("n"), of("sum"), of("first"), of("t")];
  assertEquals(new Set(used).size, 4);
});

Deno.test("an expression used once is an operand, and needs no local", () => {
  const { tree, result, of } = locals(`
    func f(a: i32, b: i32) -> i32 {
      var s: i32
      var t: i32
      var r: i32
      s = i32.add(a, b)
      t = i32.mul(a, b)
      r = i32.sub(s, t)
      return r
    }`);
  assertEquals(tree.body.map((statement) => statement.kind), ["return"]);
  assertEquals([result.types, of("s"), of("r")], [[], -1, -1]);
});

Deno.test("a read does not move past a write of the same field, but past one of another", () => {
  const kinds = (written: string) =>
    locals(`
    class C extends object {
      field x: i32
      field y: i32
    }
    func f(o: ref) -> i32 {
      var t: i32
      t = getfield C.x(o)
      setfield C.${written}(o, 1)
      return t
    }`).tree.body.map((statement) => statement.kind === "eval" ? statement.node.instr.op : statement.kind);
  assertEquals(kinds("y"), ["setfield", "return"]);
  assertEquals(kinds("x"), ["getfield", "setfield", "return"]);
});

Deno.test("what follows a reference does not move past what can collect", () => {
  const { tree } = locals(`
    array refs: ref base 12
    func g() -> ref {
      var r: ref
      r = newarray refs(3)
      return r
    }
    func f(o: ref) -> i32 {
      var n: i32
      var r: ref
      var m: i32
      n = arraylen refs(o)
      r = call g()
      m = arraylen refs(r)
      m = i32.sub(n, m)
      return m
    }`);
  const first = tree.body[0];
  assert(first.kind === "eval" && first.node.instr.op === "arraylen");
});
