/** The harness of the conformance tests: its tables, its reading of reports, and its driver under CPython 3.10. */
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { findCPython } from "../python/interpreters.ts";
import { conclude, parseReport, runModule, type RunOptions, type TestRecord } from "./module_run.ts";
import { allModules, selectModules } from "./modules.ts";
import { formatFailures, formatMarkdown, formatTable, headline } from "./results.ts";
import { skipLines, SKIPS } from "./skips.ts";

function record(id: string, outcome: TestRecord["outcome"], message = ""): TestRecord {
  return { id, outcome, message, seconds: 0 };
}

Deno.test("modules are named once, and selected by name and by group", () => {
  assertEquals(new Set(allModules()).size, allModules().length);
  assertEquals(selectModules([]), allModules());
  assertEquals(selectModules(["dict", "test_set", "dict"]), ["test_dict", "test_set"]);
  assertEquals(selectModules(["functions"]).includes("test_generators"), true);
  assertThrows(() => selectModules(["nothing"]), Error, "no module or group 'nothing'");
});

Deno.test("every skip names a known module and a reason", () => {
  for (const module of Object.keys(SKIPS)) {
    assertEquals(allModules().includes(module), true, module);
    for (const line of skipLines(module)) assertEquals(/^test\.\w+\.\S.*\t.{10}/.test(line), true, line);
  }
});

Deno.test("a report names the test that a crash interrupted", () => {
  const text = '{"begin": "a"}\n{"id": "a", "outcome": "passed", "message": "", "seconds": 0.1}\n' +
    '{"begin": "b"}\n{"id": "b", "outc';
  const report = parseReport(text);
  assertEquals([report.tests.map((test) => test.id), report.running, report.done], [["a"], "b", false]);
  assertEquals(parseReport('{"done": true}').done, true);
});

Deno.test("a module is whole when it ran to its end and nothing failed", () => {
  const good = [record("import", "passed"), record("a", "passed"), record("b", "skipped")];
  assertEquals(conclude("m", good, 1, true).whole, true);
  assertEquals(conclude("m", good, 1, true).counts.passed, 1);
  assertEquals(conclude("m", good, 1, false).whole, false);
  assertEquals(conclude("m", [...good, record("c", "crashed")], 1, true).whole, false);
});

Deno.test("the tables count modules and name failures", () => {
  const results = [
    conclude("test_a", [record("x", "passed")], 1, true),
    conclude("test_b", [record("y", "failed", "Traceback\n  line\nAssertionError: 1 != 2\n")], 2, true),
  ];
  assertStringIncludes(formatTable(results), "1 modules pass whole of 2; tests: 1 passed, 1 failed");
  assertEquals(formatFailures(results), "failed: y: AssertionError: 1 != 2");
  assertStringIncludes(formatMarkdown(results, "x"), "| test_b |");
  assertEquals(headline(""), "");
});

/** A `test` package with one module; the support module is the least that the driver needs. */
async function makeLibrary(source: string): Promise<string> {
  const library = await Deno.makeTempDir();
  await Deno.mkdir(`${library}/test/support`, { recursive: true });
  await Deno.writeTextFile(`${library}/test/__init__.py`, "");
  await Deno.writeTextFile(`${library}/test/support/__init__.py`, "verbose = 1\n");
  await Deno.writeTextFile(`${library}/test/test_sample.py`, source);
  return library;
}

const SAMPLE = `
import os, time, unittest
from test import support
class T(unittest.TestCase):
    def test_a_passes(self): pass
    def test_b_fails(self): self.assertEqual(1, 2)
    def test_c_errs(self): raise KeyError("é\\n")
    def test_d_skips(self): self.skipTest("no need")
    def test_e_dies(self): os._exit(3)
    @unittest.expectedFailure
    def test_f_fails_as_expected(self): self.fail()
    @unittest.expectedFailure
    def test_g_passes_unexpectedly(self): pass
    def test_h_parts(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
class Fixture(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise OSError("no class")
    def test_never(self): pass
def doc():
    """
    >>> 1 + 1
    2
    """
def test_main():
    support.run_unittest(T, Fixture)
    import test.test_sample
    support.run_doctest(test.test_sample)

`;

const python = findCPython("3.10");

async function runSample(source: string, options: Partial<RunOptions> = {}) {
  const library = await makeLibrary(source);
  const result = await runModule("test_sample", {
    python: [python!],
    library,
    build: library,
    timeLimitMs: 30_000,
    match: undefined,
    implementation: undefined,
    ...options,
  });
  await Deno.remove(library, { recursive: true });
  return result;
}

Deno.test({
  name: python === null
    ? "the driver under CPython 3.10: skipped, pyenv offers no 3.10"
    : "the driver under CPython 3.10",
  ignore: python === null,
  async fn(t) {
    await t.step("reports each test, and goes on after a crash", async () => {
      const result = await runSample(SAMPLE);
      const outcomes = Object.fromEntries(
        result.tests.map((test) => [test.id.replace("test.test_sample.", ""), test.outcome]),
      );
      assertEquals(outcomes, {
        "import": "passed",
        "T.test_a_passes": "passed",
        "T.test_b_fails": "failed",
        "T.test_c_errs": "error",
        "T.test_d_skips": "skipped",
        "T.test_e_dies": "crashed",
        "T.test_f_fails_as_expected": "passed",
        "T.test_g_passes_unexpectedly": "failed",
        "T.test_h_parts": "failed",
        "setUpClass (Fixture)": "error",
        "doc": "passed",
      });
      assertEquals(result.whole, false);
      assertStringIncludes(
        result.tests.find((test) => test.outcome === "error")!.message,
        "KeyError: 'é\\n'",
      );
    });
    await t.step("takes one test by --match", async () => {
      const result = await runSample(SAMPLE, { match: "test_a" });
      assertEquals([result.whole, result.counts.passed], [true, 1]);
    });
    await t.step("stops a module that takes too long", async () => {
      const result = await runSample("import time\ntime.sleep(60)\n", { timeLimitMs: 1500 });
      assertEquals(result.tests.map((test) => [test.id, test.outcome]), [["import", "timeout"]]);
    });
    await t.step("counts a module that cannot be imported as one error", async () => {
      const result = await runSample("import no_such_module\n");
      assertEquals([result.whole, result.counts.error], [false, 1]);
    });
    await t.step("lets the interpreter name itself PyPy", async () => {
      const source = "import platform, sys, unittest\nclass T(unittest.TestCase):\n" +
        "  def test(self): self.assertEqual((platform.python_implementation(), sys.implementation.name), " +
        "('PyPy', 'pypy'))\n";
      assertEquals((await runSample(source, { implementation: "pypy" })).whole, true);
      assertEquals((await runSample(source)).whole, false);
    });
  },
});
