/**
 * Compares the code of some files of the standard library with CPython 3.10's. All of them:
 * `deno run -A core/compiler/testing/differential.ts`.
 */
import { assertEquals } from "@std/assert";
import { checkAnswer, nameLookup } from "../testing/differential.ts";
import { askOracle, findPython310 } from "../testing/oracle.ts";

const FILES = [
  "argparse",
  "ast",
  "asyncio/base_events",
  "asyncio/tasks",
  "collections/__init__",
  "contextlib",
]
  .concat(["dataclasses", "enum", "functools", "inspect", "json/decoder", "os", "subprocess", "tokenize"])
  .concat(["typing", "test/test_coroutines", "test/test_grammar", "test/test_patma", "test/test_scope"]);

const python = findPython310();

Deno.test({
  name: python === null ? "files of the library (skipped: no CPython 3.10)" : "files of the library",
  ignore: python === null,
  async fn() {
    const { stdout } = new Deno.Command(python!, { args: ["-c", "import os; print(os.__file__[:-6])"] })
      .outputSync();
    const folder = new TextDecoder().decode(stdout).trim();
    const requests = FILES.map((name) => ({ source: `${folder}/${name}.py`, mode: null }));
    const lookup = await nameLookup(python!, requests.map(({ source }) => source));
    const answers = await askOracle(python!, requests);
    requests.forEach((request, i) => {
      assertEquals(checkAnswer(request, answers[i]!), null, request.source);
      assertEquals(checkAnswer(request, answers[i]!, lookup), null, `${request.source}, own parser`);
    });
  },
});
