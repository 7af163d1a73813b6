/**
 * The core of `cmath` against CPython 3.10, untranslated and as a translated program: errors, infinities and the
 * signs of zeros exactly, other parts within a few units in the last place.
 */
import { assert, assertEquals } from "@std/assert";
import { runFile } from "../../translator/driver/mod.ts";
import { findPython, oracle } from "../../core/objspace/testing_python.ts";
import { evaluateLine } from "./testing_driver.ts";

const here = (name: string) => new URL(name, import.meta.url).pathname;
const python = findPython();
const ignore = python === null;

const view = new DataView(new ArrayBuffer(8));
function numberOf(bits: string): number {
  view.setBigInt64(0, BigInt(bits));
  return view.getFloat64(0);
}

/** CPython's own tests allow a relative error of 1e-15 times some, measured by the larger part. */
function isClose(part: string, expected: string, length: number): boolean {
  if (part === expected) return true;
  if (!/^-?\d+$/.test(part) || !/^-?\d+$/.test(expected)) return false;
  const a = numberOf(part), b = numberOf(expected);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  if (a === 0 && b === 0) return false; // the signs differ
  return Math.abs(a - b) <= 5e-323 + Math.max(2e-15 * Math.abs(b), 1e-16 * length);
}

function check(line: string, got: string, expected: string): void {
  const parts = got.split(" "), wanted = expected.split(" ");
  const size = (part: string) => /^-?\d+$/.test(part) ? Math.abs(numberOf(part)) : 0;
  const length = Math.max(0, ...wanted.map(size).filter(Number.isFinite));
  const close = parts.length === wanted.length && parts.every((part, i) => isClose(part, wanted[i], length));
  assert(
    close,
    `${line} (${line.split(" ").slice(1).map(numberOf)}): ${got}, expected ${expected}`,
  );
}

Deno.test({ name: "functions of cmath are close to CPython 3.10's", ignore }, async () => {
  const cases = oracle(python!, here("./testing_oracle.py"));
  assert(cases.length > 5000);
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, cases.map(([line]) => line).join("\n"));
    const outcome = await runFile(here("./testing_driver.ts"), { args: [file] });
    assertEquals(outcome.code, 0, outcome.stderr);
    const results = outcome.stdout.trimEnd().split("\n");
    for (const [index, [line, expected]] of cases.entries()) {
      const got = evaluateLine(line);
      check(line, got, expected);
      assertEquals(results[index], got, `translated: ${line}`);
    }
  } finally {
    await Deno.remove(file);
  }
});
