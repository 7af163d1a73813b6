/** What a translation can be asked for, and the failures that are not the program's. Loads nothing heavy. */

/** How to translate. */
export interface TranslateOptions {
  /** `release`: fast code; `debug`: checks every operation whose misuse is undefined in release. */
  readonly profile?: "release" | "debug";
  /** Collect at every allocation. */
  readonly gcStress?: boolean;
  /** Run Binaryen over the module: seconds more for a few percent. */
  readonly optimize?: boolean;
  /** Exported functions that the caller needs; an error when the program does not offer one of them. */
  readonly exports?: readonly string[];
  /** Translate even when the cache has the image, and leave the cache as it is. */
  readonly noCache?: boolean;
  /** Ask the verifier after every pass. */
  readonly verify?: boolean;
  /** Leave out TypeScript's own findings: for files that `deno check` covers. */
  readonly skipTypes?: boolean;
  /** Told of every stage as it begins. */
  readonly progress?: StageListener;
}

/** Names of the stages, in order: what progress shows and failures name. */
export const STAGES = [
  "load",
  "check",
  "evaluate and lower",
  "prepare",
  "optimize",
  "layout",
  "emit",
  "binaryen",
] as const;
export type Stage = typeof STAGES[number];
export type StageListener = (stage: Stage) => void;

/** A bug of the translator: the stage that failed, and the function it was at where that is known. */
export class TranslatorFailure extends Error {
  override name = "TranslatorFailure";
  constructor(readonly stage: Stage, readonly where: string | null, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const place = where === null ? "" : `, function ${where}`;
    super(`internal error of the translator: stage '${stage}'${place}: ${reason}`, { cause });
  }
}
