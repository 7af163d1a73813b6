import { assertEquals } from "@std/assert";
import { cpythonHome } from "../parser/oracle/oracle.ts";
import { continuesIdentifier, isPrintable, startsIdentifier } from "./unicode.ts";

const PROGRAM = `
for c in range(0x110000):
    ch = chr(c)
    print(ch.isidentifier() + 2 * ("a" + ch).isidentifier() + 4 * ch.isprintable(), end="")
`;

Deno.test("unicode: letters, signs, and what is newer than Unicode 13", () => {
  assertEquals([0x61, 0xe9, 0x4e00, 0x1d54f].map(startsIdentifier), [true, true, true, true]);
  assertEquals([0x30, 0xb7, 0x300].map(continuesIdentifier), [true, true, true]);
  assertEquals([0x20ac, 0x2019, 0x10570, 0x31350].map(startsIdentifier), [false, false, false, false]);
  assertEquals([0x20, 0x20ac, 0xa0, 0x200b, 0x20c0, 0x10ffff].map(isPrintable), [
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

const home = cpythonHome();

Deno.test({
  name: `unicode: every code point as in CPython${home === null ? " (no CPython 3.10.13)" : ""}`,
  ignore: home === null,
  fn: () => {
    const { stdout } = new Deno.Command(`${home}/bin/python3.10`, { args: ["-S", "-c", PROGRAM] })
      .outputSync();
    const different: string[] = [];
    for (let c = 0; c < 0x110000; c++) {
      const ours = Number(startsIdentifier(c)) + 2 * Number(continuesIdentifier(c)) +
        4 * Number(isPrintable(c));
      if (ours !== stdout[c]! - 48) different.push(c.toString(16));
    }
    assertEquals(different, []);
  },
});
