/** What the project uses of `@std/cli`, on `node:util`; `deno.json` switches to the original in one line. */
import { parseArgs as parse } from "node:util";

/** The options of {@link parseArgs}: names of boolean, string and repeatable string flags. */
export interface ParseOptions {
  readonly boolean?: readonly string[];
  readonly string?: readonly string[];
  readonly collect?: readonly string[];
  /** Everything after the first positional argument is positional. */
  readonly stopEarly?: boolean;
}

/** The flags found, and the positional arguments under `_`. */
export type Args = { _: string[] } & Record<string, boolean | string | string[] | undefined>;

/**
 * Parses command line flags as `@std/cli`'s `parseArgs` does.
 * @throws {TypeError} on a flag that is not declared, naming it.
 */
export function parseArgs(args: readonly string[], options: ParseOptions): Args {
  const config: Record<string, { type: "boolean" | "string"; multiple?: boolean }> = {};
  for (const name of options.boolean ?? []) config[name] = { type: "boolean" };
  for (const name of options.string ?? []) config[name] = { type: "string" };
  for (const name of options.collect ?? []) config[name] = { type: "string", multiple: true };
  const cut = options.stopEarly ? firstPositional(args, config) : args.length;
  const { values, positionals } = parse({
    args: args.slice(0, cut),
    options: config,
    allowPositionals: true,
    strict: true,
  });
  return { ...values, _: [...positionals, ...args.slice(cut)] } as Args;
}

function firstPositional(args: readonly string[], config: Record<string, { type: string }>): number {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (!arg.startsWith("--")) return i;
    const name = arg.slice(2);
    if (!name.includes("=") && config[name]?.type === "string") i++;
  }
  return args.length;
}
