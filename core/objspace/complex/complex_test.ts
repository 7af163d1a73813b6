/** Complex arithmetic and texts against CPython 3.10, untranslated and as a translated program. */
import { assert, assertEquals } from "@std/assert";
import { runFile } from "../../../translator/driver/mod.ts";
import { findPython, oracle } from "../testing_python.ts";
import { evaluateLine } from "./testing_driver.ts";

const here = (name: string) => new URL(name, import.meta.url).pathname;
const python = findPython();
const ignore = python === null;

/** Powers go through logarithms: their parts may differ in the last bits. */
function isClose(got: string, expected: string): boolean {
  const a = got.split(" "), b = expected.split(" ");
  return a.length === b.length && a.every((part, i) => {
    if (part === b[i]) return true;
    if (!/^-?\d+$/.test(part) || !/^-?\d+$/.test(b[i])) return false;
    const units = BigInt(part) - BigInt(b[i]);
    return (units < 0n ? -units : units) <= 512n;
  });
}

Deno.test({ name: "complex numbers equal CPython 3.10's", ignore }, async () => {
  const cases = oracle(python!, here("./testing_oracle.py"));
  assert(cases.length > 7000);
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, cases.map(([line]) => line).join("\n"));
    const outcome = await runFile(here("./testing_driver.ts"), { args: [file] });
    assertEquals(outcome.code, 0, outcome.stderr);
    const results = outcome.stdout.trimEnd().split("\n");
    for (const [index, [line, expected]] of cases.entries()) {
      const got = evaluateLine(line);
      if (line.startsWith("pow")) assert(isClose(got, expected), `${line}: ${got}, expected ${expected}`);
      else assertEquals(got, expected, line);
      assertEquals(results[index], got, `translated: ${line}`);
    }
  } finally {
    await Deno.remove(file);
  }
});
