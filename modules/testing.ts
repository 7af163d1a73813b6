/**
 * Tests of modules' cores against CPython 3.10. A module has `corpus.py`, which writes trials (a line each) and
 * CPython's answers (a line each) to two files, and `trial_main.ts`, an RTS program that answers the trials of the
 * file that it is given. It runs untranslated and translated.
 */
import { assert, assertEquals } from "@std/assert";
import { runFile } from "../translator/driver/mod.ts";

/** The Python 3.10 to compare with, or null. */
export function findPython(): string | null {
  try {
    const { success, stdout } = new Deno.Command("pyenv", { args: ["prefix", "3.10.13"] }).outputSync();
    return success ? `${new TextDecoder().decode(stdout).trim()}/bin/python3.10` : null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Trials and answers that `corpus.py` in `folder` makes. */
function makeCorpus(python: string, folder: URL, to: string): { trials: string; answers: string[] } {
  const trials = `${to}/trials`, answers = `${to}/answers`;
  const args = [new URL("corpus.py", folder).pathname, trials, answers];
  const { success } = new Deno.Command(python, { args, stdout: "inherit", stderr: "inherit" }).outputSync();
  assert(success, "corpus.py failed");
  return { trials, answers: Deno.readTextFileSync(answers).trimEnd().split("\n") };
}

/** Whether a line only prepares others and has no answer. */
export type IsSilent = (line: string) => boolean;

/** Compares one by one, to name the trial that failed, and the silent lines before it. */
function compare(file: string, output: string, expected: readonly string[], isSilent: IsSilent): void {
  const actual = output.trimEnd().split("\n");
  const said: string[] = [];
  let at = 0;
  for (const line of Deno.readTextFileSync(file).trimEnd().split("\n")) {
    said.push(line.slice(0, 500));
    if (isSilent(line)) continue;
    if (actual[at] !== expected[at]) assertEquals(actual[at], expected[at], said.slice(-3).join("\n"));
    at++;
  }
  assertEquals(actual.length, expected.length);
  assertEquals(at, expected.length);
}

/** What the program at `main` prints under plain Deno. */
async function runUntranslated(main: string, file: string): Promise<string> {
  const cli = new URL("../translator/driver/cli.ts", import.meta.url).pathname;
  const config = new URL("../deno.json", import.meta.url).pathname;
  const args = ["run", "-A", "--no-check", "--config", config, cli, "run", "--untranslated", main, file];
  const { stdout, stderr, code } = await new Deno.Command(Deno.execPath(), { args }).output();
  assertEquals(code, 0, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

/** Declares the tests of the module whose files are in the folder of `from`. */
export function testAgainstPython(from: string, isSilent: IsSilent = () => false): void {
  const folder = new URL("./", from), main = new URL("trial_main.ts", folder).pathname;
  const python = findPython();
  const name = folder.pathname.split("/").slice(-2)[0];
  for (const how of ["untranslated", "release", "debug"] as const) {
    Deno.test({
      name: `${name} answers as CPython does: ${how}`,
      ignore: python === null,
      fn: async () => {
        const to = Deno.makeTempDirSync({ prefix: "trials-" });
        try {
          const { trials, answers } = makeCorpus(python!, folder, to);
          if (how === "untranslated") {
            return compare(trials, await runUntranslated(main, trials), answers, isSilent);
          }
          const { stdout, stderr, code } = await runFile(main, { args: [trials], profile: how });
          assertEquals([code, stderr], [0, ""]);
          compare(trials, stdout, answers, isSilent);
        } finally {
          Deno.removeSync(to, { recursive: true });
        }
      },
    });
  }
}
