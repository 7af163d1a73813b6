/**
 * The command line of CPython 3.10, option by option. Errors stop the parsing with the text and exit code that CPython
 * has for them.
 */
import { type Config, defaultConfig } from "./config.ts";
import { fullUsage, shortUsage } from "./usage.ts";
import { versionText } from "./version.ts";

/** The start is over before anything runs: what to print, where, and the exit code. */
export class Stop extends Error {
  constructor(readonly text: string, readonly code: number, readonly toError: boolean) {
    super(text);
  }
}

/** A mistake on the command line. */
function mistake(program: string, text: string): Stop {
  return new Stop(`${text}\n${shortUsage(program)}`, 2, true);
}

/** Walks over the arguments; short options may stand together. */
class Cursor {
  private index = 0;
  private letters = "";

  constructor(private readonly args: readonly string[], private readonly program: string) {}

  /** The next option: a letter, a long option with its dashes, or null when options are over. */
  next(): string | null {
    if (this.letters === "") {
      const arg = this.args[this.index];
      if (arg === undefined || arg === "-" || !arg.startsWith("-")) return null;
      this.index++;
      if (arg === "--") return null;
      if (arg.startsWith("--")) return arg;
      this.letters = arg.slice(1);
    }
    const letter = String.fromCodePoint(this.letters.codePointAt(0) as number);
    this.letters = this.letters.slice(letter.length);
    return letter;
  }
  /** The argument of an option: the rest of its word, or the next one. */
  argument(text: string): string {
    if (this.letters !== "") {
      const value = this.letters;
      this.letters = "";
      return value;
    }
    if (this.index >= this.args.length) throw mistake(this.program, `Argument expected for the ${text}`);
    return this.args[this.index++];
  }
  get rest(): string[] {
    return this.args.slice(this.index);
  }
}

/** What the parse found beside the configuration. */
export interface Parsed {
  readonly config: Config;
  /** Warning filters of `-W` alone. */
  readonly filters: readonly string[];
  /** `-R`: a random hash seed whatever the environment says. */
  readonly randomHash: boolean;
}

/** Options without arguments, by letter. */
const FLAGS: Readonly<Record<string, (config: Config) => void>> = {
  b: (config) => void config.bytesWarning++,
  B: (config) => void (config.dontWriteBytecode = true),
  d: (config) => void config.debug++,
  E: (config) => void (config.ignoreEnvironment = true),
  i: (config) => {
    config.inspect++;
    config.interactive++;
  },
  I: (config) => {
    config.isolated = true;
    config.ignoreEnvironment = true;
    config.noUserSite = true;
  },
  O: (config) => void config.optimize++,
  q: (config) => void config.quiet++,
  R: () => {},
  s: (config) => void (config.noUserSite = true),
  S: (config) => void (config.noSite = true),
  t: () => {},
  u: (config) => void (config.unbuffered = true),
  v: (config) => void config.verbose++,
  x: (config) => void (config.skipFirstLine = true),
};

const HASH_CHECKS: readonly string[] = ["default", "always", "never"];

/**
 * Parses `args`; `program` is what the usage line calls us.
 * @throws {Stop}
 */
export function parseCommandLine(args: readonly string[], program: string): Parsed {
  const config = defaultConfig();
  config.origArgv = [program, ...args];
  const cursor = new Cursor(args, program);
  const filters: string[] = [];
  let randomHash = false;
  let versions = 0;
  const valued: Readonly<Record<string, () => void>> = {
    W: () => void filters.push(cursor.argument("-W option")),
    X: () => void config.xOptions.push(cursor.argument("-X option")),
    V: () => void versions++,
    "--version": () => void versions++,
    "--jit": () => void (config.jit = cursor.argument("--jit option")),
    "--check-hash-based-pycs": () => {
      const value = cursor.argument("--check-hash-based-pycs options");
      if (!HASH_CHECKS.includes(value)) {
        throw mistake(program, "--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
      }
      config.checkHashBasedPycs = value as Config["checkHashBasedPycs"];
    },
    J: () => {
      throw mistake(program, "-J is reserved for Jython");
    },
  };
  for (;;) {
    const option = cursor.next();
    if (option === null) {
      takeTarget(config, cursor.rest);
      break;
    }
    if (option === "c" || option === "m") {
      takeCode(config, option, cursor);
      break;
    }
    if (option === "h" || option === "?" || option === "--help") throw new Stop(fullUsage(program), 0, false);
    if (option === "R") randomHash = true;
    const act = FLAGS[option] ?? valued[option];
    if (act === undefined) {
      throw mistake(
        program,
        option.startsWith("--") ? `unknown option ${option}` : `Unknown option: -${option}`,
      );
    }
    act(config);
  }
  if (versions > 0) throw new Stop(versionText() + "\n", 0, false);
  return { config, filters, randomHash };
}

/** `-c` and `-m`: everything after them is the program's. */
function takeCode(config: Config, option: string, cursor: Cursor): void {
  const value = cursor.argument(`-${option} option`);
  config.mode = option === "c" ? "command" : "module";
  config.target = option === "c" ? `${value}\n` : value;
  config.argv = [`-${option}`, ...cursor.rest];
}

/** A file or `-`, if there is any. */
function takeTarget(config: Config, rest: string[]): void {
  if (rest.length === 0) return;
  config.argv = rest;
  if (rest[0] === "-") config.mode = "stdin";
  else {
    config.mode = "file";
    config.target = rest[0];
  }
}
