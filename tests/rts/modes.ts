/**
 * The one place where the test programs meet the translator's driver.
 *
 * Expected of `translator/driver/mod.ts`: `runFile(file, options): Promise<{ stdout, stderr, code }>`, which
 * translates (or takes from its cache) and runs a program with its output captured. Until that module exists the
 * tests run programs untranslated only.
 */
import type { Outcome } from "./untranslated.ts";

/** How a translated program is built and run. */
export interface Mode {
  readonly profile: "release" | "debug";
  /** Collect at every allocation. */
  readonly gcStress: boolean;
}

/** The modes every program runs in. */
export const MODES: readonly Mode[] = [
  { profile: "release", gcStress: false },
  { profile: "debug", gcStress: false },
  { profile: "debug", gcStress: true },
];

/** What is used of the driver. */
interface Driver {
  runFile(
    file: string,
    options: Mode & { args: string[]; env: Record<string, string> },
  ): Promise<Outcome>;
}

const DRIVER = new URL("../../translator/driver/mod.ts", import.meta.url);

/** Tells whether there is a driver to run translated programs with. */
export function hasDriver(): boolean {
  try {
    return Deno.statSync(DRIVER).isFile;
  } catch {
    return false;
  }
}

/** A mode's name in test names: `release`, `debug`, `debug-stress`. */
export function modeName(mode: Mode): string {
  return mode.profile + (mode.gcStress ? "-stress" : "");
}

/** Translates the program at `file` and runs it. */
export async function runTranslated(
  file: string,
  mode: Mode,
  args: string[],
  env: Record<string, string>,
): Promise<Outcome> {
  const driver: Driver = await import(DRIVER.href);
  return await driver.runFile(file, { ...mode, args, env });
}
