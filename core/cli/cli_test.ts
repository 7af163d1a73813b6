import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type Config, configure, encodeConfig, Stop } from "./mod.ts";
import { coercedLocale } from "./environment.ts";

/** CPython 3.10, where there is one. */
function oracle(): string | null {
  try {
    const { success, stdout } = new Deno.Command("pyenv", { args: ["prefix", "3.10.13"] }).outputSync();
    return success ? new TextDecoder().decode(stdout).trim() + "/bin/python3.10" : null;
  } catch {
    return null;
  }
}
const CPYTHON = oracle();

interface Start {
  readonly args: string[];
  readonly env?: Record<string, string>;
}
function start({ args, env = {} }: Start, program = "pypy"): Config | Stop {
  try {
    return configure(args, program, (name) => env[name]);
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
}
function config(...args: string[]): Config {
  const result = start({ args });
  assert(!(result instanceof Stop), String(result));
  return result as Config;
}

Deno.test("what is run, and sys.argv", () => {
  const what = (...args: string[]) => {
    const { mode, target, argv } = config(...args);
    return [mode, target, argv.join("|")];
  };
  assertEquals(what(), ["interactive", "", ""]);
  assertEquals(what("-c", "pass", "-m", "--", "x"), ["command", "pass\n", "-c|-m|--|x"]);
  assertEquals(what("-Bcpass", "a"), ["command", "pass\n", "-c|a"]);
  assertEquals(what("-m", "unittest", "-v"), ["module", "unittest", "-m|-v"]);
  assertEquals(what("-munittest"), ["module", "unittest", "-m"]);
  assertEquals(what("s.py", "-c"), ["file", "s.py", "s.py|-c"]);
  assertEquals(what("-", "a"), ["stdin", "", "-|a"]);
  assertEquals(what("--", "-x"), ["file", "-x", "-x"]);
  assertEquals(what("-i", "dir/"), ["file", "dir/", "dir/"]);
});

Deno.test("help and versions", () => {
  const help = start({ args: ["-Bh", "-z"] }) as Stop;
  assertEquals([help.code, help.toError], [0, false]);
  assertStringIncludes(help.text, "usage: pypy [option] ... [-c cmd | -m mod | file | -] [arg] ...\n");
  for (const line of help.text.split("\n")) assert(line.length < 81, line);
  for (const args of [["-V"], ["--version", "x"], ["-VV", "-c", "pass"]]) {
    const stop = start({ args }) as Stop;
    assertEquals(
      [stop.code, stop.toError, /^Python 3\.10\.\d+\n\[PyPy .* for Deno .*\]\n$/.test(stop.text)],
      [0, false, true],
    );
  }
});

Deno.test("the program's strings", () => {
  const settings = config("-OO", "-Werror", "-Xdev", "f.py", "a=b", "--");
  const places = { executable: "/p/pypy", prefix: "/p", library: ["/p/own", "/p/lib"], version: "3.10.13" };
  const strings = encodeConfig(settings, places);
  const end = strings.indexOf("--");
  assertEquals(strings.slice(end), ["--", "f.py", "a=b", "--"]);
  for (
    const wanted of [
      "mode=file",
      "target=f.py",
      "optimize=2",
      "dev_mode=1",
      "no_site=0",
      "warn_option=default",
      "warn_option=error",
      "x_option=dev",
      "hash_seed=-1",
      "library=/p/own",
      "library=/p/lib",
      "executable=/p/pypy",
      "orig_arg=-Xdev",
    ]
  ) assert(strings.slice(0, end).includes(wanted), wanted);
  assert(!strings.some((entry) => entry.startsWith("pycache_prefix")), "what is not set is left out");
});

Deno.test("locales", () => {
  const coerced = (env: Record<string, string>) => coercedLocale((name) => env[name]);
  assertEquals(coerced({}), "C.UTF-8");
  assertEquals(coerced({ LANG: "POSIX" }), "C.UTF-8");
  assertEquals([
    coerced({ LC_ALL: "C" }),
    coerced({ LANG: "de_DE.UTF-8" }),
    coerced({ PYTHONCOERCECLOCALE: "0" }),
  ], [
    null,
    null,
    null,
  ]);
});

/** Asks CPython for what it made of a command line; the names are ours. */
const ASK = `
import sys, faulthandler, tracemalloc
f = sys.flags
print([f.debug, f.inspect, f.interactive, f.optimize, int(f.dont_write_bytecode), int(f.no_user_site), int(f.no_site),
       int(f.ignore_environment), f.verbose, f.bytes_warning, f.quiet, int(f.isolated), int(f.dev_mode), int(f.utf8_mode),
       f.int_max_str_digits, f.hash_randomization, sys.warnoptions, sys._xoptions, sys.pycache_prefix,
       sys.stdout.encoding, sys.stdout.errors, faulthandler.is_enabled(),
       tracemalloc.get_traceback_limit() if tracemalloc.is_tracing() else 0])
`;
/** The same of our configuration, as Python prints it. */
function answer(settings: Config): string {
  const text = (value: string | null) => value === null ? "None" : `'${value}'`;
  const xOptions = new Map(settings.xOptions.map((option) => {
    const [, name, , value] = /^([^=]*)(=(.*))?$/s.exec(option) as RegExpExecArray;
    return [name, value === undefined ? "True" : `'${value}'`];
  }));
  const parts = [
    ...[
      settings.debug,
      settings.inspect,
      settings.interactive,
      settings.optimize,
      settings.dontWriteBytecode,
    ],
    ...[
      settings.noUserSite,
      settings.noSite,
      settings.ignoreEnvironment,
      settings.verbose,
      settings.bytesWarning,
    ],
    ...[settings.quiet, settings.isolated, settings.devMode, settings.utf8Mode, settings.intMaxStrDigits],
    settings.hashSeed !== 0,
  ].map(Number);
  return `[${
    [
      ...parts,
      `[${settings.warnOptions.map(text).join(", ")}]`,
      `{${[...xOptions].map(([name, value]) => `'${name}': ${value}`).join(", ")}}`,
      text(settings.pycachePrefix),
      text(settings.stdioEncoding),
      text(settings.stdioErrors),
      settings.faulthandler ? "True" : "False",
      settings.tracemalloc,
    ].join(", ")
  }]\n`;
}

const STARTS: readonly Start[] = [
  { args: [] },
  { args: ["-bBdOqsu"] },
  { args: ["-bb", "-OO", "-qq", "-ddd", "-S"] },
  { args: ["-I"] },
  { args: ["-E", "-R"], env: { PYTHONOPTIMIZE: "2", PYTHONHASHSEED: "0" } },
  { args: ["-Wa", "-W", "b", "-Wa"], env: { PYTHONWARNINGS: "b,,c,a" } },
  { args: ["-X", "dev", "-bWerror"], env: { PYTHONWARNINGS: "error" } },
  { args: ["-Xa", "-Xa=b", "-Xc=d=e", "-X="] },
  {
    args: ["-O"],
    env: { PYTHONOPTIMIZE: "3", PYTHONDEBUG: "-1", PYTHONDONTWRITEBYTECODE: "0", PYTHONVERBOSE: "" },
  },
  { args: ["-OOOO"], env: { PYTHONOPTIMIZE: "x3", PYTHONNOUSERSITE: "0", PYTHONUNBUFFERED: "x" } },
  { args: [], env: { PYTHONHASHSEED: "0" } },
  { args: ["-R"], env: { PYTHONHASHSEED: "0" } },
  { args: [], env: { PYTHONHASHSEED: "random", PYTHONDEVMODE: "0", PYTHONFAULTHANDLER: "0" } },
  { args: [], env: { PYTHONUTF8: "1", LANG: "C.UTF-8" } },
  { args: ["-Xutf8"], env: { PYTHONUTF8: "0", LANG: "C.UTF-8" } },
  { args: ["-Xutf8=0"], env: { PYTHONUTF8: "1" } },
  { args: [], env: { LC_ALL: "C", LANG: "C.UTF-8" } },
  { args: [], env: { PYTHONIOENCODING: "latin-1" } },
  { args: [], env: { PYTHONIOENCODING: ":replace" } },
  { args: [], env: { PYTHONIOENCODING: "utf-8:ignore" } },
  { args: ["-Xpycache_prefix=/dev/null/p"], env: { PYTHONPYCACHEPREFIX: "/dev/null/q" } },
  { args: ["-Xpycache_prefix="], env: { PYTHONPYCACHEPREFIX: "/dev/null/q" } },
  { args: [], env: { PYTHONPYCACHEPREFIX: "/dev/null/q" } },
  { args: ["-Xtracemalloc"], env: { PYTHONTRACEMALLOC: "4" } },
  { args: ["-Xtracemalloc=5"] },
  { args: [], env: { PYTHONTRACEMALLOC: "4" } },
  { args: ["-Xint_max_str_digits=700"], env: { PYTHONINTMAXSTRDIGITS: "0" } },
  { args: ["-t"], env: { PYTHONINTMAXSTRDIGITS: "0" } },
];

/** Runs CPython with exactly this environment. */
function cpython(
  args: string[],
  env: Record<string, string>,
): { code: number; stdout: string; stderr: string } {
  const { code, stdout, stderr } = new Deno.Command(CPYTHON as string, {
    args,
    env,
    clearEnv: true,
    stdin: "null",
  })
    .outputSync();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test({
  name: "flags, options and variables are CPython's",
  ignore: CPYTHON === null,
  fn: () => {
    for (const one of STARTS) {
      const ours = start({ ...one, args: [...one.args, "-c", ASK] }) as Config;
      const theirs = cpython([...one.args, "-c", ASK], one.env ?? {});
      assertEquals(answer(ours), theirs.stdout.replaceAll("iso8859-1", "latin-1"), JSON.stringify(one));
    }
  },
});

const MISTAKES: readonly Start[] = [
  { args: ["-z"] },
  { args: ["-B%"] },
  { args: ["-c"] },
  { args: ["-Bm"] },
  { args: ["-W"] },
  { args: ["-X"] },
  { args: ["-J"] },
  { args: ["--foo", "x"] },
  { args: ["--help=x"] },
  { args: ["--version", "-z"] },
  { args: ["--check-hash-based-pycs"] },
  { args: ["--check-hash-based-pycs", "no"] },
  { args: ["--check-hash-based-pycs=always"] },
  { args: ["-Xtracemalloc=x", "-c", "1"] },
  { args: ["-Xutf8=2", "-c", "1"] },
  { args: ["-Xint_max_str_digits=3", "-c", "1"] },
  { args: ["-c", "1"], env: { PYTHONTRACEMALLOC: "-1" } },
  { args: ["-c", "1"], env: { PYTHONUTF8: "2" } },
  { args: ["-c", "1"], env: { PYTHONHASHSEED: "4294967296" } },
  { args: ["-c", "1"], env: { PYTHONHASHSEED: "x" } },
  { args: ["-c", "1"], env: { PYTHONINTMAXSTRDIGITS: "639" } },
];

Deno.test({
  name: "mistakes are worded as CPython's",
  ignore: CPYTHON === null,
  fn: () => {
    for (const one of MISTAKES) {
      const ours = start(one, CPYTHON as string) as Stop;
      const { code, stderr } = cpython(one.args, { LANG: "C.UTF-8", ...one.env });
      assertEquals([ours.text, ours.code, ours.toError], [stderr, code, true], JSON.stringify(one));
    }
  },
});
