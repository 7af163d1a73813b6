/**
 * Tests against CPython 3.10.13, where `pyenv` finds one: trees of a sample of its library, errors of our snippets,
 * of what its tests compile, and of damaged pieces of its library. `oracle/` has the scripts that compare all of it.
 */
import { assert, assertEquals } from "@std/assert";
import { bothAnswers, type Case } from "./oracle/compare_errors.ts";
import { compareFile, pythonFiles } from "./oracle/compare_library.ts";
import { damagedCases, libraryTexts, Random } from "./oracle/fuzz_errors.ts";
import { cpythonHome, Oracle } from "./oracle/oracle.ts";
import { minedCases, ownCases } from "./oracle/snippets.ts";

const home = cpythonHome();

function differential(name: string, run: (oracle: Oracle, home: string) => Promise<void>): void {
  Deno.test({
    name: `parser, against CPython: ${name}${home === null ? " (no CPython 3.10.13)" : ""}`,
    ignore: home === null,
    fn: async () => {
      await using oracle = new Oracle(home!);
      await run(oracle, home!);
    },
  });
}

async function compareCases(oracle: Oracle, cases: Iterable<Case>, atLeast: number): Promise<void> {
  let count = 0;
  for (const test of cases) {
    const [ours, theirs] = await bothAnswers(oracle, test);
    assertEquals(ours, theirs, `${JSON.stringify(test)}\nours:    ${ours}\nCPython: ${theirs}`);
    count++;
  }
  assert(count >= atLeast, `only ${count} cases`);
}

differential("trees of a sample of the library", async (oracle, home) => {
  const files = [...pythonFiles(`${home}/lib/python3.10`)].filter((_, i) => i % 23 === 7);
  assert(files.length > 50);
  for (const file of files) assertEquals(await compareFile(oracle, file), null, file);
});

differential("our snippets", async (oracle) => {
  await compareCases(oracle, await ownCases(), 900);
});

differential("what its tests of syntax compile", async (oracle, home) => {
  await compareCases(oracle, minedCases(home, ["test_syntax", "test_fstring", "test_patma"]), 5000);
});

differential("damaged pieces of the library", async (oracle, home) => {
  await compareCases(oracle, damagedCases(libraryTexts(home, 40), 800, new Random(20)), 700);
});
