/** Doubles against CPython 3.10: the same random operations untranslated and as a translated program. */
import { assert, assertEquals } from "@std/assert";
import { runFile } from "../../../translator/driver/mod.ts";
import { findPython, oracle } from "../testing_python.ts";
import { evaluateLine } from "./testing_driver.ts";

const here = (name: string) => new URL(name, import.meta.url).pathname;
const python = findPython();
const ignore = python === null;

async function translated(lines: readonly string[]): Promise<string[]> {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, lines.join("\n"));
    const outcome = await runFile(here("./testing_driver.ts"), { args: [file] });
    assertEquals(outcome.code, 0, outcome.stderr);
    return outcome.stdout.trimEnd().split("\n");
  } finally {
    await Deno.remove(file);
  }
}

function checkExact(cases: readonly (readonly [string, string])[], results: readonly string[]): void {
  for (const [index, [line, expected]] of cases.entries()) assertEquals(results[index], expected, line);
}

Deno.test({ name: "doubles untranslated equal CPython 3.10's", ignore }, () => {
  const cases = oracle(python!, here("./testing_oracle.py"));
  assert(cases.length > 10000);
  checkExact(cases, cases.map(([line]) => evaluateLine(line)));
});

Deno.test({ name: "doubles translated equal CPython 3.10's", ignore }, async () => {
  const cases = oracle(python!, here("./testing_oracle.py"));
  checkExact(cases, await translated(cases.map(([line]) => line)));
});

/** Distance of two results in units in the last place; 2 where only one of them is a number. */
function distance(a: string, b: string): number {
  if (a === b) return 0;
  if (!/^-?\d+$/.test(a) || !/^-?\d+$/.test(b)) return 2;
  const difference = BigInt(a) - BigInt(b);
  return Number(difference < 0n ? -difference : difference);
}

Deno.test(
  { name: "powers and logarithms are CPython's, but for the last bit of a few", ignore },
  async () => {
    const cases = oracle(python!, here("./testing_oracle.py"), "approximate");
    const results = await translated(cases.map(([line]) => line));
    let different = 0;
    for (const [index, [line, expected]] of cases.entries()) {
      const units = distance(results[index], expected);
      assert(units <= 1, `${line}: ${results[index]}, expected ${expected}`);
      if (units === 1) different++;
    }
    assert(different < cases.length / 50, `${different} of ${cases.length} differ in the last bit`);
  },
);
