/** Runs a program under Deno, untranslated. What ends it early is printed as the translated program would. */
import { resolve, toFileUrl } from "../frontend/paths.ts";
import { Exception } from "../prelude/exceptions.ts";
import { EXIT_INTERNAL } from "./run.ts";

/** Exit codes: an uncaught exception, as in `runtime/entry.ts`; a module that does not load. */
const EXIT_UNCAUGHT = 1;
const EXIT_DATA = 65;

type Main = (args: string[]) => number;

/**
 * Runs the file at `path` with the checks of the debug profile put into its code; the exit code.
 * @throws {RtsError} when it is not RTS: what is checked where follows from the kinds.
 */
export async function runInstrumented(
  path: string,
  args: readonly string[],
  fail: (message: string) => void,
): Promise<number> {
  const { instrument } = await import("./instrument.ts");
  const folder = await Deno.makeTempDir({ prefix: "rts-checked-" });
  // A failed check ends the process at once.
  const remove = () => Deno.removeSync(folder, { recursive: true });
  globalThis.addEventListener("unload", remove, { once: true });
  const outputs = await instrument(path, folder);
  return await runUntranslated(outputs.get(resolve(Deno.cwd(), path)) as string, args, fail);
}

/** Runs `main` of the file at `path`; the exit code. `fail` is told why a program ended early. */
export async function runUntranslated(
  path: string,
  args: readonly string[],
  fail: (message: string) => void,
): Promise<number> {
  let main: Main | undefined;
  try {
    ({ main } = await import(toFileUrl(resolve(Deno.cwd(), path)).href));
  } catch (error) {
    fail(`${path}: ${describe(error)}`);
    return EXIT_DATA;
  }
  if (typeof main !== "function") {
    fail(`${path}: exports no function 'main'`);
    return EXIT_DATA;
  }
  try {
    return main([...args]);
  } catch (error) {
    fail(describe(error));
    return error instanceof Exception ? EXIT_UNCAUGHT : EXIT_INTERNAL;
  }
}

function describe(thrown: unknown): string {
  if (thrown instanceof Exception) {
    return `Uncaught ${thrown.constructor.name}${thrown.message === "" ? "" : `: ${thrown.message}`}`;
  }
  return thrown instanceof Error ? `internal error: ${thrown.stack ?? thrown.message}` : String(thrown);
}
