/** The engine against CPython 3.10, untranslated and translated: the trials that `corpus.py` makes. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { Exception } from "@rts";
import { runFile } from "../../../translator/driver/mod.ts";
import { Matcher, Program, setTicker, Subject1 } from "./mod.ts";
import { Trials } from "./trial.ts";

const HERE = new URL("./", import.meta.url);

/** The Python that `corpus.py` asks, or null. */
function findPython(): string | null {
  try {
    const { success, stdout } = new Deno.Command("pyenv", { args: ["prefix", "3.10.13"] }).outputSync();
    return success ? `${new TextDecoder().decode(stdout).trim()}/bin/python3.10` : null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

const PYTHON = findPython();
const IGNORE = { ignore: PYTHON === null };

/** Trials and CPython's answers, in files of a folder that is removed afterwards. */
async function withCorpus(work: (trials: string, answers: string[]) => Promise<void>): Promise<void> {
  const folder = Deno.makeTempDirSync({ prefix: "sre-" });
  try {
    const trials = `${folder}/trials`, answers = `${folder}/answers`;
    const corpus = new URL("corpus.py", HERE).pathname;
    const { success } = new Deno.Command(PYTHON!, {
      args: [corpus, trials, answers, "1500"],
      stdout: "inherit",
    })
      .outputSync();
    assert(success, "corpus.py failed");
    await work(trials, Deno.readTextFileSync(answers).trimEnd().split("\n"));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** Compares answers one by one, to say which trial failed. */
function compare(trials: string, actual: readonly string[], expected: readonly string[]): void {
  let pattern = "", subject = "", at = 0;
  for (const line of Deno.readTextFileSync(trials).trimEnd().split("\n")) {
    if (line[0] === "P") pattern = line;
    else if (line[0] === "S") subject = line;
    else {
      const message = `${pattern}\n${subject.slice(0, 200)}\n${line}`;
      if (actual[at] !== expected[at]) assertEquals(actual[at], expected[at], message);
      at++;
    }
  }
  assertEquals(actual.length, expected.length);
}

Deno.test({
  name: "matches as CPython does, untranslated",
  ...IGNORE,
  fn: () =>
    withCorpus((file, expected) => {
      const trials = new Trials();
      for (const line of Deno.readTextFileSync(file).trimEnd().split("\n")) trials.run(line);
      compare(file, trials.answers, expected);
      return Promise.resolve();
    }),
});

for (const profile of ["release", "debug"] as const) {
  Deno.test({
    name: `matches as CPython does, translated for ${profile}`,
    ...IGNORE,
    fn: () =>
      withCorpus(async (file, expected) => {
        const main = new URL("trial_main.ts", HERE).pathname;
        const { stdout, stderr, code } = await runFile(main, { args: [file], profile });
        assertEquals([code, stderr], [0, ""]);
        compare(file, stdout.trimEnd().split("\n"), expected);
      }),
  });
}

class Interrupt extends Exception {}

Deno.test("the ticker is called in a long match and may end it", () => {
  // (?:a|ab|aa)*b, which takes exponential time
  const code = Int32Array.of(
    15,
    4,
    0,
    1,
    -1,
    24,
    20,
    0,
    -1,
    17,
    97,
    7,
    3,
    16,
    12,
    5,
    17,
    98,
    16,
    7,
    5,
    17,
    97,
    16,
    2,
    0,
    19,
    17,
    98,
    1,
  );
  const matcher = new Matcher(new Program(code, 0), new Subject1(new Uint8Array(60).fill(97), 60), 0, 60);
  setTicker(() => {
    throw new Interrupt("enough");
  });
  assertThrows(() => matcher.match(), Interrupt);
  setTicker(null);
  const next = new Matcher(new Program(code, 0), new Subject1(Uint8Array.of(97, 98), 2), 0, 2);
  assert(next.match());
  assertEquals([next.groupStart(0), next.groupEnd(0)], [0, 2]);
});
