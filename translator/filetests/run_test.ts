import { assertEquals, assertThrows } from "@std/assert";
import { joinFileTest, runFileTest, splitFileTest } from "./harness.ts";

const FOLDER = new URL("./", import.meta.url);
const bless = Deno.env.get("BLESS") === "1";
const names = [...Deno.readDirSync(FOLDER)].map((entry) => entry.name).filter((name) => name.endsWith(".ir"));

for (const name of names.sort()) {
  Deno.test(`filetest ${name}`, async () => {
    const url = new URL(name, FOLDER);
    const test = splitFileTest(await Deno.readTextFile(url));
    const actual = await runFileTest(test);
    if (bless) await Deno.writeTextFile(url, joinFileTest(test, actual));
    else assertEquals(actual, test.expected);
  });
}

Deno.test("a filetest names its passes and their options", () => {
  const test = splitFileTest('// run: simplify, loads {"hoist": false}\nclass object\n// ====\nafter\n');
  assertEquals(test.steps, [
    { name: "simplify", options: undefined },
    { name: "loads", options: { hoist: false } },
  ]);
  assertEquals(test.expected, "after\n");
  assertThrows(() => splitFileTest("class object\n"), Error, "// run:");
});
