/** The format mini-language against CPython 3.10: the same random cases untranslated and as a translated program. */
import { assert, assertEquals } from "@std/assert";
import { runFile } from "../../../translator/driver/mod.ts";
import { findPython, oracle } from "../testing_python.ts";
import { evaluateLine } from "./testing_driver.ts";
import { layoutFloat, parseFormatSpec } from "./mod.ts";

const here = (name: string) => new URL(name, import.meta.url).pathname;
const python = findPython();
const ignore = python === null;

function check(cases: readonly (readonly [string, string])[], results: readonly string[]): void {
  for (const [index, [line, expected]] of cases.entries()) assertEquals(results[index], expected, line);
}

Deno.test({ name: "formatting untranslated equals CPython 3.10's", ignore }, () => {
  const cases = oracle(python!, here("./testing_oracle.py"));
  assert(cases.length > 8000);
  check(cases, cases.map(([line]) => evaluateLine(line)));
});

Deno.test({ name: "formatting translated equals CPython 3.10's", ignore }, async () => {
  const cases = oracle(python!, here("./testing_oracle.py"));
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, cases.map(([line]) => line).join("\n"));
    const outcome = await runFile(here("./testing_driver.ts"), { args: [file] });
    assertEquals(outcome.code, 0, outcome.stderr);
    check(cases, outcome.stdout.split("\n"));
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("what the format mini-language refuses", () => {
  const errorOf = (text: string) => parseFormatSpec(text, 0, 62).error;
  assertEquals(errorOf("99999999999999999999"), "Too many decimal digits in format string");
  assertEquals(errorOf("."), "Format specifier missing precision");
  assertEquals(errorOf("ff"), "Invalid format specifier");
  assertEquals(errorOf(",_"), "Cannot specify both ',' and '_'.");
  assertEquals(errorOf(",x"), "Cannot specify ',' with 'x'.");
  assertEquals(layoutFloat(parseFormatSpec("+012,.2f", 0, 62), 1234.5), "+0,001,234.50");
});
