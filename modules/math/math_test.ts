/**
 * The core of `math` against CPython 3.10, untranslated and as a translated program: exact functions to the bit,
 * the others within the units in the last place that CPython's own tests allow.
 */
import { assert, assertEquals } from "@std/assert";
import { runFile } from "../../translator/driver/mod.ts";
import { findPython, oracle } from "../../core/objspace/testing_python.ts";
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

Deno.test({ name: "exact functions of math equal CPython 3.10's", ignore }, async () => {
  const cases = oracle(python!, here("./testing_oracle.py"));
  const results = await translated(cases.map(([line]) => line));
  for (const [index, [line, expected]] of cases.entries()) {
    assertEquals(evaluateLine(line), expected, line);
    assertEquals(results[index], expected, `translated: ${line}`);
  }
});

/** Units in the last place allowed: the C library and CPython's own gamma have errors as well. */
const UNITS: Record<string, number> = {
  gamma: 20,
  lgamma: 8,
  erfc: 5,
  pow: 1,
  hypot: 1,
  biglog: 1,
  biglog2: 1,
  biglog10: 1,
};

const view = new DataView(new ArrayBuffer(8));
function numberOf(bits: string): number {
  view.setBigInt64(0, BigInt(bits));
  return view.getFloat64(0);
}

function isClose(name: string, result: string, expected: string): boolean {
  if (result === expected) return true;
  if (!/^-?\d+$/.test(result) || !/^-?\d+$/.test(expected)) return false;
  // Near its zeros, only the absolute error of lgamma is small.
  if (name === "lgamma" && Math.abs(numberOf(result) - numberOf(expected)) <= 1e-15) return true;
  const units = BigInt(result) - BigInt(expected);
  return (units < 0n ? -units : units) <= BigInt(UNITS[name] ?? 2);
}

Deno.test({ name: "other functions of math are close to CPython 3.10's", ignore }, async () => {
  const cases = oracle(python!, here("./testing_oracle.py"), "approximate");
  const results = await translated(cases.map(([line]) => line));
  for (const [index, [line, expected]] of cases.entries()) {
    const name = line.split(" ")[0];
    const got = evaluateLine(line);
    assert(isClose(name, got, expected), `${line}: ${got}, expected ${expected}`);
    assertEquals(results[index], got, `translated: ${line}`);
  }
});
