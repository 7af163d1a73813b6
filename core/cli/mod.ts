/**
 * The command line of Python: arguments and environment in, a configuration out.
 *
 * @module
 */
import type { Config } from "./config.ts";
import { applyEnvironment, type Variables } from "./environment.ts";
import { parseCommandLine } from "./parse.ts";

export { type Config, encodeConfig, type Places } from "./config.ts";
export { coercedLocale, type Variables } from "./environment.ts";
export { Stop } from "./parse.ts";
export { PYPY_VERSION, PYTHON_VERSION, versionText } from "./version.ts";

/**
 * The configuration of a start. `program` is what we are called in the usage line and in `sys.orig_argv`.
 * @throws {Stop} when there is only something to print.
 */
export function configure(args: readonly string[], program: string, variables: Variables): Config {
  return applyEnvironment(parseCommandLine(args, program), variables);
}
