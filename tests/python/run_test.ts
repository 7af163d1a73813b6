/**
 * The language tests: every `test_*.py` below this folder, under our interpreter and under CPython 3.10, which must
 * agree on standard output and exit code, and the exit code must be 0. A file that prints has its output beside it as
 * `.expected`, for machines without CPython 3.10 (`PY_UPDATE=1` writes those files anew from it).
 *
 * The files run in batches; only where that fails, or differs, is a file run alone, and that run decides.
 * `PY_ONLY=text` takes only the files whose path contains the text; `PYPY` names the interpreter to test.
 */
import { PENDING } from "./pending.ts";
import { fileURLToPath } from "node:url";
import { assertEquals } from "@std/assert";
import { type Outcome, runAlone, runBatch } from "./batch.ts";
import { findCPython, findPypy } from "./interpreters.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ONLY = Deno.env.get("PY_ONLY") ?? "";
const SHOWN_FAILURES = 20;

/** All test files, sorted. */
function testFiles(): string[] {
  const files: string[] = [];
  for (const area of Deno.readDirSync(HERE)) {
    if (!area.isDirectory) continue;
    for (const entry of Deno.readDirSync(HERE + area.name)) {
      if (/^test_.*\.py$/.test(entry.name)) files.push(`${HERE}${area.name}/${entry.name}`);
    }
  }
  return files.filter((file) => file.slice(HERE.length).includes(ONLY)).sort();
}

const nameOf = (file: string) => file.slice(HERE.length);
const areaOf = (file: string) => nameOf(file).split("/")[0];
const expectedFile = (file: string) => file.replace(/\.py$/, ".expected");

function committedOutput(file: string): string {
  try {
    return Deno.readTextFileSync(expectedFile(file));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

/** Writes, or removes, the committed output of `file`. */
function commitOutput(file: string, output: string): void {
  if (output !== "") Deno.writeTextFileSync(expectedFile(file), output);
  else if (committedOutput(file) !== "") Deno.removeSync(expectedFile(file));
}

/** What is wrong with `outcome`, or null. */
function complaint(outcome: Outcome, expected: string): string | null {
  if (outcome.code === 0 && outcome.stdout === expected) return null;
  const code = outcome.code === null ? "no exit code" : `exit code ${outcome.code}`;
  const output = outcome.stdout === expected
    ? ""
    : `\nprinted  ${JSON.stringify(outcome.stdout)}\nexpected ${JSON.stringify(expected)}`;
  return `${code}${output}\n${outcome.trouble.trim()}`;
}

/** The complaints about `files` under `python`, after a second run alone of those that failed in the batch. */
async function complaints(
  python: readonly string[],
  files: readonly string[],
  expected: (file: string) => string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const outcomes = await runBatch(python, files);
  for (const file of files) {
    if (complaint(outcomes.get(file)!, expected(file)) === null) continue;
    const alone = complaint(await runAlone(python, file), expected(file));
    if (alone !== null) found.set(file, alone);
  }
  return found;
}

/** What became of the files that {@link PENDING} names: those that fail are no complaints, those that pass are. */
function withPending(files: readonly string[], found: ReadonlyMap<string, string>): Map<string, string> {
  const result = new Map(found);
  for (const file of files) {
    if (PENDING[nameOf(file)] === undefined) continue;
    if (!result.delete(file)) result.set(file, "passes now: take it out of tests/python/pending.ts");
  }
  return result;
}

/** One step an area, which fails with what its files did. */
async function report(
  t: Deno.TestContext,
  files: readonly string[],
  found: ReadonlyMap<string, string>,
): Promise<void> {
  for (const area of new Set(files.map(areaOf))) {
    const members = files.filter((file) => areaOf(file) === area);
    const failed = members.filter((file) => found.has(file));
    await t.step(`${area}: ${members.length} files`, () => {
      const shown = failed.slice(0, SHOWN_FAILURES).map((file) => `${nameOf(file)}: ${found.get(file)}`);
      if (failed.length > 0) {
        throw new Error(`${failed.length} of ${members.length} failed\n\n${shown.join("\n\n")}`);
      }
    });
  }
}

/** Runs two halves at a time, one a core. */
async function inHalves(
  python: readonly string[],
  files: readonly string[],
  expected: (file: string) => string,
): Promise<Map<string, string>> {
  const halves = [0, 1].map((half) => files.filter((_, index) => index % 2 === half));
  const parts = await Promise.all(halves.map((half) => complaints(python, half, expected)));
  return new Map(parts.flatMap((part) => [...part]));
}

const oracle = findCPython("3.10");
const pypy = findPypy();
const files = testFiles();

Deno.test("there are language tests, and PY_ONLY selects some", () => {
  assertEquals(files.length > 0, true);
});

Deno.test({
  name: oracle === null
    ? "language tests under CPython 3.10: skipped, pyenv offers no 3.10"
    : "language tests under CPython 3.10",
  ignore: oracle === null,
  async fn(t) {
    if (Deno.env.get("PY_UPDATE") === "1") {
      for (const [file, outcome] of await runBatch([oracle!], files)) commitOutput(file, outcome.stdout);
    }
    await report(t, files, await inHalves([oracle!], files, committedOutput));
  },
});

Deno.test({
  name: pypy === null
    ? "language tests under ./pypy: skipped, it is not built (or name it in PYPY)"
    : `language tests under ${pypy.join(" ")}`,
  ignore: pypy === null,
  async fn(t) {
    await report(t, files, withPending(files, await inHalves(pypy!, files, committedOutput)));
    for (const [name, reason] of Object.entries(PENDING)) {
      await t.step({ name: `pending ${name}: ${reason}`, ignore: true, fn: () => {} });
    }
  },
});
