/** The command line, as a subprocess: what it prints, where, and its exit codes. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fromFileUrl } from "../frontend/paths.ts";
import { writeImage } from "../wasm/image.ts";
import { translateFile } from "./mod.ts";
import { ECHO, ECHO_LIB, runCli, withFolder } from "./testing.ts";

const FILES = { "main.ts": ECHO, "lib.ts": ECHO_LIB };

Deno.test("run: output, arguments and exit code of the program, from the cache the second time", () =>
  withFolder(FILES, async (folder) => {
    const args = ["run", "--profile", "debug", `${folder}/main.ts`, "--help", "-O"];
    for (let i = 0; i < 2; i++) {
      assertEquals((await runCli(args)).stdout, "<--help>\n<-O>\n");
    }
    const untranslated = await runCli(["run", "--untranslated", `${folder}/main.ts`, "a", "b", "c"]);
    assertEquals([untranslated.stdout, untranslated.code], ["<a>\n<b>\n<c>\n", 3]);
  }));

Deno.test("run: an image from the cache starts without compiler and optimizer", async () => {
  const main = fromFileUrl(new URL("cli.ts", import.meta.url));
  const command = new Deno.Command(Deno.execPath(), { args: ["info", "--json", main] });
  const { modules } = JSON.parse(new TextDecoder().decode((await command.output()).stdout));
  const found = new Map<string, { dependencies?: { code?: { specifier: string }; isDynamic?: boolean }[] }>();
  for (const module of modules) found.set(module.specifier, module);
  const reached = new Set<string>();
  const visit = (specifier: string) => {
    if (reached.has(specifier)) return;
    reached.add(specifier);
    for (const { code, isDynamic } of found.get(specifier)?.dependencies ?? []) {
      if (code !== undefined && !isDynamic) visit(code.specifier);
    }
  };
  visit(
    modules.find((module: { specifier: string }) => module.specifier.endsWith("driver/cli.ts")).specifier,
  );
  assert(reached.size > 10);
  assertEquals([...reached].filter((specifier) => specifier.startsWith("npm:")), []);
});

Deno.test("run: diagnostics of RTS and of TypeScript, with places, help and exit code 65", () =>
  withFolder({
    "broken.ts": `import { type i32 } from "@rts";
export function main(args: string[]): i32 {
  var x: i32 = args.length;
  return x + missing;
}
`,
    "syntax.ts": "export function main(: i32 {}",
  }, async (folder) => {
    const broken = await runCli(["run", `${folder}/broken.ts`]);
    assertEquals([broken.stdout, broken.code], ["", 65]);
    assertStringIncludes(broken.stderr, "broken.ts:3:3: error RTS101");
    assertStringIncludes(broken.stderr, "help: use `let` or `const`");
    assertStringIncludes(broken.stderr, "broken.ts:4:14: error");
    const syntax = await runCli(["run", `${folder}/syntax.ts`]);
    assertStringIncludes(syntax.stderr, "syntax.ts:1:22: error TS");
    assertEquals(syntax.code, 65);
    const checked = await runCli(["check", `${folder}/broken.ts`]);
    assertEquals([checked.stderr, checked.code], [broken.stderr, 65]);
    for (const { stderr } of [broken, syntax]) assert(!/\n\s+at /.test(stderr), stderr);
  }));

Deno.test("wrong command lines say what is wrong: 64; files that cannot be read: 66", () =>
  withFolder(FILES, async (folder) => {
    const main = `${folder}/main.ts`;
    const cases: [args: string[], code: number, text: string][] = [
      [["run", "--bogus", main], 64, "'--bogus'"],
      [["run", "-X", main], 64, "'-X'"],
      [["run"], 64, "which file?"],
      [["walk"], 64, "no command 'walk'"],
      [["run", "--profile", "fast", main], 64, "not 'fast'"],
      [["run", "--dump", "soup", main], 64, "not 'soup'"],
      [["run", `${folder}/none.ts`], 66, "there is no such file"],
      [["check", `${folder}/none.ts`], 66, "there is no such file"],
      [["run", folder], 66, "it is a folder"],
    ];
    for (const [args, code, text] of cases) {
      const ran = await runCli(args);
      assertEquals([ran.code, ran.stdout], [code, ""], args.join(" "));
      assertStringIncludes(ran.stderr, text);
    }
  }));

Deno.test("uncaught exceptions and failed checks read the same translated or not", () =>
  withFolder({
    "raise.ts": `import { Exception, type i32, print } from "@rts";
class Odd extends Exception {}
export function main(_args: string[]): i32 {
  print("before");
  throw new Odd("why");
}
`,
    "index.ts": `import { type i32 } from "@rts";
export function main(args: string[]): i32 {
  const list: i32[] = [1];
  return list[args.length + 5];
}
`,
  }, async (folder) => {
    const translated = await runCli(["run", `${folder}/raise.ts`]);
    assertEquals(translated, { stdout: "before\n", stderr: "Uncaught Odd: why\n", code: 1 });
    assertEquals(await runCli(["run", "--untranslated", `${folder}/raise.ts`]), translated);
    const failed = await runCli(["run", "--profile", "debug", `${folder}/index.ts`]);
    assertEquals(failed.code, 70);
    assertStringIncludes(failed.stderr, "index out of bounds (index 5) at ");
    assertStringIncludes(failed.stderr, "index.ts:4:10");
  }));

Deno.test("tunables of the collector reach it", () =>
  withFolder({
    "alloc.ts": `import { type i32, MemoryError, print } from "@rts";
export function main(_args: string[]): i32 {
  try {
    print(\`\${new Int32Array(10000000).length}\`);
  } catch (e) {
    print(e instanceof MemoryError ? "full" : "?");
  }
  return 0;
}
`,
  }, async (folder) => {
    assertEquals((await runCli(["run", `${folder}/alloc.ts`])).stdout, "10000000\n");
    assertEquals((await runCli(["run", `${folder}/alloc.ts`], { PYPY_GC_MAX: "16M" })).stdout, "full\n");
    const stress = await runCli(["run", "--gc-stress", "--no-cache", "--time", `${folder}/alloc.ts`]);
    assertEquals(stress.stdout, "10000000\n");
    assertStringIncludes(stress.stderr, "emit ");
  }));

Deno.test("check: names of main's wrong types belong to the file; several files in one pass", () =>
  withFolder({
    ...FILES,
    "other.ts": `import { type i32 } from "@rts";
export function twice(n: i32): i32 {
  return n + n;
}
`,
    "wrong.ts": `export function main(x: string): string {
  return x;
}
`,
    "nothing.ts": "export const x: string = '';\n",
  }, async (folder) => {
    const good = await runCli(["check", `${folder}/main.ts`, `${folder}/other.ts`]);
    assertEquals(good, { stdout: "2 files are RTS\n", stderr: "", code: 0 });
    const bad = await runCli(["check", `${folder}/main.ts`, `${folder}/wrong.ts`, `${folder}/nothing.ts`]);
    assertEquals(bad.code, 65);
    assertStringIncludes(bad.stderr, "wrong.ts:1:1: error");
    assertStringIncludes(bad.stderr, "nothing.ts:1:1: error RTS900");
  }));

Deno.test("help and version", async () => {
  for (const args of [["--help"], ["run", "--help"], []]) {
    const { stdout, code } = await runCli(args);
    assertEquals(code, 0);
    assertStringIncludes(stdout, "--untranslated");
  }
  assert(/^@pypy\/deno \d+\.\d+\.\d+ \(deno /.test((await runCli(["--version"])).stdout));
});

Deno.test("run: an image file; one that is truncated, damaged or foreign is refused with the reason", () =>
  withFolder(FILES, async (folder) => {
    const image = `${folder}/main.rtsi`;
    const bytes = writeImage(await translateFile(`${folder}/main.ts`, { noCache: true }));
    const run = async (contents: Uint8Array) => {
      Deno.writeFileSync(image, contents);
      return await runCli(["run", image, "a"]);
    };
    assertEquals(await run(bytes), { stdout: "<a>\n", stderr: "", code: 1 });
    const refused: [Uint8Array, string][] = [
      [bytes.subarray(0, bytes.length - 100), "is truncated"],
      [bytes.map((b, i) => i === 5000 ? b ^ 1 : b), "is damaged"],
      [new TextEncoder().encode("#!/bin/sh\n"), "not an image"],
      [new Uint8Array(0), "not an image"],
    ];
    for (const [contents, reason] of refused) {
      const { stdout, stderr, code } = await run(contents);
      assertEquals([stdout, code], ["", 65]);
      assertStringIncludes(stderr, reason);
      assert(!stderr.includes("    at "), stderr);
    }
  }));
