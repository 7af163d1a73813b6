/**
 * The one place where the test programs meet the translator's driver.
 *
 * Programs are translated and run in this process: the toolchain's modules are then parsed and evaluated once for
 * all of them. The cache is left alone, and TypeScript's own findings are `deno check`'s business.
 */
import { runFile } from "../../translator/driver/mod.ts";
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
  return await runFile(file, { ...mode, args, env, noCache: true, skipTypes: true });
}
