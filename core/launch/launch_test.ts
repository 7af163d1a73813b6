import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { realOs } from "../host/os/mod.ts";
import { BUILD, ROOT, STAMP_FILE } from "./places.ts";
import { fsdecode } from "./texts.ts";
import { isFresh, type Stamp, STAMP_FORMAT, stampOf } from "./stamp.ts";

const ENTRY = `${ROOT}/core/launch/testing/echo.ts`;
const FOLDER = `${BUILD}/entries/${encodeURIComponent(ENTRY)}`;

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}
/** Runs `./pypy` on the stand-in for the interpreter. */
function pypy(args: readonly string[], more: Deno.CommandOptions = {}, program = `${ROOT}/pypy`): Outcome {
  const { code, stdout, stderr } = new Deno.Command(program, {
    args: [...args],
    ...more,
    env: { PYPY_ENTRY: ENTRY, ...more.env },
  }).outputSync();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** The image and the library are there: what they say while they are made is not what tests compare. */
function prepare(): void {
  assertEquals(pypy(["-c", "pass"]).code, 0);
}

Deno.test("arguments, folder and names reach the program", () => {
  prepare();
  const folder = Deno.makeTempDirSync();
  const link = `${folder}/python`;
  Deno.symlinkSync(`${ROOT}/pypy`, link);
  const expected = (executable: string) =>
    ["file x.py 2", executable, `${ROOT}/lib-python/3.10`, "> x.py", "> a b", "> -c", "> é", ""].join("\n");
  const args = ["-OO", "x.py", "a b", "-c", "é"];
  assertEquals(pypy(args), { code: 0, stderr: "", stdout: expected(`${ROOT}/pypy`) });
  assertEquals(pypy(args, { cwd: folder }, link), { code: 0, stderr: "", stdout: expected(link) });
  assertEquals(pypy(args, { cwd: folder }, "./python").stdout, expected(link));
  const env = { PATH: `${folder}:${Deno.env.get("PATH")}` };
  const { stdout } = new Deno.Command("sh", {
    args: ["-c", `python ${args.slice(0, 2).join(" ")}`],
    env: { ...env, PYPY_ENTRY: ENTRY },
  })
    .outputSync();
  assertStringIncludes(new TextDecoder().decode(stdout), link);
  Deno.removeSync(folder, { recursive: true });
});

Deno.test("bytes that are not UTF-8 become lone surrogates", () => {
  const decoded = (...bytes: number[]) => fsdecode(new Uint8Array(bytes));
  assertEquals(decoded(97, 0xff, 0xc3, 0xa9, 0xc3), "a\udcffé\udcc3");
  assertEquals(decoded(0xed, 0xa0, 0x80, 0xf0, 0x9f, 0x98, 0x80, 0xf0), "\udced\udca0\udc80😀\udcf0");
  const script = `
    import { exactArguments, exactVariables } from ${JSON.stringify(import.meta.resolve("./texts.ts"))};
    import { realOs } from ${JSON.stringify(import.meta.resolve("../host/os/mod.ts"))};
    const variables = exactVariables(realOs());
    console.log(JSON.stringify([exactArguments(Deno.args), variables("A"), variables("B"), variables("C")]));
  `;
  const url = "data:text/typescript," + encodeURIComponent(script);
  const command = `A=$(printf 'a\\377=') B=b exec "$1" run -A --no-check "$2" x "$(printf '\\377')" ''`;
  const { stdout } = new Deno.Command("sh", {
    args: ["-c", command, "sh", Deno.execPath(), url],
    env: { C: "" },
  })
    .outputSync();
  assertEquals(JSON.parse(new TextDecoder().decode(stdout)), [["x", "\udcff", ""], "a\udcff=", "b", ""]);
});

Deno.test("exit codes, mistakes, help", () => {
  assertEquals(pypy(["-c", "exit"]).code, 7);
  const mistake = pypy(["-z"]);
  assertEquals([mistake.code, mistake.stdout], [2, ""]);
  assertStringIncludes(mistake.stderr, `Unknown option: -z\nusage: ${ROOT}/pypy [option]`);
  assertEquals([pypy(["--help"]).code, pypy(["-V"]).stdout.split("\n").length], [0, 3]);
});

Deno.test("recursion ends in an error that programs catch, whatever the stack", () => {
  const caught = { code: 0, stdout: "9\ncaught\n", stderr: "" };
  assertEquals(pypy(["-c", "deep"]), caught);
  assertEquals(pypy(["-c", "deep"], { env: { BIG: "x".repeat(120_000) } }), caught);
  for (const limit of ["1024", "3000", "8192"]) {
    const { code, stdout } = new Deno.Command("sh", {
      args: ["-c", `ulimit -s ${limit} && exec ${ROOT}/pypy -c deep`],
      env: { PYPY_ENTRY: ENTRY },
    }).outputSync();
    assertEquals([code, new TextDecoder().decode(stdout)], [0, caught.stdout], limit);
  }
});

Deno.test("SIGINT interrupts a sleep", async () => {
  const child = new Deno.Command(`${ROOT}/pypy`, {
    args: ["-c", "sleep"],
    env: { PYPY_ENTRY: ENTRY },
    stdout: "piped",
  }).spawn();
  await new Promise((resolve) => setTimeout(resolve, 400));
  const start = performance.now();
  child.kill("SIGINT");
  const { stdout, code } = await child.output();
  assertEquals([new TextDecoder().decode(stdout), code], ["interrupted true -1\n", 0]);
  assert(performance.now() - start < 2000);
});

Deno.test("stamps notice edits", () => {
  const os = realOs();
  const path = Deno.makeTempFileSync();
  const stamp: Stamp = { format: STAMP_FORMAT, sources: [stampOf(os, path)!] };
  assert(isFresh(os, stamp));
  assert(!isFresh(os, { ...stamp, format: 0 }));
  Deno.writeTextFileSync(path, "edited");
  assert(!isFresh(os, stamp));
  Deno.removeSync(path);
  assertEquals([isFresh(os, stamp), stampOf(os, path)], [false, null]);
});

Deno.test("an edit of a source translates anew, once", () => {
  prepare();
  const inode = () => Deno.statSync(`${FOLDER}/${STAMP_FILE}`).ino;
  const before = inode();
  prepare();
  assertEquals(inode(), before);
  Deno.utimeSync(ENTRY, new Date(), new Date());
  prepare();
  const after = inode();
  assert(after !== before);
  prepare();
  assertEquals(inode(), after);
});

Deno.test("processes that start at once wait for the one that translates", async () => {
  prepare();
  Deno.utimeSync(ENTRY, new Date(), new Date());
  const starts = Array.from(
    { length: 3 },
    () => new Deno.Command(`${ROOT}/pypy`, { args: ["-c", "exit"], env: { PYPY_ENTRY: ENTRY } }).output(),
  );
  assertEquals((await Promise.all(starts)).map(({ code }) => code), [7, 7, 7]);
  const folders = [...Deno.readDirSync(`${BUILD}/entries`)].filter(({ name }) => name.includes("echo.ts"));
  assertEquals(folders.length, 1); // nothing is left over
});

Deno.test("the bundle follows edits of what it holds", () => {
  prepare();
  const file = `${BUILD}/start/${STAMP_FILE}`;
  const inode = () => Deno.statSync(file).ino;
  const before = inode();
  prepare();
  assertEquals(inode(), before);
  const source = `${ROOT}/core/launch/places.ts`;
  Deno.utimeSync(source, new Date(), new Date());
  assertEquals(pypy(["-OO", "x.py"]).stdout.split("\n")[0], "file x.py 2");
  assert(inode() !== before);
});

Deno.test("what cannot be had is said", () => {
  const missing = pypy(["-c", "pass"], { env: { PYPY_ENTRY: "/nowhere.ts" } });
  assertEquals([missing.code, missing.stderr], [69, "pypy: cannot read /nowhere.ts\n"]);
  const library = pypy(["-c", "pass"], { env: { PYPY_STDLIB: "/nowhere" } });
  assertEquals([library.code, library.stderr], [
    69,
    "pypy: PYPY_STDLIB: there is no standard library in /nowhere\n",
  ]);
  const deno = pypy([], { env: { PATH: "/nowhere" }, clearEnv: true }, `${ROOT}/pypy`);
  assertEquals([deno.code, deno.stderr], [
    127,
    "pypy: cannot find Deno: install it, or name it in PYPY_DENO\n",
  ]);
});
