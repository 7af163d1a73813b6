/**
 * `deno task bench rts|gc|translate|python [options]`: measures translated programs, and Python; see README.md.
 *
 * Progress goes to standard error, the report to standard output; with `--json` its last line, and only that,
 * is JSON. The exit code is 1 when a program failed or the modes disagree, 2 for a wrong command line.
 */
import { parseArgs } from "@std/cli";
import { ensureDir } from "@std/fs";
import { fromFileUrl } from "./paths.ts";
import { GC_PROGRAMS, PROGRAMS, ROOT, select } from "./programs.ts";
import { formatJson, formatMarkdown, formatTable, machineFacts } from "./report.ts";
import { runRtsSuite } from "./suite_rts.ts";
import {
  formatTranslateJson,
  formatTranslateMarkdown,
  formatTranslateTable,
  runTranslateSuite,
} from "./suite_translate.ts";
import { formatGcJson, formatGcMarkdown, formatGcTable, runGcSuite } from "./suite_gc.ts";
import { formatPythonJson, formatPythonMarkdown, formatPythonTable, runPythonSuite } from "./suite_python.ts";
import { DEFAULT_PEERS } from "./python/peers.ts";
import { formatMicroTable, runMicro } from "./python/micro.ts";
import { selectPrograms } from "./python/programs.ts";

const USAGE =
  `usage: deno task bench rts|gc|translate [--only NAME] [--runs N] [--profile release|debug] [--json] [--save]
  rts: [--warmup N] [--iters N] [--untranslated]    gc: [--size N]    translate: [--optimize]
  python: [PROGRAM]... [--peers NAME,...] [--warmup N] [--iters N]
  python --micro: [FILE]... [--peers NAME,...] [--iters N]`;

const FLAGS = {
  boolean: ["json", "save", "untranslated", "optimize", "help", "micro"],
  string: ["only", "runs", "profile", "warmup", "iters", "size", "peers"],
} as const;

/** What `python --micro` compares: without JIT, for it measures the interpreter. */
const DEFAULT_MICRO_PEERS = ["ours", "pypy3-nojit", "python3.11"];

type Flags = Record<string, unknown>;

/** A count from the command line. @throws {Error} when it is not a whole number of at least `least`. */
function count(flags: Flags, name: string, fallback: number, least: number): number {
  if (flags[name] === undefined) return fallback;
  const value = Number(flags[name]);
  if (!Number.isInteger(value) || value < least) throw new Error(`--${name} must be at least ${least}`);
  return value;
}

function profileOf(flags: Flags): string {
  const profile = (flags.profile as string | undefined) ?? "release";
  if (profile !== "release" && profile !== "debug") throw new Error(`no profile '${profile}'`);
  return profile;
}

async function save(name: string, text: string): Promise<void> {
  const dir = fromFileUrl(new URL("bench/results/", ROOT));
  await ensureDir(dir);
  await Deno.writeTextFile(`${dir}${name}.md`, text);
}

async function benchRts(flags: Flags): Promise<number> {
  const suite = await runRtsSuite(select(PROGRAMS, flags.only as string | undefined), {
    profile: profileOf(flags),
    runs: count(flags, "runs", 5, 1),
    warmup: count(flags, "warmup", 5, 0),
    iterations: count(flags, "iters", 10, 1),
    untranslatedOnly: flags.untranslated === true,
  });
  console.log(formatTable(suite));
  if (flags.save === true) await save("rts", formatMarkdown(suite, machineFacts()));
  if (flags.json === true) console.log(formatJson(suite));
  return suite.failed.length === 0 ? 0 : 1;
}

async function benchGc(flags: Flags): Promise<number> {
  const profile = profileOf(flags);
  const results = await runGcSuite(select(GC_PROGRAMS, flags.only as string | undefined), {
    profile,
    runs: count(flags, "runs", 3, 1),
    size: flags.size as string | undefined,
  });
  console.log(formatGcTable(results));
  if (flags.save === true) await save("gc", formatGcMarkdown(results, machineFacts()));
  if (flags.json === true) console.log(formatGcJson(results, profile));
  return results.every((result) => result.error === null) ? 0 : 1;
}

async function benchTranslate(flags: Flags): Promise<number> {
  const rows = await runTranslateSuite({
    runs: count(flags, "runs", 3, 1),
    optimize: flags.optimize === true,
  });
  console.log(formatTranslateTable(rows));
  if (flags.save === true) await save("translate", formatTranslateMarkdown(rows, machineFacts()));
  if (flags.json === true) console.log(formatTranslateJson(rows));
  return 0;
}

async function benchPython(flags: Flags): Promise<number> {
  const names = (flags._ as string[]).slice(1);
  if (typeof flags.only === "string") names.push(flags.only);
  if (flags.micro === true) return await benchMicro(flags, names);
  const result = await runPythonSuite({
    programs: selectPrograms(names),
    peers: typeof flags.peers === "string" ? flags.peers.split(",") : DEFAULT_PEERS,
    runs: count(flags, "runs", 3, 1),
    warmups: count(flags, "warmup", 1, 0),
    values: count(flags, "iters", 3, 1),
  });
  console.log(formatPythonTable(result));
  if (flags.save === true) await save("python", formatPythonMarkdown(result, machineFacts()));
  if (flags.json === true) console.log(formatPythonJson(result));
  return result.failed.length === 0 ? 0 : 1;
}

async function benchMicro(flags: Flags, files: readonly string[]): Promise<number> {
  const result = await runMicro({
    files,
    peers: typeof flags.peers === "string" ? flags.peers.split(",") : DEFAULT_MICRO_PEERS,
    runs: count(flags, "runs", 2, 1),
    values: count(flags, "iters", 10, 1),
  });
  console.log(formatMicroTable(result));
  return result.notes.some((note) => note.startsWith("FAILED")) ? 1 : 0;
}

const SUITES: Readonly<Record<string, (flags: Flags) => Promise<number>>> = {
  rts: benchRts,
  gc: benchGc,
  translate: benchTranslate,
  python: benchPython,
};

async function main(args: readonly string[]): Promise<number> {
  try {
    const flags = parseArgs(args, FLAGS);
    const suite = SUITES[flags._[0] ?? ""];
    const surplus = flags._.length > 1 && flags._[0] !== "python";
    if (flags.help === true || suite === undefined || surplus) {
      console.error(USAGE);
      return flags.help === true ? 0 : 2;
    }
    return await suite(flags);
  } catch (error) {
    console.error(`bench: ${(error as Error).message}\n${USAGE}`);
    return 2;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
