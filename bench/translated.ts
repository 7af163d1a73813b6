/**
 * The one place where the harness meets the translator's driver. It is imported dynamically, so that a worker
 * of the other mode neither loads the translator nor carries its memory.
 */

/** A translated program in memory. */
export interface TranslatedProgram {
  /** Calls the exported function `name` with kinds as arguments. */
  call(name: string, ...args: number[]): number;
}

/**
 * Translates the file at `path`, or takes it from the driver's cache, and instantiates it. `noCache` is for programs
 * that are run once.
 */
export async function loadTranslated(
  path: string,
  profile: string,
  noCache = false,
): Promise<TranslatedProgram> {
  const driver = await import("../translator/driver/mod.ts");
  const kind = profile === "debug" ? "debug" : "release";
  const instance = driver.instantiate(
    await driver.translateFile(path, { profile: kind, exports: ["run"], noCache }),
  );
  return { call: (name, ...args) => Number(instance.call(name, ...args)) };
}
