/**
 * Judges programs of the audit's corpus: each must give placed diagnostics, or do translated what it does untranslated.
 * `deno run -A tests/rts/audit/audit.ts [PATTERN]` judges those whose names match, all by default, and prints verdicts.
 */
import { RtsError } from "../../../translator/checker/diagnostics.ts";
import { runImage } from "../../../translator/driver/run.ts";
import { translate } from "../../../translator/driver/translate.ts";
import type { Program } from "../header.ts";
import { type Outcome, runUntranslated } from "../untranslated.ts";
import { type Case, readCorpus } from "./corpus.ts";

/** What became of a program. */
export interface Verdict {
  readonly name: string;
  /** Null when all is well. */
  readonly problem: string | null;
  /** The diagnostics, or the output. */
  readonly text: string;
}

/** A program that was translated and ran. */
interface Ran {
  readonly name: string;
  readonly file: string;
  readonly outcome: Outcome;
}

/** Judges `cases`, in the order of their names' first appearance. */
export async function judge(cases: readonly Case[]): Promise<Verdict[]> {
  const root = await Deno.makeTempDir({ prefix: "rts-audit-" });
  try {
    const verdicts: Verdict[] = [];
    const ran: Ran[] = [];
    for (const one of cases) {
      const found = await translateCase(one, `${root}/${one.name}`);
      if ("outcome" in found) ran.push(found);
      else verdicts.push(found);
    }
    return [...verdicts, ...await compare(ran)];
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

async function translateCase({ name, files }: Case, folder: string): Promise<Verdict | Ran> {
  await Deno.mkdir(folder);
  for (const [file, text] of files) await Deno.writeTextFile(`${folder}/${file}`, text);
  const file = `${folder}/main.ts`;
  try {
    const { image } = await translate(file, { profile: "debug", verify: true });
    if (image.metadata.exports.rtsMain === undefined) return { name, problem: null, text: "no main" };
    return { name, file, outcome: runImage(image, [], {}) };
  } catch (error) {
    if (!(error instanceof RtsError)) return { name, problem: String((error as Error).stack), text: "" };
    const astray = error.diagnostics.find((d) =>
      !files.has(d.file.slice(folder.length + 1)) || d.line < 1 || d.column < 1
    );
    const text = error.message.replaceAll(`${folder}/`, "");
    return {
      name,
      problem: astray === undefined ? null : `a finding at ${astray.file}:${astray.line}`,
      text,
    };
  }
}

async function compare(ran: readonly Ran[]): Promise<Verdict[]> {
  if (ran.length === 0) return [];
  const programs = ran.map(({ name, file }) => ({ name, file, area: "", header: { args: [] } }));
  const untranslated = await runUntranslated(programs as unknown as Program[]);
  return ran.map(({ name, outcome }, i) => {
    const want = untranslated[i];
    const same = want.stdout === outcome.stdout && want.code === outcome.code;
    const problem = same ? null : `${JSON.stringify(outcome)} instead of ${JSON.stringify(want)}`;
    return { name, problem, text: outcome.stdout + outcome.stderr };
  });
}

if (import.meta.main) {
  const pattern = new RegExp(Deno.args[0] ?? "");
  const verdicts = await judge(readCorpus().filter(({ name }) => pattern.test(name)));
  for (const { name, problem, text } of verdicts) {
    console.log(
      `${problem === null ? "ok " : "BAD"} ${name}: ${problem ?? text.split("\n").join(" ").slice(0, 200)}`,
    );
  }
  const bad = verdicts.filter(({ problem }) => problem !== null).length;
  console.log(`${verdicts.length} programs, ${bad} bad`);
  if (bad > 0) Deno.exit(1);
}
