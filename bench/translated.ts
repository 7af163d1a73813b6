/**
 * The one place where the harness meets the translator's driver. It is imported dynamically, so that a worker
 * of the other mode neither loads the translator nor carries its memory.
 */

/** A translated program in memory. */
export interface TranslatedProgram {
  /** Calls the exported function `name` with kinds as arguments. */
  call(name: string, ...args: number[]): number;
}

/** What is used of `translator/driver/mod.ts`. */
interface Driver {
  translateFile(path: string, options: { profile: string; exports: readonly string[] }): Promise<unknown>;
  instantiate(image: unknown): TranslatedProgram | Promise<TranslatedProgram>;
}

async function importDriver(): Promise<Driver> {
  const url = new URL("../translator/driver/mod.ts", import.meta.url);
  try {
    await Deno.stat(url);
  } catch {
    throw new Error("translated mode needs translator/driver/mod.ts, which does not exist yet");
  }
  const driver = await import(url.href);
  for (const name of ["translateFile", "instantiate"]) {
    if (typeof driver[name] !== "function") throw new Error(`translator/driver/mod.ts exports no ${name}`);
  }
  return driver;
}

/** Translates the file at `path`, or takes it from the driver's cache, and instantiates it. */
export async function loadTranslated(path: string, profile: string): Promise<TranslatedProgram> {
  const driver = await importDriver();
  const image = await driver.translateFile(path, { profile, exports: ["run"] });
  return await driver.instantiate(image);
}
