/**
 * What a start is configured to: the result of the command line and of the environment. Names and meanings follow
 * CPython's `PyConfig`. It crosses to the program as its `args` (see docs/python.md, "Start-up").
 */

/** What is run. */
export type RunMode = "interactive" | "command" | "module" | "file" | "stdin";

/** A configuration. Numbers that are -1 mean "not set". */
export interface Config {
  mode: RunMode;
  /** The command (with a newline at its end), the module's name, or the path of the file. */
  target: string;
  /** `sys.argv`; its first element is as CPython sets it before anything runs. */
  argv: string[];
  /** `sys.orig_argv`. */
  origArgv: string[];

  // sys.flags
  debug: number;
  inspect: number;
  interactive: number;
  optimize: number;
  dontWriteBytecode: boolean;
  noUserSite: boolean;
  noSite: boolean;
  ignoreEnvironment: boolean;
  verbose: number;
  bytesWarning: number;
  quiet: number;
  isolated: boolean;
  devMode: boolean;
  utf8Mode: boolean;
  warnDefaultEncoding: boolean;
  intMaxStrDigits: number;

  unbuffered: boolean;
  skipFirstLine: boolean;
  /** `sys.warnoptions`. */
  warnOptions: string[];
  /** `sys._xoptions`: `name` or `name=value`, in order. */
  xOptions: string[];
  checkHashBasedPycs: "default" | "always" | "never";
  /** The seed of string hashes, from 0 to 4294967295; -1: a random one. */
  hashSeed: number;
  stdioEncoding: string;
  stdioErrors: string;
  faulthandler: boolean;
  tracemalloc: number;
  importTime: boolean;
  pycachePrefix: string | null;
  /** `PYTHONPATH`, not yet split. */
  path: string | null;
  home: string | null;
  startup: string | null;
  userBase: string | null;
  platlibdir: string;
  /** PyPy's: parameters of the JIT. */
  jit: string | null;
}

/** What `python` is without options. */
export function defaultConfig(): Config {
  return {
    mode: "interactive",
    target: "",
    argv: [""],
    origArgv: [],
    debug: 0,
    inspect: 0,
    interactive: 0,
    optimize: 0,
    dontWriteBytecode: false,
    noUserSite: false,
    noSite: false,
    ignoreEnvironment: false,
    verbose: 0,
    bytesWarning: 0,
    quiet: 0,
    isolated: false,
    devMode: false,
    utf8Mode: false,
    warnDefaultEncoding: false,
    intMaxStrDigits: -1,
    unbuffered: false,
    skipFirstLine: false,
    warnOptions: [],
    xOptions: [],
    checkHashBasedPycs: "default",
    hashSeed: -1,
    stdioEncoding: "utf-8",
    stdioErrors: "strict",
    faulthandler: false,
    tracemalloc: 0,
    importTime: false,
    pycachePrefix: null,
    path: null,
    home: null,
    startup: null,
    userBase: null,
    platlibdir: "lib",
    jit: null,
  };
}

/** Where things are: known to the runner, not to the command line. */
export interface Places {
  /** `sys.executable`. */
  readonly executable: string;
  /** `sys.prefix`, before a virtual environment is looked for. */
  readonly prefix: string;
  /** Folders of the standard library, in the order of `sys.path`. */
  readonly library: readonly string[];
  readonly version: string;
}

/** Settings that are lists: each entry is a string of its own, under this name. */
const LISTS: Readonly<Record<string, string>> = {
  warnOptions: "warn_option",
  xOptions: "x_option",
  origArgv: "orig_arg",
  library: "library",
};

/** `dontWriteBytecode` becomes `dont_write_bytecode`. */
function keyOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The strings that the program starts with: `key=value` for each setting, `--`, then `sys.argv`. */
export function encodeConfig(config: Config, places: Places): string[] {
  const strings: string[] = [];
  for (const [name, value] of Object.entries({ ...config, ...places })) {
    if (name === "argv" || value === null) continue;
    if (Array.isArray(value)) strings.push(...value.map((entry) => `${LISTS[name]}=${entry}`));
    else strings.push(`${keyOf(name)}=${typeof value === "boolean" ? Number(value) : value}`);
  }
  return [...strings, "--", ...config.argv];
}
