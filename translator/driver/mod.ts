/**
 * The driver's interface for programs: translate a file, load the result, run it.
 *
 * Nothing heavy is imported until a translation is needed: an image from the cache starts without the compiler.
 *
 * @module
 */
import { fromFileUrl, resolve } from "../frontend/paths.ts";
import type { Image } from "../wasm/image.ts";
import { Cache } from "./cache.ts";
import type { TranslateOptions } from "./options.ts";
import { type Outcome, runImage } from "./run.ts";

export type { Image, Outcome, TranslateOptions };
export { TranslatorFailure } from "./options.ts";
export { instantiate, runMain, UncaughtException } from "./run.ts";

const PROJECT_ROOT = fromFileUrl(new URL("../../", import.meta.url));

/**
 * Translates the program at `path`, or takes its image from the cache.
 * @throws {RtsError} with all diagnostics when it is not RTS; {TranslatorFailure} for a bug of the translator.
 */
export async function translateFile(path: string, options: TranslateOptions = {}): Promise<Image> {
  const make = async () => (await import("./translate.ts")).translate(path, options);
  if (options.noCache || options.skipTypes) return (await make()).image;
  const image = await new Cache(PROJECT_ROOT).image(path, options, make);
  for (const name of options.exports ?? []) {
    if (image.metadata.exports[name] === undefined) {
      throw new Error(`${path} exports no function '${name}' of numbers`);
    }
  }
  return image;
}

/** How {@link runFile} translates and runs. */
export interface RunOptions extends TranslateOptions {
  readonly args?: readonly string[];
  /** The program's whole environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Translates and runs the program at `file` in this process, its output captured. */
export async function runFile(file: string, options: RunOptions = {}): Promise<Outcome> {
  const { args = [], env = {}, ...rest } = options;
  return runImage(await translateFile(file, rest), args, env);
}

/** Folders of the RTS that `check` looks at without arguments; `true`: with all folders in them. */
const RTS_FOLDERS: readonly (readonly [folder: string, deep: boolean])[] = [
  ["bench/rts", false],
  ["tests/rts/programs", true],
];

/** Main modules of all RTS of this project: they reach the toolchain's own RTS. */
export function projectFiles(): string[] {
  const files = ["gc/mod.ts", "core/interpreter/main.ts"];
  for (const { name } of Deno.readDirSync(resolve(PROJECT_ROOT, "languages"))) {
    files.push(`languages/${name}/main.ts`);
  }
  const visit = (folder: string, deep: boolean) => {
    for (const { name, isDirectory } of Deno.readDirSync(resolve(PROJECT_ROOT, folder))) {
      if (isDirectory && deep && name !== "lib") visit(`${folder}/${name}`, true);
      if (name.endsWith(".ts")) files.push(`${folder}/${name}`);
    }
  };
  for (const [folder, deep] of RTS_FOLDERS) visit(folder, deep);
  return files.sort().map((file) => resolve(PROJECT_ROOT, file));
}
