/**
 * The command line of the translator: `run` (`deno task rts`) and `check` (`deno task check`).
 *
 * Exit codes are those of the program, or: 64 a wrong command line, 65 a program that is not RTS, 66 a file that
 * cannot be read, 70 an internal error (of the program: a failed check; or of the translator). What a program with
 * errors gets to see are diagnostics, never a stack trace of the translator.
 */
import { type Diagnostic, formatDiagnostic, makeDiagnostic, RtsError } from "../checker/diagnostics.ts";
import { DenoHost } from "../../core/host/deno.ts";
import { relative } from "../frontend/paths.ts";
import { type Command, COMMANDS, helpText, type Parsed, parseFlags, UsageError } from "./flags.ts";
import { projectFiles, translateFile } from "./mod.ts";
import { type TranslateOptions, TranslatorFailure } from "./options.ts";
import { StageProgress } from "./progress.ts";
import { EXIT_INTERNAL, runMain } from "./run.ts";
import { ImageError, readImage } from "../wasm/image.ts";

const EXIT_USAGE = 64;
const EXIT_DATA = 65;
const EXIT_NO_INPUT = 66;
/** Findings that are printed; one mistake can cause many. */
const MOST_FINDINGS = 50;

/** A file that is not there. */
class NoInput extends Error {}

function fail(message: string): void {
  console.error(message);
}

function requireFile(path: string): void {
  let stat: Deno.FileInfo;
  try {
    stat = Deno.statSync(path);
  } catch (error) {
    const reason = error instanceof Deno.errors.NotFound ? "there is no such file" : (error as Error).message;
    throw new NoInput(`cannot read '${path}': ${reason}`);
  }
  if (stat.isDirectory) throw new NoInput(`cannot read '${path}': it is a folder`);
}

function optionsOf({ flags }: Parsed): TranslateOptions {
  const { profile = "release" } = flags;
  if (profile !== "release" && profile !== "debug") {
    throw new UsageError(`--profile takes release or debug, not '${profile}'`);
  }
  return {
    profile,
    gcStress: flags["gc-stress"] === true,
    optimize: flags.optimize === true,
    noCache: flags["no-cache"] === true,
    verify: flags.verify === true,
  };
}

async function run(parsed: Parsed): Promise<number> {
  const options = optionsOf(parsed);
  const [file, ...args] = parsed.rest;
  if (file === undefined) throw new UsageError("which file?");
  if (typeof parsed.flags.dump === "string") return await runDump(file, parsed.flags.dump, options);
  requireFile(file);
  if (file.endsWith(".rtsi")) return runImageFile(file, args);
  if (parsed.flags.untranslated === true) {
    const { runUntranslated } = await import("./untranslated.ts");
    return await runUntranslated(file, args, fail);
  }
  return await runTranslated(file, args, options, parsed.flags.time === true);
}

/** Runs an image that was kept; {@link ImageError} for a file that is none, or damaged. */
function runImageFile(file: string, args: readonly string[]): number {
  return runMain(readImage(Deno.readFileSync(file)), new DenoHost(args), fail);
}

async function runTranslated(
  file: string,
  args: readonly string[],
  options: TranslateOptions,
  timed: boolean,
): Promise<number> {
  const progress = new StageProgress(file);
  try {
    const image = await translateFile(file, { ...options, progress: progress.stage });
    progress.finish();
    if (image.metadata.exports.rtsMain === undefined) {
      throw new RtsError([makeDiagnostic("RTS900", file, 1, 1, "this module exports no `main`")]);
    }
    progress.mark("run");
    return runMain(image, new DenoHost(args), fail);
  } finally {
    progress.finish();
    if (timed) console.error(progress.report().trimEnd());
  }
}

async function runDump(file: string, what: string, options: TranslateOptions): Promise<number> {
  const { dump, parseDump, UnknownDump } = await import("./dump.ts");
  try {
    parseDump(what);
    requireFile(file);
    await dump(file, what, options, (text) => console.log(text.trimEnd()));
    return 0;
  } catch (error) {
    if (!(error instanceof UnknownDump)) throw error;
    throw new UsageError(error.message);
  }
}

async function check(parsed: Parsed): Promise<number> {
  const files = parsed.rest.length > 0 ? parsed.rest : projectFiles();
  files.forEach(requireFile);
  const { checkFiles } = await import("./check.ts");
  const found = await checkFiles(files.map((file) => Deno.realPathSync(file)));
  if (found.length > 0) throw new RtsError(found);
  console.log(`${files.length} ${files.length === 1 ? "file is" : "files are"} RTS`);
  return 0;
}

const RUNNERS: Readonly<Record<string, (parsed: Parsed) => Promise<number>>> = { run, check };

async function version(): Promise<string> {
  const config = JSON.parse(await Deno.readTextFile(new URL("../../deno.json", import.meta.url)));
  return `${config.name} ${config.version} (deno ${Deno.version.deno}, v8 ${Deno.version.v8})`;
}

/** The findings as text, paths relative to the current folder where that is shorter. */
function report(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.slice(0, MOST_FINDINGS).map((found) => {
    const short = relative(Deno.cwd(), found.file);
    return formatDiagnostic({ ...found, file: short.length < found.file.length ? short : found.file });
  });
  const rest = diagnostics.length - lines.length;
  if (rest > 0) lines.push(`and ${rest} more`);
  lines.push(diagnostics.length === 1 ? "1 error" : `${diagnostics.length} errors`);
  return lines.join("\n");
}

/** Prints what an error means to the user; the exit code. */
function explain(error: unknown, command: Command | null): number {
  if (error instanceof ImageError) {
    fail(error.message);
    return EXIT_DATA;
  }
  if (error instanceof UsageError) {
    fail(`${error.message}\n${command === null ? "" : `usage: ${command.usage}\n`}--help explains`);
    return EXIT_USAGE;
  }
  if (error instanceof NoInput) {
    fail(error.message);
    return EXIT_NO_INPUT;
  }
  if (error instanceof RtsError) {
    fail(report(error.diagnostics));
    return EXIT_DATA;
  }
  const failure = error instanceof Error ? error : new Error(String(error));
  fail(
    failure instanceof TranslatorFailure
      ? failure.message
      : `internal error of the driver: ${failure.message}`,
  );
  if (Deno.env.has("RTS_TRACE")) fail(((failure.cause as Error | undefined) ?? failure).stack ?? "");
  else fail("this is a bug; RTS_TRACE=1 shows where");
  return EXIT_INTERNAL;
}

/** Runs a command line; the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name = "--help", ...rest] = args;
  if (name === "--help" || name === "-h") {
    console.log(Object.values(COMMANDS).map(helpText).join("\n"));
    return 0;
  }
  const command = COMMANDS[name] ?? null;
  try {
    if (name === "--version") {
      console.log(await version());
      return 0;
    }
    if (command === null) throw new UsageError(`there is no command '${name}': use run or check`);
    const parsed = parseFlags(command, rest);
    if (parsed.flags.help === true) console.log(helpText(command));
    else if (parsed.flags.version === true) console.log(await version());
    else return await RUNNERS[name](parsed);
    return 0;
  } catch (error) {
    return explain(error, command);
  }
}

if (import.meta.main) Deno.exit(await runCommand(Deno.args));
