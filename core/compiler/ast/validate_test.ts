import { assert, assertEquals, assertThrows } from "@std/assert";
import { parse, PyError } from "../parser/mod.ts";
import { cpythonHome } from "../parser/oracle/oracle.ts";
import type { ModNode } from "./types.ts";
import { validate } from "./validate.ts";

/** The class and text of what `validate` says, or null. */
function verdict(tree: ModNode): [string, string] | null {
  try {
    validate(tree);
    return null;
  } catch (error) {
    if (error instanceof PyError) return [error.className, error.message];
    throw error;
  }
}

function moduleOf(source: string): ModNode & { body: any[] } {
  return parse(source, { filename: "<test>", mode: "exec" }).tree as ModNode & { body: any[] };
}

Deno.test("ast validate: what the parser makes is valid", () => {
  const source = `
async def f(a, /, b=1, *c: int, d=2, **e) -> x:
    with a as (b, [c, *d]), e: pass
    for x, in y: del z.a, z[1:2]
    try: raise A from B
    except (A, B) as e: x: int = yield
    finally: return [i async for i in j if k]
match x:
    case {"a": -1, **rest} | A.B(c, d=1+2j) | [1, *_] as y if z: pass
`;
  assertEquals(verdict(moduleOf(source)), null);
});

Deno.test("ast validate: contexts, empty bodies, forbidden names", () => {
  const name = moduleOf("x\n");
  name.body[0].value.ctx = "Store";
  assertEquals(verdict(name), ["ValueError", "expression must have Load context but has Store instead"]);
  name.body[0].value.ctx = "Load";
  name.body[0].value.id = "None";
  assertEquals(verdict(name), ["ValueError", "identifier field can't represent 'None' constant"]);
  const def = moduleOf("def f(): pass\n");
  def.body[0].body = [];
  assertEquals(verdict(def), ["ValueError", "empty body on FunctionDef"]);
  const assign = moduleOf("x = 1\n");
  assign.body[0].targets = [assign.body[0].value];
  assertEquals(verdict(assign), ["ValueError", "expression which can't be assigned to in Store context"]);
});

Deno.test("ast validate: trees too deep for the stack", () => {
  const tree = moduleOf("x\n");
  for (let i = 0; i < 200_000; i++) {
    tree.body[0].value = { kind: "UnaryOp", op: "Not", operand: tree.body[0].value };
  }
  const error = assertThrows(() => validate(tree), PyError);
  assertEquals((error as PyError).className, "RecursionError");
});

const home = cpythonHome();

Deno.test({
  name: `ast validate: as CPython on the trees of its tests${home === null ? " (no CPython 3.10.13)" : ""}`,
  ignore: home === null,
  fn: async () => {
    const { stdout, success } = await new Deno.Command(`${home}/bin/python3.10`, {
      args: ["-W", "ignore", new URL("validate_oracle.py", import.meta.url).pathname],
    }).output();
    assert(success);
    const cases = JSON.parse(new TextDecoder().decode(stdout)) as [
      string,
      ModNode,
      [string, string] | null,
    ][];
    assert(cases.length > 150, `only ${cases.length} cases`);
    for (const [_, tree, error] of cases) {
      assertEquals(verdict(tree), error, `${JSON.stringify(tree).slice(0, 300)}: expected ${error}`);
    }
  },
});
