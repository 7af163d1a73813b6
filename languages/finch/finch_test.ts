/** Runs every sample untranslated against the output beside it, and checks `main`'s own behaviour. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { MemoryError, StackOverflowError } from "@rts";
import { asGuestError } from "./errors.ts";
import { callWith1, callWith2 } from "./interpreter.ts";
import { newInt } from "./numbers.ts";
import { OUTPUT } from "./output.ts";
import { Program, runText } from "./program.ts";
import { defaultSize, run } from "../../bench/rts/guest.ts";

const SAMPLES = new URL("./samples/", import.meta.url);
OUTPUT.capture();

/** What a program prints, what it complains about, and its exit code. */
function runCaptured(file: string, text: string): { out: string; errors: string; code: number } {
  const code = runText(file, text);
  return { out: OUTPUT.takeOut(), errors: OUTPUT.takeErrors(), code };
}

/** The text of a file; empty when there is none. */
function readOptional(url: URL): string {
  try {
    return Deno.readTextFileSync(url);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

for (const entry of [...Deno.readDirSync(SAMPLES)].sort((a, b) => a.name < b.name ? -1 : 1)) {
  if (!entry.name.endsWith(".finch")) continue;
  Deno.test(`sample ${entry.name}`, () => {
    const base = entry.name.slice(0, -".finch".length);
    const errors = readOptional(new URL(`${base}.err`, SAMPLES));
    const result = runCaptured(entry.name, Deno.readTextFileSync(new URL(entry.name, SAMPLES)));
    assertEquals(result.out, Deno.readTextFileSync(new URL(`${base}.out`, SAMPLES)));
    assertEquals(result.errors, errors);
    assertEquals(result.code, errors === "" ? 0 : 1);
  });
}

Deno.test("the program in the README runs", () => {
  const readme = Deno.readTextFileSync(new URL("./README.md", import.meta.url));
  const program = /^```finch\n([^]*?)^```/m.exec(readme)![1];
  const result = runCaptured("README", program);
  assertEquals(result, { out: "0 0\n1 1\n2 1\nany value\n", errors: "", code: 0 });
});

Deno.test("a syntax error is reported with its place and exit code 2", () => {
  const result = runCaptured("bad.finch", "let a = 1\nlet b = )\n");
  assertEquals(result, {
    out: "",
    errors: "bad.finch:2:9: expected an expression, found ')'\n",
    code: 2,
  });
});

Deno.test("output before an error is kept", () => {
  const result = runCaptured("x.finch", "print(1)\n\nprint(nil + 1)");
  assertEquals(result, {
    out: "1\n",
    errors: "x.finch:3: error: operator + does not take nil and int\n",
    code: 1,
  });
});

Deno.test("errors of the toolchain become guest errors, others do not", () => {
  assertEquals(asGuestError(new StackOverflowError("deep"))?.message, "calls nested too deeply");
  assertEquals(asGuestError(new MemoryError("full"))?.message, "out of memory");
  const error = (() => {
    try {
      new Program("t", "throw 5").run();
    } catch (e) {
      return asGuestError(e as MemoryError);
    }
    return null;
  })();
  assertEquals([error?.message, error?.line, error?.w_value?.text()], ["5", 1, "5"]);
});

Deno.test("an embedder calls guest functions of any kind", () => {
  const program = new Program(
    "t",
    "fn add(a, b) { return a + b }\nclass C { init(x) { self.x = x } m(y) { return self.x * y } }\nlet m = C(6).m",
  );
  program.run();
  assertEquals(callWith2(program.global("add"), newInt(2), newInt(3)).text(), "5");
  assertEquals(callWith1(program.global("m"), newInt(7)).text(), "42");
  assertEquals(callWith1(program.global("C"), newInt(1)).text(), "<C>");
});

Deno.test("int results leave 32 bits for floats, at the borders exactly", () => {
  const result = runCaptured(
    "t",
    "let top = 2147483647\nlet low = -top - 1\n" +
      "print(top + 0, top + 1, low, low - 1, -low, low // -1, low % -1, 65536 * 32768, 65536 * -32768, top * top)",
  );
  assertEquals(
    result.out,
    "2147483647 2147483648.0 -2147483648 -2147483649.0 2147483648.0 2147483648.0 0 " +
      "2147483648.0 -2147483648 4611686014132420600.0\n",
  );
});

Deno.test("sites see instances of different shapes and classes in turn", () => {
  const result = runCaptured(
    "t",
    `class A { go() { return "a" } }
     class B : A { go() { return "b" } }
     class C { init() { self.go = fn () { return "field" } } }
     fn fill(x, turned) { if turned { x.q = 2 }  x.p = 1; x.q = 3; return x.p * 10 + x.q }
     for i in 0..2 { for x in [A(), B(), C(), A()] { print(x.go(), fill(x, i == 1)) } }`,
  );
  const turn = "a 13\nb 13\nfield 13\na 13\n";
  assertEquals(result, { out: turn + turn, errors: "", code: 0 });
});

Deno.test("the benchmark's checksum is stable and grows with its size", () => {
  const small = run(40);
  assertEquals(run(40), small);
  assert(run(80) > small);
  assert(defaultSize() > 0);
});

Deno.test("--dis and -e work from the command line", async () => {
  const runner = `import { main } from "${new URL(
    "./main.ts",
    import.meta.url,
  )}"; Deno.exit(main(Deno.args));`;
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--config",
      new URL("../../deno.json", import.meta.url).pathname,
      "--ext=ts",
      "-",
      "--dis",
      "-e",
      "print(1 + 2)",
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  });
  const child = command.spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(runner));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  assertEquals(new TextDecoder().decode(stderr), "");
  assertEquals(code, 0);
  assertStringIncludes(new TextDecoder().decode(stdout), "LoadGlobal print");
});
