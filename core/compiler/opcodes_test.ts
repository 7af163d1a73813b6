/** Holds the opcode tables together: names, numbers, the evaluation loop's enumeration. */
import { assertEquals } from "@std/assert";
import { Op as LoopOp } from "../interpreter/opcode.ts";
import { HAVE_ARGUMENT, Op, OPCODE_NAMES, OPCODE_TABLES, OPCODES_310 } from "./opcodes.ts";
import { findPython310 } from "./testing/oracle.ts";
import { stackEffect } from "./codegen/op_info.ts";

Deno.test("the table and the numbers by name agree", () => {
  assertEquals(Object.fromEntries(OPCODES_310.map(({ name, number }) => [name, number])), { ...Op });
  for (const { name, number, kind } of OPCODES_310) {
    assertEquals(OPCODE_NAMES[number], name);
    assertEquals(kind === "none", number < HAVE_ARGUMENT);
  }
  assertEquals(OPCODE_TABLES.get(0x030a), OPCODES_310);
});

Deno.test("the evaluation loop's enumeration agrees", () => {
  // A const enum cannot be listed, so each member is read from the text of its module.
  const text = Deno.readTextFileSync(new URL("../interpreter/opcode.ts", import.meta.url));
  const members = [...text.matchAll(/^ {2}(\w+) = (\d+),$/gm)].map((match) => [match[1]!, Number(match[2])]);
  assertEquals(Object.fromEntries(members), { ...Op });
  assertEquals(LoopOp.LOAD_CONST as number, Op.LOAD_CONST);
});

const python = findPython310();

Deno.test({
  name: python === null ? "stack effects (skipped: no CPython 3.10)" : "stack effects",
  ignore: python === null,
  fn() {
    const program =
      "import dis, opcode, json; print(json.dumps([[dis.stack_effect(n, a if n >= 90 else None," +
      " jump=bool(j)) for a in (0, 1, 2, 3, 4, 7, 300) for j in (0, 1)] for n in sorted(opcode.opmap.values())" +
      " if n != 144]))";
    const { stdout } = new Deno.Command(python!, { args: ["-c", program] }).outputSync();
    const ours = OPCODES_310.filter(({ name }) => name !== "EXTENDED_ARG").map(({ number }) =>
      [0, 1, 2, 3, 4, 7, 300].flatMap((arg) => [false, true].map((jump) => stackEffect(number, arg, jump)))
    );
    assertEquals(ours, JSON.parse(new TextDecoder().decode(stdout)));
  },
});
