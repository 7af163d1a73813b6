/** The command line: a table of flags for each command, the parser that follows it, and the help made from it. */
import { parseArgs } from "@std/cli";

/** A flag: `value` names what follows it, null when nothing does. */
interface Flag {
  readonly value: string | null;
  readonly short?: string;
  readonly help: string;
}

const COMMON = {
  help: { value: null, short: "-h", help: "print this text" },
  version: { value: null, help: "print the versions of the toolchain, Deno and V8" },
} satisfies Record<string, Flag>;

const RUN: Record<string, Flag> = {
  "untranslated": { value: null, help: "run under Deno as TypeScript, without translating" },
  "profile": {
    value: "release|debug",
    help: "debug checks every operation that could go wrong (default: release)",
  },
  "gc-stress": { value: null, help: "collect at every allocation" },
  "optimize": { value: null, short: "-O", help: "run Binaryen over the module" },
  "dump": { value: "WHAT", help: "print graphs, graphs=PASS, layout, wat or jitcode instead of running" },
  "no-cache": { value: null, help: "translate even when the cache has the image" },
  "verify": { value: null, help: "verify the program after every pass (with --no-cache)" },
  "time": { value: null, help: "print how long each stage took" },
  ...COMMON,
};
const CHECK: Record<string, Flag> = { ...COMMON };

/** A command. */
export interface Command {
  readonly usage: string;
  readonly about: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** What follows the first word that is no flag belongs to the program. */
  readonly stopEarly: boolean;
}

/** Commands by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  run: {
    usage: "deno task rts [flags] FILE.ts [arguments]",
    about:
      "Translates an RTS program to WebAssembly and runs it. PYPY_GC_* variables tune the collector (docs/gc.md).",
    flags: RUN,
    stopEarly: true,
  },
  check: {
    usage: "deno task check [FILES]",
    about: "Checks that files are RTS; without files, all RTS of this project.",
    flags: CHECK,
    stopEarly: false,
  },
};

/** A command line that says nothing sensible. */
export class UsageError extends Error {}

/** Parsed flags by name, and the rest. */
export interface Parsed {
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly rest: readonly string[];
}

/** Parses what follows the name of `command`. @throws {UsageError} naming the flag that is wrong. */
export function parseFlags(command: Command, args: readonly string[]): Parsed {
  const names = Object.keys(command.flags);
  const of = (valued: boolean) => names.filter((name) => (command.flags[name].value !== null) === valued);
  try {
    const { _, ...flags } = parseArgs(expandShort(command, args), {
      boolean: of(false),
      string: of(true),
      stopEarly: command.stopEarly,
    });
    return { flags: flags as Parsed["flags"], rest: _ };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split(". ")[0] : String(error));
  }
}

/** Short flags in their long form, up to the first word that is no flag or the value of one. */
function expandShort(command: Command, args: readonly string[]): string[] {
  const long = new Map(Object.entries(command.flags).map(([name, { short }]) => [short, `--${name}`]));
  const expanded = [...args];
  for (let i = 0; i < args.length && args[i].startsWith("-") && args[i] !== "--"; i++) {
    const name = args[i].slice(2);
    const known = long.get(args[i]);
    if (known !== undefined) expanded[i] = known;
    else if (!args[i].startsWith("--")) throw new UsageError(`Unknown option '${args[i]}'`);
    else if (typeof command.flags[name]?.value === "string") i++;
  }
  return expanded;
}

/** The help of a command. */
export function helpText(command: Command): string {
  const rows = Object.entries(command.flags).map(([name, { value, short, help }]) => {
    const left = `${short === undefined ? "" : `${short}, `}--${name}${value === null ? "" : ` ${value}`}`;
    return `  ${left.padEnd(26)} ${help}`;
  });
  return [`usage: ${command.usage}`, "", command.about, "", ...rows, ""].join("\n");
}
