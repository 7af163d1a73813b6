/** What the environment and `-X` options add to the command line, with CPython's precedence and errors. */
import type { Config } from "./config.ts";
import { type Parsed, Stop } from "./parse.ts";

/** Variables by name; empty ones count as not set, as in CPython. */
export type Variables = (name: string) => string | undefined;

/** A setting that makes the start impossible. */
function fatal(where: string, text: string, state = "preinitialized"): Stop {
  return new Stop(`Fatal Python error: ${where}: ${text}\nPython runtime state: ${state}\n\n`, 1, true);
}

/** An integer as C's `strtol` takes it whole, or null. */
function integer(text: string): number | null {
  return /^\s*[+-]?\d+$/.test(text) ? Number(text) : null;
}

const SMALLEST_DIGITS_LIMIT = 640;
const LARGEST_SEED = 0xffffffff;
const LARGEST_INT = 0x7fffffff;
/** Locales that mean "nothing is said about encodings", and those that stand for them with UTF-8. */
const C_LOCALES: readonly string[] = ["C", "POSIX"];
const UTF8_C_LOCALES: readonly string[] = ["C.UTF-8", "C.utf8", "UTF-8"];

/** `name` or `name=value` among the `-X` options: its value, "" without one, null when it is not there. */
export function xOption(config: Config, name: string): string | null {
  for (const option of config.xOptions) {
    if (option === name) return "";
    if (option.startsWith(`${name}=`)) return option.slice(name.length + 1);
  }
  return null;
}

/** Completes a parsed command line. @throws {Stop} */
export function applyEnvironment(parsed: Parsed, variables: Variables): Config {
  const { config } = parsed;
  const get = (name: string): string | null => {
    if (config.ignoreEnvironment) return null;
    const value = variables(name);
    return value === undefined || value === "" ? null : value;
  };
  applyFlags(config, get);
  applyXOptions(config, get);
  config.hashSeed = parsed.randomHash ? -1 : hashSeed(get("PYTHONHASHSEED"));
  config.warnOptions = warnOptions(config, get("PYTHONWARNINGS"), parsed.filters);
  config.path = get("PYTHONPATH");
  config.home = get("PYTHONHOME");
  config.startup = get("PYTHONSTARTUP");
  config.userBase = get("PYTHONUSERBASE");
  config.platlibdir = get("PYTHONPLATLIBDIR") ?? config.platlibdir;
  applyEncodings(config, get, variables);
  return config;
}

type Get = (name: string) => string | null;

/** A flag that counts: an integer is its value, anything else that is not empty is 1; the command line may say more. */
function count(value: string | null, given: number): number {
  if (value === null) return given;
  const number = integer(value);
  return Math.max(given, number === null || number < 0 || number > LARGEST_INT ? 1 : number);
}

function applyFlags(config: Config, get: Get): void {
  config.debug = count(get("PYTHONDEBUG"), config.debug);
  config.verbose = count(get("PYTHONVERBOSE"), config.verbose);
  config.optimize = count(get("PYTHONOPTIMIZE"), config.optimize);
  config.inspect = get("PYTHONINSPECT") !== null ? Math.max(1, config.inspect) : config.inspect;
  config.dontWriteBytecode = count(get("PYTHONDONTWRITEBYTECODE"), Number(config.dontWriteBytecode)) > 0;
  config.noUserSite = count(get("PYTHONNOUSERSITE"), Number(config.noUserSite)) > 0;
  config.unbuffered = count(get("PYTHONUNBUFFERED"), Number(config.unbuffered)) > 0;
}

function applyXOptions(config: Config, get: Get): void {
  const either = (option: string, variable: string) =>
    xOption(config, option) !== null || get(variable) !== null;
  config.devMode = either("dev", "PYTHONDEVMODE");
  config.faulthandler = config.devMode || either("faulthandler", "PYTHONFAULTHANDLER");
  config.importTime = either("importtime", "PYTHONPROFILEIMPORTTIME");
  config.warnDefaultEncoding = either("warn_default_encoding", "PYTHONWARNDEFAULTENCODING");
  config.tracemalloc = tracemallocFrames(config, get("PYTHONTRACEMALLOC"));
  config.intMaxStrDigits = digitsLimit(config, get("PYTHONINTMAXSTRDIGITS"));
  const prefix = xOption(config, "pycache_prefix");
  config.pycachePrefix = prefix === null ? get("PYTHONPYCACHEPREFIX") : prefix === "" ? null : prefix;
}

function tracemallocFrames(config: Config, variable: string | null): number {
  const where = "config_init_tracemalloc";
  let frames = 0;
  if (variable !== null) {
    const value = integer(variable);
    if (value === null || value < 0 || value > LARGEST_INT) {
      throw fatal(where, "PYTHONTRACEMALLOC: invalid number of frames");
    }
    frames = value;
  }
  const option = xOption(config, "tracemalloc");
  if (option === null) return frames;
  const value = option === "" ? 1 : integer(option);
  if (value === null || value < 0 || value > LARGEST_INT) {
    throw fatal(where, "-X tracemalloc=NFRAME: invalid number of frames");
  }
  return value;
}

function digitsLimit(config: Config, variable: string | null): number {
  const option = xOption(config, "int_max_str_digits");
  const check = (text: string, name: string): number => {
    const value = integer(text);
    if (value !== null && value <= LARGEST_INT && (value === 0 || value >= SMALLEST_DIGITS_LIMIT)) {
      return value;
    }
    const limit = `must be >= ${SMALLEST_DIGITS_LIMIT} or 0 for unlimited.`;
    throw fatal("config_init_int_max_str_digits", `${name}: invalid limit; ${limit}`);
  };
  const fromVariable = variable === null ? -1 : check(variable, "PYTHONINTMAXSTRDIGITS");
  return option === null ? fromVariable : check(option, "-X int_max_str_digits");
}

function hashSeed(text: string | null): number {
  if (text === null || text === "random") return -1;
  const value = integer(text);
  if (value !== null && value >= 0 && value <= LARGEST_SEED) return value;
  throw fatal(
    "config_init_hash_seed",
    `PYTHONHASHSEED must be "random" or an integer in range [0; ${LARGEST_SEED}]`,
  );
}

/** Each filter once, at its first place; the last one counts most. */
function warnOptions(config: Config, variable: string | null, filters: readonly string[]): string[] {
  const all = [
    ...(config.devMode ? ["default"] : []),
    ...(variable ?? "").split(",").filter((filter) => filter !== ""),
    ...filters,
  ];
  if (config.bytesWarning > 0) {
    all.push(config.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning");
  }
  return [...new Set(all)];
}

/** The locale that encodings come from. */
function characterLocale(variables: Variables): string {
  return ["LC_ALL", "LC_CTYPE", "LANG"].map((name) => variables(name) ?? "").find((value) => value !== "") ??
    "C";
}

function utf8Mode(config: Config, get: Get, locale: string): boolean {
  const where = "preconfig_init_utf8_mode";
  const option = xOption(config, "utf8");
  if (option !== null) {
    if (option !== "" && option !== "0" && option !== "1") {
      throw fatal(where, "invalid -X utf8 option value", "preinitializing");
    }
    return option !== "0";
  }
  const variable = get("PYTHONUTF8");
  if (variable === null) return C_LOCALES.includes(locale);
  if (variable !== "0" && variable !== "1") {
    throw fatal(where, "invalid PYTHONUTF8 environment variable value", "preinitializing");
  }
  return variable === "1";
}

/** Everything here is UTF-8; locales decide how strict standard streams are. */
function applyEncodings(config: Config, get: Get, variables: Variables): void {
  const locale = characterLocale(variables);
  config.utf8Mode = utf8Mode(config, get, locale);
  const lenient = config.utf8Mode || [...C_LOCALES, ...UTF8_C_LOCALES].includes(locale);
  const [encoding = "", errors = ""] = (get("PYTHONIOENCODING") ?? "").split(":", 2);
  if (encoding !== "") config.stdioEncoding = encoding;
  if (errors !== "") config.stdioErrors = errors;
  else if (encoding !== "" || !lenient) config.stdioErrors = "strict";
  else config.stdioErrors = "surrogateescape";
}

/**
 * What CPython sets `LC_CTYPE` to at the start, so that children see UTF-8 too: where the locale is C and nobody
 * forbids it; null otherwise.
 */
export function coercedLocale(variables: Variables): string | null {
  const forbidden = (variables("LC_ALL") ?? "") !== "" || variables("PYTHONCOERCECLOCALE") === "0";
  return !forbidden && C_LOCALES.includes(characterLocale(variables)) ? "C.UTF-8" : null;
}
