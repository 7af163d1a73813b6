import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { generateLarge, writeLarge } from "./generate_large.ts";

const OPTIONS = { lines: 1500, seed: 7 };

function countLines(files: ReadonlyMap<string, string>): number {
  return [...files.values()].reduce((sum, text) => sum + text.split("\n").length - 1, 0);
}

Deno.test("the same options give the same program, another seed another", () => {
  const first = generateLarge(OPTIONS);
  assertEquals(generateLarge(OPTIONS), first);
  assert(generateLarge({ ...OPTIONS, seed: 8 }).get("module_000.ts") !== first.get("module_000.ts"));
});

Deno.test("the program is as long as asked for and has modules of every kind", () => {
  const files = generateLarge({ lines: 12000, seed: 3 });
  const lines = countLines(files);
  assert(lines >= 12000 && lines < 14500, `${lines} lines`);
  const all = [...files.values()].join("");
  const marks = [
    "extends Family",
    "class Machine",
    "class Ring",
    "class Tree",
    "finally",
    "static step",
    "new Map",
    "i64",
  ];
  for (const mark of marks) assertStringIncludes(all, mark);
});

Deno.test("every module is reached from main", () => {
  const files = generateLarge(OPTIONS);
  const main = files.get("main.ts")!;
  for (const [file, text] of files) {
    for (const [, name] of text.matchAll(/^export function (\w+)\(seed: i32\)/gm)) {
      assertStringIncludes(main, `${name}(total & 0xffff)`, file);
    }
  }
});

Deno.test("the program type-checks and prints its checksum, the same each time", async () => {
  const directory = await Deno.makeTempDir();
  try {
    await writeLarge(directory, OPTIONS);
    const config = new URL("../deno.json", import.meta.url).pathname;
    const program = `import { defaultSize, main, run } from "${directory}/main.ts";
      if (defaultSize() < 1 || run(2) !== run(2)) throw new Error("run differs");
      Deno.exit(main([]));`;
    await Deno.writeTextFile(`${directory}/start.ts`, program);
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--check", "-A", "--config", config, `${directory}/start.ts`],
    }).output();
    assertEquals(code, 0, new TextDecoder().decode(stderr));
    assertMatch(new TextDecoder().decode(stdout), /^checksum \d+\n$/);
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});
