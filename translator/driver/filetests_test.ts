/**
 * Translates `filetests/*.ts` and compares the WebAssembly text of the functions that each declares with the `.wat`
 * beside it. Addresses depend on the toolchain's own size and read `ADDRESS`. `BLESS=1` rewrites the expectations.
 */
import { assert, assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import { MemoryHost } from "../../core/host/memory.ts";
import { fromFileUrl } from "../frontend/paths.ts";
import { runImage, UncaughtException } from "./run.ts";
import { dump } from "./dump.ts";
import { instantiate, translateFile } from "./mod.ts";

const FOLDER = fromFileUrl(new URL("filetests/", import.meta.url));
const FIRST_ADDRESS = 1024;
const bless = Deno.env.get("BLESS") === "1";

/** What `--dump what` prints of a file. */
async function dumped(file: string, what: string): Promise<string> {
  const lines: string[] = [];
  await dump(file, what, {}, (text) => lines.push(text));
  return lines.join("\n");
}

/** The functions of the module text whose names begin with `prefix`, addresses masked. */
function functionsOf(wat: string, prefix: string): string {
  const all = wat.match(/^ \(func [\s\S]*?^ \)$/gm) ?? [];
  const own = all.filter((text) => text.startsWith(` (func $${prefix}`));
  const mask = (text: string) =>
    text.replace(
      /(i32|i64)\.const (\d+)/g,
      (all, type, value) => Number(value) < FIRST_ADDRESS ? all : `${type}.const ADDRESS`,
    );
  return own.map(mask).join("\n") + "\n";
}

const names = [...Deno.readDirSync(FOLDER)].map((entry) => entry.name).filter((name) => name.endsWith(".ts"))
  .sort();
for (const name of names) {
  Deno.test(`WebAssembly of ${name}`, async () => {
    const base = name.slice(0, -3);
    const actual = functionsOf(await dumped(FOLDER + name, "wat"), `driver/filetests/${base}:`);
    assertStringIncludes(actual, "(func ");
    const expected = `${FOLDER}${base}.wat`;
    if (bless) await Deno.writeTextFile(expected, actual);
    else assertEquals(actual, await Deno.readTextFile(expected));
  });
}

Deno.test("what the file tests compute", async () => {
  const load = async (name: string) =>
    instantiate(await translateFile(FOLDER + name, { noCache: true, verify: true }));
  assertEquals((await load("loop.ts")).call("sumOfSquares", 10), 385);
  assertEquals((await load("objects.ts")).call("measure", 1), 0);
  const raise = await load("raise.ts");
  assertEquals([raise.call("halves", 8), raise.call("halves", 12)], [-4, -3]);
});

Deno.test("dumps of graphs, layout and jitcode", async () => {
  const file = `${FOLDER}objects.ts`;
  const graphs = await dumped(file, "graphs");
  const [prepared, lowered] = graphs.split("; after lowering");
  assertStringIncludes(prepared, "callvirt");
  assertStringIncludes(lowered, "driver/filetests/objects:measure");
  assertStringIncludes(await dumped(file, "graphs=inline"), "; after inline");
  const layout = await dumped(file, "layout");
  assert(/^class Box extends Shape {2}typeinfo 0x[0-9a-f]+\.\.0x[0-9a-f]+ {2}size 16$/m.test(layout), layout);
  assert(/^ {5}8 ref inner$/m.test(layout) && /^ {4}12 i32 factor$/m.test(layout));
  assert(/^constant stackStart {2}0x/m.test(layout));
  // Without a JIT driver there is no portal, and so no jitcode.
  assertEquals((await dumped(file, "jitcode")).trim(), "");
  const guest = fromFileUrl(new URL("../../languages/finch/main.ts", import.meta.url));
  assertStringIncludes(await dumped(guest, "jitcode"), "interpreter");
});

Deno.test("exceptions that leave an exported function, and what is printed before", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(
      `${folder}/p.ts`,
      `import { Exception, type i32, print } from "@rts";
class Custom extends Exception {}
export function fail(n: i32): i32 {
  print(\`\${n}\`);
  if (n > 1) throw new Custom(n > 2 ? "" : "two é");
  return n;
}
export function main(args: string[]): i32 {
  return fail(args.length);
}
`,
    );
    const image = await translateFile(`${folder}/p.ts`, { noCache: true, exports: ["fail"] });
    assertEquals(runImage(image, ["a", "b"], {}), {
      stdout: "2\n",
      stderr: "Uncaught Custom: two é\n",
      code: 1,
    });
    const instance = instantiate(image, new MemoryHost());
    assertEquals(assertThrows(() => instance.call("fail", 2), UncaughtException).message, "Custom: two é");
    assertEquals(assertThrows(() => instance.call("fail", 3), UncaughtException).message, "Custom");
    assertEquals(instance.call("fail", 1), 1);
    await assertRejects(() => translateFile(`${folder}/p.ts`, { exports: ["nothing"] }), Error, "'nothing'");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
