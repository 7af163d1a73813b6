/**
 * Runs the runtime untranslated, for its tests: loads its modules anew with `@rts/intrinsics` and `@rts/host`
 * replaced by `simulation.ts`, where strings are objects in the raw memory that can be filled unit by unit.
 */
import { dirname, fromFileUrl, join, toFileUrl } from "./simulation/paths.ts";
import { copyToSimulation, SimString } from "./simulation/strings.ts";

const HERE = dirname(fromFileUrl(import.meta.url));
const PRELUDE = join(HERE, "..", "prelude");
/** What the loaded copies import instead. */
const REPLACED: Record<string, string> = {
  "@rts": join(PRELUDE, "mod.ts"),
  "@rts/raw": join(PRELUDE, "raw.ts"),
  "@rts/intrinsics": join(HERE, "simulation", "intrinsics.ts"),
  "@rts/host": join(HERE, "simulation", "host.ts"),
};
/** Modules of the runtime that can be loaded: all but what needs the collector. */
export const RTS_MODULES = [
  "array",
  "builder",
  "entry",
  "exceptions",
  "fixed",
  "io",
  "keys",
  "map",
  "number",
  "pending",
  "string",
] as const;

/** The runtime's modules by name, under simulation. */
export interface Runtime {
  array: typeof import("./array.ts");
  builder: typeof import("./builder.ts");
  entry: typeof import("./entry.ts");
  fixed: typeof import("./fixed.ts");
  io: typeof import("./io.ts");
  keys: typeof import("./keys.ts");
  map: typeof import("./map.ts");
  number: typeof import("./number.ts");
  string: typeof import("./string.ts");
}

function rewriteImports(source: string): string {
  return source.replace(/(from\s+)"(@rts[^"]*)"/g, (_, from, name) => {
    const target = REPLACED[name];
    if (target === undefined) throw new Error(`the runtime must not import ${name}`);
    return `${from}${JSON.stringify(toFileUrl(target).href)}`;
  });
}

/** Loads the runtime under simulation. Each call gives fresh modules. */
export async function loadRuntime(): Promise<Runtime> {
  const folder = await Deno.makeTempDir();
  try {
    for (const name of RTS_MODULES) {
      const source = await Deno.readTextFile(join(HERE, `${name}.ts`));
      await Deno.writeTextFile(join(folder, `${name}.ts`), rewriteImports(source));
    }
    const modules: Record<string, unknown> = {};
    for (const name of RTS_MODULES) modules[name] = await import(toFileUrl(join(folder, `${name}.ts`)).href);
    return modules as unknown as Runtime;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A simulated string with this text. */
export function sim(text: string): string {
  return copyToSimulation(text) as unknown as string;
}

/** The text of a string that runtime functions returned: a simulated one, or a literal of the runtime. */
export function text(value: string): string {
  const string = value as unknown as string | SimString;
  return string instanceof SimString ? string.text() : string;
}

/** Pseudo-random numbers from a seed: each call gives an integer in `[0, below)` (xorshift32, Marsaglia 2003). */
export function randomSource(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
